"""The two addresses that watch over the product itself: its pulse, and what browsers report."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from styrehjul.people.entry import page

logger = logging.getLogger(__name__)
# The worker writes each half minute; three missed are a stop.
WORKER_SILENT_SECONDS = 90
MOST_REPORT_BYTES = 8_192


@page(public=True)
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the database answers and the worker turns, else 503; `status` says which in one word."""
    database = _database_answers()
    worker = database and _worker_turns()
    found = {
        "status": "ok" if database and worker else "failing",
        "database": "ok" if database else "failing",
        "worker": "ok" if worker else "stopped",
    }
    return JsonResponse(found, status=200 if found["status"] == "ok" else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except Error:
        return False


def _worker_turns() -> bool:
    try:
        seen = cache.get(settings.WORKER_PULSE)
    except Error:
        return False
    return seen is not None and timezone.now().timestamp() - float(seen) < WORKER_SILENT_SECONDS


@page(public=True)
@csrf_exempt
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """A browser stopped something on a page: one log line, without the query, which may hold what a person typed."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_REPORT_BYTES:
            return HttpResponse(status=413)
    except ValueError:
        return HttpResponse(status=400)
    try:
        report: Any = json.loads(request.body).get("csp-report")
        found = {key: str(report.get(key, ""))[:200].split("?")[0] for key in ("document-uri", "blocked-uri")}
        directive = str(report.get("violated-directive", ""))[:100]
    except (ValueError, AttributeError, UnicodeDecodeError):
        return HttpResponse(status=400)
    logger.warning(
        "csp_report", extra={"page": found["document-uri"], "blocked": found["blocked-uri"], "directive": directive}
    )
    return HttpResponse(status=204)
