"""The straight road: twelve clicks from an idea to a project in force, as five people walk it in their browsers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from styrehjul.audit.chain import verify
from styrehjul.documents.files import read_bytes
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.models import AgendaVersion, Decision, MinutesVersion
from styrehjul.portfolio.models import Project
from tests.browsing import too_wide
from tests.documents.reading import text_of
from tests.journeys.scene import Town, steering_meeting

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

THE_ROAD = [
    "Olga: Nyt projektforslag",
    "Olga: Indsend",
    "Peter: Sæt på styregruppens møde 9. juni",
    "Olga: Skriv punktet",
    "Olga: Klar",
    "Peter: Send til formanden",
    "Stine: Godkend",
    "Peter: Udsend",
    "Peter: Start mødet",
    "Peter: Indstillingen følges Nyt projektforslag: Digital post på modtagerens sprog",
    "Stine: Afslut mødet",
    "Stine: Godkend referatet",
]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_an_idea_to_a_project_in_force_in_twelve_clicks(town: Town, script: bool) -> None:
    """Olga has an idea, and four weeks later it is a project (R19, R23, R29, R31, R36, R39, R41, R42, R53).

    Given a rolled year with the standing items on every agenda. Olga answers six questions and sends them in. Peter
    finds the proposal under "Det næste for dig" and puts it on the steering group's meeting. Olga opens the mail's
    link, corrects the resumé and what is recommended, and presses Klar. Peter sends the agenda to the chair. Stine
    reads it on her phone and approves exactly that version. Peter dispatches. On the day he starts the meeting and
    presses "Indstillingen følges"; Stine ends the meeting and approves the minutes. Sara, who has a seat, reads both.

    A click is a press on a button or link of a page. Coming to a page by the mail, the calendar entry or the front page
    after signing in is none, but for the link in the mail to Olga, which the road counts. Without JavaScript it is the
    same road.
    """
    town.script = script
    meeting = steering_meeting()
    m = meeting.get_absolute_url()
    olga_proposes(town)
    peter_puts_it_on(town)
    olga_writes_it(town)
    page = town.opens("Peter", m)
    town.clicks_on("Peter", "Send til formanden")
    stine_reads_and_approves(town)
    page = town.opens("Peter", town.path_in_mail("Peter", "agenda_approved"))
    assert "Sendes til 7 modtagere" in page.inner_text("main")
    town.clicks_on("Peter", "Udsend")
    everybody_got_the_agenda(town)
    town.time_is(meeting.starts_at + timedelta(minutes=2))
    page = town.opens("Peter", m)
    town.clicks_on("Peter", "Start mødet")
    town.saves_with(
        "Peter", "Indstillingen følges Nyt projektforslag: Digital post på modtagerens sprog", f"{m}afhold/"
    )
    assert Project.objects.get().state == "awaiting_decision", "nothing is in force before the meeting is ended"
    page = town.opens("Stine", f"{m}afhold/")
    assert too_wide(page) == 0
    page = town.clicks_on("Stine", "Afslut mødet")
    town.clicks_on("Stine", "Godkend referatet")
    assert town.clicks == THE_ROAD
    assert len(town.clicks) <= 12
    the_project_is_in_force(town)
    the_minutes_went_out(town, meeting)
    the_wheel_says_held(town)
    assert verify().bad_seq is None


def olga_proposes(town: Town) -> None:
    town.opens("Olga", "/projekter/")
    page = town.clicks_on("Olga", "Nyt projektforslag", role="link")
    page.get_by_label("Hvad skal projektet hedde?").fill("Digital post på modtagerens sprog")
    page.get_by_label("Hvad går det ud på?").fill("Breve sendes på modtagerens eget sprog.")
    page.get_by_label("Hvorfor skal det laves?").fill("Borgere forstår de breve, de får.")
    page.get_by_label("Hvilket mål bidrager det til?").select_option(label="9 af 10 forstår brevet")
    page.get_by_label("Fagchefområde").select_option(label="Ældre og Omsorg")
    page.get_by_label("Ønsket færdigt").select_option(label="2. kvartal 2028")
    page = town.clicks_on("Olga", "Indsend")
    assert "Forslaget er indsendt." in page.inner_text("main")


def peter_puts_it_on(town: Town) -> None:
    page = town.opens("Peter", "/")
    next_for_peter = page.locator("#naeste")
    assert "Nyt projektforslag: Digital post på modtagerens sprog" in next_for_peter.inner_text()
    town.clicks_on("Peter", "Sæt på styregruppens møde 9. juni", inside=next_for_peter)


def olga_writes_it(town: Town) -> None:
    """The link of the mail opens the item for writing; what is known stands there already."""
    town.clicks.append("Olga: Skriv punktet")
    page = town.opens("Olga", town.path_in_mail("Olga", "assignment"))
    assert page.get_by_label("1. at", exact=True).input_value() == "projektforslaget godkendes"
    page.get_by_label("Resumé").fill("Breve, som borgerne ikke forstår, sendes på deres eget sprog.")
    page.get_by_label("1. at", exact=True).fill("projektforslaget godkendes, sættes i gang og får prioritet 3")
    effects = page.locator("#p0 details.effects")
    effects.locator("summary").click()
    effects.get_by_label("Projektet sættes i gang").check()
    effects.get_by_role("checkbox", name="Projektet får en prioritet").check()
    effects.locator("[name='p0-project.set_priority-priority']").fill("3")
    page.get_by_label("Økonomiske konsekvenser").fill("Ingen.")
    page = town.clicks_on("Olga", "Klar")
    assert "Punktet er klar." in page.inner_text("main")


def stine_reads_and_approves(town: Town) -> None:
    """On a phone: everything that the members will get, in reading order, and at the end one button."""
    page = town.opens("Stine", town.path_in_mail("Stine", "to_chair"))
    assert page.viewport_size["width"] == 375
    assert too_wide(page) == 0
    text = page.inner_text("main")
    assert "projektforslaget godkendes, sættes i gang og får prioritet 3" in text
    version = AgendaVersion.objects.get()
    assert version.sha256 in page.locator("main").text_content()
    page = town.clicks_on("Stine", "Godkend")
    assert "Dagsordenen er godkendt." in page.inner_text("main")


def everybody_got_the_agenda(town: Town) -> None:
    agendas, calls = OutboxMessage.objects.filter(kind="agenda"), OutboxMessage.objects.filter(kind="invitation")
    assert agendas.count() == calls.count() == 7
    for mail in agendas:
        [file] = mail.attachments
        text = text_of(read_bytes(file))
        assert text.startswith("Dagsorden")
        assert "Digital post på modtagerens sprog" in text
    for call in calls:
        assert call.calendar_method == "REQUEST"
        assert "METHOD:REQUEST" in call.calendar
        assert "DTSTART;TZID=Europe/Copenhagen:20270609T090000" in call.calendar


def the_project_is_in_force(town: Town) -> None:
    project, decision = Project.objects.get(), Decision.objects.get(state="in_force")
    assert (project.state, project.priority) == ("active", 3)
    assert decision.number == "SG-2027-001"
    page = town.opens("Olga", project.get_absolute_url())
    assert "Prioritet 3" in page.inner_text("main")
    if town.script:
        page.get_by_role("link", name="SG-2027-001").first.wait_for()
    else:
        page.get_by_role("link", name="Beslutninger om projektet").click()
        page.wait_for_url("**/beslutninger/")
    assert "SG-2027-001" in page.inner_text("main")


def the_minutes_went_out(town: Town, meeting: Any) -> None:
    minutes = MinutesVersion.objects.get()
    assert minutes.approved_by == town.cast.stine
    assert OutboxMessage.objects.filter(kind="minutes").count() == 7
    page = town.opens("Sara", f"{meeting.get_absolute_url()}referat/")
    assert "SG-2027-001" in page.inner_text("main")
    with page.expect_download() as got:
        page.get_by_role("link", name="PDF").first.click()
    text = text_of(Path(got.value.path()).read_bytes())
    assert text.startswith("Referat")
    assert "SG-2027-001" in text


def the_wheel_says_held(town: Town) -> None:
    page = town.opens("Olga", "/aarshjul/2027/")
    rows = [row.inner_text() for row in page.locator("tr", has_text="onsdag 9. juni").all()]
    assert any("afholdt" in row and "udført" in row for row in rows)
    assert not any("mangler" in row for row in rows)
