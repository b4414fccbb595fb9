"""What is said no with about who is there at an item."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "presence.nobody": (_("Der er ikke valgt en person."), _("Vælg en af deltagerne, eller skriv gæstens navn.")),
    "presence.unknown": (_("Det kan ikke noteres om en person."), _("Vælg et af valgene på listen.")),
    "presence.not_now": (
        _("Fremmødet ved punktet kan ikke noteres nu."),
        _("Hvem der kommer og går, noteres, mens mødet er i gang. Er referatet godkendt, skrives en rettelse."),
    ),
    "presence.leads": (
        _("{name} leder mødet og kan ikke samtidig være ude af behandlingen."),
        _("Notér, at en anden leder mødet under punktet, i beslutningens tekst, eller start mødet med en anden leder."),
    ),
    "presence.writes": (
        _("{name} skriver referatet og skal kunne se punktet."),
        _("Sæt en stedfortræder for sekretæren, hvis sekretæren er inhabil."),
    ),
    "attendance.changed": (
        _("En anden har imens noteret {name} som {status}. Dit fremmøde er ikke gemt."),
        _("Se, hvad der står nu, og ret det, der er forkert."),
    ),
    "ad_hoc.not_agreed": (
        _("Et nyt punkt kan kun komme på under mødet, når alle tilstedeværende er enige, eller det er oplagt."),
        _("Vælg, hvorfor punktet kommer på."),
    ),
    "not_allowed.presence.note": (
        _("Fremmøde og inhabilitet ved et punkt noteres af sekretæren og mødelederen."),
        _("Spørg sekretæren."),
    ),
}
