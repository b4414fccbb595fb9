"""What the life of a project says no with: its ties, its baselines, and its end."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_REPORT = _("Skriv det i slutrapporten.")
_MOVED = _("Se projektets side, hvor det står nu.")

WORDS = {
    "project.hand_over": (
        _("Projektet er ikke meldt færdigt."),
        _("Meld det færdigt med en slutrapport først."),
    ),
    "project.send_back": (
        _("Kun et forslag, der ikke står på en dagsorden, kan sendes tilbage som idé."),
        _("Tag det af dagsordenen først."),
    ),
    "project.resubmit": (_("Kun det, der er afvist eller trukket, kan genfremsættes."), _MOVED),
    "project.draft_is_idea": (
        _("Kun en idé kan være en kladde, som andre ikke ser."),
        _("Et forslag kan læses af alle ansatte."),
    ),
    "goal.not_in_force": (_("Målet gælder ikke i dag."), _("Vælg et mål, der gælder.")),
    "goal.weight": (_("Hvor meget projektet bidrager, er 1, 2 eller 3."), _("3 er mest.")),
    "baseline.not_started": (
        _("Projektet har ingen baseline endnu."),
        _("Den første fastfryses, når projektet sættes i gang."),
    ),
    "closing.frozen": (
        _("Slutrapporten er fastfrosset med beslutningen og kan ikke ændres."),
        _("Genåbnes projektet, kan der skrives en ny."),
    ),
    "closing.lacks_delivered": (_("Slutrapporten mangler, hvad der blev leveret."), _REPORT),
    "closing.lacks_handover": (
        _("Slutrapporten mangler, hvem der tager over i driften."),
        _("Skriv, hvem der ejer løsningen, og hvem der svarer på spørgsmål."),
    ),
    "closing.lacks_lessons": (_("Slutrapporten mangler, hvad der er lært."), _REPORT),
    "closing.lacks_recommendation": (
        _("Slutrapporten mangler en anbefaling."),
        _("Skriv, om projektet bør afsluttes, og hvad der skal holdes øje med."),
    ),
    "closing.open_work": (
        _("Åbne opgaver og risici hænger stadig på projektlederen: {work}."),
        _("Giv dem til projektejeren med ét klik, eller afslut dem."),
    ),
    "closing.untold_owners": (
        _("Systemejerne har ikke fået besked om overdragelsen: {systems}."),
        _("Bekræft på slutrapporten, at de har fået besked."),
    ),
    "closing.open_benefits": (
        _("Projektet har gevinster, der ikke er indfriet: {benefits}."),
        _("Lad gevinsterne følge, eller luk dem med en grund."),
    ),
    "closing.benefit_without_owner": (
        _("Gevinsten “{benefit}” har ingen ejer."),
        _("Vælg en ejer i linjen, som tager imod den."),
    ),
    "closing.benefit_not_accepted": (
        _("{owner} har ikke taget imod gevinsten “{benefit}”."),
        _("Ejeren tager imod den på gevinstens side; porteføljeadministratoren kan notere det."),
    ),
    "closing.benefit_declined": (
        _("{owner} vil ikke tage imod gevinsten “{benefit}”: {why}"),
        _("Vælg en anden ejer, eller skriv i beslutningen, hvad organet afgør, at der skal ske med gevinsten."),
    ),
    "closing.benefit_owner_left": (
        _("{owner}, som ejer gevinsten “{benefit}”, er ikke ansat, når den måles."),
        _("Vælg en ny ejer i linjen, som tager imod den."),
    ),
    "closing.benefit_without_date": (
        _("Gevinsten “{benefit}” har ingen dato, hvor den måles."),
        _("Sæt mindst én dato på gevinstens side."),
    ),
    "follow_up.open_benefits": (
        _("Der er gevinster uden et resultat: {benefits}."),
        _("Skriv den sidste måling og resultatet på hver gevinst."),
    ),
    "stop.lacks_money": (
        _("Det mangler, hvor mange penge der er brugt."),
        _("Skriv beløbet i 1.000 kr., eller 0."),
    ),
    "stop.lacks_hours": (_("Det mangler, hvor mange timer der er brugt."), _("Skriv timerne, eller 0.")),
    "stop.lacks_reuse": (
        _("Det mangler, hvad der kan bruges igen."),
        _("Skriv det, eller skriv “intet”."),
    ),
}
