"""What is said no with about an item, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "item.no_title": (_("{named} mangler en titel."), _("Skriv, hvad punktet handler om.")),
    "item.no_responsible": (_("{named} mangler en ansvarlig."), _("Vælg, hvem der skriver punktet.")),
    "item.no_summary": (_("{named} mangler et resumé."), _("Skriv 2-5 linjer om, hvad sagen er, og hvorfor nu.")),
    "item.no_recommendation": (
        _("{named} mangler en indstilling."),
        _("Tilføj den, eller flyt punktet til næste møde."),
    ),
    "item.no_economy": (
        _("{named} mangler de økonomiske konsekvenser."),
        _('Skriv dem, eller tryk "Ingen".'),
    ),
    "item.not_ready": (_("{named} er ikke klar."), _("Gør punktet klar, eller flyt det til næste møde.")),
    "item.already_ready": (_("{named} er allerede klar."), ""),
    "item.no_effect": (
        _("{named}: Beslutningen flytter ikke projektet, for indstillingen har ingen virkning."),
        _("Vælg en virkning under indstillingen, hvis beslutningen skal flytte projektet."),
    ),
    "item.effect_without_project": (
        _("{named} har en virkning, der mangler sit projekt."),
        _("Vælg det projekt, virkningen gælder."),
    ),
    "item.effect_wrong": (
        _('Virkningen "{effect}" på punktet "{title}": {fault}.'),
        _("Ret virkningen under indstillingen."),
    ),
    "item.left_agenda": (
        _("{named} er taget af dagsordenen."),
        _("Sæt sagen på som et nyt punkt, hvis den skal behandles."),
    ),
    "item.kind_unknown": (_("Den slags punkt bruges ikke i organet."), _("Vælg mellem {kinds}.")),
    "item.access_unknown": (_("Adgangen skal være åben eller lukket."), _("Vælg en af dem.")),
    "item.too_many_points": (_("En indstilling kan højst have {limit} punkter."), _("Del sagen i flere punkter.")),
    "item.not_movable": (
        _('"{title}" følger mødet og kan ikke flyttes.'),
        _("Tag punktet af dagsordenen i stedet."),
    ),
    "item.other_body": (_("Punktet hører til i {body}."), _("Vælg et af organets egne møder.")),
    "item.already_standing": (_('"{title}" står på dagsordenen.'), ""),
    "item.standing_unknown": (
        _("Kommissoriet har ikke det faste punkt i {body}."),
        _("Vælg et af de faste punkter på listen."),
    ),
    "item.must_leave": (
        _('Punktet "{title}" står stadig på mødet.'),
        _("Flyt det til et andet møde, eller tag det af, før mødet aflyses."),
    ),
    "item.no_decision": (
        _("{named} mangler en beslutning."),
        _('Skriv beslutningen, eller vælg "Udsat til næste møde".'),
    ),
    "item.no_decision_text": (_("{named} mangler beslutningens ord."), _("Skriv, hvad der blev besluttet.")),
    "item.outcome_unknown": (_('Udfaldet på "{title}" kendes ikke.'), _("Vælg et af udfaldene på listen.")),
    "item.outcome_not_offered": (
        _('"{outcome}" kan ikke bruges på et punkt af den slags.'),
        _("Vælg mellem {offered}."),
    ),
    "item.no_meeting": (_('"{title}" står ikke på et møde.'), _("Sæt punktet på et møde først.")),
    "matter.already_open": (_('Sagen "{title}" er allerede i gang i organet.'), _("Brug det punkt, der er.")),
    "annex.file_or_link": (_("Et bilag er enten en fil eller et link."), _("Vælg én fil, eller skriv ét link.")),
    "annex.link_wrong": (_("Linket skal begynde med https://."), _("Ret linket.")),
    "proposal.already_placed": (_('"{title}" står allerede på et møde.'), _("Åbn punktet dér.")),
    "proposal.not_waiting": (_('"{title}" venter ikke på en beslutning.'), _("Se på projektets side, hvor det står.")),
    "effect.wrong_body": (
        _("{deed} hører til i {bodies}: {rule}."),
        _("Flyt punktet dertil, eller fjern virkningen. Reglen står under Rettigheder."),
    ),
}
