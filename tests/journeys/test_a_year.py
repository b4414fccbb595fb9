"""A year of both bodies, as the people of the town play it in their browsers: nothing needs the database or Ada."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from styrehjul.audit.chain import verify
from styrehjul.bodies.actions import change_municipality
from styrehjul.bodies.queries import municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.models import Circulation, Correction, Decision, DecisionNeed, Dispatch, FollowUp, Meeting
from styrehjul.people.domain.roles import UnitKind
from styrehjul.portfolio.models import Project
from styrehjul.wheel.models import Occurrence
from tests.journeys import acts
from tests.journeys.acts import YEAR as THE_YEAR
from tests.journeys.acts import goes_on, meeting_of, said
from tests.journeys.scene import Town
from tests.making import NORDDJURS, NOW, a_cast, a_goal, a_kommissorium, a_person, a_unit
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TOPIC = "Borgere kan ikke finde vej på hjemmesiden"
NEED = "Skal kommunen have ét fælles telefonnummer?"
FIRST, SECOND, WRITTEN = "Digital post på modtagerens sprog", "Fælles bookingsystem", "Sensorer i dagtilbud"
ASSESSMENT = "Vurdering af behov for opdatering af den strategiske retning"
ADDITIONAL, EXTRA = "Forlængelse af aftalen om support", "Nyt krav om to-faktor-login"


def the_town(browser: Any, url: str, clock: Any) -> Town:
    """In use from 2028; from then the steering group may decide in writing between its meetings. No meeting exists yet."""
    town = Town(browser, url, clock, a_cast())
    a_person("Dorte Lund", unit=a_unit("Direktionen", kind=UnitKind.EXECUTIVE_BOARD))
    a_goal()
    do(change_municipality, municipality(), in_use_from=date(THE_YEAR, 1, 1), by=None, at=NOW)
    source = NORDDJURS.read_text(encoding="utf-8")
    with_writing = source.replace(
        "skriftlig_behandling = { vaerdi = false", "skriftlig_behandling = { vaerdi = true", 1
    )
    a_kommissorium(with_writing.encode(), start=date(THE_YEAR, 1, 1))
    return town


def the_year_is_rolled_and_called(town: Town) -> None:
    """In November Peter lays out the next year, and calls everybody to all of it."""
    goes_on(town, date(2027, 11, 3))
    town.opens("Peter", f"/aarshjul/{THE_YEAR}/opret/")
    town.clicks_on("Peter", f"Opret årets møder {THE_YEAR}")
    assert Meeting.objects.filter(year=THE_YEAR).count() == 8
    page = town.opens("Peter", f"/moeder/indkald/{THE_YEAR}/")
    page.get_by_label("Sted for møder uden sted").fill("Kattegat")
    town.clicks_on("Peter", "Indkald alle")
    calls = OutboxMessage.objects.filter(kind="invitation", calendar_method="REQUEST")
    assert calls.count() == 4 * sum(acts.AT_THE_TABLE.values())


def first_programme_group(town: Town) -> None:
    """A topic becomes Jonas's task, and a need for a decision is sent to the steering group."""
    meeting = meeting_of("programgruppe", 1)
    goes_on(town, acts.due(meeting, "call"))
    acts.writes_topic(town, "Jonas", meeting, TOPIC)
    acts.raises_need(town, "Mette", meeting, NEED)
    acts.is_sent_out(town, meeting)
    acts.begins(town, meeting)
    until = meeting.starts_at.astimezone(ZONE).date() + timedelta(days=14)
    acts.topic_becomes_task(town, TOPIC, "Jonas", until)
    acts.sends_need_on(town, NEED)
    acts.ends(town, meeting)
    acts.approves_minutes(town, meeting)
    goes_on(town, until - timedelta(days=1))
    town.opens("Jonas", "/opfoelgninger/?hvis=mine")
    page = town.clicks_on("Jonas", f"Udført : {TOPIC}")
    assert FollowUp.objects.get().state == "done", page.inner_text("main")


