"""What benefits say no with, and the way on, a file per subject."""

from styrehjul.benefits.refusal_words import figures, measuring, register

WORDS = {**register.WORDS, **measuring.WORDS, **figures.WORDS}
