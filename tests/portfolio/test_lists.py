"""The list: its columns, its order, what needs attention, kept views, groups and drawings; and what they cost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from openpyxl import load_workbook

from styrehjul.documents.guard import check_pdf
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project, SavedView
from tests.documents.reading import text_of as words_of
from tests.making import a_goal
from tests.portfolio.pages import a_local, a_report, cold, queries, text_of, titles
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=200)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town(settings: Any) -> Town:
    settings.DEMO = True
    return a_town()


@pytest.fixture
def mette(client: Client, town: Town) -> Client:
    sign_in(client, town.mette)
    return client


class TestAttention:
    def test_the_worst_are_named_with_why_before_anything_else(self, mette: Client, town: Town) -> None:
        a_report(an_active(town, title="Rødt"), "red", "Leverandøren er gået konkurs", town)
        a_report(an_active(town, title="Grønt"), "green", "Efter planen", town)
        a_report(an_active(town, title="Gult"), "yellow", "Mangler it-arkitekt", town)
        shown = mette.get("/projekter/").context["attention"]
        assert [(one["title"], one["why"]) for one in shown["worst"]] == [
            ("Rødt", "Leverandøren er gået konkurs"),
            ("Gult", "Mangler it-arkitekt"),
        ]
        page = text_of(mette.get("/projekter/"))
        assert page.index("Kræver opmærksomhed") < page.index("<table")

    def test_three_are_named_and_the_rest_are_one_click_away(self, mette: Client, town: Town) -> None:
        for number in range(5):
            a_report(an_active(town, title=f"Rødt {number}"), "red", "Standset", town)
        an_active(town, title="Fint")
        shown = mette.get("/projekter/").context["attention"]
        assert (len(shown["worst"]), shown["count"], shown["more"]) == (3, 5, 2)
        assert titles(mette, "kraever=ja") == [f"Rødt {number}" for number in range(5)]
        assert "Vis alle 5, der kræver opmærksomhed" in text_of(mette.get("/projekter/"))

    def test_it_is_told_of_the_projects_chosen(self, mette: Client, town: Town) -> None:
        a_report(an_active(town, title="Her"), "red", "Standset", town)
        a_report(an_active(town, title="Der", lead_area=town.schools), "red", "Standset", town)
        shown = mette.get(f"/projekter/?omraade={town.schools.pk}").context["attention"]
        assert [one["title"] for one in shown["worst"]] == ["Der"]

    def test_what_nobody_has_told_of_for_long_is_drawn_old_and_says_since_when(self, mette: Client, town: Town) -> None:
        a_report(an_active(town, title="Tavst"), "green", "Efter planen", town)
        with time_machine.travel(AT + timedelta(days=93), tick=False):
            mette.force_login(town.mette.user)
            page = mette.get("/projekter/")
            assert page.context["attention"]["worst"][0]["why"] == "Ikke opdateret siden 19. maj 2027"
            assert "ikke opdateret siden 19. maj 2027" in text_of(page)
            assert "light-old" in text_of(page)

    def test_nothing_to_tell_is_nothing_shown(self, mette: Client, town: Town) -> None:
        an_active(town)
        assert "Kræver opmærksomhed" not in text_of(mette.get("/projekter/"))


class TestColumns:
    def test_the_columns_asked_for_are_the_columns_shown(self, mette: Client, town: Town) -> None:
        an_active(town, cost_tdkk=Decimal("1900"))
        page = mette.get("/projekter/?kolonner=oekonomi,ansvarlig,hund")
        assert [column["label"] for column in page.context["columns"]] == ["Projekt", "Ansvarlig", "Økonomi, 1.000 kr."]
        (row,) = page.context["rows"]
        assert [str(cell.text) for cell in row.cells][1:] == ["Mette Lund", "1.900"]
        # The boxes of the form are sent one by one; both ways are the same list.
        assert titles(mette, "kolonner=oekonomi&kolonner=ansvarlig") == [row.title]

    def test_every_cell_has_its_heading_for_a_phone(self, mette: Client, town: Town) -> None:
        an_active(town)
        (row,) = mette.get("/projekter/").context["rows"]
        assert all(cell.label for cell in row.cells)

    def test_a_project_that_was_over_before_the_years_shown_says_so_and_is_not_called_unplanned(
        self, mette: Client, town: Town
    ) -> None:
        project = a_local(town, title="Længst færdigt")
        Project.objects.filter(pk=project.pk).update(actual_start=date(2019, 1, 1), actual_end=date(2020, 12, 31))
        page = text_of(mette.get("/projekter/"))
        assert "til 31. dec 2020" in page
        assert "ikke planlagt" not in page

    def test_a_title_is_never_markup(self, mette: Client, town: Town) -> None:
        an_active(town, title="<b>Æ&</b>")
        assert "&lt;b&gt;Æ&amp;&lt;/b&gt;" in text_of(mette.get("/projekter/"))

    def test_equal_ones_stand_by_the_danish_alphabet(self, mette: Client, town: Town) -> None:
        for title in ("Ål", "Zoo", "Ærter", "Øer", "aben"):
            an_active(town, title=title)
        assert titles(mette, "sort=kategori") == ["aben", "Zoo", "Ærter", "Øer", "Ål"]
        assert titles(mette, "sort=status") == ["aben", "Zoo", "Ærter", "Øer", "Ål"]

    def test_by_light_by_end_and_by_money(self, mette: Client, town: Town) -> None:
        late = an_active(town, title="Sent", planned_end=date(2028, 6, 1), cost_tdkk=Decimal(5))
        soon = an_active(town, title="Snart", planned_end=date(2027, 6, 1), cost_tdkk=Decimal(500))
        a_report(late, "red", "Standset", town)
        a_report(soon, "green", "Fint", town)
        assert titles(mette, "sort=status") == ["Sent", "Snart"]
        assert titles(mette, "sort=slut") == ["Snart", "Sent"]
        assert titles(mette, "sort=-oekonomi") == ["Snart", "Sent"]

    def test_pages_neither_repeat_nor_lose_a_project(self, mette: Client, town: Town) -> None:
        for number in range(53):
            a_proposal(town, title=f"Projekt {number:02}")
        first, second = titles(mette, "sort=projekt"), titles(mette, "sort=projekt&page=2")
        assert (len(first), len(second), len({*first, *second})) == (50, 3, 53)
        assert "Viser 51–53 af 53 projekter" in text_of(mette.get("/projekter/?sort=projekt&page=2"))


class TestChoices:
    def test_each_choice_narrows(self, mette: Client, town: Town) -> None:
        an_active(town, title="Mettes")
        a_local(town, "Olgas")
        a_proposal(town, title="Uden nogen", ready=False, lead_area=town.schools)
        assert titles(mette, f"ansvarlig={town.jonas.pk}") == ["Mettes"]
        assert titles(mette, f"ansvarlig={town.olga.pk}") == ["Olgas"]
        assert titles(mette, f"enhed={town.school.pk}") == ["Olgas"]
        assert titles(mette, "tilstand=loebende&kategori=cross") == ["Mettes"]
        assert titles(mette, "mangler=leder") == ["Uden nogen"]
        assert titles(mette, "stor=ja") == []
        assert set(titles(mette, "undertype=own_cross")) <= {"Mettes", "Uden nogen"}
        assert titles(mette, "system=99&ansvarlig=hund") == []

    def test_mine_are_those_i_have_a_part_in(self, mette: Client, client: Client, town: Town) -> None:
        an_active(town, title="Mettes")
        a_local(town, "Olgas")
        assert titles(mette, "mine=ja") == ["Mettes"]
        client.force_login(town.olga.user) if hasattr(town.olga, "user") else sign_in(client, town.olga)
        assert titles(client, "mine=ja") == ["Olgas"]

    def test_what_nothing_answers_to_says_so_and_leads_back(self, mette: Client, town: Town) -> None:
        an_active(town)
        page = text_of(mette.get("/projekter/?q=findesikke"))
        assert "Ingen projekter passer til det, du har valgt" in page
        assert 'href="/projekter/?vis=tabel"' in page

    def test_nothing_at_all_says_what_to_do(self, mette: Client) -> None:
        assert "Ingen projekter endnu" in text_of(mette.get("/projekter/"))

    def test_the_last_choice_is_a_click_away(self, mette: Client, town: Town) -> None:
        an_active(town)
        assert "Dit seneste valg" not in text_of(mette.get("/projekter/"))
        mette.get("/projekter/?kategori=cross&lys=none")
        assert 'href="/projekter/?kategori=cross&amp;lys=none">Dit seneste valg' in text_of(mette.get("/projekter/"))


class TestSavedViews:
    def save(self, client: Client, **more: str) -> Any:
        sent = {"_key": str(uuid4()), "name": "Røde", "query": "lys=red&page=3&hund=1", **more}
        return client.post("/projekter/visninger/", sent)

    def test_kept_without_page_and_unknown_words(self, mette: Client, town: Town) -> None:
        assert self.save(mette).status_code == 302
        view = SavedView.objects.get()
        assert (view.query, view.owner, view.shared) == ("lys=red", town.mette, False)
        assert 'href="/projekter/?lys=red">Røde' in text_of(mette.get("/projekter/"))

    def test_the_same_name_again_is_the_same_view(self, mette: Client) -> None:
        self.save(mette)
        self.save(mette, query="lys=green")
        assert [view.query for view in SavedView.objects.all()] == ["lys=green"]

    def test_my_standard_is_what_i_meet_and_i_can_still_see_all(self, mette: Client, town: Town) -> None:
        an_active(town, title="Aktivt")
        self.save(mette, standard="ja")
        assert mette.get("/projekter/")["Location"] == "/projekter/?lys=red"
        assert titles(mette, "vis=tabel") == ["Aktivt"]
        self.save(mette, name="Andet", query="lys=green", standard="ja")
        assert list(SavedView.objects.filter(standard=True).values_list("name", flat=True)) == ["Andet"]

    def test_a_long_name_is_told_at_its_field_and_never_cut(self, client: Client, town: Town) -> None:
        sign_in(client, town.mette)
        sent = {"_key": str(uuid4()), "name": "Skolernes projekter " * 5, "query": "lys=red", "shared": "ja"}
        answer = client.post("/projekter/visninger/", sent)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Navnet har 99 tegn. Der er plads til 80." in page
        assert 'aria-describedby="view-name-error"' in page
        assert answer.context["name"] == sent["name"]
        assert answer.context["chosen"] == {"shared"}
        assert not SavedView.objects.exists()

    def test_shared_is_seen_by_all_and_changed_by_its_owner_alone(self, client: Client, town: Town) -> None:
        view = actions.save_view(name="Fælles", query="lys=red", by=town.mette, at=AT, shared=True)
        own = actions.save_view(name="Kun min", query="lys=green", by=town.mette, at=AT)
        sign_in(client, town.olga)
        page = text_of(client.get("/projekter/"))
        assert "Fælles" in page
        assert "delt af Mette Lund" in page
        assert "Kun min" not in page
        for key in (view.pk, own.pk):
            assert (
                client.post(f"/projekter/visninger/{key}/", {"_key": str(uuid4()), "remove": "ja"}).status_code == 404
            )
        assert SavedView.objects.count() == 2

    def test_taken_away(self, mette: Client) -> None:
        self.save(mette)
        key = SavedView.objects.get().pk
        mette.post(f"/projekter/visninger/{key}/", {"_key": str(uuid4()), "remove": "ja"})
        assert not SavedView.objects.exists()
        assert SavedView.history.filter(history_type="-").count() == 1

    def test_without_a_name_it_is_refused(self, mette: Client) -> None:
        page = self.save(mette, name=" ")
        assert page.status_code == 422
        assert "Visningen mangler et navn" in text_of(page)


class TestCost:
    @pytest.mark.parametrize(
        "url",
        [
            "/projekter/?vis=tabel",
            "/projekter/?vis=tabel&kolonner=maal,ansvarlig",
            "/projekter/?vis=tidslinje",
            "/projekter/?vis=boble",
            "/projekter/?vis=grupper&pr_hvad=maal",
            "/projekter/?vis=grupper&pr_hvad=system",
            "/projekter/omraader/",
        ],
    )
    def test_one_and_three_rows_cost_the_same(self, mette: Client, town: Town, url: str) -> None:
        an_active(town, title="Et")
        a_local(town, "To")
        few = cold(mette, url), queries(mette, url)
        for number in range(2):
            an_active(town, title=f"Flere {number}", lead_area=town.schools)
            a_local(town, f"Lokalt {number}", unit=town.library)
        assert (cold(mette, url), queries(mette, url)) == few

    def test_the_list_costs_at_most_eight(self, mette: Client, town: Town) -> None:
        for number in range(12):
            an_active(town, title=f"Projekt {number}")
        mette.get("/projekter/?vis=tabel&sort=slut")
        # Another order is another list: the choices are known, the projects are read afresh.
        assert queries(mette, "/projekter/?vis=tabel&sort=status&kategori=cross") <= 8


class TestAreas:
    def test_every_area_and_unit_has_its_row_and_the_totals_are_the_lists(self, mette: Client, town: Town) -> None:
        an_active(town, lead_area=town.care)
        a_local(town, "Tablets")
        a_local(town, "Udlån", unit=town.library)
        areas, units = (one["table"] for one in mette.get("/projekter/omraader/").context["tables"])
        assert {"Sundhed og Omsorg": 2, "Skoler": 1}.items() <= {area.name: area.total for area in areas.areas}.items()
        assert areas.total == units.total == 3 == len(titles(mette, "tilstand=aabne"))
        for table in (areas, units):
            for area in table.areas:
                for count in [count for count in area.counts if count.number]:
                    assert len(titles(mette, count.url.partition("?")[2])) == count.number

    def test_none_registered_is_said(self, mette: Client, town: Town) -> None:
        an_active(town)
        assert 'Skoler <span class="sub">ingen registreret' in text_of(mette.get("/projekter/omraader/"))

    def test_the_sheet_has_the_same_numbers(self, mette: Client, town: Town) -> None:
        an_active(town)
        sheet = load_workbook(io.BytesIO(mette.get("/projekter/omraader/?format=xlsx").content)).active
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert ["Fagchefområde", "Sundhed og Omsorg", 0, 1, 0, 1] in rows
        assert ["Fagchefområde", "Skoler", 0, 0, 0, 0] in rows


class TestDrawings:
    def test_the_timeline_and_its_table_say_the_same(self, mette: Client, town: Town) -> None:
        an_active(town, title="Byggesager", planned_start=date(2027, 1, 1))
        page = mette.get("/projekter/?vis=tidslinje")
        text = text_of(page)
        assert 'class="timeline"' in text
        assert "Det samme som tabel" in text
        assert 'aria-label="Byggesager: ' in text
        assert "style=" not in text

    def test_other_years_are_a_click_away(self, mette: Client, town: Town) -> None:
        an_active(town)
        assert mette.get("/projekter/?vis=tidslinje").context["years"] == "2026–2028"
        assert mette.get("/projekter/?vis=tidslinje&fra=2030").context["years"] == "2030–2032"
        assert mette.get("/projekter/?vis=tidslinje&fra=99999").context["years"] == "2026–2028"

    def test_a_project_without_numbers_stands_beside_with_what_it_lacks(self, mette: Client, town: Town) -> None:
        project = an_active(town, title="Med timer", hours=Decimal(300))
        context = mette.get("/projekter/?vis=boble").context
        named = {one["title"]: one["lacks"] for one in context["beside"]}
        drawn = [row["title"] for row in context["rows"]]
        assert (project.title in drawn) != (project.title in named)

    def test_only_who_may_choose_the_limits_is_led_to_them(self, client: Client, town: Town, settings: Any) -> None:
        settings.DEMO = True
        project = an_active(town, title="Med timer", hours=Decimal(300))
        if not project.goal_links.exists():
            actions.link_goal(project, a_goal().pk, by=None, at=AT)
        led = {}
        for person in (town.anna, town.mette):
            sign_in(client, person)
            page = text_of(client.get("/projekter/?vis=boble"))
            assert "er ikke valgt" in page
            led[person.name] = "Vælg grænserne for indsats og værdi" in page
        assert led == {"Anna Friis": True, "Mette Lund": False}

    def test_under_each_responsible(self, mette: Client, town: Town) -> None:
        an_active(town, title="Mettes")
        a_proposal(town, title="Ingens", ready=False)
        groups = mette.get("/projekter/?vis=grupper&pr_hvad=ansvarlig").context["groups"]
        assert [(group["name"], [row["title"] for row in group["rows"]]) for group in groups] == [
            ("Mette Lund", ["Mettes"]),
            ("Uden ansvarlig", ["Ingens"]),
        ]


class TestPaper:
    def test_the_overview_is_one_click_and_read_by_all(self, mette: Client, town: Town) -> None:
        a_report(an_active(town, title="Byggesager"), "red", "Standset", town)
        page = text_of(mette.get("/projekter/"))
        assert 'href="/projekter/oversigt.pdf?' in page
        made = b"".join(mette.get("/projekter/oversigt.pdf"))
        assert check_pdf(made) == []
        words = words_of(made)
        assert "Porteføljeoversigt" in words
        assert words.index("Kræver opmærksomhed") < words.index("Tværkommunale og egne tværgående")

    def test_the_card_is_one_page(self, mette: Client, town: Town) -> None:
        from styrehjul.documents.pdf import page_count

        project = an_active(town, title="Byggesager", purpose="Én indgang. " * 60)
        a_report(project, "yellow", "Venter på udbud", town)
        made = b"".join(mette.get(f"/projekter/{project.number}/kort.pdf"))
        assert (check_pdf(made), page_count(made)) == ([], 1)
        assert "Venter på udbud" in words_of(made)
        assert mette.get(f"/projekter/{project.number}/kort.pdf?pr=2020-01-01").status_code == 404


def test_the_overview_has_the_larger_ones_first_until_an_order_is_chosen(mette: Client, town: Town) -> None:
    an_active(town, title="Aula i dagtilbud")
    large = an_active(town, title="Byggesager på nettet")
    actions.set_large(large, large="yes", by=town.anna, at=AT, reason="Mange områder")

    def first(query: str) -> bool:
        words = " ".join(words_of(b"".join(mette.get(f"/projekter/oversigt.pdf{query}"))).split())
        listed = words[words.index("Fagchefområde") :]
        return listed.index("Byggesager på nettet") < listed.index("Aula i dagtilbud")

    assert first("")
    assert not first("?sort=projekt")
    actions.change_settings(by=town.anna, at=AT, steering_shows_large_first=False)
    assert not first("")
