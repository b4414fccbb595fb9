"""A walk: random people do random things at random times, and after each step product and model must agree.

One seed gives one walk. Most steps are sensible ones, so that meetings get somewhere; the rest are what a curious or
careless person would try. A step is done by the action itself, or as a form sent by a browser.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import time_machine

from styrehjul.audit.unit import run
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import models as m
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project as ProjectRow
from tests.making import a_user
from tests.model.checks import Broken, Checks, fingerprint
from tests.model.scene import Scene
from tests.model.world import WITH_CHAIR, Item, Meeting, World
from tests.sending import FormClient

MAY_NOT, REFUSED, DONE = "not allowed", "refused", "done"


@dataclass
class Step:
    """One thing to do. `may` and `lacks` are the model's answer before it is tried; `then` follows in the model."""

    name: str
    who: str
    may: bool
    lacks: list[str]
    act: Callable[[Person], Any]
    then: Callable[[Any], None]
    form: tuple[str, dict[str, Any]] | None = None
    told: str = ""

    @property
    def expected(self) -> str:
        return MAY_NOT if not self.may else REFUSED if self.lacks else DONE


@dataclass
class Walk:
    """One episode: a municipality's meetings from an empty year, `steps` steps on."""

    scene: Scene
    seed: int
    http_share: float = 0.08
    # Steps that this walk takes more often than others, by name.
    often: tuple[str, ...] = ()
    random: random.Random = field(init=False)
    world: World = field(init=False)
    checks: Checks = field(init=False)
    focus: Meeting | None = None
    story: list[str] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.world = self.scene.a_world()
        self.checks = Checks(self.world, self.scene)

    def walk(self, steps: int) -> None:
        """Raises Broken at the first step after which something does not hold."""
        from tests.model.steps import next_step

        with time_machine.travel(self.world.now, tick=False) as clock:
            self.scene.plan(self.world)
            for number in range(1, steps + 1):
                clock.move_to(self.world.now)
                step = next_step(self)
                clock.move_to(self.world.now)
                self.story.append(
                    f"{number}. {self.world.now:%d.%m %H.%M} {step.who}: {step.name} {step.told}".rstrip()
                )
                try:
                    self.checks.after_step(self.random, changed=self.take(step))
                except Broken as broken:
                    raise Broken(self.told(number, str(broken))) from broken
            try:
                self.checks.at_end()
            except Broken as broken:
                raise Broken(self.told(steps, str(broken))) from broken

    def told(self, number: int, what: str) -> str:
        last = "\n  ".join(self.story[-25:])
        return f"seed {self.seed}, step {number}: {what}\n  {last}"

    def take(self, step: Step) -> bool:
        """Try it, and compare what came of it with what the model expected; whether it was done."""
        person = Person.objects.get(pk=self.scene.keys[step.who])
        before = fingerprint()
        by_form = step.form is not None and self.random.random() < self.http_share
        result, came, said = self.by_form(step, person) if by_form else self.by_action(step, person)
        self.story[-1] += f" -> {came}{' (form)' if by_form else ''} {said}".rstrip()
        self.counted[f"{step.name}: {came}{' (form)' if by_form else ''}"] += 1
        if came != step.expected:
            raise Broken(f"{step.name} by {step.who} was {came} ({said}), expected {step.expected} {step.lacks}")
        if came != DONE:
            if fingerprint() != before:
                raise Broken(f"{step.name} by {step.who} was {came} and changed rows all the same")
            return False
        step.then(result)
        return True

    def by_action(self, step: Step, person: Person) -> tuple[Any, str, str]:
        try:
            return run(lambda: step.act(person)), DONE, ""
        except NotAllowed as refused:
            return None, MAY_NOT, str(refused)
        except Refused as refused:
            return None, REFUSED, ", ".join(reason.code for reason in refused.reasons)
        except Exception as fault:
            raise Broken(f"{step.name} by {step.who} fell with {type(fault).__name__}: {fault}") from fault

    def by_form(self, step: Step, person: Person) -> tuple[Any, str, str]:
        """The same as a browser sends it; a page never answers with a fault of its own."""
        assert step.form is not None
        address, fields = step.form
        client = FormClient(raise_request_exception=False)
        client.force_login(a_user(person))
        answer = client.post(address, {name: value for name, value in fields.items() if value is not None})
        came = {302: DONE, 403: MAY_NOT, 404: MAY_NOT, 409: REFUSED, 422: REFUSED}.get(answer.status_code)
        if came is None:
            raise Broken(f"{step.name} by {step.who} was answered {answer.status_code} at {address}")
        return None, came, str(answer.status_code)

    # --- what the steps pick from ------------------------------------------------------------------------------------

    def one(self, choices: Sequence[Any]) -> Any:
        return self.random.choice(choices) if choices else None

    def look(self) -> None:
        """Turn to one meeting where something is under way: most mistakes are made there."""
        under_way = [x for x in self.world.meetings if x.agenda in WITH_CHAIR or x.minutes in ("draft", "with_chair")]
        self.focus = self.one(under_way) if self.chance(0.7) else None

    def a_meeting(self) -> Any:
        return self.focus if self.focus is not None and self.chance(0.6) else self.one(self.world.meetings)

    def an_item(self, choices: Sequence[Any]) -> Any:
        here = [item for item in choices if self.focus is not None and item.meeting is self.focus]
        return self.one(here if here and self.chance(0.5) else choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def row(self, thing: Meeting | Item) -> Any:
        kind = m.Meeting if isinstance(thing, Meeting) else m.Treatment
        return kind.objects.get(pk=thing.key)

    def body(self, code: str) -> Body:
        return self.scene.bodies[code]

    def project(self, key: int) -> ProjectRow:
        return ProjectRow.objects.get(pk=key)

    def person(self, name: str) -> Person | None:
        return Person.objects.get(pk=self.scene.keys[name]) if name else None

    def pass_time(self) -> None:
        """A while goes by; now and then days, so that meetings are reached."""
        how = self.random.random()
        if how < 0.75:
            self.world.now += timedelta(minutes=self.random.randint(1, 90))
        elif how < 0.9:
            self.world.now += timedelta(hours=self.random.randint(2, 30))
        else:
            self.world.now += timedelta(days=self.random.randint(1, 6))


def somebody(walk: Walk, fit: list[str]) -> str:
    """Somebody who may, or once in a while anybody."""
    found: str = walk.one(fit) if fit and walk.chance(0.7) else walk.one(walk.scene.names)
    return found


def those(walk: Walk, test: Callable[[str], bool]) -> list[str]:
    return [name for name in walk.scene.names if test(name)]


def theirs(walk: Walk, may: Callable[[str], bool]) -> str:
    """The one whose it is; seldom somebody else, who tries."""
    found: str = walk.one(those(walk, may)) if walk.chance(0.92) else walk.one(walk.scene.names)
    return found
