"""What meetings say no with, and the way on, a file per subject."""

from styrehjul.meetings.refusal_words import (
    agendas,
    changes,
    documents,
    items,
    matters,
    meetings,
    moves,
    preparing,
    presence,
    rights,
)

WORDS = {
    **agendas.WORDS,
    **changes.WORDS,
    **documents.WORDS,
    **items.WORDS,
    **matters.WORDS,
    **meetings.WORDS,
    **moves.WORDS,
    **preparing.WORDS,
    **presence.WORDS,
    **rights.WORDS,
}
