"""A benefit from a hope to a measured fact: what is read, what is refused, and who is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.benefits import actions, queries
from styrehjul.benefits.domain.said import begins_with_change, read
from styrehjul.benefits.models import Benefit, MeasuringDay
from styrehjul.benefits.queries import card
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.people.models import Person
from styrehjul.portfolio import actions as portfolio
from styrehjul.portfolio.models import Project
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active

pytestmark = pytest.mark.django_db
TARGET = date(2027, 9, 1)


@pytest.fixture
def town() -> Town:
    return a_town()


def codes(work: Callable[[], Any]) -> set[str]:
    with pytest.raises(Refused) as refused:
        work()
    return {reason.code for reason in refused.value.reasons}


def a_benefit(town: Town, project: Project | None, **more: Any) -> Benefit:
    fields = {
        "title": "Kortere ventetid", "owner_id": town.jonas.pk, "baseline": "12 dage", "target": "8 dage",
        "measure_on": TARGET, **more,
    }  # fmt: skip
    return actions.add_benefit(project=project, by=town.mette if project else None, at=AT, **fields)


class TestWhatIsRead:
    @pytest.mark.parametrize(
        ("typed", "number", "unit"),
        [
            ("12 dage", "12", "dage"), ("40 %", "40", "%"), ("300 t.kr.", "300", "1.000 kr."),
            ("ca. 1,5 mio. kr.", "1500", "1.000 kr."), ("500.000,-", "500", "1.000 kr."), ("1.200 timer", "1200", "timer"),
            ("120 om måneden", "120", "om måneden"), ("ja", "1", "ja/nej"), ("12\xa0dage", "12", "dage"),
        ],
    )  # fmt: skip
    def test_a_number_as_it_is_said(self, typed: str, number: str, unit: str) -> None:
        said = read(typed)
        assert (said.number, said.unit) == (Decimal(number), unit)

    @pytest.mark.parametrize("typed", ["kendes ikke", "Ved ikke", "?", "", " – "])
    def test_not_known_is_an_answer(self, typed: str) -> None:
        assert (read(typed).text, read(typed).number) == ("", None)

    @pytest.mark.parametrize("typed", ["mellem 10 og 20 dage", "flere end sidste år", "9" * 30, "3" * 9 + " mia. kr."])
    def test_what_is_no_number_stays_as_it_was_said(self, typed: str) -> None:
        assert (read(typed).text, read(typed).number) == (typed, None)

    def test_a_point_that_may_mean_two_things_is_asked_about(self) -> None:
        with pytest.raises(Refused) as refused:
            read("1.5 dage")
        assert refused.value.facts == {"text": "1.5", "one": "1,5", "other": "15"}

    def test_a_title_that_says_what_changes(self) -> None:
        assert begins_with_change("Kortere ventetid")
        assert begins_with_change("færre opkald")
        assert not begins_with_change("Digital post")


class TestTheLine:
    def test_unit_direction_kind_and_shape_follow_from_the_two_numbers(self, town: Town) -> None:
        days = a_benefit(town, an_active(town))
        assert (days.unit, days.direction, days.kind, days.shape, days.aggregation) == (
            "dage", "down", "quality", "level", "latest",
        )  # fmt: skip
        money = actions.change_benefit(
            days,
            title="Mindre porto",
            owner_id=town.jonas.pk,
            baseline="1,9",
            target="1,2 mio. kr.",
            by=town.mette,
            at=AT,
        )
        assert (money.unit, money.kind, money.shape) == ("1.000 kr.", "efficiency", "flow")
        assert (money.baseline_number, money.target_number) == (Decimal(1900), Decimal(1200))

    def test_thousands_beside_millions_are_asked_about(self, town: Town) -> None:
        project = an_active(town)
        assert codes(lambda: a_benefit(town, project, baseline="1.900", target="1,2 mio. kr.")) == {"benefit.units"}

    def test_two_units_are_not_held_against_each_other(self, town: Town) -> None:
        project = an_active(town)
        assert codes(lambda: a_benefit(town, project, baseline="12 dage", target="40 %")) == {"benefit.units"}

    def test_only_the_first_is_needed(self, town: Town) -> None:
        benefit = actions.add_benefit(title="Færre opkald", baseline="kendes ikke", by=None, at=AT)
        assert (benefit.state, benefit.baseline, benefit.baseline_number) == ("potential", "", None)
        assert {reason.code for reason in card.reasons_to_plan(benefit)} == {
            "benefit.lacks_owner", "benefit.lacks_target", "benefit.lacks_date",
        }  # fmt: skip

    def test_what_takes_away_the_owner_makes_it_a_hope_again(self, town: Town) -> None:
        benefit = a_benefit(town, an_active(town))
        assert benefit.state == "planned"
        actions.change_benefit(
            benefit, title="Kortere ventetid", target="8 dage", measure_on=TARGET, by=town.mette, at=AT
        )
        assert benefit.state == "potential"

    def test_the_benefit_of_a_proposal_stays_a_hope(self, town: Town) -> None:
        proposal = a_proposal(town)
        benefit = actions.add_benefit(
            title="Færre opkald",
            project=proposal,
            owner_id=town.jonas.pk,
            target="40",
            measure_on=TARGET,
            by=None,
            at=AT,
        )
        assert benefit.state == "potential"
        assert codes(lambda: actions.plan_benefit(benefit, by=town.anna, at=AT)) == {"benefit.is_proposal"}
        [line] = queries.lines(queries.wanted(AT.date(), state="forslag"), AT.date())
        assert line.hatched

    def test_the_interval_holds_the_target(self, town: Town) -> None:
        project = an_active(town)
        assert codes(lambda: a_benefit(town, project, target_low="9 dage")) == {"benefit.interval"}
        assert a_benefit(town, project, target_low="7", target_high="10").target_high == Decimal(10)

    def test_history_is_told_in_words(self, town: Town) -> None:
        benefit = a_benefit(town, an_active(town))
        actions.change_benefit(
            benefit, title="Kortere ventetid", owner_id=town.stine.pk, baseline="12 dage", target="9 dage",
            measure_on=TARGET, by=town.mette, at=AT + timedelta(hours=1),
        )  # fmt: skip
        words = [line for row in card.story(benefit) for line in row.words]
        assert "Målet: 8 dage → 9 dage" in words
        assert f"Ejer: {town.jonas} → {town.stine}" in words


class TestMeasuring:
    def ready(self, town: Town, **more: Any) -> Benefit:
        return actions.accept_benefit(a_benefit(town, an_active(town), **more), by=town.jonas, at=AT)

    def test_one_to_come_is_refused(self, town: Town) -> None:
        benefit = self.ready(town)
        tomorrow = AT.date() + timedelta(days=1)
        assert codes(
            lambda: actions.measure_benefit(benefit, value="9 dage", on=tomorrow, next_on=TARGET, by=town.jonas, at=AT)
        ) == {"benefit.future"}

    def test_another_unit_is_refused(self, town: Town) -> None:
        benefit = self.ready(town)
        assert codes(lambda: actions.measure_benefit(benefit, value="40 %", next_on=TARGET, by=town.jonas, at=AT)) == {
            "benefit.units"
        }

    def test_it_is_not_realised_before_its_day_nor_above_what_was_measured(self, town: Town) -> None:
        benefit = self.ready(town)
        early = codes(
            lambda: actions.measure_benefit(benefit, value="7 dage", outcome="realised", by=town.jonas, at=AT)
        )
        assert early == {"benefit.too_early"}
        later = datetime(2027, 9, 2, 10, 0, tzinfo=AT.tzinfo)
        short = codes(
            lambda: actions.measure_benefit(benefit, value="10 dage", outcome="realised", by=town.jonas, at=later)
        )
        assert short == {"benefit.above_measured"}
        actions.measure_benefit(benefit, value="8 dage", outcome="realised", by=town.jonas, at=later)
        assert (benefit.state, card.realised(benefit)) == ("realised", "8 dage")

    def test_a_correction_stands_beside_what_it_corrects_and_takes_the_result_back(self, town: Town) -> None:
        benefit = self.ready(town)
        later = datetime(2027, 9, 2, 10, 0, tzinfo=AT.tzinfo)
        actions.measure_benefit(benefit, value="8 dage", outcome="realised", by=town.jonas, at=later)
        [old] = benefit.measurements.all()
        actions.correct_measurement(old, value="11 dage", comment="Talt forkert", by=town.jonas, at=later)
        benefit.refresh_from_db()
        assert (benefit.state, benefit.state_reason) == ("under_way", "En måling er rettet: Talt forkert")
        rows = card.measurements(benefit)
        assert {(row.value, row.corrected) for row in rows} == {("8 dage", True), ("11 dage", False)}
        assert codes(lambda: actions.correct_measurement(old, value="9", comment="Igen", by=town.jonas, at=later)) == {
            "benefit.corrected_already"
        }

    def test_the_usual_days_are_suggested_and_the_next_one_follows_the_answer(self, town: Town) -> None:
        benefit = self.ready(town)
        actions.suggest_days(benefit, by=town.jonas, at=AT)
        assert [day.on for day in MeasuringDay.objects.order_by("on")] == [
            date(2027, 9, 1), date(2027, 12, 1), date(2028, 3, 1), date(2028, 9, 1), date(2029, 9, 1),
        ]  # fmt: skip
        actions.measure_benefit(benefit, value="9 dage", by=town.jonas, at=datetime(2027, 9, 1, 9, 0, tzinfo=AT.tzinfo))
        assert benefit.measure_on == date(2027, 12, 1)

    def test_cannot_be_measured_yet_gets_another_day_with_a_reason(self, town: Town) -> None:
        benefit = self.ready(town)
        actions.measure_benefit(
            benefit, next_on=date(2028, 1, 5), comment="Systemet er ikke taget i brug", by=town.jonas, at=AT
        )
        assert benefit.measure_on == date(2028, 1, 5)
        assert MeasuringDay.objects.get(answered_at__isnull=False).reason == "Systemet er ikke taget i brug"

    def test_what_is_late_is_told_after_the_municipalitys_patience(self, town: Town) -> None:
        benefit = self.ready(town)
        assert queries.overdue(TARGET + timedelta(days=14)) == []
        assert queries.overdue(TARGET + timedelta(days=15)) == [benefit]
        actions.change_settings(by=None, at=AT, overdue_days=30)
        assert queries.overdue(TARGET + timedelta(days=15)) == []

    def test_the_one_who_measures_is_asked_in_the_owners_place(self, town: Town) -> None:
        self.ready(town, measurer_id=town.stine.pk)
        soon = TARGET - timedelta(days=3)
        assert [todo.title for todo in queries.next_for(town.stine, soon)] == ["Mål gevinsten: Kortere ventetid"]
        assert queries.next_for(town.jonas, soon) == []
        Person.objects.filter(pk=town.stine.pk).update(end=AT.date())
        assert [todo.title for todo in queries.next_for(town.jonas, soon)] == ["Mål gevinsten: Kortere ventetid"]


class TestTransfer:
    def test_the_administrator_notes_a_yes_with_its_day_and_none_to_come(self, town: Town) -> None:
        benefit = a_benefit(town, an_active(town))
        ahead = AT.date() + timedelta(days=1)
        assert codes(lambda: actions.accept_benefit(benefit, on=ahead, by=town.anna, at=AT)) == {
            "benefit.accepted_later"
        }
        actions.accept_benefit(benefit, on=date(2027, 5, 3), by=town.anna, at=AT)
        assert (benefit.accepted_by, benefit.accepted_on, benefit.state) == (town.anna, date(2027, 5, 3), "under_way")

    def test_one_who_has_left_takes_nothing_over(self, town: Town) -> None:
        benefit = a_benefit(town, an_active(town))
        Person.objects.filter(pk=town.jonas.pk).update(end=AT.date() - timedelta(days=1))
        assert codes(lambda: actions.accept_benefit(benefit, by=town.anna, at=AT)) == {"benefit.owner_left"}

    @pytest.mark.parametrize("value", ["NaN", "Infinity", "9" * 30, "bedre end før", "1e999"])
    def test_what_is_no_number_is_no_measurement_of_one(self, town: Town, value: str) -> None:
        benefit = actions.accept_benefit(a_benefit(town, an_active(town)), by=town.jonas, at=AT)
        with pytest.raises(Refused):
            actions.measure_benefit(benefit, value=value, next_on=date(2028, 1, 1), by=town.jonas, at=AT)
        assert not benefit.measurements.exists()

    def test_two_who_change_it_at_once_do_not_write_over_each_other(self, town: Town) -> None:
        benefit = a_benefit(town, an_active(town))
        seen = benefit.version
        fields: dict[str, Any] = {
            "owner_id": town.jonas.pk,
            "baseline": "12 dage",
            "target": "8 dage",
            "measure_on": TARGET,
        }
        actions.change_benefit(benefit, title="Kortere svartid", expected_version=seen, by=town.mette, at=AT, **fields)
        other = Benefit.objects.get(pk=benefit.pk)
        late = codes(
            lambda: actions.change_benefit(
                other, title="Færre breve", expected_version=seen, by=town.anna, at=AT, **fields
            )
        )
        assert (late, Benefit.objects.get().title) == ({"stale"}, "Kortere svartid")

    def test_the_owners_no_stands_in_what_the_closing_lacks(self, town: Town) -> None:
        project = an_active(town)
        benefit = a_benefit(town, project)
        with pytest.raises(NotAllowed):
            actions.decline_benefit(benefit, reason="Ikke vores", by=town.mette, at=AT)
        actions.decline_benefit(benefit, reason="Ikke vores", by=town.jonas, at=AT)
        [fact] = queries.facts_of(project)
        assert (fact.declined, fact.is_accepted) == ("Ikke vores", False)

    def test_the_forecast_is_kept_as_it_was_when_the_project_closed(self, town: Town) -> None:
        project = an_active(town)
        benefit = actions.accept_benefit(a_benefit(town, project), by=town.jonas, at=AT)
        actions.freeze_forecast(project, town.stine, AT)
        actions.change_benefit(
            benefit, title=benefit.title, owner_id=town.jonas.pk, baseline="12 dage", target="10 dage",
            measure_on=TARGET, by=town.jonas, at=AT,
        )  # fmt: skip
        benefit.refresh_from_db()
        assert (benefit.target, benefit.closing_words, benefit.closing_forecast) == ("10 dage", "8 dage", Decimal(8))

    def test_an_owner_who_has_left_is_shown_and_can_be_changed(self, town: Town) -> None:
        project = an_active(town)
        benefit = a_benefit(town, project)
        Person.objects.filter(pk=town.jonas.pk).update(end=AT.date() - timedelta(days=1))
        [line] = queries.lines(queries.wanted(AT.date()), AT.date())
        assert line.owner_left
        assert [row.pk for row in queries.wanted(AT.date(), lacking="ejer")] == [benefit.pk]
        [fact] = queries.facts_of(project)
        assert fact.leaves
        actions.change_benefit(
            benefit, title="Kortere ventetid på svar", owner_id=town.jonas.pk, baseline="12 dage", target="8 dage",
            measure_on=TARGET, by=town.mette, at=AT,
        )  # fmt: skip
        assert codes(
            lambda: actions.change_benefit(
                benefit, title="Kortere", owner_id=town.stine.pk, measurer_id=town.jonas.pk, by=town.mette, at=AT
            )
        ) == {"person.not_here"}


def test_r78_cross_cutting_projects_that_promise_nothing_are_flagged(town: Town) -> None:
    with_one, without = a_proposal(town), an_active(town)
    actions.add_benefit(title="Færre opkald", project=with_one, by=None, at=AT)
    assert queries.crosscutting_without() == [without]
    portfolio.stop_project(
        without, spent_tdkk=Decimal(0), spent_hours=Decimal(0), reused="Intet", reason="Loven faldt", by=town.stine,
        at=AT, mandate=a_decision(),
    )  # fmt: skip
    assert queries.crosscutting_without() == []
