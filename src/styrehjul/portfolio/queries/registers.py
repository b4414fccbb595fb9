"""The register of goals with the projects that are tied to each."""

from __future__ import annotations

from dataclasses import dataclass

from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.labels import PROJECT_STATE
from styrehjul.portfolio.models import Project

_STATES = {state.value: words for state, words in PROJECT_STATE.items()}
OVER_STATES = [state.value for state in OVER]


@dataclass(frozen=True)
class Tied:
    """A project as it stands behind a goal or a system."""

    title: str
    url: str
    state: str
    light: str
    how: str = ""


def tied_to(project: Project, how: str) -> Tied:
    """A project as it stands beside what it is tied to."""
    return Tied(project.title, project.get_absolute_url(), str(_STATES[project.state]), project.light, how)
