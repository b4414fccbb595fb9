"""What strategies, their relations, the yearly assessment and partnerships say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "strategy.lacks_title": (_("Strategien mangler en titel."), _("Skriv det navn, den er kendt under.")),
    "strategy.ends_before_start": (
        _("Strategien kan ikke slutte, før den begynder {start}."),
        _("Vælg en senere dato."),
    ),
    "strategy.two_digital": (
        _("“{title}” er digitaliseringsstrategi i de samme dage ({first} – {last}). Der kan kun være én ad gangen."),
        _("Sæt en slutdato på den tidligere først, eller vælg andre datoer."),
    ),
    "strategy.replaces_itself": (
        _("Strategierne ville afløse hinanden i ring."),
        _("Vælg den strategi, der gik forud."),
    ),
    "relation.lacks_sentence": (
        _("Skriv i én sætning, hvordan målet og strategien hænger sammen."),
        _("Fx “Selvbetjening gør det muligt at flytte tid til borgere med behov”."),
    ),
    "relation.own_strategy": (
        _("Målet hører selv til den strategi."),
        _("Vælg en anden af kommunens strategier."),
    ),
    "relation.strategy_ended": (
        _("Strategien er slut og kan ikke få nye forbindelser."),
        _("Vælg en strategi, der gælder nu."),
    ),
    "relation.unknown_kind": (
        _("Vælg, hvad målet er for strategien."),
        _("Det støtter, har brug for eller er i konflikt."),
    ),
    "relation.exists": (_("Den forbindelse står her allerede."), _("Ret den i stedet.")),
    "assessment.lacks_answer": (
        _("Vælg ja eller nej, og skriv hvad."),
        _("Ved nej: skriv, hvorfor strategien stadig holder."),
    ),
    "assessment.not_answered": (
        _("“{title}” er ikke besvaret. Vælg ja eller nej, og skriv hvad."),
        _("Åbn punktet, og vælg Svar på vurderingen. Når det ikke kan ud på mødet, udsættes punktet."),
    ),
    "assessment.wrong_item": (
        _("Vurderingen skrives på det faste punkt om den strategiske retning."),
        _("Sæt punktet på dagsordenen, hvis det mangler."),
    ),
    "assessment.follow_up_nobody": (
        _("Opfølgningen mangler en ansvarlig."),
        _("Vælg, hvem der gør det."),
    ),
    "assessment.once": (
        _("Vurderingen for {year} er allerede skrevet."),
        _("Den læses under Strategi. Der skrives én om året."),
    ),
    "assessment.follow_up_without_answer": (
        _("En opfølgning hører til et ja."),
        _("Vælg ja, eller lad opfølgningen stå tom."),
    ),
    "partnership.lacks_text": (
        _("Et partnerskab har et navn, mindst én partner og et formål."),
        _("Skriv de tre felter. Resten kan komme til senere."),
    ),
    "partnership.ends_before_start": (
        _("Partnerskabet kan ikke slutte, før det begynder {start}."),
        _("Vælg en senere dato."),
    ),
    "partnership.ended": (_("Partnerskabet er afsluttet."), _("Skriv et nyt ind, hvis I begynder igen.")),
    "partnership.not_longer": (
        _("Den nye slutdato ligger ikke efter den, der står ({end})."),
        _("Vælg en senere dato."),
    ),
    "partnership.not_past": (_("Den nye slutdato er allerede gået."), _("Vælg en dato, der kommer.")),
    "partnership.lacks_outcome": (
        _("Skriv, hvad der kom ud af partnerskabet."),
        _("Et par linjer er nok."),
    ),
    "tie.choose": (_("Vælg både en indsats og et mål."), _("Vælg på listen, og tryk Knyt.")),
    "tie.unknown": (_("Indsatsen findes ikke længere."), _("Åbn listen igen.")),
}
