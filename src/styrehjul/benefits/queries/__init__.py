"""Reads about benefits, a file per subject."""

from styrehjul.benefits.queries.ahead import quarters_ahead
from styrehjul.benefits.queries.choices import choices
from styrehjul.benefits.queries.due import measuring_between, next_for, overdue, to_measure
from styrehjul.benefits.queries.register import Line, crosscutting_without, facts_of, lines, wanted
from styrehjul.benefits.queries.systems import potentials

__all__ = [
    "Line",
    "choices",
    "crosscutting_without",
    "facts_of",
    "lines",
    "measuring_between",
    "next_for",
    "overdue",
    "potentials",
    "quarters_ahead",
    "to_measure",
    "wanted",
]
