"""What is wrong with a kommissorium, with its place, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """Something wrong, or worth a warning, at a place in the document (Danish keys and indexes)."""

    where: Path
    code: str
    message: str


@dataclass(frozen=True)
class Problem:
    """A finding with its place in a file: `path` is "file:line", `key` the key in the file or ""."""

    path: str
    code: str
    message: str
    key: str = ""

    @property
    def line(self) -> int:
        """The line in the file, from 1."""
        return int(self.path.rpartition(":")[2])

    def __str__(self) -> str:
        file, _, line = self.path.rpartition(":")
        key = f' ("{self.key}")' if self.key else ""
        return f"{file}, linje {line}{key}: {self.message}"


class KommissoriumErrors(Exception):  # noqa: N818 - the file has errors, the program has none
    """Everything that is wrong with a file, in the order of its lines."""

    def __init__(self, errors: list[Problem]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors
