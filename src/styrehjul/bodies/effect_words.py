"""What a decision can have as its effect, in words: the table of decision rights names effects by their codes."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EFFECT_WORDS: dict[str, str | Promise] = {
    "proposal.approve": _("godkende et projektforslag"),
    "proposal.reject": _("afvise et projektforslag"),
    "proposal.postpone": _("udsætte et projektforslag"),
    "proposal.return": _("sende et projektforslag tilbage"),
    "project.start": _("sætte et projekt i gang"),
    "project.pause": _("sætte et projekt på pause"),
    "project.resume": _("genoptage et projekt"),
    "project.close": _("afslutte et projekt"),
    "project.stop": _("stoppe et projekt"),
    "project.reopen": _("genåbne et projekt"),
    "project.set_priority": _("ændre et projekts prioritet"),
    "project.set_baseline": _("ændre et projekts plan"),
    "project.set_end_date": _("ændre et projekts slutdato"),
    "project.set_economy_frame": _("ændre et projekts økonomiske ramme"),
    "project.set_large": _("gøre et projekt til et større projekt"),
    "project.set_role": _("sætte ansvarlige på et projekt"),
    "project.allocate": _("fordele ressourcer til et projekt"),
    "project.change_category": _("ændre et projekts kategori"),
    "project.pass_gate": _("lade et projekt gå til næste fase"),
    "project.step_back_phase": _("føre et projekt en fase tilbage"),
    "project.skip_phase": _("springe en fase over"),
    "national.adopt": _("tage et nationalt projekt til sig"),
    "system.set_direction": _("fastlægge et systems retning"),
    "plan.approve": _("godkende indsatsplanen"),
    "plan.return": _("sende indsatsplanen tilbage"),
    "strategy.record_assessment": _("foretage den årlige vurdering af den strategiske retning"),
    "briefing.send": _("orientere direktionen"),
    "treatment.create": _("sende en sag videre til et andet organ"),
}


def effect_name(code: str) -> str:
    """ "afvise et projektforslag"; a code that nobody has words for shows as it is."""
    return str(EFFECT_WORDS.get(code, code))
