"""Kroner as they are written, and when they are an estimate."""

from __future__ import annotations

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import number_text
from styrehjul.systems.domain.cost import Cost


def kroner(amount: int) -> str:
    """1234567 -> "1.234.567 kr."."""
    return _("%(amount)s kr.") % {"amount": number_text(amount)}


def cost_text(cost: Cost) -> str:
    """A year's cost in words; "" where no contract tells one."""
    if not cost.contracts:
        return ""
    return _("%(amount)s (anslået)") % {"amount": kroner(cost.kroner)} if cost.estimated else kroner(cost.kroner)
