"""What is said no with about matters outside the agenda: chiefs' meetings, needs, topics, and what is decided between meetings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se på sagens side, hvor den står nu.")

PRIORS = {
    "item.prior_missing": (
        _("{named} mangler udfaldet {prior}."),
        _("Skriv udfaldet på punktet, eller bed formanden om at fravige behandlingen."),
    ),
    "treatment.role_unknown": (_("Det kan organet ikke bedes om."), _("Vælg et af valgene på listen.")),
    "outside.no_name": (_("Chefmødet mangler et navn."), _("Skriv, hvad det hedder.")),
    "prior.no_place": (_("Det er ikke sagt, hvor punktet behandles først."), _("Vælg ét sted.")),
    "prior.too_late": (_("Punktet er behandlet eller taget af."), _("Skriv det i sagens næste punkt.")),
    "prior.no_address": (_("{place} har ingen sekretær med en mailadresse."), _("Skriv adressen under Chefmøder.")),
    "prior.answered": (_("Udfaldet er skrevet."), _("Ret udfaldet i stedet.")),
    "prior.outcome_unknown": (_("Udfaldet kendes ikke."), _("Vælg et af udfaldene på listen.")),
    "prior.link_over": (_("Linket gælder ikke længere."), _("Bed sekretæren om et nyt.")),
    "not_allowed.prior.waive": (
        _("Kun formanden, eller den, som formanden har overdraget godkendelsen til, kan fravige behandlingen."),
        _("Spørg formanden."),
    ),
}
NEEDS = {
    "need.empty": (_("Beslutningsbehovet er tomt."), _("Skriv, hvad der skal besluttes.")),
    "need.wanted_in_past": (_("{day} er gået."), _("Skriv en senere dag, eller lad feltet stå tomt.")),
    "need.take_forward": (_("Beslutningsbehovet er ført videre eller afsluttet."), _SEE),
    "need.put_back": (_("Beslutningsbehovet står allerede åbent, eller det er afsluttet."), _SEE),
    "need.decide": (_("Beslutningsbehovet er ikke ført videre til et organ."), _SEE),
    "need.withdraw": (
        _("Beslutningsbehovet er ført videre eller afsluttet og kan ikke trækkes."),
        _("Tag dets punkt af dagsordenen først."),
    ),
    "backlog.no_meeting": (_('Det er ikke sagt, hvilket møde "{title}" skal på.'), _("Vælg et møde.")),
    "backlog.not_waiting": (_('"{title}" venter ikke på et møde.'), _SEE),
    "decision.to_body_needed": (
        _('Det er ikke sagt, hvilket organ "{title}" går videre til.'),
        _("Vælg et andet organ under resultatet."),
    ),
    "not_allowed.need.raise": (
        _("Beslutningsbehov rejses af organets medlemmer og af projekternes ejere og ledere."),
        _("Spørg organets sekretær."),
    ),
    "not_allowed.project.raise_need": (_("Projektets ejer og leder rejser behov fra projektet."), _("Spørg dem.")),
    "not_allowed.need.tick": (
        _("Beslutningsbehov sendes videre af dem, der forbereder mødet."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.need.withdraw": (
        _("Behovet trækkes af den, der har rejst det, eller af dem, der forbereder mødet."),
        _("Spørg sekretæren."),
    ),
}
TOPICS = {
    "topic.became": (_("Emnet er allerede gjort til noget andet."), _("Følg linket fra emnet.")),
}
_MEETING = _("Sæt sagen på et møde.")
BETWEEN = {
    "written_procedure.not_used": (_("Skriftlig høring bruges ikke i {body}."), _MEETING),
    "chair_decisions.not_used": (_("Formandsbeslutninger bruges ikke i {body}."), _MEETING),
    "circulation.not_a_decision": (_('"{title}" er ikke et punkt til beslutning.'), _MEETING),
    "circulation.due_in_past": (_("Fristen {day} giver ingen tid til at svare."), _("Vælg en senere dag.")),
    "circulation.answer_unknown": (_("Svaret kendes ikke."), _("Vælg enig, uenig eller kræver møde.")),
    "circulation.over": (_("Høringen er afsluttet, eller fristen er gået."), _SEE),
    "circulation.not_asked": (_("{name} er ikke spurgt i høringen."), _("Spørg sekretæren.")),
    "circulation.agree": (_("Høringen er afsluttet."), _SEE),
    "circulation.take_to_meeting": (_("Høringen er afsluttet."), _SEE),
    "item.between_meetings": (
        _('"{title}" behandles mellem møder og kan ikke ændres.'),
        _("Tag sagen på et møde i stedet, hvis den skal rettes."),
    ),
    "not_allowed.circulation.start": (_("Sekretæren sender i skriftlig høring."), _("Spørg sekretæren.")),
    "not_allowed.circulation.answer": (_("Kun organets medlemmer svarer."), _("Spørg sekretæren.")),
    "not_allowed.decision.by_chair": (_("Kun formanden kan beslutte mellem møder."), _("Spørg formanden.")),
}
WORDS = PRIORS | NEEDS | TOPICS | BETWEEN
