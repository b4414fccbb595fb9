"""What the strategy says no with, and the way on, a file per subject."""

from styrehjul.strategy.refusal_words import goals, measures, strategies

WORDS = {**goals.WORDS, **measures.WORDS, **strategies.WORDS}
