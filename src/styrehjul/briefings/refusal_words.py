"""What briefings say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "briefing.empty": (
        _("Der står intet i orienteringen."),
        _("Skriv et par linjer under Kort fortalt, eller lad en af linjerne være med."),
    ),
    "briefing.nobody_chosen": (
        _("Der er ikke valgt, hvem orienteringen skal sendes til."),
        _("Sæt kryds ved direktionen, chefforum eller begge."),
    ),
    "briefing.no_receivers": (
        _("Der er ingen modtagere."),
        _("Vælg dem under Modtagere."),
    ),
    "briefing.no_address": (
        _("{name} har ingen mailadresse."),
        _("Skriv den på personens side, eller tag personen af listen under Modtagere."),
    ),
    "briefing.sent_already": (
        _("Orienteringen er allerede sendt dertil."),
        _("En rettelse sendes som en ny: tryk Ret med en ny."),
    ),
    "briefing.not_approved": (
        _("Formanden har ikke godkendt orienteringen."),
        _("Send den til formanden først."),
    ),
    "briefing.is_sent": (
        _("Orienteringen er sendt og kan ikke ændres."),
        _("Tryk Ret med en ny."),
    ),
    "briefing.is_approved_here": (
        _("Formanden skal ikke godkende orienteringer her."),
        _("Send den direkte, eller slå godkendelsen til under Modtagere."),
    ),
    "briefing.line_long": (
        _("En linje er for lang: den har {length} tegn."),
        _("Gør den kortere end 500 tegn."),
    ),
    "briefing.lacks_title": (_("Orienteringen mangler en titel."), _("Skriv en.")),
    "briefing.lacks_reason": (_("Der mangler en grund."), _("Skriv, hvad der skal ændres.")),
    "briefing.not_sent": (_("Orienteringen er ikke sendt endnu."), _("Ret i kladden, og send den.")),
    "briefing.submit": (_("Orienteringen er ikke en kladde."), _("Åbn den, og se, hvor den er.")),
    "briefing.return": (_("Orienteringen er ikke hos formanden."), _("Åbn den, og se, hvor den er.")),
    "briefing.approve": (_("Orienteringen er ikke hos formanden."), _("Åbn den, og se, hvor den er.")),
    "briefing.edit": (
        _("Orienteringen kan ikke rettes, som den er nu."),
        _("Er den hos formanden, så bed om at få den tilbage; er den sendt, så tryk Ret med en ny."),
    ),
    "briefing.send": (
        _("Orienteringen kan ikke sendes, som den er nu."),
        _("Er den hos formanden, så vent på svaret."),
    ),
}
