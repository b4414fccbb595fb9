"""Who may do what at meetings. "Who" is a seat in the meeting's body, or what a person is to one item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import AgendaApproval
from styrehjul.bodies.models import Body
from styrehjul.bodies.permissions import (
    AT_TABLE,
    CHAIR,
    CHAIR_STAND_IN_APPROVE,
    LEADERS,
    MEMBER,
    PREPARERS,
    PREPARING_CHAIR,
    SECRETARIAT,
    rows,
)
from styrehjul.bodies.queries import body_key, rules_of, standing_of
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.states import Access, MinutesState
from styrehjul.meetings.models import Decision, DecisionNeed, FollowUp, ItemCheck, Meeting, ReviewAnswer, Treatment
from styrehjul.meetings.queries.presence import barred_items
from styrehjul.meetings.queries.reading import (
    APPROVED_MINUTES,
    FROM_SENT,
    SENT,
    readable_by_all,
    readable_by_all_q,
)
from styrehjul.meetings.queries.reading import MEMBERS_MINUTES as READ_BY_MEMBERS
from styrehjul.meetings.queries.seats import approvers_of, seated_on, secretary_of
from styrehjul.people.models import Person
from styrehjul.people.permissions import ADMINISTRATOR, EVERYONE, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row, Who, may
from styrehjul.portfolio.permissions import MANAGER as PROJECT_MANAGER
from styrehjul.portfolio.permissions import OWNER as PROJECT_OWNER

OPEN = Access.OPEN.value


def _never_secretary(who: Who) -> Who:
    """The same people, less whoever does the secretary's work in that body: nobody approves their own agenda."""

    def writes(person: Person, on: date) -> frozenset[int]:
        standing = standing_of(person, on)
        return standing.secretaries | standing.secretary_for

    def holds(person: Person, obj: Any, on: date) -> bool:
        return who.holds(person, obj, on) and (obj is None or body_key(obj) not in writes(person, on))

    return Who(f"{who.code}_not_secretary", who.words, holds)


def _unless_barred(who: Who, road: str = "pk__in") -> Who:
    """The same people, less those who may not take part in the item: inhabil, or kept out of its treatment.

    `road` leads from the noun to the item in a filter.
    """
    inner = who.within

    def holds(person: Person, obj: Any, on: date) -> bool:
        item = obj if isinstance(obj, Treatment) else getattr(obj, "treatment", None)
        return who.holds(person, obj, on) and (item is None or item.pk not in barred_items(person, on))

    def within(person: Person, on: date) -> Q:
        assert inner is not None
        barred = barred_items(person, on)
        return inner(person, on) & ~Q(**{road: barred}) if barred else inner(person, on)

    return Who(f"{who.code}_not_barred", who.words, holds, within if inner else None)


def _approves_own(person: Person, obj: Any, on: date) -> bool:
    """A secretary, in a body whose kommissorium leaves the approval to the secretary."""
    if not any(who.holds(person, obj, on) for who in SECRETARIAT):
        return False
    body = obj.body if hasattr(obj, "body") else obj if isinstance(obj, Body) else None
    if body is None:
        return False
    try:
        return rules_of(body, on).settings.agenda_approval is AgendaApproval.NONE
    except Refused:
        return False


def _at_table_when(code: str, words: str, test: Callable[[Any], bool], q: Q) -> Who:
    """Those at the body's table, for what has come so far that they may read it."""
    inner = AT_TABLE.within
    assert inner is not None
    return Who(
        code,
        words,
        lambda person, obj, on: obj is not None and test(obj) and AT_TABLE.holds(person, obj, on),
        lambda person, on: q & inner(person, on),
    )


def _own_item(person: Person, obj: Any, on: date) -> bool:
    if obj is None:
        return Treatment.objects.filter(responsible=person).exists()
    treatment = obj if isinstance(obj, Treatment) else getattr(obj, "treatment", None)
    return treatment is not None and treatment.responsible_id == person.pk


def _open_item_readable(person: Person, obj: Any, on: date) -> bool:
    if not isinstance(obj, Treatment) or obj.meeting is None:
        return False
    return obj.access == OPEN and obj.state in FROM_SENT and readable_by_all(obj.meeting, on)


def _open_decision(person: Person, obj: Any, on: date) -> bool:
    return isinstance(obj, Decision) and obj.treatment.access == OPEN and obj.in_force_at is not None


