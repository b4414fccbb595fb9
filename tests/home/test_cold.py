"""What a page costs the first reader after somebody has written: hard ceilings, the same for one row and for three."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.audit.unit import record, run, store
from styrehjul.meetings.actions import add_item
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import propose_project
from styrehjul.portfolio.models import Project
from styrehjul.wheel.actions import roll_year
from tests.making import NOW, Cast, a_cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def cast() -> Cast:
    found = a_cast()
    roll_year(2027, by=None, at=NOW)
    run(lambda: record("begun", by=None, at=NOW))
    return found


def the_next_meeting(cast: Cast) -> Meeting:
    return Meeting.objects.filter(body=cast.steering, starts_at__gt=NOW).earliest("starts_at")


def an_item(cast: Cast, n: int) -> None:
    meeting = the_next_meeting(cast)
    run(lambda: add_item(meeting, title=f"Sag {n}", kind="decision", responsible=cast.mette, by=cast.peter, at=NOW))


def a_proposal(cast: Cast, n: int) -> None:
    run(
        lambda: propose_project(
            title=f"Forslag {n}", lead_area=cast.areas[0], purpose="Så borgerne kan selv", by=cast.mette, at=NOW
        )
    )


def rewritten(noun: Treatment | Project, column: str) -> None:
    setattr(noun, column, f"{getattr(noun, column)} rettet")
    run(lambda: store(noun, by=Person.objects.earliest("pk"), at=NOW, action="test.write"))


def an_item_changed() -> None:
    rewritten(Treatment.objects.filter(title__startswith="Sag").latest("pk"), "summary")


def a_project_changed() -> None:
    rewritten(Project.objects.latest("pk"), "status_sentence")


def cost(client: Client, address: str, write: Callable[[], None]) -> int:
    client.get(address)
    write()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("address", "write", "most"),
    [
        ("/", an_item_changed, 9),
        ("/", a_project_changed, 16),
        ("/projekter/", an_item_changed, 8),
    ],
)
def test_the_first_reader_after_a_write_pays_no_more_than_this(
    cast: Cast, address: str, write: Callable[[], None], most: int
) -> None:
    client = signed_in(cast.peter)
    an_item(cast, 1)
    a_proposal(cast, 1)
    one = cost(client, address, write)
    for n in (2, 3, 4):
        an_item(cast, n)
        a_proposal(cast, n)
    assert cost(client, address, write) == one <= most


def test_a_meetings_page_costs_the_same_for_one_item_and_for_four_and_little_when_nothing_was_written(
    cast: Cast,
) -> None:
    client = signed_in(cast.peter)
    an_item(cast, 1)
    address = the_next_meeting(cast).get_absolute_url()
    one = cost(client, address, an_item_changed)
    for n in (2, 3, 4):
        an_item(cast, n)
    assert cost(client, address, an_item_changed) == one <= 12
    assert cost(client, address, lambda: None) <= 12


def test_what_was_written_is_there_for_the_next_reader(cast: Cast) -> None:
    """A page whose other parts are kept shows the part that changed, to the writer and to others."""
    an_item(cast, 1)
    a_proposal(cast, 1)
    address = the_next_meeting(cast).get_absolute_url()
    readers = [signed_in(cast.peter), signed_in(cast.mette)]
    for reader in readers:
        for page in ("/", "/opgaver/", "/projekter/", address):
            reader.get(page)
    item, project = Treatment.objects.get(title="Sag 1"), Project.objects.get(title="Forslag 1")
    item.title, project.title = "En anden sag", "Et andet forslag"
    for noun in (item, project):
        run(partial(store, noun, by=cast.peter, at=NOW, action="test.write"))
    assert "En anden sag" in readers[0].get(address).content.decode()
    assert "En anden sag" in readers[1].get("/opgaver/").content.decode()
    for reader in readers:
        assert "Et andet forslag" in reader.get("/projekter/").content.decode()
    assert "Et andet forslag" in readers[0].get("/opgaver/").content.decode()


def test_a_projects_page_is_not_worked_out_again_until_something_is_written_and_then_it_is(cast: Cast) -> None:
    client = signed_in(cast.peter)
    a_proposal(cast, 1)
    project = Project.objects.latest("pk")
    address = project.get_absolute_url()
    assert cost(client, address, lambda: None) <= 6
    rewritten(project, "purpose")
    assert "Så borgerne kan selv rettet" in client.get(address).content.decode()


def test_a_form_that_is_refused_does_not_pay_for_the_frame_of_its_page_again(cast: Cast) -> None:
    """The answer's header, menu and number of waiting things are those of any page that was read."""
    client = signed_in(cast.peter)
    an_item(cast, 1)
    address = the_next_meeting(cast).get_absolute_url() + "godkend/"
    costs: list[int] = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.post(address, {"_key": str(len(costs)) * 36}).status_code in {403, 409, 422}
        costs.append(len(queries))
    assert costs[1] < costs[0] / 2
