"""A topic becomes a task, a proposal or a need for a decision, once, and both ends show the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import DecisionNeed, FollowUp, Meeting, Topic
from styrehjul.portfolio.models import Project
from tests.house.world import ground
from tests.making import NOW, Cast, a_cast, signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.test_needs import PG_AT
from tests.meetings.turn import a_meeting, do

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        yield a_cast()


@pytest.fixture
def pg(cast: Cast) -> Meeting:
    items = ("orientering_aktuelle_emner", "droeftelse_generelle_problemstillinger")
    return a_meeting(cast, body=cast.programme, starts_at=PG_AT, items=items)


def a_topic(cast: Cast, pg: Meeting, text: str = "Vejledningerne er forældede") -> Topic:
    made: Topic = do(actions.add_topic, pg, kind="general", text=text, by=cast.jonas, area=cast.areas[0], at=NOW)
    return made


def test_r47_a_task_with_one_responsible_and_a_date_and_the_way_back(cast: Cast, pg: Meeting) -> None:
    topic, peter = a_topic(cast, pg), signed_in(cast.peter)
    address = f"{pg.get_absolute_url()}emner/{topic.pk}/goer-til/"
    assert address in peter.get(pg.get_absolute_url()).content.decode()
    page = peter.get(address)
    assert 'value="Vejledningerne er forældede"' in page.content.decode()
    done = press(
        peter, address, to="task", text="Skriv nye vejledninger", responsible=cast.olga.name, due="2027-06-30"
    )  # fmt: skip
    assert done.status_code == 302
    task = FollowUp.objects.get()
    assert (task.text, task.responsible, task.due) == ("Skriv nye vejledninger", cast.olga, date(2027, 6, 30))
    shown = text_of(peter.get(pg.get_absolute_url()))
    assert "Opgave: Skriv nye vejledninger (Olga Krog)" in shown
    assert "Gør til …" not in shown
    listed = signed_in(cast.olga).get("/opfoelgninger/?hvis=mine")
    assert f'href="{pg.get_absolute_url()}"' in listed.content.decode()
    assert "Emne: Vejledningerne er forældede" in text_of(listed)


def test_r47_a_proposal_is_prefilled_and_waits_for_its_author_to_send_it_in(cast: Cast, pg: Meeting) -> None:
    topic, jonas = a_topic(cast, pg, "Fælles vejledninger på intranettet"), signed_in(cast.jonas)
    address = f"{pg.get_absolute_url()}emner/{topic.pk}/goer-til/"
    assert "Opgave" not in text_of(jonas.get(address)), "a member agrees no tasks"
    fields = {"p-title": "Fælles vejledninger", "p-lead_area": str(cast.areas[0].pk)}
    done = press(jonas, address, to="proposal", **fields)
    project = Project.objects.get(title="Fælles vejledninger")
    assert done["Location"] == f"/projekter/{project.number}/ret/"
    assert (project.state, project.contact, project.purpose) == ("idea", cast.jonas, topic.text)
    assert jonas.get(done["Location"]).status_code == 200
    assert "Projektforslag: Fælles vejledninger" in text_of(jonas.get(pg.get_absolute_url()))
    back = text_of(jonas.get(f"/projekter/{project.number}/beslutninger/"))
    assert "Kommer af emnet Fælles vejledninger på intranettet" in back
    assert "Kommer af emnet" not in text_of(signed_in(cast.olga).get(f"/projekter/{project.number}/beslutninger/"))


def test_r47_a_need_for_a_decision_of_the_body_that_is_prepared(cast: Cast, pg: Meeting) -> None:
    topic, jonas = a_topic(cast, pg, "Hvem ejer vejledningerne?"), signed_in(cast.jonas)
    address = f"{pg.get_absolute_url()}emner/{topic.pk}/goer-til/"
    fields = {"n-question": "Hvem ejer vejledningerne?", "n-target": cast.steering.code}
    assert f'value="{cast.steering.code}" selected' in jonas.get(address).content.decode()
    assert press(jonas, address, to="need", **fields).status_code == 302
    need = DecisionNeed.objects.get()
    assert (need.body, need.target, need.raised_by) == (cast.programme, cast.steering, cast.jonas)
    assert f'href="{need.get_absolute_url()}"' in jonas.get(pg.get_absolute_url()).content.decode()
    assert "Kommer af emnet Hvem ejer vejledningerne?" in text_of(jonas.get(need.get_absolute_url()))


def test_a_topic_becomes_one_thing(cast: Cast, pg: Meeting) -> None:
    topic = a_topic(cast, pg)
    do(actions.make_need_of, topic, question="", target=cast.steering, wanted_by=None, by=cast.jonas, at=NOW)
    with pytest.raises(Refused, match=r"topic\.became"):
        do(actions.make_task_of, topic, text="x", responsible=cast.olga, due=None, by=cast.peter, at=NOW)
    other = a_topic(cast, pg)
    with pytest.raises(NotAllowed):
        do(actions.make_task_of, other, text="x", responsible=cast.olga, due=None, by=cast.jonas, at=NOW)


def test_the_actions_stand_on_the_items_page_and_on_the_topics_own(cast: Cast, pg: Meeting) -> None:
    topic, peter = a_topic(cast, pg, "Print"), signed_in(cast.peter)
    a_meeting(cast, body=cast.programme, starts_at=PG_AT + timedelta(days=91), slot="q3", items=())
    become = f"{pg.get_absolute_url()}emner/{topic.pk}/goer-til/"
    carry = f"{pg.get_absolute_url()}emner/{topic.pk}/videre/"
    item = pg.treatments.get(standing_key="droeftelse_generelle_problemstillinger")
    page = peter.get(f"{item.get_absolute_url()}?laes=1").content.decode()
    assert become in page
    assert carry in page
    assert press(peter, become, carry).status_code == 302
    assert carry not in peter.get(become).content.decode()
    assert "gjort til emne til næste møde" in text_of(peter.get(f"{item.get_absolute_url()}?laes=1"))