APPROVE = (_never_secretary(CHAIR), _never_secretary(CHAIR_STAND_IN_APPROVE))
SECRETARY_WHERE_TOLD = Who(
    "secretary_approves", "Sekretæren, hvor kommissoriet overlader godkendelsen til sekretæren", _approves_own
)


def _leads(person: Person, obj: Any, on: date) -> bool:
    """Whoever was named to lead that meeting, also where the lead was handed over while it ran."""
    meeting = obj if isinstance(obj, Meeting) else getattr(obj, "meeting", None)
    return isinstance(meeting, Meeting) and meeting.meeting_chair_id == person.pk


RESPONSIBLE = Who("responsible", "Den ansvarlige for punktet", _own_item, lambda person, on: Q(responsible=person))
MEMBERS_FROM_SENT = _at_table_when(
    "at_table_sent",
    "Organets medlemmer, når dagsordenen er udsendt",
    lambda obj: obj.agenda_state in SENT if isinstance(obj, Meeting) else False,
    Q(agenda_state__in=SENT),
)
MEMBERS_ITEM_FROM_SENT = _at_table_when(
    "at_table_item_sent",
    "Organets medlemmer, når punktet er udsendt",
    lambda obj: isinstance(obj, Treatment) and obj.state in FROM_SENT,
    Q(state__in=FROM_SENT),
)
MEMBERS_MINUTES = _at_table_when(
    "at_table_minutes",
    "Organets medlemmer, når referatet er til kommentering eller godkendt",
    lambda obj: isinstance(obj, Meeting) and obj.minutes_state in READ_BY_MEMBERS,
    Q(minutes_state__in=READ_BY_MEMBERS),
)
COMMENTERS = _at_table_when(
    "at_table_commenting",
    "Organets medlemmer, mens referatet er til kommentering",
    lambda obj: isinstance(obj, Meeting) and obj.minutes_state == MinutesState.COMMENTING.value,
    Q(minutes_state=MinutesState.COMMENTING.value),
)
ALL_AGENDA = Who(
    "everyone_agenda",
    "Alle ansatte, når organets indstilling siger det",
    lambda person, obj, on: isinstance(obj, Meeting) and readable_by_all(obj, on),
    lambda person, on: readable_by_all_q(on),
)
ALL_OPEN_ITEMS = Who(
    "everyone_open_item",
    "Alle ansatte, for åbne punkter, når organets indstilling siger det",
    _open_item_readable,
    lambda person, on: Q(access=OPEN, state__in=FROM_SENT) & readable_by_all_q(on, "meeting__"),
)
ALL_MINUTES = Who(
    "everyone_minutes",
    "Alle ansatte, når referatet er godkendt",
    lambda person, obj, on: isinstance(obj, Meeting) and obj.minutes_state in APPROVED_MINUTES,
    lambda person, on: Q(minutes_state__in=APPROVED_MINUTES),
)
ALL_OPEN_DECISIONS = Who(
    "everyone_decision",
    "Alle ansatte, for åbne beslutninger, der er i kraft",
    _open_decision,
    lambda person, on: Q(treatment__access=OPEN, in_force_at__isnull=False),
)
FOLLOW_UP_RESPONSIBLE = Who(
    "follow_up_responsible",
    "Den ansvarlige for opfølgningen",
    lambda person, obj, on: isinstance(obj, FollowUp) and obj.responsible_id == person.pk,
    lambda person, on: Q(responsible=person),
)
NEED_AUTHOR = Who(
    "need_author",
    "Den, der har rejst beslutningsbehovet",
    lambda person, obj, on: isinstance(obj, DecisionNeed) and obj.raised_by_id == person.pk,
    lambda person, on: Q(raised_by=person),
)
NEED_ANSWERING = Who(
    "need_answering",
    "Alle med en plads i det organ, der skal afgøre det",
    lambda person, obj, on: isinstance(obj, DecisionNeed) and obj.target_id in standing_of(person, on).present,
    lambda person, on: Q(target__in=standing_of(person, on).present),
)
NAMED_LEADER = Who("named_leader", "Den, der leder mødet", _leads)
RUNNERS = (*SECRETARIAT, *LEADERS, NAMED_LEADER)
# Whoever may not take part in an item loses what the seat gives of it; the secretariat writes it all the same.
ITEM_PREPARERS = (*SECRETARIAT, *(_unless_barred(who) for who in PREPARERS if who not in SECRETARIAT))
ITEM_RESPONSIBLE = _unless_barred(RESPONSIBLE)
DECIDERS = (*SECRETARIAT, *(_unless_barred(who, "treatment__in") for who in (*LEADERS, NAMED_LEADER)))
DECISION_READERS = (
    *SECRETARIAT,
    *(_unless_barred(who, "treatment__in") for who in (*PREPARERS, AT_TABLE) if who not in SECRETARIAT),
)


