"""How the last day for notice was reckoned, step by step, in words ("Sådan er datoen regnet")."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text
from styrehjul.systems.domain.notice import Notice
from styrehjul.systems.labels import NOTICE_WHY_NOT, PERIOD_END
from styrehjul.systems.models import Contract


def ways_of(notice: Notice, contract: Contract) -> list[list[str]]:
    """Each reading as its steps."""
    return [[_step(name, day_text(on), contract) for name, on in reading.steps] for reading in notice.readings]


def _step(name: str, on: str, contract: Contract) -> str:
    by = str(PERIOD_END.get(contract.notice_by, ""))
    months = contract.notice_months or 0
    words = {
        "end": _("Kontrakten udløber %(on)s."),
        "target": _("Systemet skal være ude %(on)s."),
        "period_before_end": _("Den kan siges op til %(by)s, senest til %(on)s."),
        "months": ngettext("%(months)s måned før er %(on)s.", "%(months)s måneder før er %(on)s.", months),
        "period_before_notice": _("Opsigelsen gives til %(by)s, senest %(on)s."),
        "cut": _("Opsigelsen løber fra %(extends)s, altså %(on)s."),
    }
    extends = str(PERIOD_END.get(contract.notice_extends, ""))
    return words[name] % {"on": on, "by": by, "months": months, "extends": extends}


def why_not(notice: Notice) -> str:
    """Why there is no day."""
    return str(NOTICE_WHY_NOT.get(notice.why_not, ""))
