"""The large mark as the card shows it: why, and what structure is missing."""

from __future__ import annotations

from dataclasses import dataclass

from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.large import lacks_of_large
from styrehjul.portfolio.models import LargeMark, Project
from styrehjul.portfolio.queries.large import structures, words_of


@dataclass(frozen=True)
class LargeCard:
    """Why the project is a larger one, and what it lacks."""

    why: str
    lacking: list[Reason]


def shown(project: Project) -> LargeCard:
    """Two queries, for a large project alone."""
    mark = LargeMark.objects.filter(project=project).first()
    return LargeCard(words_of(mark).rstrip(".") if mark else "", lacks_of_large(structures([project.pk])[project.pk]))
