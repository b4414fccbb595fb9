"""What a project's parts say no with: milestones, tasks, risks, dependencies, money, hours and impacts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se projektets side, hvor det står nu.")

WORDS = {
    "part.project_over": (_("Projektet er slut ({state}), og dets oplysninger står, som de stod."), _SEE),
    "milestone.why": (_("Milepælen er flyttet."), _("Skriv med få ord hvorfor.")),
    "milestone.future": (
        _("En milepæl kan ikke være nået på en dag, der ikke har været."),
        _("Skriv den dag, den blev nået, eller lad feltet stå tomt."),
    ),
    "project_task.begin": (_("Opgaven er ikke åben."), _SEE),
    "project_task.finish": (_("Opgaven er allerede udført eller udgået."), _SEE),
    "project_task.drop": (_("Opgaven er allerede udført eller udgået."), _SEE),
    "project_task.reopen": (_("Opgaven er åben."), _SEE),
    "risk.happen": (_("Kun en åben risiko kan være indtruffet."), _SEE),
    "risk.close": (_("Risikoen er allerede lukket."), _SEE),
    "risk.reopen": (_("Risikoen er åben."), _SEE),
    "risk.half_score": (
        _("Sandsynlighed og konsekvens vurderes sammen."),
        _("Udfyld begge, eller lad begge stå tomme."),
    ),
    "risk.off_scale": (_("Skalaen går fra 1 til {scale}."), _("Vælg et trin på skalaen.")),
    "dependency.lacks_project": (_("Det fremgår ikke, hvilket projekt det venter på."), _("Vælg projektet.")),
    "dependency.lacks_system": (_("Det fremgår ikke, hvilket system det afhænger af."), _("Vælg systemet.")),
    "dependency.lacks_external": (_("Det fremgår ikke, hvad der ventes på."), _("Skriv det med få ord.")),
    "dependency.lacks_milestone": (
        _("Det fremgår ikke, hvilken milepæl der ventes på."),
        _("Vælg en af det andet projekts milepæle, eller vent på hele projektet."),
    ),
    "dependency.itself": (_("Et projekt kan ikke vente på sig selv."), _("Vælg et andet projekt.")),
    "dependency.circle": (
        _("Projekterne ville vente på hinanden i ring: {path}."),
        _("Fjern en af de andre afhængigheder i ringen først."),
    ),
    "stakeholder.influence": (_("Indflydelse er 1, 2 eller 3."), _("Vælg et af de tre.")),
    "economy.year": (_("Året ser ikke rigtigt ud."), _("Skriv et årstal mellem 2000 og 2100.")),
    "economy.empty": (_("Linjen har ingen beløb."), _("Skriv budget, forventning eller forbrug.")),
    "impact.period": (_("Påvirkningen slutter, før den begynder."), _("Vælg et senere kvartal at slutte i.")),
    "impact.intensity": (_("Styrken er 1, 2 eller 3."), _("Vælg et af de tre.")),
    "large.lacks_steering": (
        _("Ingen styrer det: et organ eller en gruppe."),
        _("Skriv det under »Ret oplysninger«."),
    ),
    "large.lacks_plan": (_("Der er ingen plan."), _("Tilføj milepæle.")),
    "large.lacks_risks": (_("Der er ingen risici."), _("Tilføj de vigtigste risici.")),
    "pool.name_taken": (_("Der er allerede en pulje med det navn."), _("Find et andet navn.")),
    "capacity.absence": (
        _("Fravær og drift kan ikke være mere, end der er i alt."),
        _("Ret et af tallene."),
    ),
    "allocation.of_nobody": (_("Det fremgår ikke, hvem timerne er hos."), _("Vælg en pulje eller en person.")),
    "allocation.amount": (_("Mængden skal være større end 0."), _("Skriv et tal.")),
    "allocation.not_asked": (_("Timerne er allerede bekræftet eller givet tilbage."), _SEE),
}
