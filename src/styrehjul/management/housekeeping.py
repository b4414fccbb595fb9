"""What is put in order once a day, by whichever worker comes first."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from styrehjul.audit.models import ChainHead, IdempotencyKey

logger = logging.getLogger("styrehjul.security")
KEYS_KEPT = timedelta(days=7)
CLAIM_SECONDS = 3 * 24 * 60 * 60


def run_once() -> int:
    """Forget old form keys and ended sessions, and write the audit chain's head outside the database.

    A chain cannot show that its tail was cut off; a head in yesterday's log can.
    """
    now = timezone.now()
    if not cache.add(f"housekeeping-{timezone.localdate(now)}", 1, timeout=CLAIM_SECONDS):
        return 0
    forgotten, _ = IdempotencyKey.objects.filter(at__lt=now - KEYS_KEPT).delete()
    ended, _ = Session.objects.filter(expire_date__lt=now).delete()
    head = ChainHead.objects.first()
    logger.info(
        "audit_head",
        extra={
            "seq": head.seq if head else 0,
            "hash": head.hash if head else "",
            "keys_forgotten": forgotten,
            "sessions_ended": ended,
        },
    )
    return 1
