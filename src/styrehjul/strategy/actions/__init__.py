"""What can be done to the strategy and its goals, a file per subject."""

from styrehjul.strategy.actions.assessments import record_assessment
from styrehjul.strategy.actions.goals import GoalDetails, change_goal, create_goal
from styrehjul.strategy.actions.measures import (
    change_measure,
    correct_value,
    create_measure,
    end_measure,
    enter_value,
)
from styrehjul.strategy.actions.partnerships import (
    change_partnership,
    create_partnership,
    end_partnership,
    renew_partnership,
)
from styrehjul.strategy.actions.strategies import change_strategy, create_strategy, relate, unrelate

__all__ = [
    "GoalDetails",
    "change_goal",
    "change_measure",
    "change_partnership",
    "change_strategy",
    "correct_value",
    "create_goal",
    "create_measure",
    "create_partnership",
    "create_strategy",
    "end_measure",
    "end_partnership",
    "enter_value",
    "record_assessment",
    "relate",
    "renew_partnership",
    "unrelate",
]
