"""What changes people, units, posts, roles and accounts. `by=None` is the machine's own operator or the import."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from styrehjul.audit.nouns import Noun, same_version
from styrehjul.audit.unit import record, store
from styrehjul.kernel.days import ONE_DAY
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.people.domain.roles import Role, UnitKind
from styrehjul.people.models import OneTimeAddress, OrgUnit, Person, Post, PostHolding, RoleHolding, UnitGroup, User
from styrehjul.people.policy import require
from styrehjul.people.queries import forget, person_with_email

# Words about people stay out of the chain's hashed part, so that they can be erased.
PRIVATE = frozenset({"name", "email", "title"})
ADDRESS_LIVES = timedelta(hours=24)


def permit(by: Person | None, action: str, obj: Any = None, *, at: datetime) -> None:
    """NotAllowed unless the policy table lets `by` do it; the operator of the machine (None) may."""
    if by is not None:
        require(by, action, obj, on=day_of(at))


def day_of(at: datetime) -> date:
    """The day it is in Denmark at that moment."""
    return timezone.localtime(at).date()


# --- people ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def create_person(
    *,
    name: str,
    by: Person | None,
    at: datetime,
    email: str = "",
    title: str = "",
    unit: OrgUnit | None = None,
    is_leader: bool = False,
    external_id: str = "",
    start: date | None = None,
    end: date | None = None,
) -> Person:
    """Somebody becomes known: can hold seats and roles, and can get an account."""
    permit(by, "person.change", at=at)
    person = Person(
        name=" ".join(name.split()), email=_address(email), title=title.strip(), unit=unit, is_leader=is_leader,
        external_id=external_id, start=start, end=end,
    )  # fmt: skip
    _refuse_wrong_person(person)
    _store_person(person, by=by, at=at, action="person.create")
    return person


@transaction.atomic
def change_person(
    person: Person, *, by: Person | None, at: datetime, expected_version: int | None = None, **fields: Any
) -> Person:
    """Another name, address, title, unit or period. Only the fields given are changed."""
    permit(by, "person.change", person, at=at)
    same_version(person, expected_version)
    _set(person, fields, {"name", "email", "title", "unit", "is_leader", "external_id", "start", "end"})
    person.name, person.email = " ".join(person.name.split()), _address(person.email)
    _refuse_wrong_person(person)
    _store_person(person, by=by, at=at, action="person.change")
    return person


@transaction.atomic
def choose_digest(person: Person, *, wants: bool, by: Person, at: datetime) -> Person:
    """The daily mail about deadlines, for oneself: yes or no."""
    permit(by, "account.own", person, at=at)
    if by.pk != person.pk:
        raise Refused("account.not_yours")
    person.wants_digest = wants
    _store_person(person, by=by, at=at, action="person.digest")
    return person


@transaction.atomic
def end_person(person: Person, *, last_day: date, by: Person | None, at: datetime) -> Person:
    """The person leaves: posts and roles end with the last day. Seats are ended by `bodies.actions.person_leaves`."""
    permit(by, "person.change", person, at=at)
    if person.start and last_day < person.start:
        raise Refused("period.backwards", start=person.start, end=last_day)
    for role in person.role_holdings.filter(end__isnull=True) | person.role_holdings.filter(end__gt=last_day):
        if role.role == Role.ADMINISTRATOR.value:
            _refuse_last_administrator(role, day_of(at))
        close_holding(role, last_day, by=by, at=at, action="role.end")
    for post in person.post_holdings.filter(end__isnull=True) | person.post_holdings.filter(end__gt=last_day):
        close_holding(post, last_day, by=by, at=at, action="post.end")
    person.end = last_day
    _store_person(person, by=by, at=at, action="person.end")
    return person


def _store_person(person: Person, *, by: Person | None, at: datetime, action: str) -> None:
    personal = {"name": person.name, "email": person.email, "title": person.title}
    store(person, by=by, at=at, action=action, private=PRIVATE, personal=personal)


def _refuse_wrong_person(person: Person) -> None:
    if not person.name:
        raise Refused("person.no_name")
    if person.start and person.end and person.end < person.start:
        raise Refused("period.backwards", start=person.start, end=person.end)
    if person.email:
        other = person_with_email(person.email)
        if other is not None and other.pk != person.pk:
            raise Refused("person.email_taken", email=person.email, name=other.name)


def _address(email: str) -> str:
    return email.strip().lower()


def _set(noun: Noun, fields: dict[str, Any], known: Collection[str]) -> None:
    for name, value in fields.items():
        if name not in known:
            raise TypeError(f"{type(noun).__name__} has no field {name} to change")
        setattr(noun, name, value)


# --- units ----------------------------------------------------------------------------------------------------------


@transaction.atomic
def create_unit(
    *,
    name: str,
    by: Person | None,
    at: datetime,
    kind: str = UnitKind.DEPARTMENT.value,
    parent: OrgUnit | None = None,
    groups: Collection[UnitGroup] | None = None,
    short_name: str = "",
    code: str = "",
    external_id: str = "",
    start: date | None = None,
    end: date | None = None,
) -> OrgUnit:
    """A unit of the municipality's tree. In a group that seats are counted by, its seat is there at once."""
    permit(by, "orgunit.change", at=at)
    unit = OrgUnit(
        name=" ".join(name.split()), kind=kind, parent=parent, short_name=short_name.strip(), code=code,
        external_id=external_id, start=start, end=end,
    )  # fmt: skip
    _refuse_wrong_unit(unit)
    store(unit, by=by, at=at, action="orgunit.create")
    if groups:
        _put_in_groups(unit, groups, by=by, at=at)
    return unit


