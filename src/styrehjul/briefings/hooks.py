"""What the package of meetings tells: it lies above this one, and puts its functions in at start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from styrehjul.bodies.models import Body
from styrehjul.briefings.domain.text import Line

# What the body decided, openly, between two days (both counted in).
DECIDED: list[Callable[[Body, date, date], list[Line]]] = []
# What is coming in the next quarter after the day.
COMING: list[Callable[[Body, date], list[Line]]] = []
