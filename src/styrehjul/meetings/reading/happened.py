"""*Blev det til noget?*: whether what a decision should do is done, and whether what was agreed after it is."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrehjul.meetings.domain.states import DecisionState, EffectState
from styrehjul.meetings.models import Decision, Effect, FollowUp

DONE, WAITING, NOTHING = "ja", "udestaar", "intet"
CHOICES = (
    (DONE, gettext_lazy("Ja, det er gjort")),
    (WAITING, gettext_lazy("Noget udestår")),
    (NOTHING, gettext_lazy("Intet at gøre")),
)
_UNDONE = (EffectState.PENDING.value, EffectState.CONFLICT.value)


def happened(decision: Decision) -> tuple[str, str]:
    """In words, with the badge's level. Effects and follow-ups must be fetched with the decision."""
    effects = [effect for effect in decision.effects.all() if effect.state != EffectState.DROPPED]
    tasks = [task for task in decision.follow_ups.all() if task.state != "dropped"]
    if decision.state == DecisionState.REVOKED:
        return _("Ophævet"), ""
    if any(effect.state == EffectState.CONFLICT for effect in effects):
        return _("En virkning kunne ikke gennemføres"), "error"
    if any(effect.state == EffectState.PENDING for effect in effects):
        return _("Venter på at træde i kraft"), "info"
    open_tasks = sum(1 for task in tasks if task.state == "open")
    if open_tasks:
        counted = {"n": open_tasks, "all": len(tasks)}
        return ngettext(
            "%(n)d af %(all)d opfølgning udestår", "%(n)d af %(all)d opfølgninger udestår", len(tasks)
        ) % counted, "warning"
    return (_("Ja"), "success") if effects or tasks else ("–", "")


def filtered(found: QuerySet[Decision], wanted: str) -> QuerySet[Decision]:
    """The decisions of which that is true; what is not understood filters nothing."""
    if wanted not in (DONE, WAITING, NOTHING):
        return found
    effects = Effect.objects.filter(decision=OuterRef("pk")).exclude(state=EffectState.DROPPED.value)
    tasks = FollowUp.objects.filter(decision=OuterRef("pk")).exclude(state="dropped")
    undone = Exists(effects.filter(state__in=_UNDONE)) | Exists(tasks.filter(state="open"))
    some = Exists(effects) | Exists(tasks)
    if wanted == NOTHING:
        return found.filter(~Q(some))
    standing = found.exclude(state=DecisionState.REVOKED.value).filter(some)
    return standing.filter(undone) if wanted == WAITING else standing.filter(~Q(undone))


def numbers(decisions: Sequence[Decision]) -> dict[int, str]:
    """Decision key -> the number of the decision that revoked it; one query."""
    keys = [decision.pk for decision in decisions if decision.state == DecisionState.REVOKED]
    if not keys:
        return {}
    found = Decision.objects.filter(supersedes__in=keys, in_force_at__isnull=False).order_by("in_force_at")
    return {old: number for old, number in found.values_list("supersedes_id", "number") if old}
