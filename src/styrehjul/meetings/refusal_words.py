"""What meetings say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.meetings.refusal_words_changes import CHANGES
from styrehjul.meetings.refusal_words_documents import DOCUMENTS
from styrehjul.meetings.refusal_words_matters import MATTERS
from styrehjul.meetings.refusal_words_preparing import PREPARING
from styrehjul.meetings.refusal_words_presence import PRESENCE

_SEE = _("Se på mødets side, hvor det står nu.")
_ITEM = _("Ret punktet, eller flyt det til næste møde.")
_RUN = _("Punktet kan ikke ændres sådan, som det står nu.")
_AGENDA = _("Dagsordenen kan ikke ændres sådan, som den står nu.")

ITEMS = {
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
MEETINGS = {
    "meeting.not_held_yet": (
        "Mødet er ikke holdt endnu.",
        "Et kommende møde oprettes som ekstra møde eller med årets møder.",
    ),
    "minutes.not_pdf": ("{name} er ikke en PDF.", "Gem referatet som PDF, og vælg den fil."),
    "meeting.slot_taken": (
        _("{body} har allerede sit møde i den del af {year}."),
        _("Planlæg det som et ekstra møde."),
    ),
    "meeting.closed_day": (_("{day:ugedag} er {because}."), _("Vælg en arbejdsdag.")),
    "meeting.ends_before_start": (_("Mødet slutter, før det begynder."), _("Ret tiden.")),
    "meeting.none_to_call": (
        _("Der er ingen møder i {year}, der kan indkaldes til."),
        _("Skriv et sted, eller ret det, der mangler, på mødets side."),
    ),
    "meeting.in_past": (_("Mødet kan ikke lægges i fortiden: {at}."), _("Vælg en senere dag.")),
    "meeting.deadline_in_past": (
        _('Fristen "{label}" ville falde {at}, og den tid er gået.'),
        _("Vælg en senere dag, eller bekræft, at fristen fraviges."),
    ),
    "meeting.cancelled": (_("Mødet er aflyst."), _("Planlæg et nyt møde.")),
    "meeting.begun": (_("Mødet er begyndt eller holdt."), _SEE),
    "meeting.already_invited": (
        _("Mødet er indkaldt."),
        _("Flyt mødet, hvis tiden er ændret; indkaldelsen følger med."),
    ),
    "meeting.no_place": (_("Mødet mangler et sted eller et link."), _("Skriv, hvor mødet holdes.")),
    "meeting.no_chair": (_("Organet har ingen formand den dag."), _("Besæt pladsen under Organisation.")),
    "meeting.no_secretary": (_("Organet har ingen sekretær den dag."), _("Besæt pladsen under Organisation.")),
    "meeting.no_members": (_("Organet har ingen medlemmer den dag."), _("Besæt pladserne under Organisation.")),
    "meeting.without_address": (_("Disse mangler en mailadresse: {names}."), _("Skriv adressen under Organisation.")),
    "meeting.not_sent": (_("Dagsordenen er ikke udsendt."), _("Udsend den først.")),
    "meeting.too_early": (_("Mødet er {at}."), _("Det kan startes på dagen.")),
    "meeting.nobody_leads": (
        _("Formanden har meldt afbud, og ingen er udpeget til at lede mødet."),
        _("Vælg en mødeleder."),
    ),
    "meeting.cannot_lead": (
        _("{name} kan ikke overtage mødeledelsen."),
        _("Vælg et medlem, der er til stede."),
    ),
    "meeting.not_running": (_("Mødet er ikke begyndt."), _("Start mødet først.")),
    "meeting.already_ended": (
        _("Mødet er afsluttet."),
        _("Bed formanden om at sende referatet retur, hvis noget skal rettes."),
    ),
    "meeting.attendance_missing": (
        _("Det er ikke noteret, om disse er til stede: {names}."),
        _("Notér dem, og afslut mødet."),
    ),
    "meeting.chair_beside": (
        _("{chair} leder mødet og bekræfter beslutningerne."),
        _('Afslut mødet sammen med mødelederen, og sæt kryds ved "Mødelederen bekræfter".'),
    ),
    "meeting.no_next": (_("Der er ikke planlagt et næste møde i {body}."), _("Planlæg et møde først.")),
    "answer.too_late": (
        _("Der kan ikke længere svares på indkaldelsen til mødet i {body}."),
        _("Skriv til sekretæren, hvis noget skal rettes."),
    ),
    "attendance.not_invited": (_("{name} har ikke en plads ved mødet."), _("Besæt pladsen under Organisation.")),
    "attendance.reply_unknown": (_("Svaret kendes ikke."), _("Vælg et af svarene på listen.")),
}
AGENDAS = {
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
MOVES = {
    "calendar.invite": (_("Et aflyst møde kan ikke indkaldes."), _("Planlæg et nyt møde.")),
    "calendar.move": (_("Et aflyst møde kan ikke flyttes."), _("Planlæg et nyt møde.")),
    "calendar.cancel": (_("Mødet er allerede aflyst."), ""),
    "agenda.close_for_items": (_("Dagsordenen er allerede lukket for punkter."), _SEE),
    "agenda.send_to_chair": (_("Dagsordenen kan ikke sendes til formanden nu."), _SEE),
    "agenda.return": (_("Dagsordenen ligger ikke hos formanden."), _SEE),
    "agenda.approve": (_("Dagsordenen ligger ikke til godkendelse."), _SEE),
    "agenda.void": (_AGENDA, _SEE),
    "agenda.dispatch": (_("Dagsordenen er ikke godkendt, eller den er udsendt."), _SEE),
    "agenda.adopt": (_("Dagsordenen er ikke udsendt."), _SEE),
    "minutes.start": (_("Mødet er begyndt."), _SEE),
    "minutes.end": (_("Mødet er ikke i gang."), _SEE),
    "minutes.return": (_("Referatet ligger ikke hos formanden."), _SEE),
    "minutes.approve": (_("Referatet ligger ikke hos formanden."), _SEE),
    "minutes.comment": (_("Referatet ligger ikke hos formanden."), _SEE),
    "correction.approve": (_("Rettelsen er allerede afgjort."), _SEE),
    "correction.decline": (_("Rettelsen er allerede afgjort."), _SEE),
    "decision.confirm": (_("Beslutningen er allerede bekræftet."), _SEE),
    "decision.enter_force": (_("Beslutningen er ikke bekræftet, eller den er i kraft."), _SEE),
    "decision.revoke": (_("Kun en beslutning, der er i kraft, kan ophæves."), _("Vælg en anden beslutning.")),
    "treatment.propose": (_RUN, _ITEM),
    "treatment.accept": (_RUN, _ITEM),
    "treatment.assign": (_RUN, _ITEM),
    "treatment.return": (_("Punktet er hos den ansvarlige og kan ikke sendes retur."), _ITEM),
    "treatment.resume": (_RUN, _ITEM),
    "treatment.review": (
        _("Punktet kan ikke sendes til gennemsyn nu."),
        _("Det kan det, mens det er under udarbejdelse."),
    ),
    "treatment.make_ready": (_("Punktet er allerede klar eller sendt."), _SEE),
    "treatment.place": (_RUN, _ITEM),
    "treatment.lift": (_RUN, _ITEM),
    "treatment.send": (_("Punktet er ikke klar til at blive udsendt."), _ITEM),
    "treatment.begin": (_RUN, _SEE),
    "treatment.treat": (_("Punktet er ikke under behandling."), _SEE),
    "treatment.close": (_RUN, _SEE),
    "treatment.reject": (_RUN, _SEE),
    "treatment.withdraw": (_("Punktet er udsendt og kan ikke tages af."), _("Lad det udgå på mødet.")),
    "treatment.drop": (_("Punktet kan kun udgå, mens mødet holdes."), _SEE),
}
RIGHTS = {
    "not_allowed.agenda.approve": (
        _(
            "Kun formanden, eller den, som formanden har overdraget det til, kan godkende dagsordenen. Sekretæren kan ikke."
        ),
        _("Send dagsordenen til formanden."),
    ),
    "not_allowed.agenda.return": (
        _("Kun den, der kan godkende dagsordenen, kan sende den retur."),
        _("Spørg formanden."),
    ),
    "not_allowed.agenda.dispatch": (_("Kun sekretæren udsender dagsordenen."), _("Spørg sekretæren.")),
    "not_allowed.agenda.send_to_chair": (_("Kun sekretæren sender dagsordenen til formanden."), _("Spørg sekretæren.")),
    "not_allowed.agenda.prepare": (
        _("Dagsordenen sættes sammen af sekretæren, formanden og det forberedende organs formand."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.edit": (
        _("Punktet rettes af den ansvarlige og af dem, der forbereder mødet."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.make_ready": (
        _("Punktet sættes klar af den ansvarlige, sekretæren eller det forberedende organs formand."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.return": (_("Punktet sendes retur af dem, der forbereder mødet."), _("Spørg sekretæren.")),
    "not_allowed.meeting.plan": (_("Møder planlægges af sekretæren og administrator."), _("Spørg sekretæren.")),
    "not_allowed.meeting.move": (_("Mødet flyttes af sekretæren eller formanden."), _("Spørg sekretæren.")),
    "not_allowed.meeting.cancel": (
        _("Mødet aflyses af formanden, eller af sekretæren efter aftale."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.meeting.invite": (_("Sekretæren indkalder og booker lokale."), _("Spørg sekretæren.")),
    "not_allowed.meeting.lead": (
        _("Mødet føres af formanden, eller af sekretæren på formandens vegne."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.meeting.end": (
        _("Mødet afsluttes af formanden, eller af sekretæren sammen med formanden."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.decision.record": (_("Beslutninger skrives af sekretæren og mødelederen."), _("Spørg sekretæren.")),
    "not_allowed.decision.resolve": (
        _("Formanden bekræfter, at beslutningen skal gennemføres nu."),
        _("Spørg formanden."),
    ),
    "not_allowed.minutes.approve": (
        _(
            "Kun formanden, eller den, som formanden har overdraget det til, kan godkende referatet. Sekretæren kan ikke."
        ),
        _("Spørg formanden."),
    ),
    "not_allowed.minutes.comment": (
        _("Referatet kommenteres af organets medlemmer, mens det er til kommentering."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.minutes.answer": (_("Sekretæren svarer på bemærkninger til referatet."), _("Spørg sekretæren.")),
    "not_allowed.minutes.correct": (
        _("Rettelser til et referat skrives af sekretæren eller formanden."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.proposal.place": (
        _("Sekretæren, eller det forberedende organs formand, sætter projektforslag på et møde."),
        _("Spørg sekretæren."),
    ),
}
WORDS = DOCUMENTS | ITEMS | MEETINGS | AGENDAS | MOVES | RIGHTS | MATTERS | CHANGES | PRESENCE | PREPARING
