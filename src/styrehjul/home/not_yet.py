"""Entries of the menu whose part of the product is to come: each says so, and what to do meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class NotYet:
    """A page that waits for its part: its heading, one or two sentences, and where to go."""

    heading: str | Promise
    text: str | Promise
    links: tuple[tuple[str, str | Promise], ...]


PROJECTS, MEETINGS = ("/projekter/", _("Projekter")), ("/moeder/", _("Møder"))
NOT_YET = {
    "systemer": NotYet(
        _("Systemer"),
        _("Her er endnu ingen oversigt over systemer. En beslutning om et system tages på et møde som en sag."),
        (PROJECTS, MEETINGS),
    ),
    "gevinster": NotYet(
        _("Gevinster"),
        _("Gevinster kan endnu ikke følges her. Hvad et projekt ventes at give, står på projektets side."),
        (PROJECTS,),
    ),
    "indsatsplan": NotYet(
        _("Indsatsplan"),
        _("Indsatsplanen kan endnu ikke laves her. Projekternes prioritet ses i projektlisten, og planen kan behandles "
          "på et møde som en sag med bilag."),
        (("/projekter/?sort=prioritet", _("Projekter efter prioritet")), MEETINGS),
    ),
    "strategi": NotYet(
        _("Strategi og viden"),
        _("Strategier og mål kan endnu ikke skrives ind her. Formålet står i kommissoriet, og årets vurdering af den "
          "strategiske retning står på årshjulet."),
        (("/kommissorium/", _("Kommissorium")), ("/aarshjul/", _("Årshjul"))),
    ),
}  # fmt: skip
