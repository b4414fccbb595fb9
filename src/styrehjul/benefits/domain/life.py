"""The life of a benefit as one table: from a hope to a measured fact (benefits design, section 1)."""

from __future__ import annotations

from enum import StrEnum

from styrehjul.kernel.machine import Machine


class BenefitState(StrEnum):
    """From a hope to a measured fact."""

    POTENTIAL = "potential"
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    REALISED = "realised"
    PARTLY = "partly"
    NOT_REALISED = "not_realised"
    DROPPED = "dropped"


class BenefitEvent(StrEnum):
    """What can happen to a benefit."""

    PLAN = "plan"
    LACK = "lack"
    START = "start"
    REALISE = "realise"
    REALISE_PARTLY = "realise_partly"
    MISS = "miss"
    DROP = "drop"
    REOPEN = "reopen"


S, E = BenefitState, BenefitEvent
OPEN = frozenset({S.POTENTIAL, S.PLANNED, S.UNDER_WAY})

BENEFIT: Machine[BenefitState, BenefitEvent] = Machine(
    "benefit",
    start=S.POTENTIAL,
    moves={
        (S.POTENTIAL, E.PLAN): S.PLANNED,
        # Its owner, its number or its day was taken away: it is a hope again.
        (S.PLANNED, E.LACK): S.POTENTIAL,
        (S.UNDER_WAY, E.LACK): S.POTENTIAL,
        (S.PLANNED, E.START): S.UNDER_WAY,
        **{
            (state, event): to
            for state in (S.POTENTIAL, S.PLANNED, S.UNDER_WAY)
            for event, to in (
                (E.REALISE, S.REALISED),
                (E.REALISE_PARTLY, S.PARTLY),
                (E.MISS, S.NOT_REALISED),
                (E.DROP, S.DROPPED),
            )
            if state != S.POTENTIAL or event == E.DROP
        },
        # What was found afterwards: with a reason, it is followed again.
        (S.REALISED, E.REOPEN): S.UNDER_WAY,
        (S.PARTLY, E.REOPEN): S.UNDER_WAY,
        (S.NOT_REALISED, E.REOPEN): S.UNDER_WAY,
        (S.DROPPED, E.REOPEN): S.POTENTIAL,
    },
)
OUTCOMES = {
    S.REALISED.value: E.REALISE,
    S.PARTLY.value: E.REALISE_PARTLY,
    S.NOT_REALISED.value: E.MISS,
    S.DROPPED.value: E.DROP,
}
