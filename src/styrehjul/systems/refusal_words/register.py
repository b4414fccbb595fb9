"""What systems say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "system.lacks_name": (_("Systemet mangler et navn."), _("Skriv det navn, som kommunen bruger.")),
    "system.from_kitos": (
        _("{name} kommer fra Kitos, og det, der er ændret, hører til der."),
        _("Ret det i Kitos; det kommer herover, næste gang Kitos hentes. Systemejeren kan vælges her."),
    ),
    "system.use_backwards": (
        _("Systemet går ud af brug, før det er taget i brug."),
        _("Ret en af de to datoer."),
    ),
    "system.name_taken": (
        _("Der er allerede et system, der hedder {name}."),
        _("Ret det, der er, eller giv det nye et navn, der kan kendes fra det."),
    ),
}
