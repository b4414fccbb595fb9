"""Places where the room of benefits, which lies above, takes part in the end of a project. It puts its functions in at start.

No signals: lists, read by one query and by the actions, so that a reader finds both ends.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from styrehjul.people.models import Person
from styrehjul.portfolio.domain.closing import BenefitFact
from styrehjul.portfolio.models import Project

# The benefits that a project has promised.
BENEFITS: list[Callable[[Project], list[BenefitFact]]] = []
# A project was stopped: called in the same transaction with (project, reason, by, at).
STOPPED: list[Callable[[Project, str, Person | None, datetime], None]] = []

# A body closed a project with benefits that their owner does not take: (project, what it decided, by, at).
SETTLED: list[Callable[[Project, str, Person | None, datetime], None]] = []

# A project was closed: called in the same transaction with (project, by, at), before its report is frozen.
CLOSED: list[Callable[[Project, Person | None, datetime], None]] = []


def benefits_of(project: Project) -> list[BenefitFact]:
    """What the project has promised, from whoever keeps it."""
    return [benefit for ask in BENEFITS for benefit in ask(project)]
