"""Benefits under one ceiling, and how the municipality counts."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.benefits.domain.credit import Rule
from styrehjul.benefits.models import Benefit, DoubleCountGroup, GroupMember
from styrehjul.benefits.queries.facts import known_of
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person


@transaction.atomic
def make_group(
    *,
    name: str,
    unit: str,
    ceiling: Decimal | None,
    ceiling_low: Decimal | None = None,
    ceiling_high: Decimal | None = None,
    account: str = "",
    rule: str = Rule.SPLIT.value,
    by: Person | None,
    at: datetime,
) -> DoubleCountGroup:
    """A ceiling that benefits share."""
    permit(by, "benefit.group", at=at)
    row = DoubleCountGroup(unit=unit)
    _set(row, name, ceiling, ceiling_low, ceiling_high, account, rule)
    store(row, by=by, at=at, action="benefit_group.make")
    return row


@transaction.atomic
def change_group(
    row: DoubleCountGroup,
    *,
    name: str,
    ceiling: Decimal | None,
    ceiling_low: Decimal | None = None,
    ceiling_high: Decimal | None = None,
    account: str = "",
    rule: str = Rule.SPLIT.value,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> DoubleCountGroup:
    """Another ceiling or rule. The unit stays: its benefits are counted in it."""
    permit(by, "benefit.group", at=at)
    row.refresh_from_db(from_queryset=DoubleCountGroup.objects.select_for_update())
    same_version(row, expected_version)
    _set(row, name, ceiling, ceiling_low, ceiling_high, account, rule)
    store(row, by=by, at=at, action="benefit_group.change")
    return row


def _set(
    row: DoubleCountGroup,
    name: str,
    ceiling: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    account: str,
    rule: str,
) -> None:
    reasons = [] if name.strip() else [Reason("group.lacks_name")]
    if ceiling is None or ceiling < 0:
        reasons.append(Reason("group.lacks_ceiling"))
    ends = [value for value in (low, ceiling, high) if value is not None]
    if ends != sorted(ends) or any(value < 0 for value in ends):
        reasons.append(Reason("group.order"))
    if reasons or ceiling is None:
        raise Refused.because(reasons)
    row.name, row.account, row.rule = " ".join(name.split()), " ".join(account.split()), rule
    row.ceiling, row.ceiling_low, row.ceiling_high = ceiling, low, high


@transaction.atomic
def put_in_group(
    group: DoubleCountGroup,
    benefit: Benefit,
    *,
    share: Decimal | None = None,
    place: int | None = None,
    by: Person | None,
    at: datetime,
) -> GroupMember:
    """The benefit comes under the ceiling; one that stands under another ceiling is refused."""
    permit(by, "benefit.group", at=at)
    DoubleCountGroup.objects.select_for_update().get(pk=group.pk)
    member = GroupMember.objects.filter(benefit=benefit).first()
    if member is not None and member.group_id != group.pk:
        raise Refused("group.elsewhere", group=member.group.name)
    if known_of([benefit])[0].unit != group.unit:
        raise Refused("group.unit", unit=str(group.get_unit_display()))
    others = GroupMember.objects.filter(group=group).exclude(benefit=benefit)
    if share is not None and not 0 <= share <= 100:
        raise Refused("group.share")
    if share is not None and share + sum((one.share or Decimal(0) for one in others), Decimal(0)) > 100:
        raise Refused("group.over_hundred")
    member = member or GroupMember(group=group, benefit=benefit)
    member.share, member.place = share, place or len(others) + 1
    store(member, by=by, at=at, action="benefit_group.put")
    return member


@transaction.atomic
def take_out_of_group(member: GroupMember, *, by: Person | None, at: datetime) -> DoubleCountGroup:
    """The benefit counts by itself again."""
    permit(by, "benefit.group", at=at)
    group = member.group
    remove(member, by=by, at=at, action="benefit_group.take_out")
    return group
