"""What the portfolio says no with, and the way on, a file per subject."""

from styrehjul.portfolio.refusal_words import gates, life, parts, projects, saved_views, status

WORDS = {**life.WORDS, **gates.WORDS, **projects.WORDS, **status.WORDS, **saved_views.WORDS, **parts.WORDS}
