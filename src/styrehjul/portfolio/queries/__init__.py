"""Reads about projects."""

from styrehjul.portfolio.queries.changes import ChangeLine, changes_since, lines_of
from styrehjul.portfolio.queries.closing import lacks_for, report_of
from styrehjul.portfolio.queries.lists import Overview, Row, closing_projects, overview, rows_on, waiting_proposals
from styrehjul.portfolio.queries.rights import bodies_in_words, body_may, facts_of, lacks_for_approval, right_of
from styrehjul.portfolio.queries.roles import holder_of, holders_of, roles_held
from styrehjul.portfolio.queries.todos import next_for

__all__ = [
    "ChangeLine",
    "Overview",
    "Row",
    "bodies_in_words",
    "body_may",
    "changes_since",
    "closing_projects",
    "facts_of",
    "holder_of",
    "holders_of",
    "lacks_for",
    "lacks_for_approval",
    "lines_of",
    "next_for",
    "overview",
    "report_of",
    "right_of",
    "roles_held",
    "rows_on",
    "waiting_proposals",
]  # fmt: skip
