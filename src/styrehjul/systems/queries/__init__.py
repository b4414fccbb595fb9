"""What is read of systems."""

from styrehjul.systems.queries.watches import next_for

__all__ = ["next_for"]
