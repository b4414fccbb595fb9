"""What a briefing says: a few lines by hand, and sections of lines that are kept, reworded, moved or left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from styrehjul.kernel.refusal import Reason

LINE_MOST = 500
# About two pages of A4 in the print's size, headings and spacing counted in.
TWO_PAGES = 5500


@dataclass(frozen=True)
class Line:
    """One thing that happened, where it can be read, and whether it is told."""

    text: str
    url: str = ""
    told: bool = True


@dataclass(frozen=True)
class Section:
    """A heading with its lines. `key` is what it was made from."""

    key: str
    heading: str
    lines: tuple[Line, ...] = ()

    @property
    def told(self) -> tuple[Line, ...]:
        """The lines that are told."""
        return tuple(line for line in self.lines if line.told)


def told_in(sections: Sequence[Section]) -> tuple[Section, ...]:
    """What is sent: sections with their told lines, the empty ones left out."""
    return tuple(replace(section, lines=section.told) for section in sections if section.told)


def as_json(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """As it is kept."""
    return [asdict(section) for section in sections]


def from_json(kept: Sequence[Mapping[str, Any]]) -> tuple[Section, ...]:
    """As it was kept."""
    return tuple(
        Section(row["key"], row["heading"], tuple(Line(**dict(line)) for line in row["lines"])) for row in kept
    )


def moved_up(sections: Sequence[Section], section: int, line: int) -> tuple[Section, ...]:
    """The line one place up in its section. A place that is not there changes nothing."""
    found = list(sections)
    if not (0 <= section < len(found) and 0 < line < len(found[section].lines)):
        return tuple(found)
    lines = list(found[section].lines)
    lines[line - 1], lines[line] = lines[line], lines[line - 1]
    found[section] = replace(found[section], lines=tuple(lines))
    return tuple(found)


def length(summary: str, sections: Sequence[Section]) -> int:
    """How many characters are read, each heading and line with the room that it takes."""
    told = told_in(sections)
    return len(summary) + sum(len(part.heading) + 80 + sum(len(line.text) + 40 for line in part.lines) for part in told)


def digest(title: str, summary: str, sections: Sequence[Section]) -> str:
    """The SHA-256 of exactly what is sent."""
    content = {"title": title, "summary": summary, "sections": as_json(told_in(sections))}
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class ToSend:
    """What the rules ask of a briefing before it goes: names of receivers, and of those without an address."""

    says_something: bool
    chosen: Collection[str]
    receivers: Sequence[str]
    without_address: Sequence[str]
    sent_already: Collection[str] = ()
    waits_for_chair: bool = False


def lacks_for_sending(facts: ToSend) -> list[Reason]:
    """Every reason why it cannot be sent now."""
    reasons = []
    if facts.waits_for_chair:
        reasons.append(Reason("briefing.not_approved"))
    if not facts.says_something:
        reasons.append(Reason("briefing.empty"))
    if not facts.chosen:
        reasons.append(Reason("briefing.nobody_chosen"))
    elif not facts.receivers:
        reasons.append(Reason("briefing.no_receivers"))
    for name in facts.without_address:
        reasons.append(Reason("briefing.no_address", {"name": name}))
    for audience in sorted(set(facts.chosen) & set(facts.sent_already)):
        reasons.append(Reason("briefing.sent_already", {"audience": audience}))
    return reasons
