"""One door for writes, one hand for mandates, and no clock below the views."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from tests.house.repository import texts

SOURCE = "src/styrehjul/"
PACKAGES = (
    "kernel",
    "ui",
    "audit",
    "documents",
    "mail",
    "people",
    "bodies",
    "systems",
    "strategy",
    "knowledge",
    "portfolio",
    "benefits",
    "plans",
    "meetings",
    "wheel",
    "imports",
    "api",
    "home",
)

# Every place that writes a row by itself, and why it may: the row is no noun (nobody edits it), or it is the door itself.
WRITES = {
    "audit/chain.py:chain": "the chain: events are added, never edited",
    "audit/unit.py:_once": "the key of a form, in the form's own transaction",
    "audit/unit.py:store": "the door",
    "audit/unit.py:store_new": "the door, for many at once",
    "audit/unit.py:remove": "the door",
    "bodies/actions/kommissorium.py:apply_draft": "the draft has become a version; told to the chain beside it",
    "bodies/actions/kommissorium.py:discard_draft": "the draft bound nobody; told to the chain beside it",
    "documents/files.py:store_bytes": "a file is written once and never changed",
    "mail/actions.py:*": "the outbox is no noun: its rows are work to be done",
    "mail/inbox.py:_read": "how far the mailbox has been read: no noun",
    "mail/outbox.py:*": "the outbox is no noun",
    "mail/tasks.py:*": "the worker's own marks on the outbox",
    "imports/actions/projects.py:*": "a row of an import, written once",
    "imports/actions/kitos.py:*": "Kitos's own words as it told them: no nouns; the run and each system tell the chain",
    "imports/actions/kitos_links.py:*": "what Kitos ties together: no nouns; each system and contract tells the chain",
    "imports/actions/runs.py:_take_back": "the rows of an import that was undone; told to the chain beside it",
    "meetings/actions/agenda.py:approve_agenda": "an approval is written once; told to the chain beside it",
    "meetings/actions/agenda.py:send_to_chair": "a version is written once, with its hash",
    "meetings/actions/agenda.py:_send_out": "a dispatch is written once",
    "meetings/actions/changing.py:approve_changes": "as approve_agenda and _send_out",
    "meetings/actions/changing.py:keep_version": "as send_to_chair",
    "meetings/actions/common.py:void_approval": "the approval is marked as fallen; the meeting's event tells it",
    "meetings/actions/following.py:_follow": "a deadline that no rule knows any more; told to the chain beside it",
    "meetings/actions/meetings.py:write_deadlines": "deadlines are counted from the meeting, whose event tells of the move",
    "meetings/actions/reminding.py:remind": "a day of reminders: no noun; told to the chain beside it",
    "meetings/actions/minutes.py:*": "a version of the minutes is written once, with its hash",
    "meetings/actions/papers.py:forget_unread_words": "a file that nobody read in: no noun; told to the chain beside it",
    "meetings/actions/papers.py:read_in_word": "a working paper is kept once; told to the chain beside it",
    "meetings/actions/readers.py:*": "a reader's own mark and notes: no nouns, and what a note says is nobody else's",
    "people/actions.py:make_address": "an address that works once; only its hash is kept, and the chain tells that it was made",
    "people/actions.py:use_address": "the address is used up",
    "people/actions.py:set_account": "an account holds no case and no right; told to the chain beside it",
    "people/actions.py:close_account": "as set_account",
    "portfolio/actions/loading.py:_tell_all": "as moving.py:tell, for many at once",
    "portfolio/actions/moving.py:tell": "a line of the project's story, written once",
    "systems/actions/ties.py:*": "tasks and relations are no nouns; the system's own event tells of them",
    "systems/actions/contracts.py:*": "payments and shares are no nouns; the contract's own events tell of them",
    "wheel/actions/occurrences.py:*": "a calendar address: a secret that is made and withdrawn",
    "home/demo/foundation.py:_roles": "the demo's accounts without a password",
}  # fmt: skip
ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create", "save_base", "_raw_delete"}
# Django's own clocks and Python's, and the two that only views, commands and tasks may ask.
CLOCKS = {"timezone.now", "timezone.localdate", "timezone.localtime", "date.today", "datetime.now", "datetime.utcnow", "datetime.today", "entry.now", "entry.today"}  # fmt: skip
BELOW = ("domain", "queries", "actions", "permissions", "models", "policy", "labels", "reading", "effects", "content")


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Each function of the top floor (and each method), and the module's own statements."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from (
                (f"{node.name}.{inner.name}", inner) for inner in node.body if isinstance(inner, ast.FunctionDef)
            )
        else:
            yield (node.name if isinstance(node, ast.FunctionDef) else "", node)


def sources() -> Iterator[tuple[str, ast.Module]]:
    for name, text in texts(".py", under=SOURCE):
        short = name.removeprefix(SOURCE)
        if short.split("/")[0] in PACKAGES:
            yield short, ast.parse(text)


def writes(node: ast.AST) -> Iterator[int]:
    """The lines of a function that write rows by themselves."""
    for call in ast.walk(node):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        verb, receiver = call.func.attr, ast.unparse(call.func.value)
        rows = ".objects" in receiver or "_manager" in receiver or ".filter(" in receiver or ".exclude(" in receiver
        plain_row = receiver.isidentifier() and (not call.args or verb == "delete")
        if (
            verb in ALWAYS
            or (verb in {"create", "update", "delete"} and rows)
            or (verb == "save" and plain_row)
            or (verb == "delete" and plain_row and not call.args)
            or (verb == "update" and receiver.isidentifier() and not call.args and call.keywords)
        ):
            yield call.lineno


def found_writes() -> dict[str, int]:
    return {
        f"{name}:{function}": line
        for name, tree in sources()
        for function, node in functions(tree)
        for line in writes(node)
    }


def test_rows_are_written_by_the_door_alone() -> None:
    allowed = [place for place in WRITES if not place.endswith(":*")]
    folders = tuple(place[:-1] for place in WRITES if place.endswith(":*"))
    found = found_writes()
    assert [
        f"{place} (line {line})"
        for place, line in found.items()
        if place not in allowed and not place.startswith(folders)
    ] == []
    assert [place for place in allowed if place not in found] == [], "no longer needed"
    assert [place for place in folders if not any(name.startswith(place) for name in found)] == [], "no longer needed"


def test_a_noun_is_written_nowhere_but_by_store() -> None:
    """What the exceptions above write is never a noun: a class with versions, history and events."""
    from styrehjul.audit.nouns import Noun

    nouns = {kind.__name__ for kind in _all_kinds(Noun)}
    assert len(nouns) > 20
    found = [
        f"{name}: {ast.unparse(call.func)}"
        for name, tree in sources()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
        and ast.unparse(call.func.value).split(".")[0] in nouns
    ]
    assert found == []


def _all_kinds(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_kinds(below)


def test_mandates_are_made_in_one_place() -> None:
    makers = [
        name
        for name, tree in sources()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == "Mandate"
    ]
    assert makers == ["meetings/effects.py"]


def test_only_views_commands_and_tasks_read_the_clock() -> None:
    found = [
        f"{name}:{call.lineno}: {ast.unparse(call.func)}()"
        for name, tree in sources()
        if name.split("/")[0] in {"kernel", "audit"} or name.split("/")[1].removesuffix(".py") in BELOW
        for call in ast.walk(tree)
        # With an argument they read that, not the clock.
        if isinstance(call, ast.Call)
        and ".".join(ast.unparse(call.func).split(".")[-2:]) in CLOCKS
        and not (call.args and "local" in ast.unparse(call.func))
    ]
    assert found == []


def test_nothing_below_the_views_takes_its_day_from_the_request() -> None:
    """`now` and `today` of `people.entry` are for views: nobody below them imports either."""
    found = [
        f"{name}: {alias.name}"
        for name, tree in sources()
        if name.split("/")[1].removesuffix(".py") in BELOW
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "styrehjul.people.entry"
        for alias in node.names
    ]
    assert found == []


def test_views_write_no_row_and_move_no_state() -> None:
    """A view calls one action or query. It writes no row, and sets no state."""
    found = [
        f"{name}:{node.lineno}: {ast.unparse(node)[:70]}"
        for name, tree in sources()
        if name.split("/")[1].removesuffix(".py") in {"views", "forms", "exports"}
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and (
                node.func.attr in ALWAYS
                or (node.func.attr in {"save", "delete"} and not node.args)
                or (node.func.attr in {"create", "update"} and ".objects" in ast.unparse(node.func.value))
            )
        )
        or (
            isinstance(node, ast.Assign)
            and any(isinstance(target, ast.Attribute) and target.attr.endswith("state") for target in node.targets)
        )
    ]
    assert found == []
