"""Reads about a year's wheel."""

from styrehjul.wheel.queries.proposals import proposal_of, rules_day
from styrehjul.wheel.queries.showing import middle_of, wheel_of
from styrehjul.wheel.queries.todos import next_for
from styrehjul.wheel.queries.values import Year
from styrehjul.wheel.queries.year import treated_in, year_of

__all__ = ["Year", "middle_of", "next_for", "proposal_of", "rules_day", "treated_in", "wheel_of", "year_of"]
