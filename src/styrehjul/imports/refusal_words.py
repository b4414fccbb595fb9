"""What an import says no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "import.cpr": (
        _("{place} ser ud til at indeholde et CPR-nummer. Filen er ikke gemt, og intet er læst ind."),
        _("Fjern personnumre fra filen, og prøv igen."),
    ),
    "import.uncalculated": (
        _("{place} er en formel uden en gemt værdi."),
        _("Åbn filen i Excel, gem den, og prøv igen; eller skriv værdien i stedet for formlen."),
    ),
    "import.no_title": (
        _("Der er ingen kolonne med {wanted} i {name}. Kolonnerne er: {headers}."),
        _("Giv kolonnen overskriften “{wanted}”, eller vælg det rigtige ark."),
    ),
    "import.not_ready": (
        _("{count} rækker kan ikke læses ind."),
        _("Ret dem i filen, eller lad dem ude, og prøv igen. Intet er skrevet."),
    ),
    "import.changed": (
        _("Noget er ændret, siden du så listen."),
        _("Se den nye liste igennem, og bekræft igen."),
    ),
    "import.row": (
        _("Række {row} kan ikke læses ind: {because}"),
        _("Ret rækken i filen, eller lad den ude. Intet er skrevet."),
    ),
    "import.too_many": (
        _("Filen har {rows} rækker. Der kan højst være {limit} ad gangen."),
        _("Del den i flere filer."),
    ),
    "import.no_catalogue": (
        _("Kataloget over nationale projekter er ikke med i denne udgave."),
        _("Læs filen ind som projekter, uden --as catalogue."),
    ),
}
