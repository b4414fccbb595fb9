"""What the figures of benefits say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "curve.ramp": (
        _("Indkøringen er ikke til at læse."),
        _("Skriv andelen for hvert kvartal i procent, for eksempel 25/50/75/100."),
    ),
    "curve.order": (_("Det laveste er større end det højeste."), _("Skriv det laveste, det ventede og det højeste.")),
    "curve.lacks_rate": (
        _("Det mangler, hvad der ventes pr. år."),
        _("Skriv det ventede, eller lad alle tre stå tomme."),
    ),
    "curve.end": (_("Slutningen ligger før begyndelsen."), _("Vælg en senere slutdag, eller lad den stå tom.")),
    "curve.milestone": (_("Milepælen hører ikke til gevinstens projekt."), _("Vælg en af projektets milepæle.")),
    "curve.lacks_reason": (_("Det mangler, hvorfor løftet er et andet."), _("Skriv beslutningen eller grunden.")),
    "curve.nothing": (
        _("Der er ikke tal nok til at låse et forløb."),
        _("Skriv tallet i dag, målet og hvornår, eller beløbet pr. år."),
    ),
    "group.lacks_name": (_("Gruppen mangler et navn."), _("Skriv, hvad gevinsterne deler, for eksempel kontoen.")),
    "group.lacks_ceiling": (_("Gruppen mangler et loft."), _("Skriv, hvor meget der højst kan hentes på et år.")),
    "group.order": (
        _("Det laveste loft er større end det højeste."),
        _("Skriv det laveste, det ventede og det højeste."),
    ),
    "group.elsewhere": (
        _("Gevinsten er i gruppen “{group}”."),
        _("Tag den ud af den gruppe først. En gevinst står under ét loft."),
    ),
    "group.unit": (_("Gruppen tæller {unit}, og det gør gevinsten ikke."), _("Vælg en gevinst med samme enhed.")),
    "group.share": (_("Andelen er ikke mellem 0 og 100 procent."), _("Skriv en andel i procent.")),
    "group.over_hundred": (_("Andelene bliver mere end 100 procent."), _("Sæt en af de andre andele ned først.")),
    "trail.lacks_account": (
        _("Det mangler, hvilken konto beløbet tages fra."),
        _("Skriv kontoen, som den hedder i budgettet."),
    ),
    "trail.lacks_amount": (_("Beløbet mangler."), _("Skriv beløbet i 1.000 kr., større end nul.")),
    "trail.year": (_("Budgetåret er ikke et år."), _("Skriv et år, for eksempel 2028.")),
    "trail.not_money": (
        _("Gevinsten er ikke talt i kroner, og timer er ikke kroner."),
        _("Skriv en gevinst i kroner, når det er besluttet, hvad timerne bruges til."),
    ),
    "trail.step": (_("Beløbet kan ikke gå dertil, hvor det er nu."), _("Vælg det næste trin.")),
    "trail.lacks_reference": (
        _("Det mangler, hvad trinnet bygger på."),
        _("Skriv beslutningens nummer, eller hvor i budgettet eller regnskabet det står."),
    ),
    "trail.twice": (
        _("“{reference}” er allerede verificeret for {account} i {year}."),
        _("Samme besparelse kan ikke verificeres to gange. Ret henvisningen, hvis det er en anden."),
    ),
    "trail.over": (
        _("I {year} kan der højst tages {room} t.kr. hjem; der er taget {there}, og {amount} mere er for meget."),
        _("Sæt beløbet ned, eller ret gevinstens forventning eller gruppens loft først."),
    ),
}
