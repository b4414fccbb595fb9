"""The tables of the strategy, a file per subject."""

from styrehjul.strategy.models.assessments import StrategyAssessment
from styrehjul.strategy.models.goals import Goal, GoalRelation
from styrehjul.strategy.models.measures import Measure, MeasureValue
from styrehjul.strategy.models.partnerships import Partnership
from styrehjul.strategy.models.strategies import Strategy

__all__ = ["Goal", "GoalRelation", "Measure", "MeasureValue", "Partnership", "Strategy", "StrategyAssessment"]
