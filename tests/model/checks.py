"""What must hold after every step, and what must hold when a walk is over."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Count

from styrehjul.audit.chain import verify
from styrehjul.audit.models import Event
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import models as m
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.queries.contents import agenda_content
from styrehjul.meetings.queries.seats import day_of, receivers
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to
from styrehjul.portfolio.models import Project, ProjectChange
from tests.making import a_user
from tests.model.scene import PG, SG, Scene
from tests.model.world import LEFT, Effect, Item, Meeting, World
from tests.sending import FormClient

NOUNS = (
    m.Meeting, m.Treatment, m.RecommendationPoint, m.Effect, m.Decision, m.Annex, m.Matter, m.Attendance, m.FollowUp,
    m.ChangeSet, m.Change, m.Topic, m.DecisionNeed, m.MoveRequest, m.ItemPresence, m.Circulation, m.CirculationAnswer,
    m.DecisionRevision, Project,
)  # fmt: skip
ROWS = (m.AgendaVersion, m.Approval, m.Dispatch, m.MinutesVersion, OutboxMessage, Event, ProjectChange)


class Broken(AssertionError):  # noqa: N818 - what the walk found, not an error of its own
    """Product and model no longer agree."""


def fingerprint() -> tuple[Any, ...]:
    """How many rows there are of each kind and how often they were saved, in one question: any write shows."""
    parts = [
        f"SELECT COUNT(*), COALESCE(SUM(version), 0), COALESCE(MAX(id), 0) FROM {model._meta.db_table}"
        for model in NOUNS
    ]
    parts += [f"SELECT COUNT(*), 0, 0 FROM {model._meta.db_table}" for model in ROWS]
    parts.append(f"SELECT COUNT(*), 0, 0 FROM {m.Approval._meta.db_table} WHERE voided_at IS NOT NULL")
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return tuple(cursor.fetchall())


class Checks:
    """The invariants over one walk's world."""

    def __init__(self, world: World, scene: Scene) -> None:
        self.world = world
        self.scene = scene
        self.mailed: set[int] = set()

    def that(self, holds: bool, what: str) -> None:
        if not holds:
            raise Broken(what)

    def makes_agendas(self, who: str) -> bool:
        """Whoever puts proposals on agendas, in any body."""
        world = self.world
        return any(
            world.secretariat(who, body) or world.chairs(who, body) or world.holds(who, body, "preparing_chair")
            for body in (SG, PG)
        )

    @staticmethod
    def args(effect: Effect) -> dict[str, Any]:
        """The effect's arguments as they are stored, so that the same is known as the same."""
        row = m.Effect.objects.filter(project_id=effect.project.key, command=effect.command, made_in_meeting=False)
        found = row.order_by("-pk").first()
        return dict(found.args) if found else {}

    def order(self, meeting: Meeting, *, added: Sequence[Item]) -> None:
        """The agenda's order with something new in it: those that were there keep theirs."""
        rows = list(
            m.Treatment.objects.filter(meeting_id=meeting.key).exclude(state__in=LEFT).values_list("pk", flat=True)
        )
        known = {item.key: item for item in meeting.items}
        self.that(
            set(rows) == {item.key for item in meeting.live}, f"meeting {meeting.key} has other items than the model"
        )
        new = {item.key for item in added}
        before = [item.key for item in meeting.live if item.key not in new]
        self.that([key for key in rows if key not in new] == before, "a new item moved the others about")
        meeting.items = [known[key] for key in rows] + [item for item in meeting.items if item.state in LEFT]

    # --- after each step -----------------------------------------------------------------------------------------

    def after_step(self, chooser: random.Random, *, changed: bool) -> None:
        """After a step that was refused nothing was written, which the fingerprint has just shown."""
        if changed:
            self.rows()
        if chooser.random() < 0.35:
            self.reading(chooser)
        if chooser.random() < 0.015:
            self.pages(chooser)

    def rows(self) -> None:
        self.states()
        for meeting in self.world.meetings:
            if meeting.mails and meeting.key not in self.mailed:
                self.mailed.add(meeting.key)
                self.mails(meeting)
        self.decisions()
        self.asked()
        self.between()
        self.approvals()

    def states(self) -> None:
        world = self.world
        rows = m.Meeting.objects.values_list(
            "pk", "calendar_state", "agenda_state", "minutes_state", "starts_at", "place"
        )
        self.same(
            "meetings",
            set(rows),
            {(x.key, x.calendar, x.agenda, x.minutes, x.starts_at, x.place) for x in world.meetings},
        )
        items = m.Treatment.objects.values_list(
            "pk", "meeting_id", "state", "number", "outcome", "title", "access", "responsible_id"
        )
        keys = self.scene.keys
        self.same("items", set(items), {
            (i.key, i.meeting.key if i.meeting else None, i.state, i.number, i.outcome, i.title, i.access,
             keys[i.responsible] if i.responsible else None)
            for i in world.items
        })  # fmt: skip
        self.same(
            "projects", set(Project.objects.values_list("pk", "state", "priority")),
            {(p.key, p.state, p.priority) for p in world.projects},
        )  # fmt: skip
        self.same(
            "changes", set(m.ChangeSet.objects.filter(state__in=("draft", "with_chair")).values_list("meeting_id", "state")),
            {(x.key, x.change_set.state) for x in world.meetings if x.change_set},
        )  # fmt: skip
        positions = m.Treatment.objects.filter(meeting__isnull=False).exclude(state__in=LEFT)
        found: dict[int, list[int]] = {}
        for meeting, key in positions.order_by("position", "pk").values_list("meeting_id", "pk"):
            found.setdefault(meeting or 0, []).append(key)
        for meeting_ in world.meetings:
            self.that(
                found.get(meeting_.key, []) == [i.key for i in meeting_.live], f"the order of meeting {meeting_.key}"
            )

    def decisions(self) -> None:
        world = self.world
        rows = m.Decision.objects.values_list("treatment_id", "outcome", "state", "number", "text", "meeting_id")
        expected = {
            (i.key, i.decision.outcome, i.decision.state, i.decision.number, i.decision.text, i.meeting.key if i.meeting else None)
            for i in world.items if i.decision
        }  # fmt: skip
        self.same("decisions", set(rows), expected)
        effects = m.Effect.objects.filter(decision__isnull=False).values_list(
            "decision__treatment_id", "command", "state"
        )
        wanted = sorted((i.key, e.command, e.state) for i in world.items if i.decision for e in i.decision.effects)
        self.that(sorted(effects) == wanted, f"effects are {sorted(effects)}, expected {wanted}")
        for (body, year), last in world.serials.items():
            numbers = list(
                m.Decision.objects.filter(body=self.scene.bodies[body], year=year)
                .order_by("serial")
                .values_list("serial", flat=True)
            )
            numbers = [number for number in numbers if number is not None]
            self.that(numbers == list(range(1, last + 1)), f"decision numbers of {body} {year} are {numbers}")
        moved = {"proposal.approve", "proposal.reject", "proposal.postpone", "proposal.return"}
        carried = ProjectChange.objects.filter(kind="decided").count()
        applied = sum(1 for i in world.items for e in i.effects if e.command in moved and e.state == "applied")
        self.that(carried == applied, f"projects were moved {carried} times by {applied} effects")

    def asked(self) -> None:
        """No need for a decision and no topic is lost on the way, and none is answered that nobody answered."""
        world = self.world
        rows = m.DecisionNeed.objects.values_list("pk", "state", "ticked_at", "treatment")
        self.same("needs", set(rows), {
            (n.key, n.state, n.ticked.key if n.ticked else None, n.item.key if n.item else None) for n in world.needs
        })  # fmt: skip
        topics = m.Topic.objects.values_list("pk", "meeting", "text")
        self.same("topics", set(topics), {(t.key, t.meeting.key, t.text) for t in world.topics})
        for need in world.needs:
            lost = need.state == "taken_forward" and (need.item is None or need.item.state in (*LEFT, "dropped"))
            self.that(not lost, f"need {need.key} waits for an item that is gone")

    def between(self) -> None:
        """Moves, written procedures and markings stand as people left them, and what was frozen is not touched."""
        world, keys = self.world, self.scene.keys
        self.same(
            "wishes for another time",
            set(m.MoveRequest.objects.filter(state="asked").values_list("meeting_id", "starts_at", "asked_by_id")),
            {(x.key, x.wish[0], keys[x.wish[1]]) for x in world.meetings if x.wish},
        )
        self.same(
            "written procedures", set(m.Circulation.objects.values_list("pk", "treatment_id", "state", "content")),
            {(c.key, c.item.key, c.state, c.content) for c in world.circulations},
        )  # fmt: skip
        self.same(
            "answers in writing", set(m.CirculationAnswer.objects.values_list("circulation_id", "person_id", "answer")),
            {(c.key, person, said) for c in world.circulations for person, said in c.answers.items()},
        )  # fmt: skip
        self.same(
            "who may not take part", set(m.ItemPresence.objects.values_list("treatment_id", "person_id")),
            {(i.key, keys[name]) for i in world.items for name in i.barred},
        )  # fmt: skip
        self.same(
            "changes of decisions",
            set(
                m.DecisionRevision.objects.filter(confirmed_at=None).values_list(
                    "decision__treatment_id", "outcome", "text"
                )
            ),
            {(i.key, *i.decision.revision) for i in world.items if i.decision and i.decision.revision},
        )

    def approvals(self) -> None:
        """Nothing is sent that was not approved, as exactly that; what was sent stays what it was."""
        versions = {(v.meeting_id, v.number): v for v in m.AgendaVersion.objects.all()}
        self.that(len(versions) == sum(len(x.versions) for x in self.world.meetings), "another number of versions")
        approvers = {self.scene.keys[name]: name for name in self.scene.keys}
        holding = {
            (a.version.meeting_id, a.version.number): a
            for a in m.Approval.objects.filter(voided_at__isnull=True).select_related("version")
        }
        dispatched = {(d.meeting_id, d.version_id): d for d in m.Dispatch.objects.all()}
        self.that(
            len(dispatched) == sum(v.dispatched for x in self.world.meetings for v in x.versions),
            "another number of dispatches",
        )
        for meeting in self.world.meetings:
            for known in meeting.versions:
                row = versions[(meeting.key, known.number)]
                self.that(row.content == known.text, f"version {known.number} of {meeting.key} was changed")
                self.that(hash_of(row.content) == row.sha256 == known.sha256, f"version {known.number} has another sum")
                approval = holding.get((meeting.key, known.number))
                if known.dispatched:
                    self.that((meeting.key, row.pk) in dispatched, "a dispatch is gone")
                    self.that(
                        approval is not None and approval.sha256 == row.sha256, "sent without approval of exactly that"
                    )
                    assert approval is not None
                    who = approvers.get(approval.person_id, "")
                    self.that(self.world.approves(who, meeting.body), f"{who} cannot approve")
                elif approval is not None:
                    self.that(
                        meeting.approval is known,
                        f"version {known.number} of {meeting.key} is approved and was changed",
                    )
            self.standing(meeting)

    def standing(self, meeting: Meeting) -> None:
        """What the chair has, has approved, or what was sent, is what stands on the agenda now, word for word."""
        if meeting.agenda not in ("to_chair", "approved", "sent") or not meeting.versions:
            return
        last = meeting.current
        assert last is not None
        self.that(last.stands_for == meeting.stands_for(), f"meeting {meeting.key} was changed under the chair's eyes")
        if meeting.calendar != "cancelled":
            content = agenda_content(m.Meeting.objects.get(pk=meeting.key), last.number)
            self.that(
                as_sent(content, meeting.moved) == as_sent(last.text, meeting.moved),
                f"meeting {meeting.key} stands otherwise than its version {last.number}",
            )

    def reading(self, chooser: random.Random) -> None:
        """One person's whole view, as the policy answers and as the lists are filtered."""
        name = chooser.choice(self.scene.names)
        person, on = Person.objects.get(pk=self.scene.keys[name]), day_of(self.world.now)
        seen = set(m.Meeting.objects.filter(visible_to(person, "agenda.see", on=on)).values_list("pk", flat=True))
        self.same(
            f"agendas read by {name}", seen, {x.key for x in self.world.meetings if self.world.reads_agenda(name, x)}
        )
        items = set(m.Treatment.objects.filter(visible_to(person, "treatment.see", on=on)).values_list("pk", flat=True))
        self.same(f"items read by {name}", items, {i.key for i in self.world.items if self.world.reads_item(name, i)})
        minutes = set(m.Meeting.objects.filter(visible_to(person, "minutes.see", on=on)).values_list("pk", flat=True))
        self.same(
            f"minutes read by {name}",
            minutes,
            {x.key for x in self.world.meetings if self.world.reads_minutes(name, x)},
        )
        item = chooser.choice(self.world.items)
        row = m.Treatment.objects.get(pk=item.key)
        self.that(
            may(person, "treatment.see", row, on=on) == self.world.reads_item(name, item), f"{name} and item {item.key}"
        )

    def pages(self, chooser: random.Random) -> None:
        """The pages of one item and its meeting, as one person's browser gets them."""
        item = chooser.choice([i for i in self.world.items if i.meeting])
        meeting = item.meeting
        assert meeting is not None
        name = chooser.choice(self.scene.names)
        client = FormClient(raise_request_exception=False)
        client.force_login(a_user(Person.objects.get(pk=self.scene.keys[name])))
        if chooser.random() < 0.5:
            answer = client.get(f"/moeder/{meeting.key}/punkter/{item.key}/")
            expected = 200 if self.world.reads_item(name, item) else 404
            self.that(
                answer.status_code == expected,
                f"{name} got {answer.status_code} at item {item.key}, expected {expected}",
            )
            return
        page = client.get(f"/moeder/{meeting.key}/")
        self.that(page.status_code == 200, f"{name} got {page.status_code} at meeting {meeting.key}")
        text = page.content.decode()
        hidden = [
            i.title for i in meeting.live
            if i.ordinary and not self.world.reads_item(name, i)
            and (not self.world.reads_agenda(name, meeting) or i.access == "closed_title_hidden")
            and all(i.title not in other.title or other is i for other in self.world.items)
        ]  # fmt: skip
        told = [title for title in hidden if title in text]
        self.that(not told, f"{name} reads {told} on the page of meeting {meeting.key}")

    # --- when it is over -----------------------------------------------------------------------------------------

    def at_end(self) -> None:
        verdict = verify()
        self.that(verdict.bad_seq is None, f"the chain breaks at {verdict.bad_seq}: {verdict.because}")
        for meeting in self.world.meetings:
            self.mails(meeting)
        twice = m.Effect.objects.exclude(applied_at=None).values("pk").annotate(n=Count("decision")).filter(n__gt=1)
        self.that(not twice.exists(), "an effect has two decisions")
        self.minutes()

    def mails(self, meeting: Meeting) -> None:
        """One mail of the agenda to each at the table, for each time it was sent."""
        row = m.Meeting.objects.get(pk=meeting.key)
        mails = OutboxMessage.objects.about("meeting", row.uuid).filter(kind="agenda")
        self.that(mails.count() == meeting.mails, f"{mails.count()} mails of the agenda, expected {meeting.mails}")
        if meeting.mails:
            people = {seated.person.email for seated in receivers(row)}
            self.that({mail.recipient for mail in mails} == people, "somebody at the table got no agenda")

    def minutes(self) -> None:
        """Each decision with a number stands in the minutes of its own meeting, and in no other's."""
        there: dict[str, list[int]] = {}
        for version in m.MinutesVersion.objects.all():
            for item in json.loads(version.content)["items"]:
                if number := item["result"]["number"]:
                    there.setdefault(number, []).append(version.meeting_id)
        expected = {
            i.decision.number: [i.meeting.key] for i in self.world.items
            if i.decision and i.decision.number and i.meeting and i.meeting.minutes == "approved"
        }  # fmt: skip
        self.same("decisions in minutes", there, expected)

    def same(self, what: str, found: Any, expected: Any) -> None:
        if found != expected:
            if isinstance(found, set):
                raise Broken(
                    f"{what}: found {sorted(map(str, found - expected))}, expected {sorted(map(str, expected - found))}"
                )
            raise Broken(f"{what}: found {found}, expected {expected}")


def as_sent(content: str, moved: bool = False) -> Any:
    """Head and items; which changes a version had over the one before is told in it alone.

    A meeting that was `moved` since has another time in its head.
    """
    found = {name: value for name, value in json.loads(content).items() if name != "changes"}
    if moved:
        found["head"] = {name: value for name, value in found["head"].items() if name not in ("starts_at", "ends_at")}
    return found
