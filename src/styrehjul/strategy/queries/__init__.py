"""Reads about the strategy and its goals, a file per subject."""

from styrehjul.strategy.queries.goals import goal_choices, goal_titled, goals_on
from styrehjul.strategy.queries.todos import next_for

__all__ = ["goal_choices", "goal_titled", "goals_on", "next_for"]
