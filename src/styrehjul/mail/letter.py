"""The text of a mail, written once and made both as plain text and as HTML that reads well on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string


@dataclass(frozen=True)
class Letter:
    """What a mail says. `facts` are names with values (Tid, Sted), `points` a list, `action` a button's text and link.

    `foot` says why the person gets it. No pictures: they would have to be fetched from somewhere.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    points_heading: str = ""
    points: tuple[str, ...] = ()
    # The points' own numbers, where they have some (an agenda's): they take the place of the dots.
    numbers: tuple[int, ...] = ()
    action: tuple[str, str] | None = None
    more: tuple[tuple[str, str], ...] = ()
    closing: tuple[str, ...] = ()
    foot: str = ""

    @property
    def numbered(self) -> list[tuple[int, str]]:
        """Each point with its own number."""
        return list(zip(self.numbers, self.points, strict=True)) if self.numbers else []


def as_text(letter: Letter) -> str:
    """Plain text, with a line between the parts and the links written out."""
    parts = [letter.heading, *letter.paragraphs]
    if letter.facts:
        parts.append("\n".join(f"{name}: {value}" for name, value in letter.facts))
    if letter.points:
        heading = f"{letter.points_heading}\n" if letter.points_heading else ""
        lines = [f"{number}. {point}" for number, point in letter.numbered] or [f"- {point}" for point in letter.points]
        parts.append(heading + "\n".join(lines))
    parts += [f"{text}:\n{url}" for text, url in (*([letter.action] if letter.action else []), *letter.more)]
    parts += letter.closing
    if letter.foot:
        parts.append(f"-- \n{letter.foot}")
    return "\n\n".join(parts) + "\n"


def as_html(letter: Letter) -> str:
    """The same as HTML."""
    return render_to_string("mail/letter.html", {"letter": letter})
