"""Which line of a TOML file a key stands on: the standard reader gives values but no places."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
_HEADER = re.compile(r"^\s*(\[{1,2})\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=(.*)$"""
)
_STRING_OR_MARK = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#|[\[\]{}]')


class Lines:
    """The places in one well-formed file."""

    def __init__(self, text: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        self._scan(text.split("\n"))

    def of(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that has a line."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _scan(self, rows: list[str]) -> None:
        table: Path = ()
        counts: dict[Path, int] = {}
        quote: str | None = None
        depth = 0
        for number, row in enumerate(rows, start=1):
            if quote is None and depth == 0:
                if found := _HEADER.match(row):
                    table = self._header(_parts(found[2]), is_array=found[1] == "[[", counts=counts)
                    self._lines.setdefault(table, number)
                    continue
                if found := _KEY.match(row):
                    path = table + tuple(_parts(found[1]))
                    self._lines.setdefault(path, number)
                    row = found[2]
            quote, depth = _state_after(row, quote, depth)

    def _header(self, names: list[str], *, is_array: bool, counts: dict[Path, int]) -> Path:
        path: Path = ()
        for place, name in enumerate(names):
            path += (name,)
            last = place == len(names) - 1
            if last and is_array:
                counts[path] = counts.get(path, -1) + 1
                path += (counts[path],)
            elif path in counts:
                path += (counts[path],)
        return path


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]


def _state_after(row: str, quote: str | None, depth: int) -> tuple[str | None, int]:
    """Whether the next line begins inside a long string or an open bracket."""
    at = 0
    while at < len(row):
        if quote is not None:
            end = _closing(row, at, quote)
            if end < 0:
                return quote, depth
            quote, at = None, end
            continue
        found = _STRING_OR_MARK.search(row, at)
        if found is None or found[0] == "#":
            break
        at = found.end()
        if found[0] in ('"""', "'''"):
            quote = found[0]
        elif found[0] in "[{":
            depth += 1
        elif found[0] in "]}":
            depth -= 1
    return quote, max(depth, 0)


def _closing(row: str, at: int, quote: str) -> int:
    """Where the long string ends in this row (just after its quotes), or -1."""
    while at < len(row):
        if quote == '"""' and row[at] == "\\":
            at += 2
            continue
        if row.startswith(quote, at):
            at += 3
            while at < len(row) and row[at] == quote[0]:
                at += 1
            return at
        at += 1
    return -1
