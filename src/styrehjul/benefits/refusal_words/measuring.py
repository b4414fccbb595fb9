"""What benefits say no with when they are measured, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "benefit.lacks_value": (_("Det mangler, hvad tallet er nu."), _("Skriv tallet, som det er målt.")),
    "benefit.not_a_number": (
        _("“{text}” er ikke et tal, der kan holdes op imod målet, {target}."),
        _("Skriv tallet alene, fx 9 dage, og resten som bemærkning."),
    ),
    "benefit.owner_left": (
        _("{name} er fratrådt og kan ikke tage imod gevinsten."),
        _("Vælg en ny ejer, som tager imod den."),
    ),
    "benefit.link_over": (
        _("Linket gælder ikke længere."),
        _("Log ind og mål på gevinstens side."),
    ),
    "benefit.lacks_next": (
        _("Det mangler, hvornår der måles næste gang, eller hvordan det endte."),
        _("Vælg en dato, eller vælg resultatet."),
    ),
    "benefit.lacks_reason": (_("Det mangler, hvorfor."), _("Skriv en kort begrundelse.")),
    "benefit.outcome": (_("Resultatet kendes ikke."), _("Vælg et af de fire.")),
    "benefit.future": (
        _("Der kan ikke være målt {day}: den dag er ikke kommet."),
        _("Skriv den dag, hvor der blev målt."),
    ),
    "benefit.covers_backward": (_("Perioden slutter, før den begynder."), _("Ret en af datoerne.")),
    "benefit.covers_future": (
        _("Målingen kan ikke gælde dage, der ikke er kommet."),
        _("Lad perioden slutte senest den dag, der blev målt."),
    ),
    "benefit.too_early": (
        _("Målet skal være nået {day}, og der er ikke målt så sent endnu."),
        _("Mål igen på dagen, eller vælg delvist realiseret."),
    ),
    "benefit.above_measured": (
        _("Der er målt {measured}, og målet er {target}."),
        _("Vælg delvist realiseret, eller mål igen senere."),
    ),
    "benefit.not_planned": (
        _("Gevinsten er ikke planlagt, så der er intet mål at holde målingen op mod."),
        _("Skriv ejer, mål og dato, eller lad gevinsten bortfalde med en begrundelse."),
    ),
    "benefit.corrected_already": (_("Målingen er allerede rettet."), _("Ret den nyere måling i stedet.")),
    "benefit.day_has_passed": (_("{day} er ikke en dag, der kommer."), _("Vælg en senere dag.")),
    "benefit.day_answered": (_("Der er svaret på den måledag."), _("Se målingen på gevinstens side.")),
    "benefit.no_suggestion": (
        _("Der er ingen dage at foreslå."),
        _("Skriv først, hvornår målet skal være nået, eller skriv dagene selv."),
    ),
    "benefit.months": (
        _("Månederne kan ikke læses."),
        _("Skriv hele måneder med komma imellem, for eksempel 3, 6, 12, 24."),
    ),
}
