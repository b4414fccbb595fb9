"""What measures and their values say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "measure.lacks_title": (_("Skriv, hvad der måles."), _("Fx “Andel selvbetjente henvendelser”.")),
    "measure.lacks_target": (_("Målepunktet mangler det tal, der skal nås."), _("Skriv målet som et tal.")),
    "measure.target_before_start": (
        _("Målet skal nås efter den dag, hvor målingen begynder ({start})."),
        _("Vælg en senere dato."),
    ),
    "measure.ended": (_("Målepunktet er afsluttet."), _("Opret et nyt, hvis målet skal måles igen.")),
    "measure.goal_not_measured": (
        _("Målet er sat til “måles ikke”."),
        _("Fjern krydset på målet først."),
    ),
    "value.in_future": (_("Tallet kan ikke gælde en dag, der ikke er kommet."), _("Vælg den dag, tallet er fra.")),
    "value.same_day": (
        _("Der står allerede {value} den {day}. Et målepunkt har ét tal om dagen."),
        _("Er tallet forkert, så brug Ret ved tallet. Det gamle bliver stående i historien."),
    ),
    "value.corrected_already": (_("Tallet er allerede rettet."), _("Ret det nyeste i stedet.")),
    "value.unchanged": (_("Det er det samme tal, som står der."), _("Skriv det tal, der er rigtigt.")),
}
