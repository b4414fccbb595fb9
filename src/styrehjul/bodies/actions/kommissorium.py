"""A version of the kommissorium comes into force: bodies, posts and unit groups follow it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import record, store
from styrehjul.bodies.domain.differences import differences
from styrehjul.bodies.domain.model import BodyRules, KommissoriumText
from styrehjul.bodies.domain.reading import read
from styrehjul.bodies.domain.writing import write
from styrehjul.bodies.hooks import AFTER_KOMMISSORIUM
from styrehjul.bodies.models import Body, Kommissorium, KommissoriumDraft, SeatHolding
from styrehjul.bodies.queries import newest_version, text_of, version_on
from styrehjul.kernel.days import ONE_DAY
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import close_holding, day_of, permit
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup

# The text of a draft is long and changes letter by letter: the history row has it, the chain tells that it changed.
LONG = frozenset({"source"})


@transaction.atomic
def apply_kommissorium(
    data: bytes,
    *,
    file: str,
    applies_from: date | None = None,
    decision: str = "",
    by: Person | None,
    at: datetime,
) -> Kommissorium:
    """Put what the file says in force from its date (`applies_from` wins over the file's own).

    Says the same as what applies that day already: nothing is done, and that version is the answer.
    Raises KommissoriumErrors with every fault of the file; Refused("kommissorium.no_date") without a date and
    Refused("kommissorium.before") with one that lies before the newest version.
    """
    permit(by, "kommissorium.change", at=at)
    text = read(data, file=file)
    start = applies_from or text.applies_from
    if start is None:
        raise Refused("kommissorium.no_date")
    newest = newest_version()
    if newest is not None:
        if start < newest.applies_from:
            raise Refused("kommissorium.before", start=newest.applies_from, wished=start)
        if not differences(text_of(newest), replace(text, applies_from=None)):
            return newest
    text = replace(text, applies_from=start)
    version = Kommissorium(
        number=newest.number + 1 if newest else 1,
        name=text.name,
        applies_from=start,
        decision=decision.strip(),
        source=write(text),
    )
    store(version, by=by, at=at, action="kommissorium.apply", private=LONG)
    _follow(text, start if newest else None, by=by, at=at)
    for told in AFTER_KOMMISSORIUM:
        told(version, by, at)
    return version


def edit_kommissorium(
    text: KommissoriumText, *, applies_from: date, decision: str = "", by: Person | None, at: datetime
) -> Kommissorium:
    """As `apply_kommissorium`, from values that were changed on pages. The version before it stays as it is."""
    return apply_kommissorium(
        write(text).encode(), file="kladde", applies_from=applies_from, decision=decision, by=by, at=at
    )


# --- what follows ---------------------------------------------------------------------------------------------------


def _follow(text: KommissoriumText, start: date | None, *, by: Person | None, at: datetime) -> None:
    """Bodies, unit groups and posts as the text names them. `start` is None for the very first version."""
    for group in text.groups:
        _follow_group(group.code, group.name, by=by, at=at)
    for named in text.units:
        _find_unit(named.code, named.name, by=by, at=at)
    kept = {rules.code for rules in text.bodies}
    for body in Body.objects.on(start or day_of(at)).exclude(code__in=kept):
        _end_body(body, start or day_of(at), by=by, at=at)
    for position, rules in enumerate(text.bodies):
        _follow_body(rules, position, start, by=by, at=at)
    for rules in text.bodies:
        parent = Body.objects.filter(code=rules.parent).first() if rules.parent else None
        body = Body.objects.get(code=rules.code)
        if body.parent_id != (parent.pk if parent else None):
            body.parent = parent
            store(body, by=by, at=at, action="body.change")
    titles = {seat.post for rules in text.bodies for seat in rules.seats if seat.post}
    for title in sorted(titles - set(Post.objects.values_list("title", flat=True))):
        store(Post(title=title), by=by, at=at, action="post.create")


def _follow_group(code: str, name: str, *, by: Person | None, at: datetime) -> None:
    group = UnitGroup.objects.filter(code=code).first() or UnitGroup(code=code)
    if group.name != name:
        group.name = name
        store(group, by=by, at=at, action="unitgroup.change")


def _find_unit(code: str, name: str, *, by: Person | None, at: datetime) -> None:
    """The unit that the text names is the one of that name, until somebody says otherwise on the unit's page."""
    if OrgUnit.objects.filter(code=code).exists():
        return
    found = list(OrgUnit.objects.filter(name__iexact=name, code="")[:2])
    if len(found) == 1:
        found[0].code = code
        store(found[0], by=by, at=at, action="orgunit.change")


def _end_body(body: Body, start: date, *, by: Person | None, at: datetime) -> None:
    for holding in body.holdings.all():
        if holding.end is None or holding.end >= start:
            close_holding(holding, start - ONE_DAY, by=by, at=at, action="seat.end")
    body.end = start - ONE_DAY
    store(body, by=by, at=at, action="body.end")


def _follow_body(rules: BodyRules, position: int, start: date | None, *, by: Person | None, at: datetime) -> None:
    body = Body.objects.filter(code=rules.code).first()
    wanted = {
        "short_code": rules.short_code, "name": rules.name, "name_definite": rules.name_definite, "position": position,
    }  # fmt: skip
    if body is None:
        body = Body(code=rules.code, start=start, **wanted)
        store(body, by=by, at=at, action="body.create")
        return
    if any(getattr(body, field) != value for field, value in wanted.items()) or body.end is not None:
        for field, value in wanted.items():
            setattr(body, field, value)
        body.end = None
        store(body, by=by, at=at, action="body.change")
    if start is not None:
        _follow_seats(body, rules, start, by=by, at=at)


def _follow_seats(body: Body, rules: BodyRules, start: date, *, by: Person | None, at: datetime) -> None:
    """Holders of a seat that is no more have it until the day before; of one whose kind changed, on from its date."""
    kinds = {seat.key: seat.kind.value for seat in rules.seats}
    for holding in body.holdings.select_related("person", "unit"):
        if (holding.end is not None and holding.end < start) or kinds.get(holding.seat_key) == holding.kind:
            continue
        last, end = start - ONE_DAY, holding.end
        if holding.start >= start and holding.seat_key in kinds:
            holding.kind = kinds[holding.seat_key]
            store(holding, by=by, at=at, action="seat.change")
            continue
        close_holding(holding, last, by=by, at=at, action="seat.end")
        if holding.seat_key in kinds:
            on = SeatHolding(
                body=body, seat_key=holding.seat_key, unit=holding.unit, person=holding.person,
                kind=kinds[holding.seat_key], function=holding.function, start=start, end=end,
            )  # fmt: skip
            store(on, by=by, at=at, action="seat.begin")


# --- the draft ------------------------------------------------------------------------------------------------------


@transaction.atomic
def begin_draft(*, by: Person, at: datetime) -> KommissoriumDraft:
    """The one draft: the one that is there, or a new one from what is in force."""
    permit(by, "kommissorium.change", at=at)
    draft = KommissoriumDraft.objects.first()
    if draft is None:
        based_on = newest_version() or version_on(day_of(at))
        if based_on is None:
            raise Refused("municipality.none")
        draft = KommissoriumDraft(source=based_on.source, based_on=based_on, begun_by=by)
        store(draft, by=by, at=at, action="draft.begin", private=LONG)
    return draft


@transaction.atomic
def change_draft(
    draft: KommissoriumDraft, data: bytes, *, by: Person, at: datetime, expected_version: int | None = None
) -> KommissoriumDraft:
    """Write another text in the draft. KommissoriumErrors when it cannot be read; then the draft is as it was."""
    permit(by, "kommissorium.change", at=at)
    same_version(draft, expected_version)
    source = write(read(data, file="kladde"))
    if source != draft.source:
        draft.source = source
        store(draft, by=by, at=at, action="draft.change", private=LONG)
    return draft


@transaction.atomic
def discard_draft(draft: KommissoriumDraft, *, by: Person, at: datetime) -> None:
    """Throw the draft away; what is in force is untouched."""
    permit(by, "kommissorium.change", at=at)
    record("draft.discard", draft, by=by, at=at)
    draft.delete()


@transaction.atomic
def apply_draft(
    draft: KommissoriumDraft,
    *,
    applies_from: date,
    decision: str,
    by: Person,
    at: datetime,
    expected_version: int | None = None,
) -> Kommissorium:
    """The draft becomes the next version, in force from its date, with the decision behind it."""
    permit(by, "kommissorium.change", at=at)
    same_version(draft, expected_version)
    newest = newest_version()
    if newest is not None and draft.based_on_id != newest.pk:
        raise Refused("draft.overtaken", start=newest.applies_from)
    if not decision.strip():
        raise Refused("kommissorium.no_decision")
    version = edit_kommissorium(text_of(draft), applies_from=applies_from, decision=decision, by=by, at=at)
    if newest is not None and version.pk == newest.pk:
        raise Refused("draft.same")
    record("draft.apply", draft, by=by, at=at)
    draft.delete()
    return version
