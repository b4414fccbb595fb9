"""The rows of a plan, one by one; the one that is refused is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from styrehjul.imports.domain.lines import Line
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.ui import refusals

Progress = Callable[[int, int], None]


def each(lines: Sequence[Line], work: Callable[[Line], Any], progress: Progress = lambda done, of: None) -> None:
    """Every row that writes; one that is refused stops all and is named."""
    for count, line in enumerate(lines):
        if count % 50 == 0:
            progress(count, len(lines))
        try:
            work(line)
        except Refused as refused:
            raise Refused("import.row", row=line.row, sheet=line.sheet, because=refusals.in_full(refused)) from refused
        except NotAllowed as not_allowed:
            because = refusals.in_full(not_allowed)
            raise Refused("import.row", row=line.row, sheet=line.sheet, because=because) from not_allowed
