"""What a status that says the project should be closed prepares: the sentence and its effect, for the body to follow."""

from __future__ import annotations

from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import DecisionNeed
from styrehjul.portfolio.actions import closing_question
from styrehjul.portfolio.domain.life import PROJECT, ProjectEvent, ProjectState
from styrehjul.portfolio.domain.status import Track
from styrehjul.portfolio.models import StatusReport

# One that has reported finished is closed; one that has not is stopped. The first that its state allows.
_WAYS = (
    (ProjectEvent.CLOSE, "project.close", "projektet afsluttes"),
    (ProjectEvent.STOP, "project.stop", "projektet stoppes"),
)


def ending_points(need: DecisionNeed) -> list[PointText]:
    """The recommendation of a need that a project's own status raised when it said that the project should be closed."""
    project = need.project
    if project is None or not _is_asked_by_status(need):
        return []
    state = ProjectState(project.state)
    found = next(((command, words) for event, command, words in _WAYS if PROJECT.can(state, event)), None)
    if found is None:
        return []
    command, words = found
    return [PointText(words, (EffectText(command, project.pk),))]


def _is_asked_by_status(need: DecisionNeed) -> bool:
    assert need.project is not None
    asked = StatusReport.objects.filter(project=need.project, track=Track.CLOSE.value, on__lte=need.raised_on)
    own = closing_question(need.project)
    return any(need.question == (report.need_question or own) for report in asked.only("need_question"))
