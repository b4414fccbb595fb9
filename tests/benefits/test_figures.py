"""The figures of benefits through their pages and actions: every number opens to what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from styrehjul.audit.unit import store
from styrehjul.benefits.actions import curves, groups, trail
from styrehjul.benefits.models import Benefit, BenefitSettings, Prerequisite
from styrehjul.benefits.queries.curves import curve_of
from styrehjul.benefits.queries.facts import known_of
from styrehjul.benefits.queries.overview import pool_of, suspects
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio.actions import link_system, milestones
from styrehjul.portfolio.models import Project
from styrehjul.systems.actions import create_system
from styrehjul.systems.hooks import potentials_of
from tests.benefits.scene import a_measurement, a_saving
from tests.portfolio.pages import cold, text_of
from tests.portfolio.town import AT, Town, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def project(town: Town) -> Project:
    return an_active(town)


def set_curve(row: Benefit, town: Town, **fields: Any) -> None:
    curves.set_curve(row, by=town.jonas, at=AT, **fields)


class TestCurves:
    def test_a_moved_milestone_moves_what_is_expected_and_not_what_was_promised(
        self, town: Town, project: Project
    ) -> None:
        start = milestones.add_milestone(project, title="Drift", forecast_on=date(2027, 1, 1), by=town.mette, at=AT)
        row = a_saving(town, "001", project)
        Benefit.objects.filter(pk=row.pk).update(state="potential")
        set_curve(row, town, anchor_id=start.pk, rate=Decimal(400))
        Benefit.objects.filter(pk=row.pk).update(state="planned")
        set_curve(row, town, anchor_id=start.pk, rate=Decimal(400))
        milestones.change_milestone(start, forecast_on=date(2027, 4, 1), why="Klage", by=town.mette, at=AT)
        one = known_of([row])[0]
        assert one.original is not None
        assert one.curve is not None
        assert (one.original.start, one.curve.start) == (date(2027, 1, 1), date(2027, 4, 1))
        part = curve_of(one, date(2027, 6, 30))
        assert part is not None
        assert part.slip is not None
        assert part.slip.sentence == "100 kommer senere og 100 er ikke målt endnu."

    def test_the_first_promise_is_kept_when_what_is_expected_is_changed_and_a_new_one_stands_beside_it(
        self, town: Town, project: Project
    ) -> None:
        row = a_saving(town, "001", project)
        set_curve(row, town, rate=Decimal(500))
        one = known_of([row])[0]
        assert [original.rate for original in one.originals] == [Decimal(700)]
        with pytest.raises(Refused, match="lacks_reason"):
            curves.freeze_again(row, reason=" ", by=town.jonas, at=AT)
        curves.freeze_again(row, reason="SG-2027-014", by=town.jonas, at=AT)
        assert [original.rate for original in known_of([row])[0].originals] == [Decimal(700), Decimal(500)]

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"ramp": "hurtigt"}, "curve.ramp"),
            ({"rate": Decimal(5), "rate_low": Decimal(6)}, "curve.order"),
            ({"rate_high": Decimal(6)}, "curve.lacks_rate"),
            ({"start_on": date(2027, 2, 1), "end_on": date(2027, 1, 1)}, "curve.end"),
            ({"anchor_id": 9_999_999}, "curve.milestone"),
        ],
    )
    def test_what_makes_no_sense_is_said_no_to(self, town: Town, fields: dict[str, Any], code: str) -> None:
        with pytest.raises(Refused, match=code.replace(".", r"\.")):
            set_curve(a_saving(town, "001"), town, **fields)

    def test_the_page_says_why_less_came_and_leaves_what_is_not_measured_open(self, town: Town, client: Client) -> None:
        row = a_saving(town, "001")
        curves.freeze_first(row, by=None, at=AT)
        a_measurement(row, date(2027, 1, 1), date(2027, 3, 31), 400)
        sign_in(client, town.olga)
        said = text_of(client.get(f"/gevinster/{row.number}/forloeb/"))
        # Lovet 700 om året, 139 dage; målt 1.900 × 90/365 − 400 = 68.
        slip = known_of([row])[0]
        part = curve_of(slip, TODAY)
        assert part is not None
        assert part.slip is not None
        numbers = [int(one.amount.replace(".", "")) for one in part.slip.rows]
        assert sum(numbers) == int(part.slip.original.replace(".", "")) - int(part.slip.measured.replace(".", ""))
        assert part.slip.measured == "68"
        assert "er ikke målt endnu" in said
        assert "ikke målt</td>" in said

    def test_a_state_is_dots_between_today_and_the_target_with_nothing_guessed_between(
        self, town: Town, client: Client
    ) -> None:
        row = a_saving(
            town, "001", unit="dage", shape="level", aggregation="latest", kind="quality",
            baseline_number=Decimal(12), target_number=Decimal(5), target_on=date(2027, 4, 1),
        )  # fmt: skip
        sign_in(client, town.olga)
        assert client.get(f"/gevinster/{row.number}/forloeb/").context["level"].sentence.startswith("Der er ikke målt")
        for day, days in ((date(2027, 2, 1), 10), (date(2027, 5, 1), 7)):
            a_measurement(row, day, day, days)
        level = client.get(f"/gevinster/{row.number}/forloeb/").context["level"]
        assert level.sentence == "Der mangler 2 dage i at nå målet, og det er 48 dage over tiden."
        assert len(level.drawing.dots) == len(level.rows) == 2
        a_measurement(row, TODAY, TODAY, 5)
        assert client.get(f"/gevinster/{row.number}/forloeb/").context["level"].sentence == "Målet er nået."

    def test_somebody_else_may_not(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            curves.set_curve(a_saving(town, "001"), rate=Decimal(5), by=town.olga, at=AT)

    def test_the_form_keeps_what_was_typed_in_the_danish_way(self, town: Town, client: Client) -> None:
        row = a_saving(town, "001")
        sign_in(client, town.jonas)
        sent = {"rate": "1.250,5", "ramp": "25/50/75/100", "offset_months": "3", "start_on": "2027-02-01"}
        assert client.post(f"/gevinster/{row.number}/forloeb/ret/", sent).status_code == 302
        one = known_of([row])[0]
        assert one.curve is not None
        assert (one.curve.start, float(one.curve.rate.likely), len(one.curve.ramp)) == (date(2027, 5, 1), 1250.5, 4)


class TestOverview:
    def test_every_number_opens_to_benefits_that_add_up_to_it(
        self, town: Town, project: Project, client: Client
    ) -> None:
        for number, target in (("001", "1199.7"), ("002", "1333.3"), ("003", "1000.5")):
            a_saving(town, number, project, target_number=Decimal(target))
        a_saving(town, "004", None, target_number=Decimal("1700.25"))
        sign_in(client, town.olga)
        page = client.get("/gevinster/overblik/")
        (part,) = page.context["parts"]
        for table in part.tables:
            for row in table.rows:
                behind = client.get(row.url).context
                shown = [int(one.credited.replace(".", "")) for one in behind["rows"]]
                assert (
                    sum(shown) == int(row.credited.replace(".", "")) == int(behind["total"].credited.replace(".", ""))
                )
            if table.total:
                assert sum(int(row.credited.replace(".", "")) for row in table.rows) == int(
                    part.total.credited.replace(".", "")
                )
        assert part.sentence.startswith("Vi venter 2,3 mio. kr.") or "Vi venter" in part.sentence
        assert part.lacking == "4 af 4 har intet laveste og højeste."

    def test_what_is_only_possible_or_avoided_or_negative_is_in_no_sum(self, town: Town, client: Client) -> None:
        a_saving(town, "001")
        a_saving(town, "002", state="potential")
        a_saving(town, "003", kind="avoided_cost")
        a_saving(town, "004", kind="negative", loser="Skolerne")
        a_saving(town, "005", state="dropped", state_reason="Nej")
        a_saving(town, "006", baseline_number=None)
        sign_in(client, town.olga)
        page = client.get("/gevinster/overblik/")
        assert page.context["parts"][0].total.credited == "700"
        assert [title for title, _said, _rows in page.context["beside"]] == [
            "Undgåede omkostninger", "Negative gevinster", "Mulige gevinster",
        ]  # fmt: skip

    def test_what_only_its_author_sees_is_in_nothing(self, town: Town, project: Project, client: Client) -> None:
        a_saving(town, "001", project)
        Project.objects.filter(pk=project.pk).update(visibility="draft_owner", state="idea")
        sign_in(client, town.olga)
        for url in ("overblik/", "overblik/tal/?aar=2028", "kort/", "kalibrering/", "systemer/", "grupper/"):
            assert project.title not in text_of(client.get(f"/gevinster/{url}"))
        assert client.get("/gevinster/overblik/").context["parts"] == []

    def test_a_benefit_of_two_projects_is_divided_and_counted_once(self, town: Town, project: Project) -> None:
        from styrehjul.benefits.models import BenefitProject

        other = an_active(town, title="Digital post", lead_area=town.schools)
        row = a_saving(town, "001", project)
        store(BenefitProject(benefit=row, project=other, percent=30), by=None, at=AT, action="benefit.tie")
        shares = known_of([row])[0].projects
        assert {one.title: int(share) for one, share in shares.items()} == {project.title: 70, "Digital post": 30}

    def test_another_meaning_of_the_interval_is_said_everywhere(self, town: Town, client: Client) -> None:
        row = a_saving(town, "001", target_low=Decimal(1000), target_high=Decimal(1300))
        sign_in(client, town.jonas)
        wide = client.get("/gevinster/overblik/?aar=2028").context["parts"][0].sentence
        chosen = BenefitSettings(interval_percent=90)
        store(chosen, by=None, at=AT, action="benefit.settings")
        assert "8 ud af 10 gange" in wide
        assert "9 ud af 10 gange" in client.get("/gevinster/overblik/?aar=2028").context["parts"][0].sentence
        assert "9 ud af 10 gange ender vi her" in text_of(client.get(f"/gevinster/{row.number}/forloeb/"))
        assert "1,6449" in text_of(client.get("/gevinster/overblik/metode/"))

    def test_the_file_holds_the_same_numbers(self, town: Town, client: Client) -> None:
        a_saving(town, "001")
        sign_in(client, town.olga)
        items = client.get("/gevinster/overblik/tal/?aar=2028&format=json").json()["items"]
        assert [(item["number"], item["credited"]) for item in items] == [("G-2027-001", "700")]

    def test_pages_cost_the_same_however_many_benefits(self, town: Town, project: Project, client: Client) -> None:
        urls = ("/gevinster/overblik/", "/gevinster/overblik/tal/", "/gevinster/kort/", "/gevinster/kalibrering/",
                "/gevinster/grupper/", "/gevinster/overblik/metode/", "/gevinster/systemer/")  # fmt: skip
        a_saving(town, "001", project)
        sign_in(client, town.olga)
        few = [cold(client, url) for url in urls]
        for number in ("002", "003", "004"):
            row = a_saving(town, number, project)
            a_measurement(row, date(2027, 1, 1), date(2027, 3, 31), 300)
            curves.freeze_first(row, by=None, at=AT)
        assert [cold(client, url) for url in urls] == few


class TestGroups:
    def test_no_krone_twice(self, town: Town, client: Client) -> None:
        one, two = a_saving(town, "001"), a_saving(town, "002")
        group = groups.make_group(
            name="Konto til porto", unit="1.000 kr.", ceiling=Decimal(1000), rule="order", by=town.anna, at=AT
        )
        groups.put_in_group(group, one, place=1, by=town.anna, at=AT)
        groups.put_in_group(group, two, place=2, by=town.anna, at=AT)
        sign_in(client, town.olga)
        total = client.get("/gevinster/overblik/?aar=2028").context["parts"][0].total
        assert (total.expected, total.elsewhere, total.credited) == ("1.400", "400", "1.000")
        assert "400" in text_of(client.get(group.get_absolute_url()))

    def test_a_benefit_stands_under_one_ceiling_and_shares_stay_within_a_hundred(self, town: Town) -> None:
        one, two = a_saving(town, "001"), a_saving(town, "002")
        make = {"unit": "1.000 kr.", "ceiling": Decimal(1000), "by": town.anna, "at": AT}
        first = groups.make_group(name="A", **make)  # type: ignore[arg-type]
        other = groups.make_group(name="B", **make)  # type: ignore[arg-type]
        groups.put_in_group(first, one, share=Decimal(60), by=town.anna, at=AT)
        with pytest.raises(Refused, match="elsewhere"):
            groups.put_in_group(other, one, by=town.anna, at=AT)
        with pytest.raises(Refused, match="over_hundred"):
            groups.put_in_group(first, two, share=Decimal(41), by=town.anna, at=AT)
        with pytest.raises(NotAllowed):
            groups.make_group(name="C", unit="1.000 kr.", ceiling=Decimal(1), by=town.jonas, at=AT)

    def test_two_that_measure_the_same_on_one_account_are_suspected(self, town: Town) -> None:
        one = a_saving(town, "001", measure_name="Porto")
        two = a_saving(town, "002", measure_name="porto")
        for row in (one, two):
            trail.propose_budget(row, year=2028, account="6.45.51", amount=Decimal(50), by=town.jonas, at=AT)
        (pair,) = suspects(pool_of(TODAY))
        assert {pair["one"].pk, pair["other"].pk} == {one.pk, two.pk}


class TestTrail:
    def test_an_amount_goes_step_by_step_and_never_beyond_what_is_credited(self, town: Town, client: Client) -> None:
        row = a_saving(town, "001")
        first = trail.propose_budget(
            row, year=2028, account="6.45.51 Porto", amount=Decimal(500), permanent=True, by=town.jonas, at=AT
        )
        with pytest.raises(Refused, match=r"trail\.step"):
            trail.move_budget(first, to="verified", reference="Regnskab", by=town.jonas, at=AT)
        for step in ("decided", "in_budget", "verified"):
            trail.move_budget(first, to=step, reference=f"Bilag {step}", by=town.jonas, at=AT)
        more = trail.propose_budget(row, year=2029, account="6.45", amount=Decimal(201), by=town.jonas, at=AT)
        trail.move_budget(more, to="decided", reference="B", by=town.jonas, at=AT)
        with pytest.raises(Refused) as no:
            trail.move_budget(more, to="in_budget", reference="B29", by=town.jonas, at=AT)
        assert no.value.facts == {"year": 2029, "amount": "201", "there": "500", "room": "700"}
        sign_in(client, town.jonas)
        said = text_of(client.get(f"/gevinster/{row.number}/forloeb/"))
        assert "Bilag verified" in said
        total = client.get("/gevinster/overblik/?aar=2028").context["parts"][0].total
        assert (total.credited, total.taken) == ("700", "500")

    def test_the_same_saving_is_not_verified_twice(self, town: Town) -> None:
        rows = []
        for number in ("001", "002"):
            row = trail.propose_budget(
                a_saving(town, number), year=2028, account="6.45.51", amount=Decimal(100), by=town.jonas, at=AT
            )
            for step in ("decided", "in_budget"):
                trail.move_budget(row, to=step, reference="B", by=town.jonas, at=AT)
            rows.append(row)
        trail.move_budget(rows[0], to="verified", reference="Regnskab 2028", by=town.jonas, at=AT)
        with pytest.raises(Refused, match=r"trail\.twice"):
            trail.move_budget(rows[1], to="verified", reference="regnskab  2028", by=town.jonas, at=AT)

    def test_hours_are_not_kroner(self, town: Town) -> None:
        row = a_saving(town, "001", unit="timer")
        with pytest.raises(Refused, match="not_money"):
            trail.propose_budget(row, year=2028, account="6.45", amount=Decimal(5), by=town.jonas, at=AT)


class TestSystems:
    def test_r77_a_system_shows_what_its_efforts_can_give_and_each_benefit_counts_once(
        self, town: Town, project: Project, client: Client
    ) -> None:
        other = an_active(town, title="Digital post")
        first, second = (create_system(name=name, by=None, at=AT) for name in ("ESDH", "Byggesag"))
        for one, system in ((project, first), (project, second), (other, first)):
            link_system(one, system, role="changes", by=None, at=AT)
        a_saving(town, "001", project)
        a_saving(town, "002", other, unit="timer", baseline_number=Decimal(400), target_number=Decimal(100))
        a_saving(town, "003", other, state="dropped", state_reason="Nej")
        sign_in(client, town.olga)
        page = client.get("/gevinster/systemer/").context
        assert (page["money"], page["hours"], page["count"]) == ("700", "300", 2)
        assert {part.name: (part.money, part.hours) for part in page["parts"]} == {
            "ESDH": ("700", "300"), "Byggesag": ("700", "0"),
        }  # fmt: skip
        assert {row.title for part in page["parts"] for row in part.rows} == {"Mindre porto 001", "Mindre porto 002"}
        html = text_of(client.get("/systemer/"))
        assert "700 t.kr. · 300 timer" in html
        assert f'href="/gevinster/systemer/#system-{first.pk}"' in html
        lines = {item["name"]: item for item in client.get("/systemer/?format=json").json()["items"]}
        assert (lines["ESDH"]["gain_tdkk"], lines["ESDH"]["gain_hours"], lines["Byggesag"]["gain_hours"]) == (
            700,
            300,
            0,
        )
        assert {key: found.count for key, found in potentials_of([first.pk, second.pk]).items()} == {
            first.pk: 2, second.pk: 1,
        }  # fmt: skip


class TestMapAndCalibration:
    def test_the_map_is_drawn_from_the_records_with_its_gaps(
        self, town: Town, project: Project, client: Client
    ) -> None:
        with_change, without = a_saving(town, "001", project), a_saving(town, "002", project)
        store(Prerequisite(benefit=with_change, text="Breve sendes digitalt", owner=None), by=None, at=AT, action="x.y")
        sign_in(client, town.olga)
        page = client.get(f"/gevinster/kort/?projekt={project.number}")
        said = text_of(page)
        assert "Breve sendes digitalt" in said
        found = {words: why for words, why, _url in page.context["map"].gaps}
        assert found["Breve sendes digitalt"] == "Forandring uden ejer"
        assert found[without.title].startswith("Gevinst uden forandring")
        layers = {box.node.layer for box in page.context["map"].drawing.boxes}
        assert layers == {"project", "change", "benefit", "goal"}
        assert re.search(r"<svg[^>]+role=\"group\"[^>]+aria-label=", said)

    def test_an_amount_per_year_without_its_days_is_held_against_the_promise_per_year(
        self, town: Town, client: Client
    ) -> None:
        row = a_saving(town, "001")
        curves.freeze_first(row, by=None, at=AT)
        found = a_measurement(row, date(2027, 4, 1), date(2027, 4, 1), 1550)
        type(found).objects.filter(pk=found.pk).update(covers_from=None, covers_to=None)
        sign_in(client, town.olga)
        (case,) = client.get("/gevinster/kalibrering/").context["rows"]
        assert (case["forecast"], case["outcome"], case["ratio"], case["inside"]) == ("700", "350", "50 %", "")

    def test_too_few_say_nothing_and_enough_say_how_it_went(self, town: Town, client: Client) -> None:
        for number in range(10):
            row = a_saving(town, f"{number:03d}", target_low=Decimal(1100), target_high=Decimal(1400))
            curves.freeze_first(row, by=town.jonas if number < 4 else None, at=AT)
            a_measurement(row, date(2027, 1, 1), date(2027, 3, 31), 300)
            if number == 0:
                sign_in(client, town.olga)
                assert "for få til at sige noget" in text_of(client.get("/gevinster/kalibrering/"))
        (first, *rest) = client.get("/gevinster/kalibrering/").context["groups"]
        (by_role,) = [group for group in rest if group.title == "Efter hvem der lovede det"]
        assert {row.name: (row.count, row.few) for row in by_role.rows} == {
            "Gevinstens ejer": ("4", True), "Indlæst": ("6", True),
        }  # fmt: skip
        assert town.jonas.name not in text_of(client.get("/gevinster/kalibrering/"))
        (line,) = first.rows
        assert not line.few
        assert line.inside == "10 af 10"
        assert line.median == "96 %"
