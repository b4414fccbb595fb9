"""What is read of briefings."""

from styrehjul.briefings.queries.todos import next_for

__all__ = ["next_for"]
