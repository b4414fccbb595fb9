"""A Word file sorted into an item's sections, beside what stands there now."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrehjul.documents.word import Left, WordText
from styrehjul.meetings.models import Effect, Treatment
from styrehjul.meetings.queries.contents import words_of
from styrehjul.ui import blocks

Node = Mapping[str, Any]
POINT_LIMIT, TITLE_LIMIT = 600, 200
HELP_STYLE = "hjælpetekst"
# The headings of the template, in the order of the item; what people call them besides.
HEADINGS = {
    "summary": "Resumé",
    "recommendation": "Indstilling",
    "case_presentation": "Sagsfremstilling",
    "financial_impact": "Økonomiske konsekvenser",
    "next_steps": "Videre proces",
    "memos": "Notat",
}
_OTHER_NAMES = {
    "resume": "summary",
    "økonomi": "financial_impact",
    "økonomiske forhold": "financial_impact",
    "den videre proces": "next_steps",
    "indstillinger": "recommendation",
    "notater": "memos",
}
HELP = {
    "summary": "2-5 linjer: hvad sagen er, og hvorfor nu. Slet denne linje, eller skriv over den.",
    "recommendation": "Skriv én ting pr. linje; hver linje bliver et at-punkt.",
    "case_presentation": "Egne overskrifter, lister og tabeller kan bruges her.",
    "financial_impact": "Skriv “Ingen.”, hvis der ingen er.",
    "next_steps": "Hvem gør hvad, og hvornår.",
    "memos": "Kan udelades. Et notat står efter punktet; skriv “Notat: ” og en titel i overskriften.",
}
LEAD_IN = "Det indstilles, at"
_LEAD = re.compile(
    r"^(?:det\s+(?:indstilles|anbefales|foreslås)|[^.:]{2,80}?\s(?:indstiller|anbefaler|foreslår))\b[^.]*?,?\s*at\b[\s:]*",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:[-–•*]\s*|\d{1,2}[.)]\s+|[a-z][.)]\s+)?(?:at\s+)?", re.IGNORECASE)
_TAIL = re.compile(r"(?:[\s,;]+(?:og|samt))?[\s,;.]*$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
LEFT_WORDS = {
    "inserted": gettext_lazy("Indsat med Spor ændringer: ikke taget med"),
    "deleted": gettext_lazy("Slettet med Spor ændringer: står stadig i teksten"),
    "comment": gettext_lazy("Kommentar: ikke taget med"),
    "footnote": gettext_lazy("Fodnote: ikke taget med"),
    "box": gettext_lazy("Tekstboks: ikke taget med"),
    "hidden": gettext_lazy("Skjult tekst: ikke taget med"),
    "picture": gettext_lazy("Billede: ikke taget med"),
}


@dataclass(frozen=True)
class WordItem:
    """The item as the file says it. A section that the file does not have is not there; an empty one neither."""

    texts: Mapping[str, str]
    points: tuple[str, ...] = ()
    memos: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take over."""
        return not (self.texts or self.points or self.memos)


