"""The wheel on pages: roll, read, move, leave out; what a secretary may and an employee may not."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.actions import cancel_meeting
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.entry import today
from styrehjul.wheel.actions import (
    add_occurrence,
    cancel_occurrence,
    change_occurrence,
    hold_occurrence,
    move_standing_item,
    roll_year,
    subscribe,
)
from styrehjul.wheel.models import CalendarSubscription, Occurrence
from styrehjul.wheel.queries import year_of
from tests.making import NOW, Cast, a_cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
SEMINAR = "digitaliseringsseminar"


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def rolled(year: int = 2027) -> None:
    roll_year(year, by=None, at=NOW)


def page(person: object, address: str) -> str:
    answer = signed_in(person).get(address)  # type: ignore[arg-type]  # a Person of the cast
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_R40_the_wheel_is_drawn_and_told_and_each_entry_leads_to_its_own_page(cast: Cast) -> None:
    rolled()
    html = page(cast.olga, "/aarshjul/2027/")
    for meeting in Meeting.objects.all():
        assert html.count(f'href="{meeting.get_absolute_url()}"') >= 2, "once in the drawing, once in the table"
    table = html[html.index("<tbody>") :]
    assert table.count("Justering af projektportefølje") == 4
    assert 'role="group"' in html
    assert "style=" not in html


def test_R19_a_cancelled_meeting_is_missing_in_the_count_with_its_reason_and_an_extra_one_counts_apart(
    cast: Cast,
) -> None:
    rolled()
    assert "Styregruppe: 4 af 4 møder" in page(cast.olga, "/aarshjul/2027/")
    last = Meeting.objects.filter(body=cast.steering).latest("starts_at")
    cancel_meeting(last, reason="Valgdag", by=cast.stine, at=NOW)
    html = page(cast.olga, "/aarshjul/2027/")
    assert "Styregruppe: 3 af 4 møder" in html
    assert "Valgdag" in html


def test_R20_each_programme_group_meeting_names_the_steering_group_meeting_it_prepares(cast: Cast) -> None:
    rolled()
    for meeting in Meeting.objects.filter(body=cast.programme):
        assert meeting.feeds is not None
        assert meeting.feeds.body_id == cast.steering.pk
        assert meeting.starts_at < meeting.feeds.starts_at
        assert meeting.feeds.get_absolute_url() in page(cast.olga, meeting.get_absolute_url())
        assert meeting.get_absolute_url() in page(cast.olga, meeting.feeds.get_absolute_url())


def test_rolling_again_makes_nothing_and_moves_nothing(cast: Cast) -> None:
    rolled()
    before = list(Meeting.objects.order_by("pk").values_list("pk", "starts_at", "version"))
    items = Treatment.objects.count()
    again = roll_year(2027, by=None, at=NOW)
    assert again.meetings == ()
    assert again.activities == ()
    assert list(Meeting.objects.order_by("pk").values_list("pk", "starts_at", "version")) == before
    assert Treatment.objects.count() == items
    cancelled = Meeting.objects.filter(body=cast.steering).latest("starts_at")
    cancel_meeting(cancelled, reason="Valgdag", by=cast.stine, at=NOW)
    assert roll_year(2027, by=None, at=NOW).meetings == (), "a cancelled meeting is not made anew"


def test_the_roll_is_shown_before_it_is_made_and_only_the_secretary_makes_it(cast: Cast) -> None:
    client = signed_in(cast.peter)
    html = client.get("/aarshjul/2028/opret/").content.decode()
    assert html.count("oprettes") >= 9, "eight meetings and the seminar"
    assert not Meeting.objects.exists()
    assert signed_in(cast.olga).post("/aarshjul/2028/opret/").status_code == 403
    assert client.post("/aarshjul/2028/opret/").status_code == 302
    assert Meeting.objects.filter(year=2028).count() == 8
    assert "intet nyt at oprette" in client.get("/aarshjul/2028/opret/").content.decode()


def test_R51_the_seminar_moves_freely_inside_its_year_and_its_absence_is_shown(cast: Cast) -> None:
    rolled()
    seminar = Occurrence.objects.get(key=SEMINAR)
    assert seminar.quarter == 2
    moved = change_occurrence(
        seminar, on=date(2027, 11, 17), place="Musikhuset", notes="", title=seminar.title, by=cast.peter, at=NOW
    )
    assert moved.quarter == 4
    roll_year(2027, by=None, at=NOW)
    assert Occurrence.objects.get(key=SEMINAR).on == date(2027, 11, 17)
    with pytest.raises(Refused) as refused:
        change_occurrence(moved, on=date(2028, 1, 12), place="", notes="", title="", by=cast.peter, at=NOW)
    assert refused.value.code == "occurrence.other_year"
    cancel_occurrence(moved, reason="Intet budget", by=cast.peter, at=NOW)
    assert "2027 er uden internt digitaliseringsseminar" in page(cast.olga, "/aarshjul/2027/")


def test_an_activity_on_a_holiday_is_refused_and_held_only_when_its_day_has_come(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        add_occurrence(cast.programme, title="Dialogmøde", on=date(2027, 5, 17), by=cast.peter, at=NOW)
    assert refused.value.code == "occurrence.not_working_day", "anden pinsedag 2027"
    made = add_occurrence(cast.programme, title="Dialogmøde med Skole", on=date(2027, 6, 1), by=cast.peter, at=NOW)
    with pytest.raises(Refused) as early:
        hold_occurrence(made, by=cast.peter, at=NOW)
    assert early.value.code == "occurrence.held_in_future"
    held = hold_occurrence(made, by=cast.peter, at=datetime(2027, 6, 1, 16, tzinfo=ZONE))
    assert held.status == "held"
    assert "1 dialogmøde i 2027" in page(cast.olga, "/aarshjul/2027/")


def test_R45_the_yearly_assessment_stands_in_the_third_quarter_with_its_doubt_and_follows_when_moved(
    cast: Cast,
) -> None:
    rolled()
    assert "Kvartal: 3 (usikker læsning af bilaget; kan flyttes)" in page(cast.olga, "/aarshjul/2027/")
    move_standing_item(cast.steering, "vurdering_strategisk_retning", year=2027, quarter=4, by=cast.peter, at=NOW)
    placed = Treatment.objects.filter(standing_key="vurdering_strategisk_retning").exclude(state="withdrawn").get()
    assert placed.meeting is not None
    assert placed.meeting.starts_at.month in (10, 11, 12)
    with pytest.raises(Refused) as refused:
        move_standing_item(cast.steering, "orientering_direktion", year=2027, quarter=4, by=cast.peter, at=NOW)
    assert refused.value.code == "wheel.item_not_movable"


def test_R54_what_was_not_done_in_a_quarter_that_is_over_is_listed_as_missing(cast: Cast) -> None:
    rolled()
    html = page(cast.peter, "/aarshjul/2027/")
    view = year_of(2027, today())
    missing = {(q.number, line.key) for q, _box, line in view.missing}
    assert {(1, "justering_projektportefoelje"), (1, "orientering_aktuelle_emner")} <= missing
    later = {key for quarter, key in missing if quarter > 1}
    assert later == {SEMINAR}, "the second quarter is not over on 19 May, but the seminar's day has passed"
    assert "Sæt punktet på næste møde" in html


def test_a_year_begun_in_the_middle_owes_nothing_for_what_came_before(cast: Cast) -> None:
    from styrehjul.bodies.actions import change_municipality
    from styrehjul.bodies.queries import municipality

    change_municipality(municipality(), in_use_from=date(2027, 7, 1), by=cast.ada, at=NOW)
    rolled()
    html = page(cast.olga, "/aarshjul/2027/")
    assert "2 af 2 møder siden 1. juli" in html
    assert "før Styrehjul" in html
    assert "mangler" not in html
    assert not Meeting.objects.filter(starts_at__lt=datetime(2027, 6, 30, tzinfo=ZONE), body=cast.steering).exists()


def test_the_meeting_plan_is_one_sheet_of_paper_and_a_sheet_of_excel(cast: Cast) -> None:
    from styrehjul.documents.guard import check_pdf
    from styrehjul.documents.pdf import page_count

    rolled()
    client = signed_in(cast.olga)
    pdf = client.get("/aarshjul/2027/moedeplan.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert page_count(pdf.content) == 1
    assert check_pdf(pdf.content) == []
    assert client.get("/aarshjul/2027/moedeplan.xlsx").content[:2] == b"PK"


def test_the_feed_is_secret_revocable_and_never_uses_an_invitations_identity(cast: Cast, client: object) -> None:
    from django.test import Client

    rolled()
    first = subscribe(cast.olga, by=cast.olga, at=NOW).token
    outside = Client()
    answer = outside.get(f"/kalender/{first}.ics")
    calendar = answer.content.decode()
    assert "METHOD" not in calendar
    assert calendar.count("BEGIN:VEVENT") > 8
    uids = [line for line in calendar.replace("\r\n ", "").splitlines() if line.startswith("UID:")]
    assert all(uid.endswith("-feed") for uid in uids)
    assert outside.get(f"/kalender/{first}.ics", headers={"If-None-Match": answer["ETag"]}).status_code == 304
    subscribe(cast.olga, by=cast.olga, at=NOW)
    assert outside.get(f"/kalender/{first}.ics").status_code == 404
    assert CalendarSubscription.objects.filter(person=cast.olga).count() == 1
    with pytest.raises(NotAllowed):
        subscribe(cast.olga, by=cast.peter, at=NOW)


def test_the_wheel_costs_the_same_for_one_year_of_meetings_as_for_many_extra_ones(cast: Cast) -> None:
    rolled()
    client = signed_in(cast.olga)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/aarshjul/2027/").status_code == 200
        return len(queries)

    cost()
    few = cost()
    for week in range(6):
        add_occurrence(
            cast.programme,
            title=f"Dialogmøde {week}",
            on=date(2027, 9, 1) + timedelta(weeks=week),
            by=cast.peter,
            at=NOW,
        )
    cost()
    assert cost() == few


@pytest.mark.parametrize(
    "address", ["/aarshjul/1999/", "/aarshjul/2999/", "/aarshjul/2027/flyt/styregruppe/findes-ikke/"]
)
def test_a_year_or_item_that_cannot_be_is_not_found(cast: Cast, address: str) -> None:
    assert signed_in(cast.peter).get(address).status_code == 404