def first_steering_group(town: Town) -> None:
    """The need is on the agenda by itself; it is answered, and a proposal is approved."""
    meeting = meeting_of("styregruppe", 1)
    goes_on(town, acts.due(meeting, "items_closed") - timedelta(days=2))
    acts.proposes(town, FIRST)
    proposal = acts.puts_proposal_on(town, FIRST, meeting)
    acts.writes(town, "Olga", proposal, resume="Breve sendes på modtagerens eget sprog.")
    need = acts.item_called(meeting, NEED)
    acts.writes(town, "Mette", need, resume="Borgerne ringer forkert.", at="kommunen får ét telefonnummer")
    acts.is_sent_out(town, meeting)
    acts.begins(town, meeting)
    acts.follows(town, proposal)
    acts.follows(town, need)
    acts.ends(town, meeting)
    acts.tells_the_board(town, meeting)
    acts.approves_minutes(town, meeting)
    assert DecisionNeed.objects.values_list("decision__number", flat=True).get() == f"SG-{THE_YEAR}-002"
    said(town.opens("Jonas", "/beslutningsbehov/?status=afgjorte"), NEED)


def the_seminar(town: Town) -> None:
    """Mette notes on the wheel that the year's seminar was held."""
    goes_on(town, Occurrence.objects.get(key="digitaliseringsseminar").on, 16)
    town.opens("Mette", f"/aarshjul/{THE_YEAR}/")
    town.clicks_on(
        "Mette", "Internt digitaliseringsseminar", role="link", inside=town.page_of("Mette").locator("#tabel")
    )
    said(town.clicks_on("Mette", "Noter som afholdt"), "Afholdt")


def second_programme_group(town: Town) -> None:
    a_quiet_meeting(town, meeting_of("programgruppe", 2))


def second_steering_group(town: Town) -> None:
    """The chiefs treat the proposal first; an item comes on after dispatch; the proposal is postponed."""
    meeting = meeting_of("styregruppe", 2)
    goes_on(town, acts.due(meeting, "items_closed") - timedelta(days=2))
    acts.proposes(town, SECOND)
    item = acts.puts_proposal_on(town, SECOND, meeting)
    acts.writes(town, "Olga", item, resume="Lokaler og udstyr bookes ét sted.")
    chiefs = acts.due(meeting, "management_meeting")
    acts.goes_to_chiefs_first(town, item, chiefs)
    page = town.opens("Peter", meeting.get_absolute_url())
    assert page.get_by_role("button", name="Send til formanden").get_attribute("aria-disabled") == "true"
    goes_on(town, chiefs, 15)
    acts.writes_what_the_chiefs_said(town, item, "Anbefalet med bemærkninger", "Skolerne skal være med.")
    acts.is_sent_out(town, meeting)
    the_members_get_only_the_difference(town, meeting)
    acts.begins(town, meeting)
    acts.decides(town, item, "Udsat til næste møde", "Udsættes, til skolerne er hørt.")
    acts.follows(town, acts.item_called(meeting, ADDITIONAL))
    acts.ends(town, meeting)
    acts.tells_the_board(town, meeting)
    acts.approves_minutes(town, meeting)


def the_members_get_only_the_difference(town: Town, meeting: Meeting) -> None:
    acts.drafts_additional_item(
        town, meeting, ADDITIONAL, why="Aftalen udløber før næste møde.", at="aftalen forlænges med et år"
    )
    acts.sends_changes(town, meeting)
    changes = OutboxMessage.objects.filter(kind="agenda_changed")
    assert changes.count() == acts.AT_THE_TABLE["styregruppe"]
    assert all(ADDITIONAL in mail.text_body and SECOND not in mail.text_body for mail in changes)
    said(town.opens("Sara", meeting.get_absolute_url()), ADDITIONAL)


