"""What is said no with about an agenda, its decisions and its minutes, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se på mødets side, hvor det står nu.")

WORDS = {
    "agenda.empty": (_("Dagsordenen har ingen punkter."), _("Tilføj et punkt.")),
    "agenda.already_with_chair": (_("Dagsordenen er allerede sendt til formanden."), _SEE),
    "agenda.locked": (
        _("Teksten er låst, mens formanden har dagsordenen."),
        _("Bed sekretæren om at rette, eller om at få punktet retur."),
    ),
    "agenda.sent": (
        _("Dagsordenen er udsendt og kan ikke rettes."),
        _("Tag det op på mødet, eller sæt sagen på næste møde."),
    ),
    "agenda.not_with_chair": (
        _("Dagsordenen ligger ikke til godkendelse."),
        _("Vent, til sekretæren har sendt den til formanden."),
    ),
    "agenda.changed_since": (
        _("Dagsordenen er ændret, siden den udgave blev lavet."),
        _("Læs den nye udgave, når sekretæren har sendt den, og godkend den."),
    ),
    "agenda.already_sent": (_("Dagsordenen er udsendt. Der er ikke sendt noget igen."), _SEE),
    "agenda.not_approved": (
        _("Formanden har ikke godkendt dagsordenen."),
        _("Send den til formanden, og vent på godkendelsen."),
    ),
    "agenda.with_chair": (
        _("Formanden har ikke godkendt dagsordenen endnu."),
        _("Den ligger hos formanden. Du får en mail, når den er godkendt eller sendt retur."),
    ),
    "agenda.not_approved_by_secretary": (_("Dagsordenen er ikke godkendt."), _("Godkend den først.")),
    "agenda.order_differs": (
        _("Rækkefølgen passer ikke med de punkter, der står på dagsordenen nu."),
        _("Åbn siden igen, og flyt punktet."),
    ),
    "dispatch.no_receivers": (_("Ingen af medlemmerne har en mailadresse."), _("Skriv adresserne under Organisation.")),
    "dispatch.receivers_changed": (_("Modtagerne er ændret, siden siden blev vist."), _("Se listen igen, og udsend.")),
    "dispatch.late": (_("Fristen for udsendelse var {due}."), _("Skriv, hvorfor dagsordenen udsendes efter fristen.")),
    "decision.effects_needed": (
        _('"{title}" blev godkendt med ændringer, men det er ikke sagt, hvilke virkninger der så gælder.'),
        _("Ret virkningerne, så de passer til beslutningen."),
    ),
    "decision.in_force": (
        _("Beslutning {number} er i kraft og kan ikke skrives om."),
        _('Brug "Ændr beslutningen", så den nye tekst står ved siden af den første.'),
    ),
    "decision.number_unknown": (
        _("Der er ingen beslutning med nummeret {number}."),
        _("Skriv nummeret, som det står under Beslutninger."),
    ),
    "decision.not_in_force": (
        _("Beslutning {number} er ikke i kraft."),
        _("Kun en beslutning, der er i kraft, kan ophæves."),
    ),
    "decision.of_body_above": (
        _("Beslutning {number} er truffet af {body} og kan kun ophæves dér."),
        _("Sæt sagen på et møde i det organ."),
    ),
    "decision.revokes_itself": (
        _("En beslutning kan ikke ophæve sig selv."),
        _("Skriv nummeret på en tidligere beslutning."),
    ),
    "revision.minutes_approved": (
        _("Referatet er godkendt, så beslutning {number} kan ikke ændres."),
        _("Skriv en rettelse til referatet, eller sæt sagen på næste møde til en ny beslutning."),
    ),
    "revision.not_in_force": (_("Beslutningen er ikke i kraft."), _("Ret den på punktet, mens mødet er i gang.")),
    "revision.not_with_secretary": (
        _("Referatet ligger hos formanden eller medlemmerne."),
        _("Bed formanden om at sende det retur; så kan beslutningen ændres."),
    ),
    "revision.no_text": (_("Ændringen af {number} mangler den nye beslutnings ord."), _("Skriv, hvad der nu gælder.")),
    "revision.confirmed": (_("Ændringen er bekræftet og kan ikke tages tilbage."), _("Ændr beslutningen igen.")),
    "decision.no_conflict": (
        _("Beslutningen {number} har ingen virkning, der venter på en afklaring."),
        _("Se punktets side."),
    ),
    "minutes.not_with_chair": (_("Referatet ligger ikke hos formanden."), _("Afslut mødet først.")),
    "minutes.already_approved": (
        _("Referatet er godkendt."),
        _("En fejl rettes med en rettelse, der vises ved siden af."),
    ),
    "minutes.changed_since": (_("Referatet er ændret, siden det blev vist."), _("Læs det igen, og godkend.")),
    "minutes.members_approve": (
        _("Referatet godkendes af {way}."),
        _("Send det til kommentering."),
    ),
    "minutes.chair_approves": (_("Referatet godkendes af formanden."), _("Godkend det.")),
    "minutes.with_members": (
        _("Referatet er til kommentering. Det godkendes af {way}."),
        _("Vent på medlemmerne, eller send det retur, hvis teksten skal rettes."),
    ),
    "minutes.already_sent": (_("Referatet er allerede til kommentering."), _SEE),
    "minutes.not_commenting": (_("Referatet er ikke til kommentering."), _SEE),
    "minutes.comment_empty": (_("Bemærkningen er tom."), _("Skriv, hvad du vil sige.")),
    "minutes.answer_empty": (_("Svaret er tomt."), _("Skriv et svar.")),
    "minutes.already_answered": (_("Bemærkningen er besvaret."), _("Se svaret på siden.")),
    "minutes.not_a_member": (
        _("{name} er ikke et af de medlemmer, der godkender referatet."),
        _("Vælg et af medlemmerne."),
    ),
    "minutes.objections": (
        _("Indsigelser uden svar: {count}."),
        _("Sekretæren svarer på dem, før referatet kan godkendes."),
    ),
    "minutes.not_due": (_("Fristen for bemærkninger er {due}."), _("Referatet er godkendt, når den er gået.")),
    "minutes.consents_missing": (
        _("Disse har ikke godkendt referatet: {names}."),
        _("Mind dem om det. Sekretæren kan indføre det, de siger."),
    ),
    "minutes.not_adopted": (
        _("Referatet er ikke godkendt på et møde endnu."),
        _("Det står på det næste mødes dagsorden."),
    ),
    "correction.nothing_approved": (
        _("Mødet har intet godkendt referat at rette."),
        _("Ret teksten, indtil referatet er godkendt."),
    ),
    "correction.empty": (_("Rettelsen er tom."), _("Skriv, hvad der er rigtigt.")),
    "correction.other_meeting": (_("Punktet hører til et andet møde."), _("Vælg et af referatets punkter.")),
    "minutes.not_before_use": (
        _("Mødet er holdt i Styrehjul og har sit eget referat."),
        _("Godkend referatet på mødets side."),
    ),
    "topic.empty": (_("Emnet er tomt."), _("Skriv en linje.")),
    "topic.carried": (_("Emnet er allerede ført videre."), _("Se det på næste møde.")),
    "followup.empty": (_("Opfølgningen er tom."), _("Skriv, hvad der skal gøres.")),
}
