"""What the product says no to, as people meet it in the browser: a sentence, a way on, and nothing lost or half done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.models import Approval, Decision, Dispatch, Meeting, Treatment
from styrehjul.people.domain.roles import Role
from styrehjul.portfolio.actions import set_priority
from styrehjul.portfolio.models import Project
from tests.browsing import violations
from tests.journeys.scene import Town, a_waiting_item, steering_meeting
from tests.making import a_person
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_secretary_gets_nowhere_around_the_chair(town: Town) -> None:
    """Given an agenda with the chair, when Peter tries to approve and to send it, then both are refused (R29).

    He may read along, but has no button; "Udsend" stands there shut, and says why. Both addresses refuse with a
    sentence that says who can.
    """
    turn = a_waiting_item(town).ready().to_chair()
    m = turn.meeting.get_absolute_url()
    page = town.opens("Peter", f"{m}godkend/")
    assert page.locator("form[action$='/godkend/']").count() == 0
    assert "Sekretæren kan ikke" in page.inner_text("#godkendelse")
    page = town.posts("Peter", f"{m}godkend/", sha256=turn.sha256)
    assert "Sekretæren kan ikke" in page.inner_text("main")
    assert violations(page) == []
    page = town.opens("Peter", m)
    button = page.get_by_role("button", name="Udsend")
    assert button.is_disabled() or button.get_attribute("aria-disabled") == "true"
    assert "Formanden har ikke godkendt dagsordenen" in page.inner_text("#forberedelse")
    page = town.posts("Peter", f"{m}udsend/")
    assert "Formanden har ikke godkendt dagsordenen" in page.inner_text("main")
    assert violations(page) == []
    assert Approval.objects.count() == Dispatch.objects.count() == 0
    assert not OutboxMessage.objects.filter(kind="agenda").exists()


def test_one_changed_word_voids_the_approval(town: Town) -> None:
    """Given an approved agenda, when Peter changes a word, then the approval is void and the item named (R30).

    He is warned before he saves. "Udsend" is gone; the address refuses. Stine is told by mail and on her page what was
    changed, and the version she approved can no longer be approved.
    """
    turn = a_waiting_item(town).ready().to_chair().approved()
    seen = turn.sha256
    m, item = turn.meeting.get_absolute_url(), turn.item.get_absolute_url()
    page = town.opens("Peter", f"{item}ret/")
    assert "godkendelse" in page.locator(".alert-warning").inner_text().lower()
    page.get_by_label("Resumé").fill("Breve sendes på modtagerens eget sprog fra august.")
    town.clicks_on("Peter", "Gem")
    page = town.opens("Peter", m)
    notice = page.locator(".alert-warning", has_text="Godkendelsen er bortfaldet").inner_text()
    assert "Digital post på modtagerens sprog" in notice
    assert page.get_by_role("button", name="Udsend").count() == 0
    page = town.posts("Peter", f"{m}udsend/")
    assert "Formanden har ikke godkendt dagsordenen" in page.inner_text("main")
    assert "Digital post på modtagerens sprog" in OutboxMessage.objects.get(kind="voided").text_body
    page = town.opens("Stine", f"{m}godkend/")
    assert "Dagsordenen er ændret, siden du fik den" in page.inner_text("main")
    page = town.posts("Stine", f"{m}godkend/", sha256=seen)
    assert "Dagsordenen ligger ikke til godkendelse" in page.inner_text("main")
    assert not Dispatch.objects.exists()


def test_the_agenda_is_sent_once_however_often_it_is_pressed(town: Town) -> None:
    """Given an approved agenda open in two windows, when Peter presses Udsend in both, then it went out once."""
    turn = a_waiting_item(town).ready().to_chair().approved()
    m = turn.meeting.get_absolute_url()
    page = town.opens("Peter", m)
    other = page.context.new_page()
    other.goto(f"{town.url}{m}")
    town.clicks_on("Peter", "Udsend")
    sent = OutboxMessage.objects.filter(kind="agenda").count()
    with other.expect_navigation():
        other.get_by_role("button", name="Udsend", exact=True).click()
    assert "Dagsordenen er udsendt. Der er ikke sendt noget igen." in other.inner_text("main")
    assert Dispatch.objects.count() == 1
    assert OutboxMessage.objects.filter(kind="agenda").count() == sent == 7


def test_two_who_write_at_once_lose_nothing(town: Town) -> None:
    """Given Peter and Mette with the same item open, when both save, then the second sees both texts (R28).

    She keeps hers, joined by hand with his; both versions stand in the history.
    """
    turn = a_waiting_item(town)
    edit = f"{turn.item.get_absolute_url()}ret/"
    peter, mette = town.opens("Peter", edit), town.opens("Mette", edit)
    peter.get_by_label("Resumé").fill("Peters resumé: breve på modtagerens sprog.")
    mette.get_by_label("Resumé").fill("Mettes resumé: ni af ti forstår brevet.")
    mette.get_by_label("Sagsfremstilling").fill("Mettes sagsfremstilling.")
    town.clicks_on("Peter", "Gem")
    page = town.clicks_on("Mette", "Gem")
    shown = page.inner_text("main")
    assert violations(page) == []
    assert "Andre har ændret teksten imens" in shown
    assert "Peter Friis gemte" in shown
    assert "Peters resumé: breve på modtagerens sprog." in shown
    assert "Mettes resumé: ni af ti forstår brevet." in shown
    page.locator("summary", has_text="Ret sammen").click()
    joined = page.locator("#joined-summary")
    assert joined.input_value() == "Mettes resumé: ni af ti forstår brevet."
    joined.fill("Peters og Mettes resumé.")
    town.clicks_on("Mette", "Gem den rettede tekst")
    item = Treatment.objects.get(pk=turn.item.pk)
    assert item.summary == "Peters og Mettes resumé."
    assert item.case_presentation == "Mettes sagsfremstilling."
    assert [point.text for point in item.points.all()] == ["projektforslaget godkendes", "projektet får prioritet 3"]
    kept = list(item.history.values_list("summary", flat=True))
    assert "Peters resumé: breve på modtagerens sprog." in kept


def test_a_meeting_is_not_moved_to_a_holiday_or_into_the_past(town: Town) -> None:
    """Given a rolled meeting, when Peter moves it, then he sees what it means before anything moves (R21).

    A day that has been and a day that is closed are told in words; neither moves the meeting.
    """
    meeting = steering_meeting()
    where = f"{meeting.get_absolute_url()}flyt/"
    page = town.opens("Peter", where)
    page.get_by_label("Dato").fill("2027-03-01")
    town.clicks_on("Peter", "Vis, hvad det betyder")
    shown = page.inner_text("main")
    assert "Mødet kan ikke lægges i fortiden" in shown
    assert "Intet er flyttet endnu." in shown
    page = town.opens("Peter", where)
    page.get_by_label("Dato").fill("2027-12-24")
    town.clicks_on("Peter", "Vis, hvad det betyder")
    assert "Fredag 24. december" in page.inner_text("main")
    assert "Vælg en arbejdsdag." in page.inner_text("main")
    assert violations(page) == []
    page = town.posts("Peter", where, day="2027-03-01", start="09:00", end="11:00", version=str(meeting.version))
    assert "Mødet kan ikke lægges i fortiden" in page.inner_text("main")
    assert Meeting.objects.get(pk=meeting.pk).starts_at == meeting.starts_at


def test_a_decision_whose_project_moved_meanwhile_waits_for_the_chair(town: Town) -> None:
    """Given an indstilling of priority 3, when the priority is set elsewhere before the meeting ends, then that decision waits.

    The meeting ends all the same and the minutes go on; nothing of that decision is carried out. Its page shows what
    was expected beside what was found, and the chair carries it out from there.
    """
    turn = a_waiting_item(town).ready().to_chair().approved()
    turn.dispatched()
    town.time_is(turn.meeting.starts_at)
    start = turn.meeting.starts_at
    do(actions.start_meeting, turn.meeting, by=town.cast.peter, at=start)
    turn.item.refresh_from_db()
    do(actions.record_decision, turn.item, outcome="approved", by=town.cast.peter, at=start)
    karen = a_person("Karen Porte", role=Role.PORTFOLIO_ADMINISTRATOR)
    project = Project.objects.get()
    do(set_priority, project, priority=7, by=karen, at=start + timedelta(minutes=1), reason="Ny plan")
    town.opens("Stine", f"{turn.meeting.get_absolute_url()}afhold/")
    town.clicks_on("Stine", "Afslut mødet")
    project.refresh_from_db()
    assert (project.state, project.priority) == ("awaiting_decision", 7)
    decision = Decision.objects.get(number__gt="", treatment=turn.item)
    assert Meeting.objects.get(pk=turn.meeting.pk).minutes_state == "with_chair"
    assert (
        "kunne ikke gennemføres"
        in OutboxMessage.objects.get(kind="conflict", recipient=town.cast.peter.email).text_body
    )
    page = town.opens("Stine", f"/beslutninger/{decision.pk}/")
    shown = page.inner_text("main")
    assert "prioritet: ventet ingen, er 7" in shown
    assert "Venter, fordi en anden virkning af samme beslutning ikke kunne gennemføres." in shown
    rows = page.locator("#virkninger tbody tr").all_inner_texts()
    assert [row.split() for row in rows] == [["Prioritet", "–", "7"]]
    assert violations(page) == []
    page.locator("summary", has_text="Gennemfør alligevel").last.click()
    town.clicks_on("Stine", "Gennemfør alligevel")
    project.refresh_from_db()
    assert (project.state, project.priority) == ("approved", 3)
    assert verify().bad_seq is None


def test_a_page_that_stood_open_too_long_is_sent_again_with_one_press(town: Town) -> None:
    """Given a proposal written on a page whose token has gone, when Olga sends it, then nothing is lost.

    She sees what she wrote and one button; pressed, it is done as if nothing had been in the way.
    """
    page = town.opens("Olga", "/projekter/nyt/")
    page.get_by_label("Hvad skal projektet hedde?").fill("Ét telefonnummer")
    page.get_by_label("Hvorfor skal det laves?").fill(
        "Borgerne venter i telefonen,\nfordi ingen kan se hvem der har sagen."
    )
    page.get_by_label("Fagchefområde").select_option(index=1)
    page.context.clear_cookies(name="csrftoken")
    town.clicks_on("Olga", "Indsend")
    assert "Siden er for gammel" in page.inner_text("h1")
    assert "fordi ingen kan se hvem der har sagen." in page.locator("textarea[readonly]").input_value()
    assert not Project.objects.exists()
    assert violations(page) == []
    town.clicks_on("Olga", "Send igen")
    project = Project.objects.get()
    assert (project.title, project.state) == ("Ét telefonnummer", "proposed")
    assert project.purpose.splitlines() == ["Borgerne venter i telefonen,", "fordi ingen kan se hvem der har sagen."]
    assert page.url == f"{town.url}{project.get_absolute_url()}"