@dataclass
class _Sorting:
    """Nodes on their way into sections."""

    trees: dict[str, list[Node]] = field(default_factory=dict)
    memos: list[tuple[str, list[Node]]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    now: str = "case_presentation"
    level: int = 0

    def put(self, node: Node) -> None:
        if self.now == "memos":
            self.memos[-1][1].append(node)
        else:
            self.trees.setdefault(self.now, []).append(node)

    def begin(self, section: str, title: str, level: int) -> None:
        self.now, self.level = section, level
        if section == "memos":
            self.memos.append((title, []))


def sorted_in(word: WordText, title: str = "") -> WordItem:
    """The file's text by section; `title` is the item's own, which the file does not change."""
    found = _Sorting()
    for node in word.nodes:
        _sort(found, node, title)
    points, rest = _points(found.trees.pop("recommendation", []), found.remarks)
    trees = found.trees
    if rest:
        trees["case_presentation"] = [*trees.get("case_presentation", []), *rest]
    texts = {name: text for name in HEADINGS if (text := _typed(trees.get(name, [])))}
    memos = [(name[:TITLE_LIMIT], _typed(nodes)) for name, nodes in found.memos]
    return WordItem(
        texts, tuple(points), tuple((name, text) for name, text in memos if text), tuple(dict.fromkeys(found.remarks))
    )


def _sort(found: _Sorting, node: Node, title: str) -> None:
    if node["t"] == "title":
        if _plain(node["text"]) != _plain(title):
            found.remarks.append(
                _("Titlen i filen er “%(title)s”. Punktets titel ændres ikke.") % {"title": node["text"]}
            )
        return
    if node["t"] == "p" and node["style"] == HELP_STYLE and node["text"] in HELP.values():
        return
    if node["t"] == "h" or (node["t"] == "p" and _section_of(node["text"], exact=True)):
        section, name = _section_of(node["text"], exact=node["t"] == "p") or ("", "")
        level = int(node.get("level", 1))
        if section:
            found.begin(section, name, level)
            return
        if level <= found.level or found.now == "recommendation":
            # A heading of its own beside the known ones belongs to the case.
            found.now, found.level = "case_presentation", level - 1
        found.put({"t": "h", "text": node["text"], "level": level - found.level})
        return
    found.put(node)


def _section_of(text: str, *, exact: bool = False) -> tuple[str, str] | None:
    """The section that a heading names, and the title of a note."""
    bare = _plain(_NUMBER.sub("", text))
    for name, heading in HEADINGS.items():
        if bare == _plain(heading):
            return name, _("Notat") if name == "memos" else ""
    if bare in _OTHER_NAMES:
        return _OTHER_NAMES[bare], _("Notat")
    if not exact and (note := re.match(r"notat\s*(?:[:–-]|om\b)\s*(\S.*)$", text.strip(), re.IGNORECASE)):
        return "memos", note[1].strip()
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()).rstrip(":.")


def _points(nodes: Sequence[Node], remarks: list[str]) -> tuple[list[str], list[Node]]:
    """The at-sentences without their "at", and what can be none."""
    points: list[str] = []
    rest: list[Node] = []
    for node in nodes:
        if node["t"] == "table":
            rest.append(node)
            remarks.append(_("En tabel under Indstilling er sat ind under Sagsfremstilling."))
            continue
        for line in str(node["text"]).split("\n"):
            text = _sentence(line)
            if len(text) > POINT_LIMIT:
                remarks.append(
                    _("Et at-punkt er længere end %(n)d tegn. Det, der ikke er taget med: “%(rest)s”.")
                    % {"n": POINT_LIMIT, "rest": text[POINT_LIMIT:]}
                )
            if text:
                points.append(text[:POINT_LIMIT])
    return points, rest


def _sentence(line: str) -> str:
    """ "a) at projektet godkendes, og" is "projektet godkendes"; the lead-in alone is nothing."""
    text = _LEAD.sub("", line.strip())
    if not text.strip(" :."):
        return ""
    text = _TAIL.sub("", _AT.sub("", text.strip(), count=1))
    return "" if text.casefold() in ("", "at") else text


def _typed(nodes: Iterable[Node]) -> str:
    """Nodes as they are typed in a text field."""
    return blocks.to_text(_tree(list(nodes)))


def _tree(nodes: list[Node]) -> list[dict[str, Any]]:
    tree: list[dict[str, Any]] = []
    level = index = 0
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if node["t"] == "li":
            end = index
            while end < len(nodes) and nodes[end]["t"] == "li":
                end += 1
            tree += _lists(nodes[index - 1 : end])
            index = end
        elif node["t"] == "h":
            # A text may not jump over a level: what reads it aloud would look for the one between.
            level = max(1, min(int(node["level"]), level + 1, blocks.MAX_LEVEL))
            tree.append({"t": "h", "text": node["text"], "level": level})
        elif node["t"] == "table":
            header, *rows = node["rows"]
            tree.append({"t": "table", "header": header, "rows": rows})
        else:
            tree.append({"t": "p", "text": node["text"]})
    return tree


def _lists(points: Sequence[Node], depth: int = 1) -> list[dict[str, Any]]:
    """Points that follow one another as lists, those further in below the one before them."""
    made: list[dict[str, Any]] = []
    first = min(int(points[0]["level"]), 8)
    index = 0
    while index < len(points):
        node = points[index]
        end = index + 1
        while end < len(points) and depth < blocks.MAX_DEPTH and int(points[end]["level"]) > first:
            end += 1
        kind = "ol" if node["ordered"] else "ul"
        below = _lists(points[index + 1 : end], depth + 1) if end > index + 1 else []
        item: Any = {"text": node["text"], "blocks": below} if below else node["text"]
        if made and made[-1]["t"] == kind:
            made[-1]["items"].append(item)
        else:
            made.append({"t": kind, "items": [item]})
        index = end
    return made