def the_extra_meeting(town: Town) -> None:
    """Something that cannot wait is decided at a meeting of its own; it has its place in the series of numbers."""
    after = meeting_of("styregruppe", 2).starts_at.astimezone(ZONE).date()
    goes_on(town, after + timedelta(days=5))
    meeting = acts.plans_extra(town, "Styregruppe", after + timedelta(days=40), "Kattegat")
    town.opens("Peter", meeting.get_absolute_url())
    said(town.clicks_on("Peter", "Indkald"), "Indkaldelsen er sendt.")
    item = acts.adds_item(town, meeting, EXTRA, responsible="Mette")
    acts.writes(town, "Mette", item, resume="Staten kræver det.", at="alle logger ind med to faktorer")
    acts.is_sent_out(town, meeting)
    acts.begins(town, meeting)
    acts.follows(town, item)
    acts.ends(town, meeting)
    acts.approves_minutes(town, meeting)


def third_programme_group(town: Town) -> None:
    a_quiet_meeting(town, meeting_of("programgruppe", 3))


def third_steering_group(town: Town) -> None:
    """What was postponed is here as a treatment of its own; the minutes are corrected after their approval."""
    meeting, before = meeting_of("styregruppe", 3), meeting_of("styregruppe", 2)
    again, old = acts.proposal_on(meeting, SECOND), acts.proposal_on(before, SECOND)
    assert again.carried_from == old
    goes_on(town, acts.due(meeting, "items_closed") - timedelta(days=2))
    acts.rewrites(town, "Olga", again, resume="Skolerne er hørt og vil være med.")
    acts.is_sent_out(town, meeting)
    acts.begins(town, meeting)
    acts.follows(town, again)
    acts.answers_assessment(town, acts.item_called(meeting, ASSESSMENT), "Retningen holder; næste år kommer en ny.")
    acts.ends(town, meeting)
    acts.tells_the_board(town, meeting)
    acts.approves_minutes(town, meeting)
    goes_on(town, meeting.starts_at.astimezone(ZONE).date() + timedelta(days=6))
    wrong, right = "Sara Vind deltog ikke i punktet.", "Sara Vind var der fra kl. 9.30."
    acts.corrects_minutes(town, meeting, again, text=wrong, because=right)
    page = town.opens("Sara", f"{meeting.get_absolute_url()}referat/")
    said(page, wrong)
    page = town.opens("Sara", f"{before.get_absolute_url()}referat/")
    assert "Udsættes, til skolerne er hørt." in page.locator(".agenda-item", has_text=SECOND).inner_text()


def decided_in_writing(town: Town) -> None:
    """Between the meetings a proposal is decided by the six members' answers, and the next agenda tells of it."""
    meeting = meeting_of("styregruppe", 4)
    goes_on(town, acts.due(meeting, "call") - timedelta(days=14))
    acts.proposes(town, WRITTEN)
    item = acts.puts_proposal_on(town, WRITTEN, meeting)
    acts.writes(town, "Olga", item, resume="Sensorer måler luften i dagtilbud.")
    acts.sends_in_writing(town, item)
    for who in ("Stine", "Sara", "Mette", "Chef1", "Chef2", "Chef3"):
        page = acts.answers_in_writing(town, who, "Enig")
    said(page, f"SG-{THE_YEAR}-008")
    assert Project.objects.get(title=WRITTEN).state == "approved"
    assert acts.proposal_on(meeting, WRITTEN).title.startswith("Orientering")


def fourth_programme_group(town: Town) -> None:
    """It is moved by a day: the appointment in everybody's calendar moves, and is the same."""
    meeting = meeting_of("programgruppe", 4)
    day = meeting.starts_at.astimezone(ZONE).date()
    goes_on(town, acts.due(meeting, "call") - timedelta(days=7))
    acts.moves(town, meeting, day - timedelta(days=1))
    a_quiet_meeting(town, meeting_of("programgruppe", 4))


def fourth_steering_group(town: Town) -> None:
    meeting = meeting_of("styregruppe", 4)
    a_quiet_meeting(town, meeting)
    acts.tells_the_board(town, meeting)


def a_quiet_meeting(town: Town, meeting: Meeting) -> None:
    """Nothing but what the wheel and the year have put on the agenda."""
    acts.is_sent_out(town, meeting)
    acts.begins(town, meeting)
    acts.ends(town, meeting)
    acts.approves_minutes(town, meeting)