def _reads_round(person: Person, obj: Any, on: date) -> bool:
    """Whoever has been asked to read the item before it is ready."""
    rows = ReviewAnswer.objects.filter(person=person)
    return (rows.filter(round__treatment=obj) if obj is not None else rows).exists()


def _writes_in_body(person: Person, obj: Any, on: date) -> bool:
    """Whoever has been responsible for an item in that body."""
    rows = Treatment.objects.filter(responsible=person)
    return (rows.filter(body=obj) if isinstance(obj, Body) else rows).exists()


REVIEWER = Who(
    "reviewer",
    "Den, der er bedt om at gennemse punktet",
    _reads_round,
    lambda person, on: Q(pk__in=ReviewAnswer.objects.filter(person=person).values("round__treatment")),
)


def _checks(person: Person, obj: Any, on: date) -> bool:
    """Whoever has been asked about one side of the item."""
    rows = ItemCheck.objects.filter(person=person, withdrawn_at=None)
    return (rows.filter(treatment=obj) if obj is not None else rows).exists()


CHECKER = Who(
    "checker",
    "Den, der er spurgt om punktet",
    _checks,
    lambda person, on: Q(pk__in=ItemCheck.objects.filter(person=person, withdrawn_at=None).values("treatment")),
)
WRITER = Who("item_writer", "Den, der er eller har været ansvarlig for et punkt i organet", _writes_in_body)
ROWS = (
    Row("meeting.see", EVERYONE, "Alle ansatte kan se, hvornår organerne holder møde."),
    *rows(
        "meeting.plan", (*SECRETARIAT, ADMINISTRATOR), "Sekretæren og administrator planlægger årets møder og ekstra møder."
    ),
    *rows("meeting.move", (*SECRETARIAT, CHAIR), "Sekretæren og formanden flytter et møde."),
    *rows("meeting.confirm_move", (*APPROVE, SECRETARY_WHERE_TOLD), "Den, der godkender dagsordenen, bekræfter, at et møde flyttes, når den er udsendt."),
    *rows("meeting.cancel", (*SECRETARIAT, CHAIR), "Formanden, eller sekretæren efter aftale med formanden, aflyser et møde."),
    *rows("meeting.invite", SECRETARIAT, "Sekretæren indkalder og booker lokale."),
    *rows("room.keep", (*SECRETARIAT, ADMINISTRATOR), "Sekretæren og administrator registrerer lokaler med egen kalender og tester, om de svarer."),
    *rows("meeting.reply", (AT_TABLE, *SECRETARIAT), "Den, der er indkaldt, svarer på indkaldelsen; sekretæren kan indføre svaret."),
    *rows("meeting.lead", RUNNERS, "Mødelederen, eller sekretæren på dennes vegne, starter mødet, fører det fra punkt til punkt og kan give ledelsen videre."),
    *rows("meeting.end", RUNNERS, "Formanden, eller sekretæren sammen med formanden, afslutter mødet."),
    *rows("agenda.see", PREPARERS, "De, der forbereder mødet, ser dagsordenen fra første kladde."),
    Row("agenda.see", MEMBERS_FROM_SENT, "Organets medlemmer ser dagsordenen, når den er udsendt."),
    Row("agenda.see", ALL_AGENDA, "Alle ansatte ser den åbne dagsorden, når organets indstilling siger det."),
    *rows("agenda.prepare", PREPARERS, "Sekretæren, formanden og det forberedende organs formand sætter dagsordenen sammen."),
    *rows("agenda.send_to_chair", SECRETARIAT, "Sekretæren sender dagsordenen til formanden."),
    *rows("agenda.approve", APPROVE, "Formanden, eller den, som formanden har overdraget det til, godkender dagsordenen; aldrig sekretæren."),
    Row("agenda.approve", SECRETARY_WHERE_TOLD, "Sekretæren godkender dagsordenen, hvor kommissoriet overlader det til sekretæren."),
    *rows("agenda.return", (*APPROVE, SECRETARY_WHERE_TOLD), "Den, der kan godkende dagsordenen, kan sende den retur."),
    *rows("agenda.dispatch", SECRETARIAT, "Sekretæren udsender dagsordenen."),
    *rows("changes.draft", SECRETARIAT, "Sekretæren forbereder ændringer af en udsendt dagsorden."),
    *rows("changes.approve", (*APPROVE, SECRETARY_WHERE_TOLD), "Den, der godkender dagsordenen, godkender også ændringer af den, når den er udsendt."),
    *rows("item.propose", (AT_TABLE, *PREPARERS, WRITER), "Organets medlemmer, og den, der har ansvar for et punkt, foreslår punkter, hvor organet bruger udvidet forberedelse."),
    *rows("item.receive", (*SECRETARIAT, PREPARING_CHAIR), "Sekretæren, eller det forberedende organs formand, modtager, afviser eller sender et foreslået punkt videre."),
    Row("item.take_on", ITEM_RESPONSIBLE, "Den ansvarlige siger ja til at skrive punktet."),
    *rows("review.see", (*ITEM_PREPARERS, ITEM_RESPONSIBLE, REVIEWER), "Den, der skal gennemse et punkt, læser den udgave, der er sendt; det gør de, der forbereder det, også."),
    Row("review.answer", REVIEWER, "Den, der er bedt om det, svarer på et gennemsyn."),
    *rows("check.see", (*ITEM_PREPARERS, ITEM_RESPONSIBLE, CHECKER), "Den, der er bedt om at se på et punkt, læser det, som det så ud, da spørgsmålet blev stillet; det gør de, der forbereder det, også."),
    Row("check.answer", CHECKER, "Den, der er spurgt, svarer på en kontrol."),
    Row("agenda.material", PREPARING_CHAIR, "Det forberedende organs formand melder materialet klar, hvor organet bruger det."),
    *rows("treatment.see", ITEM_PREPARERS, "De, der forbereder mødet, ser alle organets punkter."),
    Row("treatment.see", ITEM_RESPONSIBLE, "Den ansvarlige ser sit eget punkt hele vejen."),
    Row("treatment.see", _unless_barred(MEMBERS_ITEM_FROM_SENT), "Organets medlemmer ser punkter, der er udsendt, også lukkede; ikke punkter, hvor de er inhabile."),
    Row("treatment.see", ALL_OPEN_ITEMS, "Alle ansatte ser åbne punkter, når organets indstilling siger det."),
    *rows("treatment.edit", (*ITEM_PREPARERS, ITEM_RESPONSIBLE), "De, der forbereder mødet, og den ansvarlige retter punktet."),
    *rows("treatment.make_ready", (*ITEM_PREPARERS, ITEM_RESPONSIBLE), "Den ansvarlige, eller en, der forbereder mødet, sætter punktet klar."),
    *rows("treatment.return", PREPARERS, "De, der forbereder mødet, sender et punkt retur med en kommentar."),
    *rows("proposal.place", (*SECRETARIAT, PREPARING_CHAIR), "Sekretæren, eller det forberedende organs formand, sætter et projektforslag på et møde."),
    *rows("presence.note", RUNNERS, "Sekretæren og mødelederen noterer, hvem der kommer og går, og hvem der er inhabil eller gæst ved et punkt."),
    *rows("decision.record", DECIDERS, "Sekretæren og mødelederen skriver beslutningerne."),
    *rows("decision.resolve", (CHAIR, LEADERS[1]), "Formanden bekræfter, at en beslutning skal gennemføres, selv om projektet er ændret imens."),
    *rows("decision.drop", (*SECRETARIAT, CHAIR), "Sekretæren eller formanden frafalder en virkning med en begrundelse."),
    *rows("decision.see", DECISION_READERS, "Organets egne ser alle dets beslutninger."),
    Row("decision.see", ALL_OPEN_DECISIONS, "Alle ansatte ser åbne beslutninger, der er i kraft."),
    *rows("minutes.see", PREPARERS, "De, der forbereder mødet, ser referatet fra første udkast."),
    Row("minutes.see", MEMBERS_MINUTES, "Organets medlemmer ser referatet, når det er til kommentering, og når det er godkendt."),
    Row("minutes.see", ALL_MINUTES, "Alle ansatte ser den åbne del af et godkendt referat."),
    *rows("minutes.approve", APPROVE, "Formanden, eller den, som formanden har overdraget det til, godkender referatet; aldrig sekretæren."),
    Row("minutes.comment", COMMENTERS, "Organets medlemmer skriver bemærkninger til referatet, mens det er til kommentering."),
    Row("minutes.consent", COMMENTERS, "Hvert medlem godkender referatet, hvor organets regler siger det."),
    *rows("minutes.answer", SECRETARIAT, "Sekretæren svarer på bemærkninger til referatet og kan indføre et medlems godkendelse."),
    *rows("minutes.correct", (*SECRETARIAT, *LEADERS), "Sekretæren og formanden skriver rettelser til et godkendt referat; formanden godkender dem."),
    *rows("need.see", (*PREPARERS, AT_TABLE, NEED_ANSWERING, NEED_AUTHOR), "Det organ, der samler et beslutningsbehov, det, der skal afgøre det, og den, der har rejst det, ser det."),
    *rows("need.raise", (*PREPARERS, AT_TABLE), "Organets medlemmer rejser beslutningsbehov."),
    *rows("project.raise_need", (PROJECT_OWNER, PROJECT_MANAGER, PORTFOLIO_ADMINISTRATOR), "Projektejer, projektleder og porteføljeadministrator rejser beslutningsbehov fra et projekt."),
    *rows("need.tick", PREPARERS, "De, der forbereder mødet, sender et beslutningsbehov videre."),
    *rows("need.withdraw", (*PREPARERS, NEED_AUTHOR), "De, der forbereder mødet, og den, der har rejst behovet, trækker det med en begrundelse."),
    *rows("circulation.see", (*PREPARERS, AT_TABLE), "Organets medlemmer, og de, der forbereder dets møder, ser en skriftlig høring."),
    *rows("circulation.start", SECRETARIAT, "Sekretæren sender en sag i skriftlig høring, hvor organet bruger det, og kan tage den på et møde i stedet."),
    *rows("circulation.answer", (MEMBER,), "Organets medlemmer svarer på en skriftlig høring."),
    *rows("decision.by_chair", (CHAIR,), "Formanden beslutter mellem møder, hvor organet bruger det."),
    *rows("outside.change", (*PREPARERS, ADMINISTRATOR), "De, der forbereder møder, og administrator skriver chefmødernes datoer og sekretærer."),
    *rows("prior.waive", APPROVE, "Formanden, eller den, som formanden har overdraget godkendelsen til, fraviger en behandling på chefmøde; aldrig sekretæren."),
    *rows("topic.add", (AT_TABLE, *PREPARERS), "Organets medlemmer skriver emner til mødet."),
    *rows("followup.see", (*PREPARERS, AT_TABLE), "Organets egne ser alle dets opfølgninger."),
    Row("followup.see", FOLLOW_UP_RESPONSIBLE, "Den ansvarlige ser sine egne opfølgninger."),
    *rows("followup.add", RUNNERS, "Sekretæren og mødelederen aftaler opfølgninger."),
    *rows("filing.enter", (*SECRETARIAT, ADMINISTRATOR), "Sekretæren og administrator henter pakken til ESDH og indfører, hvornår den er journaliseret."),
    *rows("followup.finish", (FOLLOW_UP_RESPONSIBLE, *SECRETARIAT), "Den ansvarlige, eller sekretæren, melder en opfølgning udført."),
)  # fmt: skip


def _approved_by(obj: Any, on: date) -> str:
    """ "Godkendes af Stine Holm, formand." """
    if not isinstance(obj, Meeting):
        return ""
    secretary = secretary_of(obj, on)
    seats = {seated.person.pk: seated.kind_words.lower() for seated in seated_on(obj.body, on)}
    people = [
        f"{person.name}, {seats.get(person.pk) or _('på formandens vegne')}"
        for person in (*approvers_of(obj, on), *([secretary] if secretary else []))
        if may(person, "agenda.approve", obj, on=on)
    ]
    if not people:
        return _("Ingen kan godkende i dag: organet har ingen formand.")
    return _("Godkendes af %(people)s.") % {"people": _(", eller ").join(people)}


NAMES = {"agenda.approve": _approved_by, "agenda.return": _approved_by, "minutes.approve": _approved_by}
