"""Each no as it is read: the sentence, the way on, and that nothing was half-done or lost."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from styrehjul.meetings import actions
from styrehjul.meetings.models import Annex, Dispatch, Meeting, Treatment
from tests.making import a_cast, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.test_views_road import with_points
from tests.meetings.turn import MEETING_AT, NOW, a_meeting, a_running_turn, a_turn, do

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_unready_agenda_is_not_sent_and_each_item_says_what_it_lacks(now: datetime) -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    m = turn.meeting.get_absolute_url()
    page = text_of(peter.get(m))
    assert "Mangler økonomi" in page
    assert "Punkt 4 mangler de økonomiske konsekvenser." in page
    assert f'action="{m}til-formanden/"' not in peter.get(m).content.decode()
    refused = send(peter, f"{m}til-formanden/")
    assert refused.status_code == 409
    assert "Punkt 4 mangler de økonomiske konsekvenser." in text_of(refused)
    assert turn.fresh.agenda_state == "open"
    assert turn.fresh.versions.count() == 0


def test_klar_says_everything_that_is_lacking_and_keeps_what_was_written(now: datetime) -> None:
    turn = a_turn()
    olga = signed_in(turn.cast.olga)
    address = f"{turn.item.get_absolute_url()}ret/"
    written = "En tekst, som ingen må miste, fordi økonomien mangler."
    refused = send(olga, address, **with_points(turn.item), summary=written, do="ready")
    assert refused.status_code == 409
    assert "mangler de økonomiske konsekvenser" in text_of(refused)
    assert written in text_of(refused)
    turn.item.refresh_from_db()
    assert turn.item.summary != written


def test_nobody_but_the_chair_approves_and_only_the_version_that_was_read(now: datetime) -> None:
    turn = a_turn().ready().to_chair()
    peter, stine, olga = signed_in(turn.cast.peter), signed_in(turn.cast.stine), signed_in(turn.cast.olga)
    m = turn.meeting.get_absolute_url()
    refused = send(peter, f"{m}godkend/", sha256=turn.sha256)
    assert refused.status_code == 403
    assert "Sekretæren kan ikke." in text_of(refused)
    assert send(olga, f"{m}godkend/", sha256=turn.sha256).status_code in (403, 404)
    # The secretary's own button says why it cannot be used, and the address refuses.
    assert "Formanden har ikke godkendt dagsordenen" in text_of(peter.get(m))
    early = send(peter, f"{m}udsend/", recipient=[])
    assert early.status_code == 409
    assert "Formanden har ikke godkendt dagsordenen" in text_of(early)
    seen = turn.sha256
    do(
        actions.edit_item,
        turn.item,
        by=turn.cast.peter,
        at=NOW,
        expected_version=None,
        fields={"summary": "En anden tekst"},
    )
    late = send(stine, f"{m}godkend/", sha256=seen)
    assert late.status_code == 409
    assert "Dagsordenen er ændret, siden du fik den" in text_of(late)
    turn.to_chair()
    wrong = send(stine, f"{m}godkend/", sha256=seen)
    assert wrong.status_code == 409
    assert turn.fresh.agenda_state == "to_chair"
    page = text_of(stine.get(f"{m}godkend/"))
    assert "Ændret siden version 1" in page
    assert "Punkt 4: resuméet" in page
    assert "Mødets tid" not in page


def test_an_edit_after_approval_makes_it_fall_and_the_page_says_which(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    peter, olga = signed_in(turn.cast.peter), signed_in(turn.cast.olga)
    m = turn.meeting.get_absolute_url()
    assert "Godkendt af Stine Holm (formand for styregruppen)" in text_of(peter.get(m))
    assert "bortfalder godkendelsen" in text_of(peter.get(f"{turn.item.get_absolute_url()}ret/"))
    # The responsible cannot change what the chair has approved; those who prepare can, and it costs the approval.
    assert send(olga, f"{turn.item.get_absolute_url()}ret/", **with_points(turn.item), summary="Nyt").status_code == 409
    send(
        peter,
        f"{turn.item.get_absolute_url()}ret/",
        **with_points(turn.item),
        summary="Nyt resumé",
        financial_impact="Ingen",
    )
    page = text_of(peter.get(m))
    assert "Godkendelsen er bortfaldet" in page
    assert "resuméet" in page
    assert "Bortfaldet 19. maj 2027 kl. 10" in text_of(peter.get(f"{m}versioner/"))


def test_an_agenda_is_sent_once_and_to_those_the_page_listed(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    peter = signed_in(turn.cast.peter)
    m = turn.meeting.get_absolute_url()
    some = send(peter, f"{m}udsend/", recipient=[str(turn.cast.stine.pk)])
    assert some.status_code == 409
    assert Dispatch.objects.count() == 0
    press(peter, m, f"{m}udsend/")
    again = send(peter, f"{m}udsend/", recipient=[str(row["person"]) for row in Dispatch.objects.get().recipients])
    assert again.status_code == 409
    assert Dispatch.objects.count() == 1


def test_a_late_dispatch_asks_why_and_shows_it(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    m = turn.meeting.get_absolute_url()
    with time_machine.travel(MEETING_AT - timedelta(days=2), tick=False):
        peter = signed_in(turn.cast.peter)
        assert "Hvorfor sendes dagsordenen efter fristen?" in text_of(peter.get(m))
        silent = press(peter, m, f"{m}udsend/", late_because="")
        assert silent.status_code == 409
        press(peter, m, f"{m}udsend/", late_because="Formanden var på ferie")
        assert "Formanden var på ferie" in text_of(peter.get(m))


def test_two_who_write_the_same_text_both_see_both_and_neither_is_lost(now: datetime) -> None:
    turn = a_turn()
    peter, mette = signed_in(turn.cast.peter), signed_in(turn.cast.mette)
    address = f"{turn.item.get_absolute_url()}ret/"
    version = str(turn.item.version)
    ours = {**with_points(turn.item), "version": version, "case_presentation": "", "next_steps": ""}
    first = send(peter, address, **ours | {"summary": "Peters resumé", "p1-text": "projektet får prioritet 2"})
    assert first.status_code == 302
    stale = send(mette, address, **ours | {"summary": "Mettes resumé"})
    assert stale.status_code == 409
    page = text_of(stale)
    assert "Peter Friis" in page
    assert "Peters resumé" in stale.content.decode()
    assert "Mettes resumé" in stale.content.decode()
    assert "projektet får prioritet 2" in stale.content.decode()
    turn.item.refresh_from_db()
    assert turn.item.summary == "Peters resumé"
    # "Behold min" sends the same form once more with the version that is in force now.
    kept = send(mette, address, **ours | {"summary": "Mettes resumé", "version": str(turn.item.version)})
    assert kept.status_code == 302
    turn.item.refresh_from_db()
    assert turn.item.summary == "Mettes resumé"


def test_an_annex_that_is_not_what_its_name_says_is_refused_and_nothing_is_kept(now: datetime) -> None:
    turn = a_turn()
    olga = signed_in(turn.cast.olga)
    address = f"{turn.item.get_absolute_url()}bilag/"
    wrong = send(olga, address, title="Notat", file=SimpleUploadedFile("notat.pdf", b"MZ this is a program"))
    assert wrong.status_code == 409
    assert "notat.pdf" in text_of(wrong)
    neither = send(olga, address, title="Notat")
    assert neither.status_code == 422
    assert "Vælg en fil, eller skriv et link." in text_of(neither)
    assert Annex.objects.count() == 0
    send(olga, address, file=SimpleUploadedFile("tal.csv", b"a;b\n1;2\n"))
    annex = Annex.objects.get()
    assert annex.title == "tal"
    fetched = olga.get(f"{turn.item.get_absolute_url()}bilag/{annex.pk}/")
    assert fetched["Content-Disposition"] == 'attachment; filename="tal.csv"'
    assert fetched.content == b"a;b\n1;2\n"
    send(olga, f"{turn.item.get_absolute_url()}bilag/{annex.pk}/fjern/")
    assert Annex.objects.count() == 0


def test_a_move_shows_what_it_means_before_it_happens(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    feeder = a_meeting(cast, body=cast.programme, starts_at=MEETING_AT - timedelta(days=29), items=(), feeds=meeting)
    peter = signed_in(cast.peter)
    address = f"{meeting.get_absolute_url()}flyt/"
    soon = peter.get(f"{address}?day=2027-06-02&start=09:00&end=11:00")
    page = text_of(soon)
    assert "Intet er flyttet endnu." in page
    assert "onsdag 2. juni" in page
    meeting.refresh_from_db()
    assert meeting.starts_at == MEETING_AT
    # The programme group would lie too close: a new date is offered, nothing moves by itself.
    assert f"{feeder.get_absolute_url()}flyt/?day=" in soon.content.decode()
    closed = peter.get(f"{address}?day=2027-06-05&start=09:00&end=11:00")
    assert "Lørdag 5. juni" in text_of(closed) or "lørdag 5. juni" in text_of(closed)
    assert "Vælg en arbejdsdag." in text_of(closed)
    forced = send(peter, address, day="2027-05-17", start="09:00", end="11:00")
    assert forced.status_code == 409
    assert "fortiden" in text_of(forced)
    moved = send(peter, address, day="2027-06-16", start="09:00", end="11:00", version=str(meeting.version))
    assert moved.status_code == 302
    meeting.refresh_from_db()
    assert meeting.starts_at == MEETING_AT + timedelta(days=7)
    again = send(peter, address, day="2027-06-23", start="09:00", end="11:00", version="1")
    assert again.status_code == 409


def test_a_meeting_with_matters_on_it_is_not_called_off(now: datetime) -> None:
    turn = a_turn()
    peter = signed_in(turn.cast.peter)
    address = f"{turn.meeting.get_absolute_url()}aflys/"
    refused = send(peter, address, reason="Ingen kan komme")
    assert refused.status_code == 409
    assert "står stadig på mødet" in text_of(refused)
    assert turn.fresh.calendar_state == "planned"
    do(actions.remove_item, turn.item, reason="Senere", by=turn.cast.peter, at=NOW)
    assert send(peter, address, reason="").status_code == 422
    assert send(peter, address, reason="Ingen kan komme").status_code == 302
    assert "Ingen kan komme" in text_of(peter.get(turn.meeting.get_absolute_url()))


def test_a_meeting_is_not_begun_before_its_day_nor_ended_without_its_decisions(now: datetime) -> None:
    turn = a_turn().ready().to_chair().approved()
    turn.dispatched(at=NOW)
    m = turn.meeting.get_absolute_url()
    peter = signed_in(turn.cast.peter)
    assert "Det kan startes på dagen." in text_of(peter.get(m))
    assert send(peter, f"{m}start/").status_code == 409
    with time_machine.travel(MEETING_AT, tick=False):
        peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
        send(peter, f"{m}start/")
        refused = send(stine, f"{m}afslut/")
        assert refused.status_code == 409
        assert "Punkt 4 mangler en beslutning." in text_of(refused)
        # The secretary ends it only with the chair beside, and the page says so.
        send(peter, f"{turn.item.get_absolute_url()}beslutning/", outcome="approved", version="0")
        assert "Stine Holm sidder ved siden af" in text_of(peter.get(f"{m}afhold/"))
        assert send(peter, f"{m}afslut/", with_chair="").status_code == 409
        press(peter, f"{m}afhold/", f"{m}afslut/")
    assert turn.fresh.minutes_state == "with_chair"


def test_two_who_write_the_same_decision_both_see_both(now: datetime) -> None:
    turn = a_running_turn()
    with time_machine.travel(MEETING_AT, tick=False):
        peter, stine = signed_in(turn.cast.peter), signed_in(turn.cast.stine)
        address = f"{turn.item.get_absolute_url()}beslutning/"
        send(peter, address, outcome="approved", version="0")
        late = send(
            stine, address, outcome="not_approved", version="0", text="Det er for dyrt, og tages op igen til efteråret."
        )
        assert late.status_code == 409
        page = text_of(late)
        assert "Det er for dyrt, og tages op igen til efteråret." in page
        assert "Indstillingen følges: at projektforslaget godkendes" in page
        assert turn.item.decisions.get().outcome == "approved"
        changed = send(stine, address, outcome="not_approved", version="1", text=turn.item.decisions.get().text)
        assert changed.status_code == 302
        # The text that was filled in for another outcome is not taken over.
        assert turn.item.decisions.get().text == "Ikke godkendt."


def test_an_amended_decision_carries_the_effects_that_were_kept(now: datetime) -> None:
    turn = a_running_turn(priority=3)
    approve, priority = [effect for point in turn.item.points.all() for effect in point.effects.all()]
    with time_machine.travel(MEETING_AT, tick=False):
        peter = signed_in(turn.cast.peter)
        address = f"{turn.item.get_absolute_url()}beslutning/"
        send(
            peter, address, outcome="approved_with_changes", version="0", text="Godkendt med lavere prioritet.",
            effects_shown="1", effect=[str(approve.pk), str(priority.pk)],
            **{f"e{priority.pk}-priority": "7"},
        )  # fmt: skip
        decision = turn.item.decisions.get()
        assert sorted((e.command, e.args.get("priority")) for e in decision.effects.all()) == [
            ("project.set_priority", 7),
            ("proposal.approve", None),
        ]
        turn.ended()
    turn.project.refresh_from_db()
    assert (turn.project.state, turn.project.priority) == ("approved", 7)


def test_a_wrong_form_says_which_field(now: datetime) -> None:
    cast = a_cast()
    meeting = a_meeting(cast)
    peter = signed_in(cast.peter)
    new = f"{meeting.get_absolute_url()}punkter/nyt/"
    unknown = send(peter, new, title="Ny aftale", kind="decision", responsible="Ingen Nogensinde")
    assert unknown.status_code == 422
    assert "Vi kender ingen med det navn eller den e-mailadresse." in text_of(unknown)
    assert send(peter, new, title="", kind="decision").status_code == 422
    assert not Treatment.objects.filter(title="Ny aftale").exists()
    extra = send(peter, "/moeder/ekstra/", body="programgruppe", day="2027-06-16", start="11:00", end="10:00")
    assert extra.status_code == 422
    assert "Mødet skal slutte, efter det begynder." in text_of(extra)
    made = send(peter, "/moeder/ekstra/", body="programgruppe", day="2027-06-16", start="10:00", end="11:00")
    found = Meeting.objects.get(extra=True)
    assert made["Location"] == found.get_absolute_url()
    assert found.treatments.count() == 0
