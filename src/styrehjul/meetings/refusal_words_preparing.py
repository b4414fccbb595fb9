"""What is warned of and said no with while an agenda is being prepared."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PREPARING = {
    "item.moved_on": (
        _("{named}: Projektet er ændret, siden indstillingen blev skrevet: {effect}."),
        _("Ret virkningen under indstillingen, eller gem den igen, hvis den stadig er rigtig."),
    ),
    "item.annex_scanned": (
        _('{named}: Bilaget "{annex}" er skannet: siderne er billeder uden tekst.'),
        _("Læg filen på, som den blev skrevet, eller få teksten genkendt, før den skannes til PDF."),
    ),
    "item.annex_unread": (
        _('{named}: Bilaget "{annex}" kan ikke læses op for alle.'),
        _("Gem det som PDF med tags fra det program, det er skrevet i, eller læg teksten i et notat."),
    ),
    "agenda.over_time": (
        _("Punkterne er sat til {wanted} minutter, og mødet varer {length}."),
        _("Sæt færre minutter på et punkt, flyt et punkt, eller gør mødet længere."),
    ),
}
