"""What the product says no with: a code and facts here, the sentence and the way on in `ui.refusals`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reason:
    """One thing that stands in the way, or that deserves a warning."""

    code: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted((key, str(value)) for key, value in self.facts.items()))))


class Refused(Exception):  # noqa: N818 - it is a refusal, not an error: the program works as it should
    """A rule says no to something that the person otherwise may do.

    `reasons` holds every reason that is known, not the first alone, so that one visit is enough to mend them all.
    """

    def __init__(self, code: str, *, reasons: list[Reason] | None = None, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
        self.reasons = reasons or [Reason(code, facts)]

    @classmethod
    def because(cls, reasons: list[Reason]) -> Refused:
        """One refusal that carries all of `reasons`; the first gives it its code."""
        return cls(reasons[0].code, reasons=reasons, **reasons[0].facts)


class NotAllowed(Exception):  # noqa: N818 - as Refused
    """The policy table gives this person no such right. `hidden` means that the very existence is not told."""

    def __init__(self, action: str, *, hidden: bool = False, **facts: Any) -> None:
        super().__init__(action)
        self.action = action
        self.hidden = hidden
        self.facts = facts
