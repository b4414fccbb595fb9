"""Which body may give which effect. A right that is not set refuses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrehjul.bodies.domain.model import DecisionRight, KommissoriumText, RightMode


class RightKind(StrEnum):
    """`decision`: some body must decide, none is named. `bodies`: those named must (or may). `unset`, `free`: nobody must."""

    FREE = "free"
    DECISION = "decision"
    BODIES = "bodies"
    UNSET = "unset"


@dataclass(frozen=True)
class Right:
    """What the kommissorium says of one effect.

    `needed`: the effect takes a body's decision; else the responsible may do it with a reason. `bodies` may decide it,
    whether or not it is needed; empty means that no right is set, and then every body may.
    """

    kind: RightKind
    needed: bool
    bodies: tuple[str, ...] = ()
    rows: tuple[DecisionRight, ...] = ()

    def may_decide(self, body: str) -> bool:
        """Whether a decision of that body may have the effect."""
        return not self.bodies or body in self.bodies


def right_for(
    text: KommissoriumText,
    effect: str,
    *,
    category: str | None = None,
    amount: Decimal | None = None,
    part: str | None = None,
) -> Right:
    """The right for an effect on something of that category and amount.

    Of several rows for one effect those with the highest amount that is reached count: a matter above a body's limit
    goes to the body that has it. An unknown amount is held to be under every limit.
    """
    needed = effect in text.settings.needs_decision
    rows = [
        row
        for row in text.rights
        if row.mode is RightMode.DECIDES
        and effect in row.effects
        and row.category in (None, category)
        and (row.only is None or part is None or row.only == part)
        and (row.above is None or (amount is not None and amount >= row.above))
    ]
    limits = {row.above for row in rows if row.above is not None}
    if limits:
        rows = [row for row in rows if row.above == max(limits)]
    bodies = tuple(dict.fromkeys(row.body for row in rows))
    if bodies:
        return Right(RightKind.BODIES if needed else RightKind.FREE, needed, bodies, tuple(rows))
    return Right(RightKind.DECISION if needed else RightKind.UNSET, needed)