def the_year_is_whole(town: Town) -> None:
    """Every number once and none missing; every mail once; every appointment the same all year; the wheel has no holes."""
    goes_on(town, date(THE_YEAR, 12, 29))
    numbers = Decision.objects.filter(body__code="styregruppe").exclude(number="").values_list("number", flat=True)
    assert sorted(numbers) == [f"SG-{THE_YEAR}-{n:03d}" for n in range(1, 9)]
    assert Correction.objects.get().state == "approved"
    assert Circulation.objects.get().state == "agreed"
    every_mail_went_once()
    every_appointment_is_one()
    the_wheel_says_held(town)
    assert verify().bad_seq is None


def every_mail_went_once() -> None:
    """For each dispatch one mail to each of those it names; nobody had anything twice."""
    assert not OutboxMessage.objects.exclude(state="sent").exists()
    sent = OutboxMessage.objects.filter(kind__in=["agenda", "agenda_changed", "minutes"])
    counted = Counter(sent.values_list("kind", "subject_uuid", "recipient"))
    assert [what for what, times in counted.items() if times != 1] == []
    dispatches = Dispatch.objects.select_related("meeting__body")
    assert dispatches.count() == 10, "nine meetings, and one change after dispatch"
    for dispatch in dispatches:
        kind = "agenda" if dispatch.number == 1 else "agenda_changed"
        to = [who for what, meeting, who in counted if (what, meeting) == (kind, str(dispatch.meeting.uuid))]
        assert len(to) == acts.AT_THE_TABLE[dispatch.meeting.body.code] == len(dispatch.recipients)


def every_appointment_is_one() -> None:
    """Whatever was mailed about a meeting's time has the meeting's own UID, and each UID is one meeting."""
    uids: dict[str, set[str]] = {}
    for mail in OutboxMessage.objects.exclude(calendar=""):
        [event] = Calendar.from_ical(mail.calendar).walk("VEVENT")
        uids.setdefault(mail.subject_uuid, set()).add(str(event["UID"]))
    assert uids == {str(meeting.uuid): {meeting.ical_uid} for meeting in Meeting.objects.all()}
    assert len({uid for found in uids.values() for uid in found}) == 9
    moved = meeting_of("programgruppe", 4)
    assert moved.ical_sequence == 1
    assert OutboxMessage.objects.filter(subject_uuid=str(moved.uuid), kind="invitation").count() == 2 * 6


def the_wheel_says_held(town: Town) -> None:
    page = town.opens("Olga", f"/aarshjul/{THE_YEAR}/")
    rows = page.locator("#tabel tbody tr").all_inner_texts()
    assert len(rows) == 8
    assert all("afholdt" in row for row in rows), rows
    assert page.locator("#tabel .state-missing, #tabel .state-planned, #mangler").all_inner_texts() == []
    assert page.inner_text("#tal").count("4 af 4 møder") == 2, page.inner_text("#tal")


YEAR: tuple[Callable[..., Any], ...] = (
    the_town, the_year_is_rolled_and_called, first_programme_group, first_steering_group, the_seminar, second_programme_group,
    second_steering_group, the_extra_meeting, third_programme_group, third_steering_group, decided_in_writing,
    fourth_programme_group, fourth_steering_group, the_year_is_whole,
)  # fmt: skip


def test_a_year_of_both_bodies(browser: Any, server: str, clock: Any) -> None:
    """Given a municipality that begins on 1 January, when its people play the year, then it is whole.

    Four rounds with the executive board told after each, an extra meeting, the yearly assessment, a matter carried over, one that the chiefs treat first, a need for a decision sent on
    and answered, a topic that becomes a task, a change after dispatch, a written procedure, a meeting moved, and a
    correction of approved minutes. What is not pressed on a page is the worker's turn and the clock.
    """
    town = the_town(browser, server, clock)
    for act in YEAR[1:]:
        act(town)
    town.close()
    assert town.said == []
