"""Every address of the product with a real object behind it, and the right that it asks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from styrehjul.bodies.models import CoverageConsent, Delegation
from styrehjul.people.models import Post, RoleHolding
from tests.house.world import World

# Pages that are not ours: the sign-in's own.
FOREIGN = ("allauth.", "django.")
# Asked with another right than the one on the view, or with one for reading and another for doing.
READ_AS = {
    "meetings:circulation": "circulation.see",
    "meetings:review": "review.see",
    "meetings:approve": "agenda.prepare",
    "meetings:approve_changes": "agenda.prepare",
}
ASKS = {
    "imports:index": None,  # the page lists what one may read in, and says so where that is nothing
    "imports:upload": "import.projects",
    "imports:preview": "import.projects",
    "portfolio:steer": "project.settle",
    "bodies:consent": "agreement.change",
    "bodies:withdraw": "agreement.change",
    "bodies:end_delegation": "delegation.chair",
    # Lists hold what one may see, and are there for all.
    "meetings:matters": None,
    "meetings:decisions": None,
    "meetings:follow_ups": None,
    "meetings:needs": None,
    "meetings:new_need": None,  # the page says where one may, and where that is nowhere
    "meetings:backlog": None,
    "meetings:circulation": "circulation.answer",
    "meetings:review": "review.answer",
    "meetings:excerpts": None,
}


@dataclass(frozen=True)
class Address:
    """One address: where, what its view asks for, and of which object."""

    name: str
    path: str
    action: str | None
    row: str
    obj: Any

    def right(self, method: str) -> str | None:
        """The right that the method asks for; None where everybody is let in."""
        return READ_AS.get(self.name, self.action) if method == "get" else self.action


def patterns(resolver: URLResolver | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every pattern of ours by its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else ""
            yield from patterns(entry, space + inner)
        elif not getattr(entry.callback, "__module__", "").startswith(FOREIGN):
            yield space + str(entry.name), entry


def addresses(world: World) -> Iterator[Address]:
    """Each address at least once, those about a meeting, an item, a decision and a project for the variants of each."""
    for name, pattern in patterns():
        action = getattr(pattern.callback, "policy_action", None)
        given = dict(pattern.default_args)
        for row, obj, values in _behind(world, name, set(pattern.pattern.converters) - set(given)):
            action = ASKS.get(name, action)
            yield Address(name, reverse(name, kwargs=values | given), action, row, obj)


MEETINGS = ("SG meeting:draft", "SG meeting:sent", "SG meeting:ended", "PG meeting:draft")
ITEMS = ("SG item:draft, open", "SG item:sent, closed", "SG item:ended, open", "SG item:ended, title hidden")
PROJECTS = ("project:proposal", "project:cross", "project:local, own unit")


def _behind(world: World, name: str, wanted: set[str]) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """The objects behind an address, with the values of its path."""
    o, package = world.objects, name.partition(":")[0]
    if "item" in wanted:
        for row in ITEMS[:1] if "prior" in wanted else ITEMS:
            values = {
                "pk": o[row].meeting_id,
                "item": o[row].pk,
                "annex": 1,
                "prior": o["prior:SG"].pk,
                "paper": 1,
                "row": 1,
                "file": uuid4(),
            }
            yield row, o[row], {key: values[key] for key in wanted}
    elif package == "meetings" and "pk" in wanted:
        yield from _of_meetings(world, name, wanted)
    elif "number" in wanted and package in {"meetings", "portfolio"}:
        for row in PROJECTS:
            values = {"number": o[row].number, "slug": "afslut"}
            yield row, o[row], {key: values[key] for key in wanted}
    elif found := _one(world, name):
        row, obj, values = found
        yield row, obj, values
    elif not wanted:
        yield "–", None, {}
    else:
        raise AssertionError(f"{name}: say in addresses.py what stands behind it")


def _of_meetings(world: World, name: str, wanted: set[str]) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    o = world.objects
    if name == "meetings:package":
        for row in MEETINGS:
            yield row, o[row], {"pk": o[row].pk, "kind": "dagsorden", "number": 1, "edition": "aaben"}
    elif name in {"meetings:need", "meetings:withdraw_need"}:
        yield "need:PG", o["need:PG"], {"pk": o["need:PG"].pk}
    elif name == "meetings:tick_need":
        yield "need:PG", o["need:PG"], {"pk": o["PG meeting:draft"].pk, "need": o["need:PG"].pk}
    elif name.startswith("meetings:circulation"):
        values = {"pk": o["circulation:SG"].pk, "annex": 1}
        yield "circulation:SG", o["circulation:SG"], {key: values[key] for key in wanted}
    elif name in {"meetings:review", "meetings:reply_to_reader", "meetings:review_annex"}:
        row = o["review:SG"]
        yield "review:SG", row.treatment, {key: {"pk": row.pk, "answer": 1, "annex": 1}[key] for key in wanted}
    elif name in {
        "meetings:put_matter_on_meeting",
        "meetings:receive_item",
        "meetings:reject_item",
        "meetings:redirect_item",
    }:
        for row in ITEMS:
            yield row, o[row], {"pk": o[row].pk}
    elif name == "meetings:matter":
        for row in ITEMS:
            yield row, o[row], {"pk": o[row].matter_id}
    elif name.endswith("_follow_up"):
        for row in ("follow-up:own", "follow-up:another's"):
            yield row, o[row], {"pk": o[row].pk}
    elif name in {
        "meetings:decision",
        "meetings:resolve",
        "meetings:drop_effect",
        "meetings:excerpt",
        "meetings:take_up_again",
    }:
        for row in ("SG decision:provisional", "SG decision:in force, open", "SG decision:in force, closed"):
            yield row, o[row], {key: {"pk": o[row].pk, "effect": 1}[key] for key in wanted}
    else:
        for row in ("PG meeting:draft",) if "topic" in wanted else MEETINGS:
            values = {
                "pk": o[row].pk,
                "number": 1,
                "edition": "medlemmer",
                "topic": o["topic:PG"].pk,
                "message": 1,
                "hint": 1,
                "change": 1,
            }
            yield row, o[row], {key: values[key] for key in wanted}


def _one(world: World, name: str) -> tuple[str, Any, dict[str, Any]] | None:
    o, cast = world.objects, world.cast
    sg, person, unit = cast.steering, o["person:employee"], o["unit:own"]
    holding, activity, agreement = o["seat holding:SG"], o["occurrence:PG"], o["agreement:PG"]
    consent = CoverageConsent.objects.filter(own_area=False)[0]
    handed = Delegation.objects.filter(kind="chair")[0]
    seat = {"code": sg.code, "key": holding.seat_key}
    year = {"year": 2027}
    known: dict[str, tuple[str, Any, dict[str, Any]]] = {
        "home:setup_step": ("–", None, {"key": "mail"}),
        "imports:upload": ("–", None, {"slug": "projekter"}),
        "imports:preview": ("–", None, {"slug": "projekter", "file": uuid4()}),
        "wheel:move_item": ("body:SG", sg, {**year, "body": sg.code, "key": "godkendelse_dagsorden"}),
        "wheel:feed": ("–", None, {"token": "ukendt"}),
        "meetings:invite_year": ("–", None, year),
        "meetings:reply_by_link": ("–", None, {"token": "ukendt"}),
        "bodies:body": ("body:SG", sg, {"code": sg.code}),
        "bodies:fill_seat": ("body:SG", sg, seat),
        "bodies:agree": ("body:PG", cast.programme, {"code": cast.programme.code, "key": agreement.seat_key}),
        "bodies:delegate_chair": ("body:SG", sg, {"code": sg.code}),
        "bodies:delegate_secretary": ("body:SG", sg, {"code": sg.code}),
        "bodies:change_holding": ("seat holding:SG", holding, {"pk": holding.pk}),
        "bodies:end_holding": ("seat holding:SG", holding, {"pk": holding.pk}),
        "bodies:consent": ("agreement:PG", agreement, {"pk": consent.pk}),
        "bodies:withdraw": ("agreement:PG", agreement, {"pk": agreement.pk}),
        "bodies:end_delegation": ("body:SG", sg, {"pk": handed.pk}),
        "bodies:unit": ("unit:own", unit, {"pk": unit.pk}),
        "bodies:edit_unit": ("unit:own", unit, {"pk": unit.pk}),
        "bodies:change_post_holder": ("–", None, {"pk": Post.objects.all()[0].pk}),
        "bodies:version": ("kommissorium", o["kommissorium"], {"number": 1}),
        "bodies:download": ("kommissorium", o["kommissorium"], {"number": 1}),
        "bodies:draft_body": ("–", None, {"place": 0}),
        "bodies:draft_row": ("–", None, {"where": "organ-0"}),
        "bodies:draft_remove": ("–", None, {"where": "organ-0"}),
        "bodies:draft_move": ("–", None, {"where": "organ-0"}),
        "people:access": ("–", None, {"token": "ukendt"}),
        "meetings:prior_by_link": ("–", None, {"token": "ukendt"}),
        "people:end_session": ("–", None, {"pk": 1}),
        "people:end_role": ("–", None, {"pk": RoleHolding.objects.all()[0].pk}),
        "people:edit_post": ("–", None, {"pk": Post.objects.all()[0].pk}),
        "mail:message": ("–", None, {"name": "brev"}),
        "mail:source": ("–", None, {"name": "brev"}),
        "mail:attachment": ("–", None, {"name": "brev", "number": 1}),
    }  # fmt: skip
    if name in known:
        return known[name]
    if name in {"wheel:year", "wheel:roll", "wheel:plan_pdf", "wheel:plan_xlsx", "wheel:new_occurrence"}:
        return "–", None, year
    if name.startswith("wheel:") and name not in {"wheel:this_year", "wheel:subscription"}:
        return "occurrence:PG", activity, {"pk": activity.pk}
    if name.startswith(("people:", "bodies:person", "bodies:leave", "bodies:handover")) and name not in {
        "people:new_person", "people:new_post"
    }:  # fmt: skip
        return "person:employee", person, {"pk": person.pk}
    return None


def digest() -> dict[str, str]:
    """A sum over all rows of each table of ours, so that "nothing changed" can be asked."""
    left_out = {"django_session", "styrehjul_cache"}
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names(cursor)) - left_out):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
            found[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
    return found
