"""Strategies, goals in a tree, measures, relations, ties and partnerships: the rules, and the pages that tell them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from styrehjul.benefits.actions import add_benefit
from styrehjul.home.todos import todos_for
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio.actions import link_goal
from styrehjul.portfolio.actions.partnerships import join_partnership
from styrehjul.strategy import actions
from styrehjul.strategy.actions import GoalDetails
from styrehjul.strategy.domain.measuring import next_after
from styrehjul.strategy.hooks import efforts_of, loose_efforts
from styrehjul.strategy.models import Goal, Measure, Partnership, Strategy
from styrehjul.strategy.queries.strategies import in_number_order, without_efforts
from tests.meetings.pages import queries, text_of
from tests.portfolio.town import AT, Town, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
TODAY = AT.date()
START = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def signed(person: Any) -> Client:
    client = Client()
    sign_in(client, person)
    return client


def send(client: Client, path: str, **fields: Any) -> Any:
    return client.post(path, {"_key": str(uuid4()), **fields})


def strategy(title: str = "Digital", **more: Any) -> Strategy:
    return actions.create_strategy(**{"title": title, "start": START, **more}, by=None, at=AT)


def goal(title: str, *, start: date = START, end: date | None = None, owner_id: int | None = None, **more: Any) -> Goal:
    return actions.create_goal(
        title=title, start=start, end=end, owner_id=owner_id, details=GoalDetails(**more), by=None, at=AT
    )


def measure(of: Goal, **more: Any) -> Measure:
    return actions.create_measure(
        of, **{"title": "Svar til tiden", "unit": "%", "target_value": Decimal(90), **more}, by=None, at=AT
    )


def refused(work: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as said:
        work()
    return said.value.code


def change(row: Goal, **more: Any) -> Goal:
    values: dict[str, Any] = {"title": row.title, "start": row.start, "end": row.end}
    details = {"strategy_id": row.strategy_id, "parent_id": row.parent_id, **more}
    return actions.change_goal(row, **values, details=GoalDetails(**details), by=None, at=AT)


# --- the tree


def test_a_tree_has_one_level_and_no_circle() -> None:
    top, other = goal("Øverst"), goal("Et andet")
    part = goal("Delmål", parent_id=top.pk)
    assert refused(lambda: change(top, parent_id=top.pk)) == "goal.circle"
    assert refused(lambda: change(top, parent_id=part.pk)) == "goal.circle"
    assert refused(lambda: change(top, parent_id=other.pk)) == "goal.has_parts"
    assert refused(lambda: goal("For dybt", parent_id=part.pk)) == "goal.parent_is_part"
    assert refused(lambda: goal("Ukendt", parent_id=99999)) == "goal.unknown"
    assert refused(lambda: goal("Bagvendt", end=date(2025, 1, 1))) == "goal.ends_before_start"


def test_a_sub_goal_lies_in_its_goals_strategy() -> None:
    one, two = strategy(), strategy("En anden", kind="other")
    top = goal("Øverst", strategy_id=one.pk)
    part = goal("Delmål", parent_id=top.pk)
    assert part.strategy_id == one.pk, "it follows its goal when nothing is said"
    assert refused(lambda: change(part, strategy_id=two.pk)) == "goal.parent_elsewhere"
    assert refused(lambda: change(top, strategy_id=two.pk)) == "goal.parts_elsewhere"


def test_goals_are_replaced_but_not_in_a_ring() -> None:
    old, new = goal("Det gamle", end=date(2026, 12, 31)), goal("Det nye", end=date(2028, 1, 1))
    change(old, replaced_by_id=new.pk)
    assert refused(lambda: change(new, replaced_by_id=old.pk)) == "goal.replaced_in_circle"
    endless = goal("Uden slut")
    assert refused(lambda: change(endless, replaced_by_id=new.pk)) == "goal.replaced_not_ended"


def test_two_comes_before_ten() -> None:
    rows = [Goal(number=number, title="x", pk=index) for index, number in enumerate(("10", "", "2", "2.1", "1"))]
    assert [row.number for row in in_number_order(rows)] == ["1", "2", "2.1", "10", ""]


# --- strategies


def test_there_is_one_digital_strategy_on_a_day() -> None:
    first = strategy(end=date(2026, 12, 31))
    assert refused(lambda: strategy("To", start=date(2026, 12, 31))) == "strategy.two_digital"
    assert refused(lambda: strategy("Før", start=date(2025, 1, 1))) == "strategy.two_digital"
    after = strategy("Efter", start=date(2027, 1, 1), replaces_id=first.pk)
    assert strategy("En anden", kind="other").pk
    assert refused(lambda: strategy("Bagvendt", kind="other", end=date(2025, 1, 1))) == "strategy.ends_before_start"
    again = lambda: actions.change_strategy(first, replaces_id=after.pk, by=None, at=AT)  # noqa: E731
    assert refused(again) == "strategy.replaces_itself"


def test_the_page_tells_the_strategy_in_force_and_the_earlier_ones(town: Town) -> None:
    earlier = strategy("Digital før", start=date(2022, 1, 1), end=date(2025, 12, 31))
    now = strategy("Digital nu", replaces_id=earlier.pk)
    measure(goal("Klart sprog", strategy_id=now.pk, number="1"))
    page = text_of(signed(town.olga).get("/strategi/"))
    for words in ("Digital nu", "Digital før", "1 Klart sprog", "Ikke målt endnu. Målet er 90 %."):
        assert words in page
    assert "kan stadig læses" in text_of(signed(town.olga).get(earlier.get_absolute_url()))
    assert "Afløst af Digital nu" in text_of(signed(town.olga).get(earlier.get_absolute_url()))


def test_an_empty_town_is_told_what_to_do(town: Town) -> None:
    page = text_of(signed(town.anna).get("/strategi/"))
    assert "Skriv strategien ind" in page
    assert "Skriv strategien ind" not in text_of(signed(town.olga).get("/strategi/"))
    assert "ikke vurderet" in page


# --- what serves a goal


def test_a_goals_page_has_its_projects_and_benefits_with_state_and_age(town: Town) -> None:
    project, row = an_active(town), goal("Klart sprog", number="3")
    link_goal(project, row.pk, by=town.anna, at=AT, sentence="nye breve")
    add_benefit(title="Kortere ventetid", project=project, by=None, at=AT)
    page = text_of(signed(town.olga).get(row.get_absolute_url()))
    for words in (project.title, "Bidrager ved nye breve", "I gang", "Kortere ventetid", "status"):
        assert words in page
    assert f'href="{row.get_absolute_url()}"' in signed(town.olga).get(project.get_absolute_url()).content.decode()


def test_an_effort_without_a_goal_is_tied_with_one_click(town: Town) -> None:
    project, row = an_active(town), goal("Klart sprog")
    project.goal_links.all().delete()
    key = f"projekt-{project.pk}"
    assert key in [one.key for one in loose_efforts(TODAY)]
    assert row in without_efforts(TODAY)
    assert send(signed(town.olga), "/strategi/knyt/", key=key, goal=str(row.pk)).status_code == 403
    assert 'name="goal"' not in signed(town.olga).get("/strategi/uden-maal/").content.decode()
    assert 'name="goal"' in signed(town.anna).get("/strategi/uden-maal/").content.decode()
    assert send(signed(town.anna), "/strategi/knyt/", key=key, goal=str(row.pk)).status_code == 302
    assert [one.title for one in efforts_of([row.pk], TODAY)[row.pk]] == [project.title]
    assert key not in [one.key for one in loose_efforts(TODAY)]
    assert row not in without_efforts(TODAY)
    for bad in ("projekt-99999", "ukendt-1", "projekt-", "projekt-1x", ""):
        assert send(signed(town.anna), "/strategi/knyt/", key=bad, goal=str(row.pk)).status_code == 409


def test_an_ended_goal_takes_nothing_new(town: Town) -> None:
    project, other = an_active(town), strategy("Ældrepolitik", kind="other")
    row = goal("Slut", end=TODAY - timedelta(days=1))
    assert refused(lambda: link_goal(project, row.pk, by=town.anna, at=AT)) == "goal.not_in_force"
    assert refused(lambda: measure(row)) == "goal.ended"
    values: dict[str, Any] = {"kind": "supports", "sentence": "Fordi", "by": None, "at": AT}
    assert refused(lambda: actions.relate(row, other, **values)) == "goal.ended"
    page = text_of(signed(town.anna).get(row.get_absolute_url()))
    assert "tager ikke imod nye indsatser" in page
    assert "Nyt målepunkt" not in page


# --- relations


def test_a_relation_is_told_on_both_sides(town: Town) -> None:
    own, other = strategy(), strategy("Ældrepolitik", kind="other")
    row = goal("Klart sprog", strategy_id=own.pk)
    path = f"{row.get_absolute_url()}forbind/"
    fields = {"strategy_id": str(other.pk), "kind": "conflicts", "sentence": "Papir ønskes"}
    assert send(signed(town.olga), path, **fields).status_code == 403
    assert send(signed(town.anna), path, **fields).status_code == 302
    assert send(signed(town.anna), path, **fields).status_code == 409
    for page in (row.get_absolute_url(), other.get_absolute_url()):
        assert "Papir ønskes" in text_of(signed(town.olga).get(page))
    assert refused(lambda: actions.relate(row, own, kind="needs", sentence="x", by=None, at=AT)) == (
        "relation.own_strategy"
    )
    taken = row.relations.get()
    assert send(signed(town.anna), f"/strategi/forbindelser/{taken.pk}/fjern/").status_code == 302
    assert not row.relations.exists()


# --- measures


def test_a_day_has_one_number_and_a_wrong_one_is_corrected_beside_it(town: Town) -> None:
    row = measure(goal("Klart sprog"))
    first = actions.enter_value(row, value=Decimal(64), on=TODAY, by=None, at=AT)
    again = lambda: actions.enter_value(row, value=Decimal(65), on=TODAY, by=None, at=AT)  # noqa: E731
    assert refused(again) == "value.same_day"
    ahead = lambda: actions.enter_value(row, value=Decimal(65), on=TODAY + timedelta(days=1), by=None, at=AT)  # noqa: E731
    assert refused(ahead) == "value.in_future"
    made = actions.correct_value(first, value=Decimal("46.5"), note="Byttet om", by=None, at=AT)
    assert refused(lambda: actions.correct_value(first, value=Decimal(1), by=None, at=AT)) == "value.corrected_already"
    assert refused(lambda: actions.correct_value(made, value=Decimal("46.5"), note="Byttet om", by=None, at=AT)) == (
        "value.unchanged"
    )
    page = text_of(signed(town.olga).get(row.goal.get_absolute_url()))
    assert "46,5 % den" in page
    assert "64 % rettet" in page


def test_the_owner_is_asked_enters_and_is_asked_again(town: Town) -> None:
    row = measure(goal("Klart sprog", owner_id=town.olga.pk), next_on=TODAY, cadence="quarter")
    assert [one.title for one in todos_for(town.olga, TODAY) if "tallet" in one.title] == [
        "Skriv tallet: Svar til tiden"
    ]
    path = f"/strategi/maalepunkter/{row.pk}/vaerdi/"
    assert signed(town.mette).get(path).status_code == 403
    bad = send(signed(town.olga), path, value="mange", on=TODAY.isoformat())
    assert (bad.status_code, "Skriv et tal" in text_of(bad)) == (422, True)
    assert send(signed(town.olga), path, value="64,5", on=TODAY.isoformat()).status_code == 302
    again = send(signed(town.olga), path, value="70", on=TODAY.isoformat())
    assert (again.status_code, "Der står allerede 64,5 %" in text_of(again)) == (409, True)
    row.refresh_from_db()
    assert row.next_on is not None
    assert row.next_on > TODAY + timedelta(days=80)


@pytest.mark.parametrize(
    ("planned", "measured", "cadence", "wanted"),
    [
        (date(2026, 1, 31), date(2026, 1, 31), "month", date(2026, 2, 28)),
        (date(2026, 1, 31), date(2026, 3, 1), "month", date(2026, 3, 31)),
        (date(2026, 1, 31), date(2026, 1, 31), "", None),
        (None, date(2026, 3, 1), "year", date(2027, 3, 1)),
    ],
)
def test_the_rhythm_goes_on_from_the_planned_day(
    planned: date | None, measured: date, cadence: str, wanted: date | None
) -> None:
    assert next_after(planned, measured, cadence) == wanted


def test_not_measured_is_a_valid_answer(town: Town) -> None:
    row = goal("Menneskelig hjælp", not_measured=True)
    assert "Måles ikke" in text_of(signed(town.olga).get("/strategi/"))
    assert refused(lambda: measure(row)) == "measure.goal_not_measured"
    counted = goal("Talt")
    measure(counted)
    assert refused(lambda: change(counted, not_measured=True)) == "goal.has_measures"


# --- partnerships


def partnership(**more: Any) -> Partnership:
    values = {"title": "Fælles journal", "partners": "Nabokommunen", "purpose": "Sammen", "start": START, **more}
    return actions.create_partnership(**values, by=None, at=AT)


def test_a_partnership_past_its_end_is_to_be_assessed(town: Town) -> None:
    row = partnership(end=TODAY - timedelta(days=1), contact_id=town.olga.pk)
    project = an_active(town)
    join_partnership(project, row.pk, by=town.anna, at=AT)
    assert "skal vurderes" in text_of(signed(town.mette).get("/strategi/partnerskaber/"))
    assert project.title in text_of(signed(town.mette).get(row.get_absolute_url()))
    assert "Fælles journal" in text_of(signed(town.mette).get(project.get_absolute_url()))
    assert any("Vurder partnerskabet" in one.title for one in todos_for(town.olga, TODAY))
    with pytest.raises(NotAllowed):
        actions.renew_partnership(row, end=TODAY + timedelta(days=9), by=town.jonas, at=AT)
    assert refused(lambda: actions.renew_partnership(row, end=row.end or TODAY, by=None, at=AT)) == (
        "partnership.not_longer"
    )
    assert refused(lambda: actions.end_partnership(row, outcome=" ", by=town.olga, at=AT)) == (
        "partnership.lacks_outcome"
    )
    actions.renew_partnership(row, end=TODAY + timedelta(days=300), by=town.olga, at=AT)
    assert "skal vurderes" not in text_of(signed(town.mette).get("/strategi/partnerskaber/"))
    actions.end_partnership(row, outcome="To fælles indkøb", by=town.olga, at=AT)
    assert "To fælles indkøb" in text_of(signed(town.mette).get(row.get_absolute_url()))
    assert refused(lambda: actions.renew_partnership(row, end=date(2030, 1, 1), by=town.olga, at=AT)) == (
        "partnership.ended"
    )
    assert refused(lambda: partnership(end=date(2025, 1, 1))) == "partnership.ends_before_start"
    assert refused(lambda: partnership(purpose=" ")) == "partnership.lacks_text"


def test_the_wheel_has_measuring_days_and_ends(town: Town) -> None:
    strategy("Digital nu", end=date(TODAY.year, 12, 31))
    measure(goal("Klart sprog"), next_on=TODAY)
    partnership(end=TODAY)
    page = text_of(signed(town.olga).get(f"/aarshjul/{TODAY.year}/"))
    for words in ("Svar til tiden måles", "Digital nu strategien slutter", "Fælles journal partnerskabet slutter"):
        assert words in page


def test_three_goals_cost_what_one_costs(town: Town) -> None:
    olga, now, other = signed(town.olga), strategy(), strategy("Ældrepolitik", kind="other")
    project = an_active(town)
    add_benefit(title="Bedre", project=project, by=None, at=AT)
    top = goal("Øverst", strategy_id=now.pk)

    def one_more(number: int) -> None:
        row = goal(f"Mål {number}", strategy_id=now.pk, owner_id=town.olga.pk, parent_id=top.pk if number else None)
        link_goal(project, row.pk, by=town.anna, at=AT)
        found = measure(row, owner_id=town.olga.pk)
        actions.enter_value(found, value=Decimal(5), on=TODAY, by=town.olga, at=AT)
        actions.relate(row, other, kind="needs", sentence="Fordi", by=None, at=AT)
        join_partnership(project, partnership(title=f"P {number}", contact_id=town.olga.pk).pk, by=town.anna, at=AT)

    one_more(1)
    pages = (
        "/strategi/", top.get_absolute_url(), now.get_absolute_url(), other.get_absolute_url(),
        "/strategi/partnerskaber/", "/strategi/uden-maal/", "/strategi/uden-indsatser/", project.get_absolute_url(),
    )  # fmt: skip
    first = {path: queries(olga, path) for path in pages}
    one_more(2)
    one_more(3)
    assert {path: queries(olga, path) for path in pages} == first


# --- what the kommissorium asks


def test_r80_goals_have_text_period_owner_and_measure_and_one_replaces_another_with_its_dates(town: Town) -> None:
    now = strategy()
    old = goal("Papirløs", strategy_id=now.pk, end=date(2026, 12, 31), owner_id=town.olga.pk)
    new = goal("Klart sprog", strategy_id=now.pk, start=date(2027, 1, 1), number="1")
    fields = {
        "title": "Papirløs", "text": "Alt digitalt", "strategy_id": str(now.pk), "start": "2026-01-01",
        "end": "2026-12-31", "end_reason": "Nået", "replaced_by_id": str(new.pk), "version": str(old.version),
        "owner_id": str(town.olga.pk), "kind": "goal",
    }  # fmt: skip
    assert send(signed(town.anna), f"{old.get_absolute_url()}ret/", **fields).status_code == 302
    measure(new)
    page = text_of(signed(town.mette).get("/strategi/"))
    for words in ("Alt digitalt", "1. januar 2026 – 31. december 2026", "er slut", "Målet er 90 %", town.olga.name):
        assert words in page
    told = text_of(signed(town.mette).get(old.get_absolute_url()))
    assert "Målet sluttede 31. december 2026" in told
    assert "Afløst af Klart sprog" in told
    assert "Papirløs" in text_of(signed(town.mette).get(new.get_absolute_url()))


def test_r81_two_goals_stand_beside_another_strategy_and_their_projects_with_their_state(town: Town) -> None:
    own, other = strategy(), strategy("Ældrepolitik", kind="other")
    rows = [goal(title, strategy_id=own.pk) for title in ("Klart sprog", "Frigjort tid")]
    for row, kind in zip(rows, ("supports", "conflicts"), strict=True):
        fields = {"strategy_id": str(other.pk), "kind": kind, "sentence": f"Om {row.title}"}
        assert send(signed(town.anna), f"{row.get_absolute_url()}forbind/", **fields).status_code == 302
    theirs = text_of(signed(town.olga).get(other.get_absolute_url()))
    assert "Klart sprog støtter strategien Om Klart sprog" in theirs
    assert "Frigjort tid er i konflikt med strategien Om Frigjort tid" in theirs
    project = an_active(town)
    link_goal(project, rows[0].pk, by=town.anna, at=AT)
    page = text_of(signed(town.olga).get(rows[0].get_absolute_url()))
    for words in ("Støtter Ældrepolitik", project.title, "I gang"):
        assert words in page
