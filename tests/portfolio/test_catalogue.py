"""The catalogue: loaded in versions that never write over what is ours, assessed entry by entry, adopted by a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.catalogue import ADOPTION, AdoptionEvent, AdoptionState, Deadline, EntryFacts
from styrehjul.portfolio.domain.catalogue_file import read_entries
from styrehjul.portfolio.models import CatalogueChange, CatalogueVersion, NationalProject, Project, ProjectChange
from styrehjul.portfolio.queries import catalogue as queries
from styrehjul.portfolio.reading import read_catalogue, refuse_faults, shipped_catalogue
from tests.portfolio.town import AT, Town, a_decision, a_town

db = pytest.mark.django_db
LATER = date(2028, 1, 1)
ENTRIES = (
    EntryFacts(
        1, "MitID Erhverv", "Fællesoffentlig", "Digitaliseringsstyrelsen", 2026, 2029, "Nyt login", law="MitID-loven",
        deadlines=(Deadline(date(2027, 7, 1), "skal være i drift"),),
    ),
    EntryFacts(2, "Digital fuldmagt", "Fællesoffentlig", "Digitaliseringsstyrelsen", description="Fuldmagter på nettet"),
    EntryFacts(3, "OS2 i fællesskab", "OS2", "Aarhus Kommune, Favrskov Kommune", category="cross"),
)  # fmt: skip


@pytest.fixture
def town() -> Town:
    return a_town()


def refusal(work: Any) -> Refused:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value


def loaded(town: Town, entries: tuple[EntryFacts, ...] = ENTRIES, name: str = "katalog.csv") -> CatalogueVersion:
    return actions.load_catalogue(entries, file_name=name, file_sha256="0" * 64, by=town.anna, at=AT)


def entry(name: str) -> NationalProject:
    return NationalProject.objects.get(name=name)


def adopted(town: Town, name: str = "MitID Erhverv", **more: Any) -> Project:
    fields: dict[str, Any] = {
        "mandatory": "law",
        "lead_area": town.care,
        "manager_id": town.mette.pk,
        "owner_id": town.jonas.pk,
    }
    return actions.adopt_entry(entry(name), reason="Loven kræver det", by=town.anna, at=AT, **(fields | more))


class TestFile:
    def test_headings_and_cells_are_read_as_people_write_them(self) -> None:
        headers = ("NR", "Projektnavn", "Ejer", "start_aar", "Frister", "Verificeret", "Kategori", "Kilde")
        cells = ("7", " Fælles  login ", "KL", "2027", "2027-07-01: i drift; 2028-01-01", "delvist (kun navn)",
                 "Tværkommunale projekter samt egne tværgående indsatser", "https://kl.dk/x (kun titel)")  # fmt: skip
        found = read_entries(headers, [(2, cells)])[0].entry
        assert found is not None
        assert (found.number, found.name, found.start_year, found.category) == (7, "Fælles login", 2027, "cross")
        assert found.deadlines == (Deadline(date(2027, 7, 1), "i drift"), Deadline(date(2028, 1, 1), ""))
        assert (found.verified, found.link) == ("name_only", "https://kl.dk/x")

    def test_each_fault_has_its_row_and_its_column(self) -> None:
        headers = ("nr", "navn", "ejer", "start_aar", "frister", "kategori")
        rows = [(2, ("x", "", "KL", "i fjor", "snart", "Lokale projekter")), (3, ("", "", "", "", "", ""))]
        faulty, empty = read_entries(headers, rows)
        assert [(fault.column, fault.code) for fault in faulty.faults] == [
            (0, "catalogue.number"), (1, "catalogue.name"), (3, "catalogue.year"), (4, "catalogue.deadline"),
            (5, "catalogue.category"),
        ]  # fmt: skip
        assert (empty.entry, empty.faults) == (None, ())

    def test_the_same_name_or_number_again_is_a_repetition(self) -> None:
        rows = [(2, ("1", "Login", "KL")), (3, ("2", "LOGIN", "KL")), (4, ("1", "Andet", "KL"))]
        assert [row.repeats for row in read_entries(("nr", "navn", "ejer"), rows)] == [False, True, True]

    def test_the_shipped_one_is_whole_and_names_its_sources(self) -> None:
        found = shipped_catalogue()
        assert (len(found.entries), found.faults) == (84, [])
        assert all(facts.source for facts in found.entries)
        assert {facts.category for facts in found.entries} == {"national", "cross"}

    def test_another_table_is_no_catalogue_and_a_faulty_one_writes_nothing(self) -> None:
        assert refusal(lambda: read_catalogue("a.csv", b"navn;pris\nA;1\n")).code == "catalogue.not_one"
        faulty = read_catalogue("a.csv", b"nr;navn;ejer\nx;A;KL\n")
        assert refusal(lambda: refuse_faults(faulty)).code == "catalogue.rows_wrong"


def test_the_table_of_adoption_has_no_way_from_adopted_but_through_done_or_again() -> None:
    assert not ADOPTION.can(AdoptionState.ADOPTED, AdoptionEvent.SET_ASIDE)
    assert ADOPTION.after(AdoptionState.DONE, AdoptionEvent.RECONSIDER) is AdoptionState.UNDER_ASSESSMENT


@db
class TestVersions:
    def test_the_same_file_again_is_no_new_version(self, town: Town) -> None:
        first = loaded(town)
        assert (first.edition, NationalProject.objects.count()) == (1, 3)
        assert loaded(town) == first
        assert CatalogueVersion.objects.count() == 1

    def test_only_the_administrators_load_it(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            actions.load_catalogue(ENTRIES, file_name="x", file_sha256="", by=town.mette, at=AT)

    def test_a_new_version_tells_what_changed_and_touches_nothing_of_ours(self, town: Town) -> None:
        loaded(town)
        project = adopted(town, planned_end=date(2027, 12, 31))
        Project.objects.filter(pk=project.pk).update(title="Vores MitID", external_owner="DIGST")
        newer = replace(ENTRIES[0], end_year=2031, deadlines=(Deadline(date(2028, 1, 1), "udskudt"),), number=9)
        loaded(town, (newer, ENTRIES[1]))
        project.refresh_from_db()
        assert (project.title, project.external_owner, project.planned_end) == (
            "Vores MitID", "DIGST", date(2027, 12, 31),
        )  # fmt: skip
        told = {(c.field, c.old, c.new) for c in queries.unseen_changes(project)}
        assert told == {
            ("end_year", "2029", "2031"), ("deadlines", "2027-07-01 skal være i drift", "2028-01-01 udskudt"),
        }  # fmt: skip
        assert entry("OS2 i fællesskab").is_gone
        assert entry("MitID Erhverv").state == "adopted"

    def test_its_manager_says_seen_and_then_it_is_quiet(self, town: Town) -> None:
        loaded(town)
        project = adopted(town)
        loaded(town, (replace(ENTRIES[0], owner="DIGST"), *ENTRIES[1:]))
        with pytest.raises(NotAllowed):
            actions.acknowledge_catalogue(project, by=town.olga, at=AT)
        actions.acknowledge_catalogue(project, by=town.mette, at=AT)
        assert queries.unseen_changes(project) == []
        assert CatalogueChange.objects.get().seen_by == town.mette
        assert (
            refusal(lambda: actions.acknowledge_catalogue(project, by=town.mette, at=AT)).code
            == "catalogue.nothing_new"
        )

    def test_a_renamed_entry_is_known_by_its_number_in_its_programme(self, town: Town) -> None:
        loaded(town)
        key = entry("Digital fuldmagt").pk
        loaded(town, (ENTRIES[0], replace(ENTRIES[1], name="Fuldmagt til alle"), ENTRIES[2]))
        assert (entry("Fuldmagt til alle").pk, NationalProject.objects.count()) == (key, 3)

    def test_what_nobody_follows_changes_without_a_word(self, town: Town) -> None:
        loaded(town)
        loaded(town, (replace(ENTRIES[0], owner="DIGST"), *ENTRIES[1:]))
        assert not CatalogueChange.objects.exists()


@db
class TestAdoption:
    def test_bound_by_law_it_is_approved_and_reads_without_decision(self, town: Town) -> None:
        loaded(town)
        project = adopted(town)
        assert (project.state, project.category, project.external_owner) == (
            "approved", "national", "Digitaliseringsstyrelsen",
        )  # fmt: skip
        assert (project.mandatory, project.mandatory_reference, project.mandatory_deadline) == (
            "law", "MitID-loven", date(2027, 7, 1),
        )  # fmt: skip
        row = entry("MitID Erhverv")
        assert (row.state, row.reason, row.assessed_by) == ("adopted", "Loven kræver det", town.anna)
        change = ProjectChange.objects.get(project=project, kind="decided")
        assert (change.decision_ref, change.reason) == ("", "Loven kræver det")

    def test_bound_it_names_what_binds(self, town: Town) -> None:
        loaded(town)
        refused = refusal(lambda: adopted(town, "Digital fuldmagt", mandatory="agreement"))
        assert refused.code == "catalogue.lacks_reference"
        project = adopted(town, "Digital fuldmagt", mandatory="agreement", reference="ØA 2027")
        assert project.mandatory_reference == "ØA 2027"

    def test_of_our_own_will_it_is_a_proposal(self, town: Town) -> None:
        loaded(town)
        project = adopted(town, "OS2 i fællesskab", mandatory="none")
        assert (project.state, project.subtype) == ("proposed", "inter_municipal")
        assert "Favrskov Kommune" in project.partners

    def test_only_the_portfolio_administrator_and_only_with_a_reason(self, town: Town) -> None:
        loaded(town)
        with pytest.raises(NotAllowed):
            actions.adopt_entry(entry("Digital fuldmagt"), reason="Ja", by=town.mette, at=AT)
        refused = refusal(lambda: actions.adopt_entry(entry("Digital fuldmagt"), reason=" ", by=town.anna, at=AT))
        assert [reason.code for reason in refused.reasons] == ["reason.needed", "catalogue.lacks_responsible"]

    def test_a_body_adopts_what_was_prepared_and_asks_no_five(self, town: Town) -> None:
        loaded(town)
        project = adopted(town, "Digital fuldmagt", mandatory="none", owner_id=None)
        done = actions.ACTION_OF["national.adopt"](
            project, by=town.stine, at=AT, mandate=a_decision(), expected={"state": "proposed"}
        )
        assert done.state == "approved"
        assert ProjectChange.objects.filter(project=project, decision_ref="SG-2027-014", kind="decided").exists()

    def test_what_is_not_from_the_catalogue_is_not_adopted(self, town: Town) -> None:
        own = actions.propose_project(title="Vores", lead_area=town.care, purpose="Tid", by=town.mette, at=AT)
        refused = refusal(lambda: actions.adopt_project(own, by=town.stine, at=AT, mandate=a_decision()))
        assert refused.code == "catalogue.not_from"

    def test_not_for_us_needs_a_reason_and_a_day_to_look_again(self, town: Town) -> None:
        loaded(town)
        row = entry("Digital fuldmagt")
        refused = refusal(lambda: actions.set_aside(row, reason="", review_on=None, by=town.anna, at=AT))
        assert {reason.code for reason in refused.reasons} == {"reason.needed", "catalogue.lacks_review"}
        past = refusal(lambda: actions.set_aside(row, reason="x", review_on=AT.date(), by=town.anna, at=AT))
        assert past.code == "catalogue.review_past"
        actions.set_aside(row, reason="Har vi", review_on=LATER, by=town.anna, at=AT)
        assert queries.for_review(LATER) == [row]
        assert [e.name for e in queries.not_assessed()] == ["MitID Erhverv", "OS2 i fællesskab"]

    def test_done_comes_with_the_project_and_again_only_when_it_came_to_nothing(self, town: Town) -> None:
        loaded(town)
        project = adopted(town)
        row = entry("MitID Erhverv")
        assert refusal(lambda: actions.finish_entry(row, by=town.anna, at=AT)).code == "catalogue.not_finished"
        assert refusal(lambda: actions.reconsider(row, reason="x", by=town.anna, at=AT)).code == "catalogue.has_project"
        Project.objects.filter(pk=project.pk).update(state="closed")
        assert actions.finish_entry(row, by=town.anna, at=AT).state == "done"

    def test_two_who_adopt_at_once_make_one_project(self, town: Town) -> None:
        loaded(town)
        seen = entry("MitID Erhverv")
        adopted(town)
        again = refusal(
            lambda: actions.adopt_entry(seen, reason="Også mig", expected_version=seen.version, by=town.anna, at=AT)
        )
        assert again.code == "stale"
        assert Project.objects.filter(catalogue_entry=seen).count() == 1

    def test_a_project_that_is_here_already_is_hung_on_its_entry(self, town: Town) -> None:
        loaded(town)
        here = actions.create_project(
            title="MitID hos os", category="national", external_owner="DIGST", state="active", by=town.anna, at=AT
        )
        actions.hang_on_catalogue(here, entry("MitID Erhverv"), by=town.anna, at=AT)
        assert queries.project_of(entry("MitID Erhverv")) == here
        assert entry("MitID Erhverv").state == "adopted"
