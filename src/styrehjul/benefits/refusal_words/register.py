"""What benefits say no with when they are written, planned, handed over and tied, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_STATE = _("Det kan ikke gøres, som gevinsten står nu.")
_LOOK = _("Se på gevinstens side, hvad der kan gøres.")
WORDS = {
    "benefit.plan": (_STATE, _LOOK),
    "benefit.lack": (_STATE, _LOOK),
    "benefit.start": (_STATE, _LOOK),
    "benefit.realise": (_STATE, _LOOK),
    "benefit.realise_partly": (_STATE, _LOOK),
    "benefit.miss": (_STATE, _LOOK),
    "benefit.drop": (_STATE, _LOOK),
    "benefit.reopen": (_("Gevinsten følges allerede."), _LOOK),
    "benefit.lacks_title": (_("Det mangler, hvad der bliver bedre."), _("Skriv det i én sætning.")),
    "benefit.lacks_owner": (_("Gevinsten har ingen ejer."), _("Vælg en ejer i linjen.")),
    "benefit.lacks_target": (_("Det mangler, hvad tallet skal blive."), _("Skriv målet, for eksempel 8 dage.")),
    "benefit.lacks_date": (_("Det mangler, hvornår målet skal være nået."), _("Vælg en dato.")),
    "benefit.is_proposal": (
        _("Projektet er ikke godkendt endnu."),
        _("Gevinsten bliver planlagt, når organet har godkendt forslaget."),
    ),
    "benefit.two_readings": (
        _("“{text}” kan være både {one} og {other}."),
        _("Skriv {one}, eller skriv {other}."),
    ),
    "benefit.units": (
        _("“{one}” og “{other}” er ikke talt i det samme."),
        _("Brug samme enhed begge steder."),
    ),
    "benefit.interval": (
        _("Målet ligger ikke mellem det laveste og det højeste."),
        _("Ret det laveste, målet eller det højeste."),
    ),
    "benefit.over": (
        _("Gevinsten har fået sit resultat og kan ikke ændres."),
        _("Følg den igen med en begrundelse, eller skriv en ny gevinst."),
    ),
    "benefit.accepted_later": (
        _("Ejeren kan ikke have taget imod {day}: den dag er ikke kommet."),
        _("Skriv dagen, hvor ejeren sagde ja."),
    ),
    "benefit.tie_not_there": (_("Målet eller systemet findes ikke længere."), _("Vælg et andet.")),
    "benefit.same_project": (_("Gevinsten hører allerede til projektet."), _("Vælg et andet projekt.")),
    "benefit.shares": (_("Andelene bliver over 100 procent."), _("Gør en af dem mindre.")),
    "benefit.lacks_change": (_("Det mangler, hvad der skal ændres."), _("Skriv det i én sætning.")),
    "benefit.change_done": (_("Forandringen er kommet og kan ikke tages væk."), _("Skriv en ny, hvis der er mere.")),
}
