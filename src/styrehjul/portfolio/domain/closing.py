"""What a project must have in order before it ends. Facts of benefits come as plain values: they live above this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.life import Category, ProjectState


@dataclass(frozen=True)
class BenefitFact:
    """What closing asks of one benefit: whether somebody in the line has said yes to it, and when it is measured."""

    number: str
    title: str
    is_open: bool
    owner: str = ""
    is_accepted: bool = False
    measure_on: date | None = None
    target: str = ""
    baseline: str = ""
    state: str = ""
    url: str = ""
    # The owner has said no, and why; the owner will not be here when it is measured.
    declined: str = ""
    leaves: bool = False


@dataclass(frozen=True)
class ReportFact:
    """The parts of the closing report that somebody must write."""

    delivered: str = ""
    handover: str = ""
    lessons: str = ""
    recommendation: str = ""


@dataclass(frozen=True)
class ClosingFacts:
    """All that is asked before a project is closed. `open_work` are the tasks and risks that still hang on its manager."""

    category: str
    report: ReportFact | None
    open_work: Sequence[str] = ()
    untold_owners: Sequence[str] = ()
    benefits: Sequence[BenefitFact] = ()
    no_follow_up: str = ""
    # What the body decides about the benefits whose owner has said no.
    despite_no: str = ""

    @property
    def open_benefits(self) -> list[BenefitFact]:
        """Those that are still to be realised."""
        return [benefit for benefit in self.benefits if benefit.is_open]


_PARTS = (
    ("delivered", "closing.lacks_delivered"),
    ("handover", "closing.lacks_handover"),
    ("lessons", "closing.lacks_lessons"),
    ("recommendation", "closing.lacks_recommendation"),
)


def lacks_to_close(facts: ClosingFacts) -> list[Reason]:
    """The report's parts, the work that hangs on the manager, the owners of systems, and each open benefit's transfer.

    A local project is closed by three answers, which the form asks for.
    """
    if facts.category == Category.LOCAL:
        return []
    if facts.report is None:
        reasons = [Reason("project.lacks_closing_report")]
    else:
        reasons = [Reason(code) for name, code in _PARTS if not str(getattr(facts.report, name)).strip()]
    if facts.open_work:
        reasons.append(Reason("closing.open_work", {"work": list(facts.open_work)}))
    if facts.untold_owners:
        reasons.append(Reason("closing.untold_owners", {"systems": list(facts.untold_owners)}))
    return reasons + _lacks_of_benefits(facts)


def _lacks_of_benefits(facts: ClosingFacts) -> list[Reason]:
    waiting = facts.open_benefits
    if facts.no_follow_up.strip():
        return [Reason("closing.open_benefits", {"benefits": [b.title for b in waiting]})] if waiting else []
    reasons = []
    for benefit in waiting:
        if not benefit.owner:
            reasons.append(Reason("closing.benefit_without_owner", {"benefit": benefit.title}))
        elif benefit.leaves:
            reasons.append(Reason("closing.benefit_owner_left", {"benefit": benefit.title, "owner": benefit.owner}))
        elif benefit.declined:
            # The body has seen the no, and says itself what is to become of the benefit.
            said = {"benefit": benefit.title, "owner": benefit.owner, "why": benefit.declined}
            reasons += [] if facts.despite_no.strip() else [Reason("closing.benefit_declined", said)]
        elif not benefit.is_accepted:
            reasons.append(Reason("closing.benefit_not_accepted", {"benefit": benefit.title, "owner": benefit.owner}))
        if benefit.measure_on is None:
            reasons.append(Reason("closing.benefit_without_date", {"benefit": benefit.title}))
    return reasons


def lacks_to_stop(
    category: str, state: str, *, spent_tdkk: Decimal | None, spent_hours: Decimal | None, reused: str
) -> list[Reason]:
    """What was spent and what can be used again. Nothing has been spent where nothing was begun."""
    if category == Category.LOCAL or state == ProjectState.APPROVED:
        return []
    lacking = {
        "stop.lacks_money": spent_tdkk is None,
        "stop.lacks_hours": spent_hours is None,
        "stop.lacks_reuse": not reused.strip(),
    }
    return [Reason(code) for code, is_lacking in lacking.items() if is_lacking]


def lacks_to_finish_follow_up(benefits: Sequence[BenefitFact]) -> list[Reason]:
    """Each benefit has its outcome: none is still open."""
    waiting = [benefit.title for benefit in benefits if benefit.is_open]
    return [Reason("follow_up.open_benefits", {"benefits": waiting})] if waiting else []
