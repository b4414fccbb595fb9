"""What the plans say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "plan.not_read": (
        _("Filen kan ikke læses som en planfil. {faults}"),
        _("Ret filen, og prøv igen. Hver fejl er nævnt med sit sted."),
    ),
    "plan.run_over": (
        _("Beregningen er allerede slut."),
        _("Se svaret, eller lad det beregne igen."),
    ),
    "plan.no_plan_to_study": (
        _("Der er ikke fundet en plan at se nærmere på."),
        _("Ret det, der står i vejen, og lad planen beregne igen."),
    ),
    "plan.draft_there": (
        _("Der er allerede et udkast til indsatsplanen for {year}."),
        _("Ret det, der er der."),
    ),
    "plan.not_draft": (
        _("Planen er indstillet eller godkendt og kan ikke rettes."),
        _("Tag den tilbage, før den er behandlet, eller lav en ny version."),
    ),
    "plan.negative": (
        _("Timer og penge kan ikke være mindre end nul."),
        _("Skriv et tal fra nul, eller lad feltet stå tomt."),
    ),
    "plan.bound_reason": (
        _("En bundet linje skal sige, hvad den er bundet af."),
        _("Skriv loven, aftalen eller beslutningen."),
    ),
    "plan.activity_name": (_("Aktiviteten mangler et navn."), _("Skriv, hvad der skal laves.")),
    "plan.nothing_scored": (
        _("Ingen linje har en score, og intet er bundet."),
        _("Giv mindst én linje en score fra 0 til 5."),
    ),
    "plan.no_plan_to_take": (
        _("Der er ingen beregnet sammensætning at tage over."),
        _("Vent, til beregningen er færdig, eller bed om en ny."),
    ),
    "plan.nothing_chosen": (_("Ingen linje er med i planen."), _("Vælg, hvad der skal være med.")),
    "plan.not_as_sent": (
        _("Planen er ikke længere den, der blev sendt ud."),
        _("Indstil planen igen, så mødet behandler den, som den er nu."),
    ),
    "plan.why_needed": (
        _("Planen ændrer en, der er godkendt, og siger ikke hvorfor."),
        _("Skriv, hvorfor planen skal ændres."),
    ),
    "plan.not_live": (
        _("Kun i den gældende plan kan en linje flyttes uden en beslutning."),
        _("Ret linjen i udkastet i stedet."),
    ),
    "plan.line_over": (
        _("Linjen er ikke med i planen, eller den er slut."),
        _("Lav en ny version af planen, hvis den skal med."),
    ),
    "plan.nothing_moved": (_("Der er ikke ændret noget."), _("Vælg et andet kvartal eller andre timer.")),
    "plan.line_begun": (
        _("Det er begyndt, og starten kan ikke flyttes."),
        _("Timerne kan stadig ændres."),
    ),
    "plan.quarter": (_("Et år har fire kvartaler."), _("Vælg 1., 2., 3. eller 4. kvartal.")),
    "activity.begun": (_("Aktiviteten er allerede begyndt."), _("Meld den gjort, når den er det.")),
    "activity.done": (_("Aktiviteten er allerede gjort."), _("Fortryd, hvis den ikke er det.")),
    "activity.not_marked": (_("Aktiviteten er hverken begyndt eller gjort."), _("Meld den begyndt først.")),
    "plan_version.submit": (_("Kun et udkast kan indstilles."), _("Se, hvor planen er nu, på dens side.")),
    "plan_version.take_back": (
        _("Kun en indstillet plan kan tages tilbage."),
        _("Se, hvor planen er nu, på dens side."),
    ),
    "plan_version.return": (_("Kun en indstillet plan kan sendes tilbage."), _("Se, hvor planen er nu, på dens side.")),
    "plan_version.approve": (_("Kun en indstillet plan kan godkendes."), _("Indstil planen igen.")),
    "plan_version.supersede": (_("Kun en gældende plan kan afløses."), _("Se, hvor planen er nu, på dens side.")),
}
