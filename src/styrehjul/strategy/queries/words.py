"""Numbers of measures as they are said."""

from __future__ import annotations

from decimal import Decimal

from styrehjul.kernel.danish import number_text


def value_words(value: Decimal, unit: str) -> str:
    """ "64,5 %", "1.200 opkald"; no more decimals than there are."""
    decimals = max(0, -int(value.normalize().as_tuple()[2])) if value else 0
    return f"{number_text(value, decimals)} {unit}".strip()