@dataclass(frozen=True)
class Compared:
    """One section of the preview: what stands there now, and what the file says."""

    name: str
    label: str
    now: list[dict[str, Any]]
    then: list[dict[str, Any]]
    same: bool


def compared(item: Treatment, word: WordItem) -> list[Compared]:
    """The sections that the file has, each beside what stands there now."""
    rows = []
    for name, heading in HEADINGS.items():
        now, then = _now(item, name), _then(word, name)
        if then:
            rows.append(Compared(name, _(heading), blocks.parse(now), blocks.parse(then), now.strip() == then.strip()))
    return rows


def absent(item: Treatment, word: WordItem) -> list[str]:
    """The sections that have text now and are not in the file: they stay as they are."""
    return [_(heading) for name, heading in HEADINGS.items() if _now(item, name).strip() and not _then(word, name)]


def _now(item: Treatment, name: str) -> str:
    if name == "recommendation":
        return _numbered(point.text for point in item.points.all() if point.text.strip())
    if name == "memos":
        return _notes((memo.title, memo.text) for memo in item.memos.all())
    return str(getattr(item, name))


def _then(word: WordItem, name: str) -> str:
    if name == "recommendation":
        return _numbered(word.points)
    return _notes(word.memos) if name == "memos" else word.texts.get(name, "")


def _numbered(points: Iterable[str]) -> str:
    return "\n".join(f"{number}. {' '.join(text.split())}" for number, text in enumerate(points, 1))


def _notes(memos: Iterable[tuple[str, str]]) -> str:
    return "\n\n".join(f"# {title}\n\n{text}".strip() for title, text in memos)


@dataclass(frozen=True)
class PointKept:
    """An at-sentence of the file with the effects that hang on the one it stands for."""

    text: str
    effects: tuple[Effect, ...] = ()


def with_effects(item: Treatment, texts: Sequence[str]) -> tuple[list[PointKept], list[str]]:
    """The file's sentences with the effects of those they stand for, and the effects that would be lost, in words.

    A sentence that is there already keeps its effects; a new wording takes over those of the one in its place.
    """
    old = [point for point in item.points.all() if point.text.strip()]
    free = dict(enumerate(old))
    kept: list[PointKept | None] = [None] * len(texts)
    for index, text in enumerate(texts):
        match = next((key for key, point in free.items() if _plain(point.text) == _plain(text)), None)
        if match is not None:
            kept[index] = PointKept(text, _effects(free.pop(match)))
    for index, text in enumerate(texts):
        if kept[index] is None:
            kept[index] = PointKept(text, _effects(free.pop(index)) if index in free else ())
    lost = [words_of(effect) for point in free.values() for effect in _effects(point)]
    return [point for point in kept if point is not None], lost


def _effects(point: Any) -> tuple[Effect, ...]:
    return tuple(effect for effect in point.effects.all() if not effect.made_in_meeting)


def pictures_words(left: Iterable[Left]) -> str:
    """ "Filen har 3 billeder, som ikke kommer med i teksten"; "" where there is none."""
    count = sum(row.kind == "picture" for row in left)
    if not count:
        return ""
    return ngettext(
        "Filen har 1 billede, som ikke kommer med i teksten.",
        "Filen har %(n)d billeder, som ikke kommer med i teksten.",
        count,
    ) % {"n": count}


def left_lines(left: Iterable[Left]) -> list[str]:
    """What of the file is not taken, each in a line of its own."""
    return [_line(row) for row in left if row.kind != "picture" or row.text]


def _line(row: Left) -> str:
    if row.kind == "picture":
        return f"{LEFT_WORDS[row.kind]} (“{row.text}”)"
    who = f" ({row.who})" if row.who else ""
    return f"{LEFT_WORDS[row.kind]}{who}: “{row.text}”"


def has_changes(left: Iterable[Left]) -> bool:
    """Whether the file has tracked changes that nobody has accepted or rejected."""
    return any(row.kind in ("inserted", "deleted") for row in left)


__all__ = [
    "HEADINGS", "HELP", "LEAD_IN", "Compared", "PointKept", "WordItem", "absent", "compared", "has_changes", "left_lines",
    "pictures_words", "sorted_in", "with_effects",
]  # fmt: skip
