"""R20-R53 as a person checks them on the running product, for Norddjurs: a rolled year and the pages' own forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from styrehjul.audit.models import Event
from styrehjul.benefits.actions import accept_benefit, add_benefit
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import Approval, Meeting, Topic, Treatment
from styrehjul.meetings.queries import version_of
from styrehjul.portfolio import actions as life
from styrehjul.wheel.actions import roll_year
from tests.house.world import ground
from tests.making import NORDDJURS, NOW, Cast, a_cast, a_kommissorium, a_person, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import MEETING_AT, a_proposal, a_turn, do, quick_build
from tests.portfolio.town import a_decision

pytestmark = pytest.mark.django_db
PORTFOLIO, PROPOSALS, CLOSING = (
    "Justering af projektportefølje",
    "Behandling af nye projektforslag",
    "Behandling af afsluttende projekter",
)


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        made = a_cast()
        do(roll_year, 2028, by=made.peter, at=NOW)
        yield made


def steering(cast: Cast) -> list[Meeting]:
    return list(Meeting.objects.filter(body=cast.steering, year=2028).order_by("starts_at"))


def programme(cast: Cast) -> list[Meeting]:
    return list(Meeting.objects.filter(body=cast.programme, year=2028).order_by("starts_at"))


def an_item(cast: Cast, meeting: Meeting, kind: str, title: str = "Ny aftale om print", **more: Any) -> Treatment:
    made: Treatment = do(
        actions.add_item,
        meeting,
        title=title,
        kind=kind,
        responsible=more.pop("responsible", cast.olga),
        by=cast.peter,
        at=NOW,
        **more,
    )
    return made


def test_r19_a_fifth_meeting_shows_beside_the_four(cast: Cast) -> None:
    do(
        actions.plan_meeting, body=cast.steering, year=2028, slot="", extra=True, starts_at=MEETING_AT.replace(year=2028, month=10, day=4),
        ends_at=MEETING_AT.replace(year=2028, month=10, day=4, hour=11), by=cast.peter, at=NOW,
    )  # fmt: skip
    assert re.search(r"Styregruppe: 4 af 4 møder\D{0,12}1 ekstra", text_of(signed_in(cast.olga).get("/aarshjul/2028/")))


def test_r20_four_meetings_of_each_body_linked_both_ways_and_on_one_page(cast: Cast) -> None:
    olga = signed_in(cast.olga)
    assert len(steering(cast)) == len(programme(cast)) == 4
    for feeding, fed in zip(programme(cast), steering(cast), strict=True):
        assert feeding.feeds == fed
        assert f'href="{fed.get_absolute_url()}"' in olga.get(feeding.get_absolute_url()).content.decode()
        assert f'href="{feeding.get_absolute_url()}"' in olga.get(fed.get_absolute_url()).content.decode()
    plan = olga.get("/aarshjul/2028/moedeplan.pdf")
    assert plan.content[:5] == b"%PDF-"
    assert len(re.findall(rb"/Type\s*/Page[^s]", plan.content)) <= 1


def test_r21_moved_before_the_meeting_that_prepares_it_the_page_warns_and_nothing_moves(cast: Cast) -> None:
    fed, feeding = steering(cast)[1], programme(cast)[1]
    day = (feeding.starts_at - timedelta(days=2)).date()
    peter, before = signed_in(cast.peter), (fed.starts_at, feeding.starts_at)
    shown = text_of(peter.get(f"{fed.get_absolute_url()}flyt/?day={day}&start=09:00&end=11:00"))
    assert "ligger ikke før styregruppen" in shown
    assert "Foreslået ny dato" in shown
    assert "Intet er flyttet endnu." in shown
    fed.refresh_from_db()
    feeding.refresh_from_db()
    assert (fed.starts_at, feeding.starts_at) == before


def test_r21_too_few_working_days_between_them_is_only_a_warning(cast: Cast) -> None:
    fed, feeding = steering(cast)[1], programme(cast)[1]
    day = feeding.starts_at.date() + timedelta(days=10)
    peter = signed_in(cast.peter)
    address = f"{fed.get_absolute_url()}flyt/?day={day}&start=09:00&end=11:00"
    shown = text_of(peter.get(address))
    assert "Forslaget er mindst 20" in shown
    assert "Flyt mødet" in shown
    assert press(peter, address, waive=_waivers(peter, address)).status_code == 302
    fed.refresh_from_db()
    feeding.refresh_from_db()
    assert fed.starts_at.date() == day
    assert feeding.starts_at.date() == day - timedelta(days=10)


def _waivers(client: Any, address: str) -> list[str]:
    return re.findall(r'name="waive" value="([^"]+)"', client.get(address).content.decode())


def test_r22_an_extra_meeting_is_marked_empty_and_not_among_the_four(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    page = peter.get("/moeder/ekstra/").content.decode()
    assert 'name="body"' in page
    body = re.search(r'<option value="([^"]+)"[^>]*>\s*Programgruppe', page)
    assert body is not None
    done = press(peter, "/moeder/ekstra/", body=body.group(1), day="2028-03-30", start="13:00", end="14:00")
    assert done.status_code == 302, text_of(done)[:500]
    extra = Meeting.objects.get(body=cast.programme, extra=True)
    assert not extra.treatments.filter(profile="standing").exists()
    year = text_of(peter.get("/aarshjul/2028/"))
    assert "Programgruppe: 4 af 4 møder" in year
    assert re.search(r"30\. marts[^.]{0,40}ekstra", year)


def test_r26_an_item_of_the_steering_group_is_to_inform_or_to_decide_and_says_which(cast: Cast) -> None:
    peter, meeting = signed_in(cast.peter), steering(cast)[1]
    address = f"{meeting.get_absolute_url()}punkter/nyt/"
    offered = set(
        re.findall(
            r'name="kind"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="kind"', peter.get(address).content.decode()
        )
    )
    options = {value for pair in offered for value in pair if value} or set(
        re.findall(
            r'<option value="([a-z_]+)"',
            peter.get(address).content.decode().split('name="kind"')[1].split("</select>")[0],
        )
    )
    assert options == {"decision", "information"}
    assert press(peter, address, title="Uden slags").status_code == 422
    for title, kind, words in (
        ("Ny printaftale", "decision", "Til beslutning"),
        ("Nyt fra KL", "information", "Til information"),
    ):
        assert press(peter, address, title=title, kind=kind).status_code == 302
        assert re.search(rf"{title} (Frist \w+ \d+\. \w+ )?{words}", text_of(peter.get(meeting.get_absolute_url())))
    read = text_of(peter.get(meeting.get_absolute_url(), {"slags": "Til information"}))
    assert "Nyt fra KL" in read
    assert "Ny printaftale" not in read


def test_r27_to_discuss_is_on_in_the_programme_group_and_off_in_the_steering_group(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    in_programme = peter.get(f"{programme(cast)[1].get_absolute_url()}punkter/nyt/").content.decode()
    in_steering = peter.get(f"{steering(cast)[1].get_absolute_url()}punkter/nyt/").content.decode()
    assert "Til drøftelse" in in_programme
    assert "Til drøftelse" not in in_steering
    item = an_item(cast, programme(cast)[1], "discussion", "Superbrugernes vilkår")
    agenda = text_of(peter.get(programme(cast)[1].get_absolute_url()))
    assert re.search(rf"{item.title} (Frist \w+ \d+\. \w+ )?Til drøftelse", agenda)


def test_r27_a_kind_is_switched_on_and_one_is_added_and_both_stand_on_the_agenda(cast: Cast) -> None:
    off = 'navn = "til drøftelse"\ntaendt = false\nforslag = true\n'
    own = 'navn = "til drøftelse"\n\n[[organ.slags]]\nkode = "tema"\nnavn = "temadrøftelse"\n'
    source = NORDDJURS.read_text(encoding="utf-8").replace(off, own, 1)
    assert own in source
    do(a_kommissorium, source.encode(), start=date(2028, 1, 1))
    peter, meeting = signed_in(cast.peter), steering(cast)[2]
    address = f"{meeting.get_absolute_url()}punkter/nyt/"
    for title, kind, words in (
        ("Superbrugernes vilkår", "droeftelse", "Til drøftelse"),
        ("Temadag", "tema", "Temadrøftelse"),
    ):
        code = "discussion" if kind == "droeftelse" else kind
        assert press(peter, address, title=title, kind=code).status_code == 302, text_of(peter.get(address))
        assert re.search(rf"{title} (Frist \w+ \d+\. \w+ )?{words}", text_of(peter.get(meeting.get_absolute_url())))
        printed = json.loads(quick_build(meeting).content)["items"]
        assert (
            words.lower()
            in json.dumps([item for item in printed if item["title"] == title], ensure_ascii=False).lower()
        )


def test_r28_either_of_the_two_sets_it_ready_and_a_member_only_reads(cast: Cast) -> None:
    turn = a_turn(cast=cast)
    address = turn.item.get_absolute_url()
    for person in (cast.mette, cast.peter):
        do(
            actions.edit_item,
            turn.item,
            by=person,
            at=NOW,
            expected_version=None,
            fields={"financial_impact": f"Ingen, siger {person.name}."},
        )
        turn.item.refresh_from_db()
        done = send(signed_in(person), f"{address}klar/", version=str(turn.item.version))
        assert done.status_code == 302, text_of(done)[:500]
        turn.item.refresh_from_db()
        assert turn.item.set_ready_by == person
        told = text_of(signed_in(cast.peter).get(turn.meeting.get_absolute_url())) + text_of(
            signed_in(cast.peter).get(address)
        )
        assert person.name in told
        do(actions.return_item, turn.item, comment="En gang til", by=cast.peter, at=NOW)
        turn.item.refresh_from_db()
    seen = text_of(signed_in(cast.olga).get(f"{address}?laes=1")).split("Sidst rettet af")[1][:120]
    assert "Mette Lund" in seen
    assert "Peter Friis" in seen
    do(actions.make_ready, turn.item, by=cast.peter, at=NOW)
    turn.to_chair().approved()
    turn.dispatched()
    member = signed_in(cast.heads[0])
    assert member.get(address).status_code == 200
    assert member.get(f"{address}ret/").status_code in (403, 404)
    assert member.post(f"{address}ret/", {"title": "Kapret"}).status_code in (403, 404)


def test_r29_r31_no_dispatch_without_the_chair_and_the_page_tells_which_version(cast: Cast) -> None:
    turn = a_turn(cast=cast).ready()
    m = turn.meeting.get_absolute_url()
    peter, stine = signed_in(cast.peter), signed_in(cast.stine)
    assert send(peter, f"{m}udsend/").status_code in (403, 409)
    turn.to_chair()
    refused = send(peter, f"{m}udsend/")
    assert refused.status_code == 409
    assert "formand" in text_of(refused).lower()
    assert send(peter, f"{m}godkend/", sha256=turn.sha256).status_code == 403
    assert press(stine, f"{m}godkend/", f"{m}godkend/").status_code == 302
    assert press(peter, m, f"{m}udsend/").status_code == 302
    approval = Approval.objects.get(version__meeting=turn.meeting)
    version = version_of(turn.fresh)
    assert version is not None
    assert approval.sha256 == version.sha256
    told = text_of(peter.get(m)) + text_of(peter.get(f"{m}versioner/"))
    assert "Stine Holm" in told
    assert f"{version.sha256[:8]}" in told.replace(" ", "")
    assert Event.objects.filter(action="agenda.approve").exists()
    assert json.loads(version.content)["head"]["version"] == version.number


def test_r36_an_item_without_a_responsible_is_marked_and_cannot_be_ready(cast: Cast) -> None:
    peter, meeting = signed_in(cast.peter), steering(cast)[1]
    address = f"{meeting.get_absolute_url()}punkter/nyt/"
    assert press(peter, address, title="Fælles print", kind="decision").status_code == 302
    item = Treatment.objects.get(title="Fælles print")
    assert re.search(r"Fælles print.{0,80}angler ansvarlig", text_of(peter.get(meeting.get_absolute_url())))
    refused = send(peter, f"{item.get_absolute_url()}klar/", version=str(item.version))
    assert refused.status_code == 409
    assert "ansvarlig" in text_of(refused)
    do(actions.set_responsible, item, cast.olga, by=cast.peter, at=NOW)
    assert "Fælles print" in text_of(signed_in(cast.olga).get("/opgaver/"))


def test_r39_the_decision_opens_with_the_recommendation_and_shows_both_texts_when_they_differ(cast: Cast) -> None:
    turn = a_turn(cast=cast)
    other = an_item(
        cast, turn.meeting, "decision", "Ny printaftale", fields={"financial_impact": "Ingen", "summary": "Kort."},
        points=[PointText("at aftalen forlænges")],
    )  # fmt: skip
    do(actions.make_ready, other, by=cast.peter, at=NOW)
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(MEETING_AT + timedelta(minutes=5), tick=False):
        peter, stine = signed_in(cast.peter), signed_in(cast.stine)
        page = text_of(peter.get(f"{m}afhold/"))
        assert "Indstillingen følges" in page
        assert "at aftalen forlænges" in page
        press(peter, f"{m}afhold/", f"{turn.item.get_absolute_url()}beslutning/")
        do(actions.record_decision, other, outcome="approved_with_changes", text="Aftalen forlænges med et år.", effects=[], by=cast.peter, at=MEETING_AT)  # fmt: skip
        assert press(stine, f"{m}afhold/", f"{m}afslut/").status_code == 302
        minutes = text_of(stine.get(f"{m}referat/"))
    assert "Aftalen forlænges med et år." in minutes
    assert "at aftalen forlænges" in minutes
    assert "odkendt med ændringer" in minutes


def test_r41_the_portfolio_item_stands_four_times_and_tells_what_changed(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    a_proposal(cast, title="Robot på posthuset")
    for meeting in steering(cast):
        item = meeting.treatments.get(title=PORTFOLIO)
        assert item.profile == "standing"
        assert "Robot på posthuset" in text_of(peter.get(item.get_absolute_url()))


def test_r42_new_proposals_are_listed_with_a_link_and_none_is_said(cast: Cast) -> None:
    peter, first = signed_in(cast.peter), steering(cast)[0]
    item = first.treatments.get(title=PROPOSALS)
    assert "Ingen nye forslag" in text_of(peter.get(item.get_absolute_url()))
    project = a_proposal(cast, title="Robot på posthuset")
    do(actions.put_proposal_on_meeting, project, first, by=cast.peter, at=NOW)
    page = peter.get(item.get_absolute_url())
    assert "Robot på posthuset" in text_of(page)
    assert f"/projekter/{project.number}/" in page.content.decode() or "/punkter/" in page.content.decode()
    for meeting in steering(cast):
        assert meeting.treatments.filter(title=PROPOSALS).exists()


def test_r43_closing_projects_are_listed_with_their_report_and_who_takes_over_the_benefits(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    for meeting in steering(cast):
        item = meeting.treatments.get(title=CLOSING)
        assert "Ingen projekter er meldt færdige" in text_of(peter.get(item.get_absolute_url()))
    project = a_proposal(cast, title="Robot på posthuset", owner_id=cast.jonas.pk, manager_id=cast.olga.pk)
    said = a_decision()
    do(life.put_on_agenda, project, by=cast.peter, at=NOW)
    do(life.approve_proposal, project, by=cast.stine, at=NOW, mandate=said)
    do(life.start_project, project, by=cast.stine, at=NOW, mandate=said)
    kept = {"project": project, "by": cast.olga, "at": NOW, "measure_on": date(2028, 9, 1)}
    taken = do(add_benefit, title="Kortere ventetid", owner_id=cast.jonas.pk, target="8 dage", **kept)
    do(accept_benefit, taken, by=cast.jonas, at=NOW)
    do(add_benefit, title="Færre fejl", **kept)
    do(life.report_finished, project, report="Robotten sorterer al post.", by=cast.olga, at=NOW)
    page = peter.get(item.get_absolute_url())
    shown = text_of(page)
    assert f"Robot på posthuset ({project.number})" in shown
    assert f'href="/projekter/{project.number}/"' in page.content.decode()
    assert "Robotten sorterer al post." in shown
    assert f"Kortere ventetid, overtages af {cast.jonas.name}, måles 1. september 2028" in shown
    assert "Færre fejl, mangler en modtager" in shown


def test_r46_topics_before_and_during_the_meeting_are_carried_to_the_next_with_a_link_back(cast: Cast) -> None:
    first, second = programme(cast)[:2]
    jonas = signed_in(cast.jonas)
    for meeting in programme(cast):
        assert meeting.treatments.filter(title="Orientering og fastlæggelse af aktuelle emner").exists()
    assert (
        send(jonas, f"{first.get_absolute_url()}emner/", kind="current", text="Ny udgave af fagsystemet").status_code
        == 302
    )
    topic = Topic.objects.get()
    item = first.treatments.get(title="Orientering og fastlæggelse af aktuelle emner")
    do(actions.start_meeting, _sent(cast, first), by=cast.peter, at=first.starts_at)
    with time_machine.travel(first.starts_at + timedelta(minutes=5), tick=False):
        jonas, mette = signed_in(cast.jonas), signed_in(cast.mette)
        told = text_of(jonas.get(item.get_absolute_url()))
        assert "Ny udgave af fagsystemet" in told
        assert "Jonas Beck" in told
        assert send(mette, f"{first.get_absolute_url()}emner/", kind="current", text="Under mødet").status_code == 302
        assert send(mette, f"{first.get_absolute_url()}emner/{topic.pk}/videre/").status_code == 302
    carried = Topic.objects.get(meeting=second)
    assert carried.carried_from == topic
    there = second.treatments.get(title="Orientering og fastlæggelse af aktuelle emner")
    page = signed_in(cast.mette).get(there.get_absolute_url())
    assert "Ny udgave af fagsystemet" in text_of(page)
    back = signed_in(cast.mette).get(second.get_absolute_url()).content.decode()
    assert re.search(rf'Ny udgave af fagsystemet.{{0,80}}href="{first.get_absolute_url()}"', back)


def _sent(cast: Cast, meeting: Meeting) -> Meeting:
    at = meeting.starts_at - timedelta(days=20)
    built = quick_build(meeting, at)
    do(actions.send_to_chair, meeting, built, by=cast.peter, at=at)
    do(actions.approve_agenda, Meeting.objects.get(pk=meeting.pk), sha256=built.sha256, by=cast.mette, at=at)
    do(actions.dispatch, Meeting.objects.get(pk=meeting.pk), by=cast.peter, at=at)
    return Meeting.objects.get(pk=meeting.pk)


def test_r53_a_meeting_of_the_quarter_opens_with_its_standing_items_ready_and_asks_before_one_goes(cast: Cast) -> None:
    peter, meeting = signed_in(cast.peter), steering(cast)[1]
    titles = list(meeting.treatments.order_by("position").values_list("title", flat=True))
    assert [title for title in titles if title not in {"Godkendelse af dagsorden", "Godkendelse af referat", "Eventuelt"}] == [
        PORTFOLIO, PROPOSALS, CLOSING, "Orientering til direktionen",
    ]  # fmt: skip
    assert set(meeting.treatments.values_list("state", flat=True)) == {"on_agenda"}
    closing = meeting.treatments.get(title=CLOSING)
    page = text_of(peter.get(f"{closing.get_absolute_url()}tag-af/"))
    assert "Kun denne gang" in page
    assert "Også fremover" in page
    assert press(peter, f"{closing.get_absolute_url()}tag-af/", reason="Ingen afsluttes nu").status_code == 302
    assert CLOSING not in text_of(peter.get(meeting.get_absolute_url())).split("Forberedelse")[0]
    third = steering(cast)[2].treatments.values_list("title", flat=True)
    assert CLOSING in third
    assert any(title.startswith("Vurdering af behov") for title in third)


def test_r92_an_employee_reads_what_is_open_changes_nothing_and_sees_no_closed_item(cast: Cast) -> None:
    turn = a_turn(cast=cast)
    for title, access in (("Opsigelse af leverandør", "closed"), ("Sag om en ansat", "closed_title_hidden")):
        item = an_item(
            cast,
            turn.meeting,
            "information",
            title,
            responsible=cast.mette,
            fields={"summary": "Hemmelig tekst", "access": access},
        )
        do(actions.make_ready, item, by=cast.peter, at=NOW)
    m = turn.meeting.get_absolute_url()
    employee = signed_in(a_person("Ellen Munk", unit=cast.staff))
    before = text_of(employee.get(m))
    assert turn.project.title not in before
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    with time_machine.travel(MEETING_AT + timedelta(hours=3), tick=False):
        employee = signed_in(a_person("Erik Munk", unit=cast.staff))
        for address in (
            "/",
            "/projekter/",
            "/aarshjul/2028/",
            "/beslutninger/",
            "/organisation/",
            "/kommissorium/",
            "/rettigheder/",
            m,
        ):
            page = employee.get(address)
            assert page.status_code == 200, address
            for secret in ("Opsigelse af leverandør", "Sag om en ansat", "Hemmelig tekst"):
                if (secret, address) != (
                    "Opsigelse af leverandør",
                    m,
                ):  # a closed item's title may show where it is not hidden
                    assert secret not in page.content.decode(), (secret, address)
        assert turn.project.title in text_of(employee.get(m))
        assert "SG-2027-001" in text_of(employee.get("/beslutninger/"))
        for way in ("forbered/", "udsend/", "flyt/", "afslut/", "punkter/nyt/"):
            assert employee.post(f"{m}{way}").status_code in (403, 404, 405), way
        assert employee.get(f"/projekter/{turn.project.number}/ret/").status_code == 403


def test_the_clock_of_these_checks_stands_still() -> None:
    assert datetime.now(NOW.tzinfo) == NOW
