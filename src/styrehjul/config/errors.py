"""The page for what should not have happened: a number to tell the administrator, and nothing from inside."""

from __future__ import annotations

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html

logger = logging.getLogger(__name__)
BARE = """<!doctype html>
<html lang="da">
<head><meta charset="utf-8"><title>Noget gik galt - Styrehjul</title></head>
<body>
<main>
<h1>Noget gik galt</h1>
<p>Siden kunne ikke vises. Det, der allerede er gemt, er stadig gemt.</p>
<p>Prøv igen. Sker det igen, så giv administratoren dette nummer: <strong>{}</strong></p>
<p><a href="/">Til overblikket</a></p>
</main>
</body>
</html>
"""


def server_error(request: HttpRequest) -> HttpResponse:
    """The number is in the log beside what happened. Stands on no session and no database."""
    number = secrets.token_hex(4).upper()
    extra = {"number": number, "path": request.path, "method": request.method}
    logger.error("page_failed", extra=extra, exc_info=sys.exc_info()[0] is not None)
    return HttpResponse(_page(number), status=500)


def _page(number: str) -> str:
    """The page in our clothes; without a request, so that nothing is asked about who reads it. Else the bare one."""
    try:
        return render_to_string("500.html", {"number": number})
    except Exception:  # whatever failed may be what the template stands on
        logger.exception("error_page_failed")
        return format_html(BARE, number)
