"""What goals say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "goal.lacks_title": (_("Målet mangler en titel."), _("Skriv det, som det siges.")),
    "goal.ends_before_start": (
        _("Målet kan ikke slutte, før det begynder {start}."),
        _("Vælg en senere dato."),
    ),
    "goal.unknown": (_("Det valgte mål findes ikke."), _("Vælg et mål på listen.")),
    "goal.circle": (
        _("Et mål kan ikke være delmål af sig selv eller af et af sine egne delmål."),
        _("Vælg et andet overordnet mål, eller lad feltet stå tomt."),
    ),
    "goal.parent_is_part": (
        _("“{parent}” er selv et delmål, og et delmål har ingen delmål."),
        _("Vælg det overordnede mål i stedet."),
    ),
    "goal.has_parts": (
        _("Målet har delmål, så det kan ikke selv blive et delmål."),
        _("Flyt delmålene først."),
    ),
    "goal.parent_elsewhere": (
        _("“{parent}” hører til en anden strategi."),
        _("Vælg den samme strategi til delmålet, eller vælg et overordnet mål i strategien."),
    ),
    "goal.parts_elsewhere": (
        _("Delmålet “{part}” bliver i en anden strategi end målet."),
        _("Flyt delmålet først, eller lad målet blive i sin strategi."),
    ),
    "goal.replaced_in_circle": (
        _("Målene ville afløse hinanden i ring."),
        _("Vælg det mål, der kom efter."),
    ),
    "goal.replaced_not_ended": (
        _("Et mål, der er afløst, skal have en slutdato."),
        _("Skriv, hvornår målet gælder til."),
    ),
    "goal.has_measures": (
        _("Målet har målepunkter, så det måles."),
        _("Afslut målepunkterne først, eller fjern krydset ved “Måles ikke”."),
    ),
    "goal.ended": (
        _("Målet er slut og kan ikke få nye forbindelser."),
        _("Vælg et mål, der gælder nu."),
    ),
}
