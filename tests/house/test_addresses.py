"""Every address x every kind of person: nothing breaks, and the page says no exactly where the policy table does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from styrehjul.meetings.models import Treatment
from styrehjul.people.policy import TABLE, may
from tests.config.test_answers import HEADERS, POLICY
from tests.house.addresses import Address, addresses, digest, patterns
from tests.house.world import ON, World, a_world, undone
from tests.making import a_user
from tests.sending import FormClient

pytestmark = pytest.mark.django_db
LET_IN = {200, 302, 400, 405, 409, 422}
# Who asks: each that the policy table can tell apart. Those who stand in outside their dates are employees.
ASKING = (
    "chair", "approver", "leader", "secretary", "stand-in", "preparing", "member", "PG member", "responsible", "to do", "author", "owner",
    "manager", "coordinator", "portfolio adm.", "administrator", "employee",
)  # fmt: skip
# Who may do what is the same on every database; what a page asks of it hangs on little more than how much one may see.
ON_THE_SECOND = {"secretary", "member", "PG member", "manager", "administrator", "employee"}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), a_world() as made:
        yield made


@pytest.fixture
def clients(world: World) -> dict[str, Client]:
    """A browser for each, signed in."""
    found: dict[str, Client] = {}
    for column in ASKING if connection.vendor == "sqlite" else [name for name in ASKING if name in ON_THE_SECOND]:
        person = world.people[column]
        assert person is not None
        found[column] = FormClient(raise_request_exception=False)
        found[column].force_login(a_user(person))
    return found


# Where the thing itself may not be there yet, or not any more: the answer is 404 also to those who may.
NOT_THERE = {
    "briefings:begin", "briefings:step", "meetings:assess", "wheel:seminar_step",
    "wheel:feed", "people:access", "mail:folder", "mail:message", "mail:source", "mail:attachment", "imports:preview", "imports:columns", "imports:keep_profile", "imports:run", "imports:undo", "imports:kitos_run", "imports:kitos_settle", "imports:kitos_tie", "imports:kitos_seen", "api:revoke", "meetings:annex", "meetings:circulation_annex", "meetings:word_preview", "meetings:paper", "meetings:agenda_word", "meetings:minutes_word", "meetings:package",
    "meetings:excerpt", "meetings:excerpts", "meetings:propose_item", "meetings:reply_to_reader", "meetings:review_annex", "meetings:check_annex",
    "meetings:remove_annex", "meetings:drop_effect", "meetings:settle_mail", "meetings:version_file", "meetings:agenda_pdf",
    "meetings:reading_copy", "meetings:minutes", "meetings:minutes_pdf", "bodies:difference", "meetings:put_on_meeting",
    "meetings:answer_comment", "meetings:settle_correction", "meetings:hand_over", "meetings:revise", "meetings:drop_revision",
    "people:end_session", "meetings:remove_change", "meetings:edit_additional", "meetings:edit_waiting", "meetings:waiting_add_annex", "meetings:waiting_annex", "meetings:waiting_remove_annex", "meetings:waiting_word_upload", "meetings:waiting_word_template", "meetings:waiting_word_preview", "meetings:waiting_paper",
    "meetings:reply_by_link", "meetings:settle_hint", "portfolio:status_by_link", "benefits:measure_by_link", "portfolio:change_view", "portfolio:move_projects", "portfolio:template_file", "portfolio:project_document", "meetings:add_portfolio_changes", "home:gallery", "meetings:forget_presence", "plans:run", "plans:run_stop", "plans:run_closer", "plans:sizes", "plans:activity", "plans:suggest", "plans:take_over", "plans:line", "plans:move", "plans:versions", "plans:versions_compare", "plans:paper", "meetings:submit_plan", "meetings:take_back_plan",
}  # fmt: skip
# Those whom a page lets in for what they are to the thing itself, beside the table: a head answers for the own area.
FOR_THEMSELVES = {
    "bodies:withdraw": {"member"},
    "bodies:end_delegation": {"approver"},
}

# Those who let in by another right as well: whoever confirms a move answers it, also where they may not ask for one.
ALSO = {"meetings:answer_move": "meeting.confirm_move"}


def expected(world: World, column: str, address: Address, method: str) -> set[int]:
    """What the policy table says: let in, refused, or not even there."""
    person, right = world.people[column], address.right(method)
    there = {404} if address.name in NOT_THERE else set()
    if right is None or column in FOR_THEMSELVES.get(address.name, ()):
        return LET_IN | there
    if any(may(person, one, address.obj, on=ON) for one in (right, ALSO.get(address.name, right))):
        return LET_IN | there
    # An item that one may not read is not there, whatever is wanted of it.
    sees = [f"{right.partition('.')[0]}.see", *(["treatment.see"] if isinstance(address.obj, Treatment) else [])]
    hidden = address.obj is not None and any(
        TABLE.rows(see) and not may(person, see, address.obj, on=ON) for see in sees
    )
    return {404} if hidden else {403} | there


def wrong_answers(world: World, clients: dict[str, Client], method: str) -> list[str]:
    """Every answer that is not what the table says.

    Each asks every address, of one of its variants, in turn: what the variants mean for the rights is the matrix's matter.
    Of those let in, one sends an empty form: the others may as well. Where a page can be read at all, it asked the right
    when it was read; then three of those refused are enough.
    """
    wrong: list[str] = []
    every = list(addresses(world))
    variants, met = Counter(address.name for address in every), Counter[str]()
    for address in every:
        turn, met[address.name] = met[address.name], met[address.name] + 1
        sent = False
        read = method == "post" and is_read(address, clients["administrator"])
        for number, (column, client) in enumerate(clients.items()):
            if number % variants[address.name] != turn:
                continue
            wanted = expected(world, column, address, method)
            if method == "post" and wanted >= LET_IN:
                if sent or address.name in PRINTING:
                    continue
                sent = True
            if read and not wanted >= LET_IN and column not in {"member", "responsible", "employee"}:
                continue
            with undone():
                answer = (
                    client.get(address.path) if method == "get" else client.post(address.path, {"_key": str(uuid4())})
                )
            # A view that only reads, or only acts, may say so before it asks who it is; the pulse tells of the worker.
            if answer.status_code not in wanted | {405} and address.name != "healthz":
                wrong.append(
                    f"{method} {address.name} {address.row} {column}: {answer.status_code}, not {sorted(wanted)}"
                )
            wrong += [f"{address.path}: {what}" for what in lacking_headers(answer)]
    return wrong


def is_read(address: Address, client: Client) -> bool:
    """Whether the address has a page to read; asked without making it."""
    answer = client.options(address.path)
    return answer.status_code != 405 or "GET" in answer["Allow"]


# They print a document before they ask anything of the form; the meetings' own tests send them.
PRINTING = {"meetings:send_to_chair", "meetings:approve_minutes"}


def lacking_headers(answer: Any) -> list[str]:
    """The headers of every answer that this one lacks: pages, files, refusals and errors alike."""
    policy = set(answer["Content-Security-Policy"].split("; "))
    lacking = [name for name, value in HEADERS.items() if name != "Cache-Control" and answer.get(name) != value]
    lacking += ["Cache-Control"] if not answer.get("Cache-Control") else []
    return lacking + (
        [] if policy == POLICY or policy == {"sandbox", "default-src 'none'"} else ["Content-Security-Policy"]
    )


def test_every_address_is_asked(world: World) -> None:
    asked = Counter(address.name for address in addresses(world))
    assert {name for name, _ in patterns()} == set(asked)
    assert sum(asked.values()) > 150


def test_reading_is_let_in_exactly_where_the_table_says_and_changes_no_row(
    world: World, clients: dict[str, Client]
) -> None:
    before = digest()
    assert "\n".join(wrong_answers(world, clients, "get")) == ""
    assert digest() == before


def test_an_empty_form_is_refused_exactly_where_the_table_says_and_breaks_nothing(
    world: World, clients: dict[str, Client]
) -> None:
    assert "\n".join(wrong_answers(world, clients, "post")) == ""


def test_nobody_is_led_to_the_sign_in_and_learns_nothing(world: World) -> None:
    client = FormClient(raise_request_exception=False)
    for address in addresses(world):
        answer = client.get(address.path)
        if is_for_programs(address):
            # A program cannot sign in on a page: it is told that its key is missing.
            assert answer.status_code == 401, address.name
            assert answer["WWW-Authenticate"].startswith("Bearer"), address.name
        elif address.action is None and address.name not in INSIDE:
            assert answer.status_code in {200, 204, 302, 404, 405, 409, 503}, address.name
        else:
            assert answer.status_code in {302, 405}, address.name
            assert answer.status_code == 405 or answer["Location"].startswith("/konto/log-ind/"), address.name
        assert lacking_headers(answer) == [], address.path


def is_for_programs(address: Address) -> bool:
    """Whether programs read it, by a key."""
    return address.path.startswith("/api/")


INSIDE = {
    "meetings:needs",
    "meetings:new_need",
    "meetings:backlog",
    "imports:index",
    "meetings:matters",
    "meetings:decisions",
    "meetings:follow_ups",
}


def test_somebody_who_has_left_is_signed_out(world: World) -> None:
    """An account that is still open opens nothing once the person is gone."""
    ended = world.people["ended"]
    assert ended is not None
    let_in = []
    for address in addresses(world):
        client = FormClient(raise_request_exception=False)
        client.force_login(a_user(ended))
        answer = client.get(address.path)
        refused = {401} if is_for_programs(address) else {302, 405}
        if (address.action is not None or address.name in INSIDE) and answer.status_code not in refused:
            let_in.append(f"{address.name}: {answer.status_code}")
    assert let_in == []


def test_a_form_without_its_token_is_refused_everywhere(world: World) -> None:
    ada, client = world.people["administrator"], FormClient(enforce_csrf_checks=True, raise_request_exception=False)
    assert ada is not None
    client.force_login(a_user(ada))
    before = digest()
    for address in addresses(world):
        answer = client.post(address.path, {"_key": str(uuid4())})
        # A browser's own report has no token, and changes nothing.
        refused = {401} if is_for_programs(address) else {403}
        assert answer.status_code in ({204, 400} if address.name == "csp_report" else refused), address.path
        assert lacking_headers(answer) == [], address.path
    assert digest() == before