@transaction.atomic
def change_unit(
    unit: OrgUnit,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    groups: Collection[UnitGroup] | None = None,
    **fields: Any,
) -> OrgUnit:
    """Another name, kind, place in the tree, period or group. Only what is given is changed."""
    permit(by, "orgunit.change", unit, at=at)
    same_version(unit, expected_version)
    _set(unit, fields, {"name", "short_name", "code", "kind", "parent", "external_id", "start", "end"})
    _refuse_wrong_unit(unit)
    store(unit, by=by, at=at, action="orgunit.change")
    if groups is not None:
        _put_in_groups(unit, groups, by=by, at=at)
    return unit


def end_unit(unit: OrgUnit, *, last_day: date, by: Person | None, at: datetime) -> OrgUnit:
    """The unit is merged or closed; what was tied to it in the past stays readable."""
    return change_unit(unit, by=by, at=at, end=last_day)


def _put_in_groups(unit: OrgUnit, groups: Collection[UnitGroup], *, by: Person | None, at: datetime) -> None:
    before = set(unit.groups.values_list("code", flat=True))
    after = {group.code for group in groups}
    if before != after:
        unit.groups.set(groups)
        record("orgunit.groups", unit, by=by, at=at, changes={"groups": [sorted(before), sorted(after)]})


def _refuse_wrong_unit(unit: OrgUnit) -> None:
    if not unit.name:
        raise Refused("orgunit.no_name")
    if unit.start and unit.end and unit.end < unit.start:
        raise Refused("period.backwards", start=unit.start, end=unit.end)
    above, steps = unit.parent, 0
    while above is not None and steps < 50:
        if unit.pk is not None and above.pk == unit.pk:
            raise Refused("orgunit.circle", name=unit.name)
        above, steps = above.parent, steps + 1
    if unit.code:
        other = OrgUnit.objects.filter(code=unit.code).exclude(pk=unit.pk).first()
        if other is not None:
            raise Refused("orgunit.code_taken", name=other.name)


# --- posts ----------------------------------------------------------------------------------------------------------


@transaction.atomic
def create_post(
    *, title: str, by: Person | None, at: datetime, unit: OrgUnit | None = None, heads_unit: bool = False
) -> Post:
    """A post that a person can have and a seat can be bound to."""
    permit(by, "person.change", at=at)
    title = " ".join(title.split())
    if Post.objects.filter(title__iexact=title).exists():
        raise Refused("post.title_taken", title=title)
    post = Post(title=title, unit=unit, heads_unit=heads_unit)
    store(post, by=by, at=at, action="post.create")
    return post


