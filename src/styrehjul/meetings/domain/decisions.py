"""What a body can make of an item, the words for it, and which effects follow."""

from __future__ import annotations

from collections.abc import Sequence

from styrehjul.meetings.domain.states import Outcome, Profile, TreatmentState

O = Outcome  # noqa: E741 - the tables below are read aloud, not searched
_BY_KIND = {
    "decision": (O.APPROVED, O.APPROVED_WITH_CHANGES, O.NOT_APPROVED, O.POSTPONED, O.RETURNED),
    "information": (O.NOTED, O.DISCUSSED, O.POSTPONED),
    "discussion": (O.DISCUSSED, O.NOTED, O.POSTPONED),
}
STANDARD_TEXT = {
    O.NOT_APPROVED: "Ikke godkendt.",
    O.POSTPONED: "Udsat til næste møde.",
    O.NOTED: "Taget til efterretning.",
    O.DISCUSSED: "Drøftet.",
    O.DROPPED: "Udgået.",
}
# What an approval of a proposal turns into when the body answers otherwise, so that the proposal's own life goes on.
_INSTEAD_OF_APPROVAL = {
    O.NOT_APPROVED: "proposal.reject",
    O.POSTPONED: "proposal.postpone",
    O.RETURNED: "proposal.return",
}
FOLLOWS = frozenset({O.APPROVED, O.ADOPTED})
# No decision that anybody looks up: no number is spent on it.
UNNUMBERED = frozenset({O.NOTED, O.DISCUSSED, O.DROPPED})
# The states of an item that the meeting has not finished with.
OPEN = frozenset({TreatmentState.SENT, TreatmentState.IN_PROGRESS})


def outcomes_for(
    kind: str, profile: Profile, *, approves_minutes: bool = False, recommends: bool = False
) -> tuple[Outcome, ...]:
    """The outcomes offered for an item; a kind of the municipality's own gets them all.

    A body that prepares another's meetings also recommends (`recommends`).
    """
    if approves_minutes:
        return (O.ADOPTED, O.APPROVED_WITH_CHANGES, O.POSTPONED)
    if default_outcome(kind, profile) is O.ADOPTED:
        return (O.ADOPTED, O.APPROVED_WITH_CHANGES, O.NOTED, O.DISCUSSED, O.POSTPONED)
    if profile is not Profile.ORDINARY:
        return (O.NOTED, O.ADOPTED, O.APPROVED_WITH_CHANGES, O.DISCUSSED, O.POSTPONED)
    offered = _BY_KIND.get(kind, (*_BY_KIND["decision"], O.NOTED, O.DISCUSSED))
    if kind == "information":
        return offered
    return (*offered, *((O.RECOMMENDED,) if recommends else ()), O.REFERRED)


def needs_decision(kind: str, profile: Profile) -> bool:
    """Whether the meeting cannot end before somebody has said what was decided on the item."""
    return profile is Profile.ORDINARY and kind not in ("information", "discussion")


def default_outcome(kind: str, profile: Profile) -> Outcome:
    """What an item ends as when nobody has said anything: silence adopts the agenda, information is noted."""
    if profile is Profile.PROCEDURAL and kind not in ("information", "discussion"):
        return O.ADOPTED
    return O.DISCUSSED if kind == "discussion" else O.NOTED


def choices_at_the_end(kind: str, profile: Profile) -> tuple[Outcome, ...]:
    """What can be chosen for an item to decide on that has no result when the meeting ends; none for the others.

    A standing item may be noted. What somebody brought to be decided is only put off: anything else is a decision.
    """
    if profile is Profile.PROCEDURAL or kind in ("information", "discussion"):
        return ()
    return (O.POSTPONED,) if profile is Profile.ORDINARY else (O.NOTED, O.POSTPONED)


def silent_choice(kind: str, profile: Profile) -> str:
    """The result that stands chosen for such an item: a standing one is noted, for any other it must be said."""
    return default_outcome(kind, profile).value if profile is not Profile.ORDINARY else ""


def followed_text(points: Sequence[str], *, lead: str = "Indstillingen følges") -> str:
    """The decision's words when the recommendation is followed, made from its at-sentences."""
    sentences = [point.strip().removeprefix("at ").rstrip(" .,;") for point in points if point.strip()]
    if not sentences:
        return "Godkendt."
    if len(sentences) == 1:
        return f"{lead}: at {sentences[0]}."
    return f"{lead}: {', '.join(f'at {s}' for s in sentences[:-1])}, og at {sentences[-1]}."


def text_for(outcome: Outcome, points: Sequence[str]) -> str:
    """The text that an outcome starts from; empty where only the meeting can say it."""
    if outcome is O.RECOMMENDED:
        return followed_text(points, lead="Det anbefales") if any(point.strip() for point in points) else "Anbefales."
    return followed_text(points) if outcome in FOLLOWS else STANDARD_TEXT.get(outcome, "")


# The commands that let a proposal become a project of ours.
APPROVES = frozenset({"proposal.approve", "national.adopt"})


def command_instead(outcome: Outcome, commands: Sequence[str]) -> str:
    """The command that takes the place of a recommended approval of a proposal, or ""."""
    return _INSTEAD_OF_APPROVAL.get(outcome, "") if APPROVES & set(commands) else ""
