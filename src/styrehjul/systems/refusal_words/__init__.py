"""What systems say no with, and the way on, a file per subject."""

from styrehjul.systems.refusal_words import contracts, register, watches

WORDS = {**register.WORDS, **contracts.WORDS, **watches.WORDS}