@transaction.atomic
def change_post(
    post: Post,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    title: str | None = None,
    unit: OrgUnit | None = None,
    heads_unit: bool = False,
) -> Post:
    """The post's unit, and whether it heads it. The title is what a kommissorium calls it."""
    permit(by, "person.change", at=at)
    same_version(post, expected_version)
    if title is not None:
        post.title = " ".join(title.split())
        if Post.objects.filter(title__iexact=post.title).exclude(pk=post.pk).exists():
            raise Refused("post.title_taken", title=post.title)
    post.unit, post.heads_unit = unit, heads_unit
    store(post, by=by, at=at, action="post.change")
    return post


@transaction.atomic
def hold_post(
    post: Post, person: Person | None, *, start: date, by: Person | None, at: datetime, end: date | None = None
) -> PostHolding | None:
    """From `start` the post is this person's (None: vacant); whoever had it, has it until the day before.

    `bodies.actions.change_post_holder` does this and moves the seats that are bound to the post with it.
    """
    permit(by, "person.change", at=at)
    if end is not None and end < start:
        raise Refused("period.backwards", start=start, end=end)
    for holding in post.holdings.select_related("person"):
        if holding.end is not None and holding.end < holding.start:
            continue  # it never took force
        if holding.person_id == getattr(person, "pk", None) and holding.start <= start and holding.end is None:
            same: PostHolding = holding
            return same
        if holding.start >= start and (end is None or holding.start <= end):
            raise Refused("post.later_holder", title=post.title, name=holding.person.name, start=holding.start)
        if holding.end is None or holding.end >= start:
            close_holding(holding, start - ONE_DAY, by=by, at=at, action="post.end")
    if person is None:
        return None
    holding = PostHolding(post=post, person=person, start=start, end=end)
    store(holding, by=by, at=at, action="post.begin")
    return holding


def close_holding(holding: Any, last_day: date, *, by: Person | None, at: datetime, action: str) -> None:
    """End a post, role or seat; one that had not begun by then never takes force."""
    holding.end = last_day
    store(holding, by=by, at=at, action=action)
    forget(holding.person)


# --- roles ----------------------------------------------------------------------------------------------------------


@transaction.atomic
def give_role(
    person: Person,
    role: Role,
    *,
    start: date,
    by: Person | None,
    at: datetime,
    end: date | None = None,
    unit: OrgUnit | None = None,
) -> RoleHolding:
    """The person has the role from `start`; a local coordinator has it for a unit."""
    permit(by, "role.change", person, at=at)
    if end is not None and end < start:
        raise Refused("period.backwards", start=start, end=end)
    if role is Role.LOCAL_COORDINATOR and unit is None:
        raise Refused("role.no_unit")
    if role is not Role.LOCAL_COORDINATOR:
        unit = None
    same = person.role_holdings.filter(role=role.value, unit=unit)
    clash = next((held for held in same if _overlap(held.start, held.end, start, end)), None)
    if clash is not None:
        raise Refused("role.held", name=person.name, start=clash.start, end=clash.end or "")
    holding = RoleHolding(person=person, role=role.value, unit=unit, start=start, end=end)
    store(holding, by=by, at=at, action="role.give")
    forget(person)
    return holding


@transaction.atomic
def end_role(holding: RoleHolding, *, last_day: date, by: Person | None, at: datetime) -> RoleHolding:
    """The role is taken from the person after `last_day`. The last administrator keeps it."""
    permit(by, "role.change", holding.person, at=at)
    if holding.role == Role.ADMINISTRATOR.value:
        _refuse_last_administrator(holding, day_of(at))
    close_holding(holding, last_day, by=by, at=at, action="role.end")
    return holding


def _refuse_last_administrator(holding: RoleHolding, on: date) -> None:
    others = RoleHolding.objects.on(on).filter(role=Role.ADMINISTRATOR.value, end__isnull=True).exclude(pk=holding.pk)
    if not others.filter(person__end__isnull=True).exclude(person=holding.person).exists():
        raise Refused("role.last_administrator", name=holding.person.name)


def _overlap(start: date, end: date | None, other: date, other_end: date | None) -> bool:
    return (end is None or other <= end) and (other_end is None or start <= other_end)


# --- accounts -------------------------------------------------------------------------------------------------------


@transaction.atomic
def make_address(email: str, *, by: Person | None, at: datetime) -> str:
    """A sign-in address that works once within 24 hours; the one made before for the same e-mail dies.

    The answer is the secret part of the address and is kept nowhere: only its hash is.
    """
    email = _address(email)
    person = person_with_email(email) if email else None
    if email:
        permit(by, "person.change", person, at=at)
        if person is None:
            raise Refused("account.no_person", email=email)
    elif by is not None:
        raise NotAllowed("setup.do")
    OneTimeAddress.objects.filter(email=email, used_at__isnull=True).delete()
    token = secrets.token_urlsafe(32)
    OneTimeAddress.objects.create(token_hash=_hash(token), email=email, made_at=at)
    record("account.address", person, by=by, at=at)
    return token


def address_of(token: str, at: datetime) -> OneTimeAddress:
    """The living address with that token; Refused("address.unknown" | "address.used" | "address.expired")."""
    address = OneTimeAddress.objects.filter(pk=_hash(token)).first()
    if address is None:
        raise Refused("address.unknown")
    if address.used_at is not None:
        raise Refused("address.used", at=address.used_at)
    if at - address.made_at > ADDRESS_LIVES:
        raise Refused("address.expired", at=address.made_at)
    return address


@transaction.atomic
def use_address(token: str, *, password: str, at: datetime, email: str = "", name: str = "") -> User:
    """The address is used up: its person has an account with this password, and sets a second factor anew.

    An address without an e-mail is the very first one: whoever has it tells who they are, and is the administrator.
    """
    address = address_of(token, at)
    address.used_at = at
    address.save()
    person = person_with_email(address.email or _address(email))
    if person is None:
        if address.email:
            raise Refused("account.no_person", email=address.email)
        person = create_person(name=name, email=email, by=None, at=at)
    if not address.email:
        give_role(person, Role.ADMINISTRATOR, start=day_of(at), by=None, at=at)
    return set_account(person, password=password, by=person, at=at)


@transaction.atomic
def set_account(person: Person, *, password: str, by: Person | None, at: datetime) -> User:
    """The person's account with a new password. Second factors and open sessions of the old one are ended."""
    user = User.objects.filter(person=person).first() or User(person=person, email=person.email)
    user.email, user.is_active = person.email, True
    _refuse_password(password, user)
    user.set_password(password)
    user.save()
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    record("account.set", person, by=by, at=at)
    return user


def _refuse_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        codes = {fault.code for fault in error.error_list}
        raise Refused("password.short" if "password_too_short" in codes else "password.known") from None


@transaction.atomic
def close_account(person: Person, *, by: Person | None, at: datetime) -> None:
    """The person can no longer sign in, and is signed out everywhere now."""
    permit(by, "person.change", person, at=at)
    user = User.objects.filter(person=person).first()
    if user is None or not user.is_active:
        raise Refused("account.none", name=person.name)
    if by is not None and by.pk == person.pk:
        raise Refused("account.own")
    user.is_active = False
    user.save()
    end_sessions(user)
    record("account.close", person, by=by, at=at)


@transaction.atomic
def end_session(user: User, session_id: int, *, by: Person, at: datetime) -> None:
    """Sign out one of the person's own places."""
    found = UserSession.objects.filter(user=user, pk=session_id).first()
    if found is None:
        raise Refused("session.gone")
    found.end()
    record("session.end", user.person, by=by, at=at)


@transaction.atomic
def end_all_sessions(person: Person, *, by: Person, at: datetime) -> None:
    """An administrator signs a person out everywhere."""
    permit(by, "person.change", person, at=at)
    user = User.objects.filter(person=person).first()
    if user is None:
        raise Refused("account.none", name=person.name)
    end_sessions(user)
    record("session.end_all", person, by=by, at=at)


def end_sessions(user: User) -> None:
    """Sign the account out everywhere."""
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
