"""From the bytes of a kommissorium file to plain values, or to everything that is wrong with them."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from styrehjul.bodies.domain import checking, schema
from styrehjul.bodies.domain.lines import Lines
from styrehjul.bodies.domain.model import Cadence, CadenceKind, KommissoriumText
from styrehjul.bodies.domain.problems import Finding, KommissoriumErrors, Path, Problem
from styrehjul.bodies.domain.schema import Key, Kind, Table
from styrehjul.kernel.danish import MONTHS, listing

MAX_BYTES = 1_000_000
_CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
_YEAR_DAY = re.compile(r"\s*(\d{1,2})\.\s*([a-zæøå]+)\s*")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_DATE_TEXT = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_LINE = re.compile(r"""(?<![\w"'.-])(\d{4})-(\d{2})-(\d{2})(?![\w"'.:-])""")
# A key of thousands of parts takes the standard reader minutes; nobody writes one of forty.
_DEEP_KEY = re.compile(r"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){40}""")


class _Wrong(Exception):  # noqa: N818 - carries a finding out of a value
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read(data: bytes, *, file: str) -> KommissoriumText:
    """The kommissorium in the file; KommissoriumErrors with everything that is wrong, each with line, key and fix."""
    text, lines, reader = _parsed(data, file)
    known = reader.missing | {finding.where for finding in reader.findings}
    findings = [*reader.findings, *checking.problems(text, besides=known)]
    if findings:
        raise KommissoriumErrors(located(findings, lines, file))
    return text


def warnings_of(data: bytes, *, file: str) -> list[Problem]:
    """What a readable file makes one wonder about, with lines; the file may be put in force all the same."""
    text, lines, _ = _parsed(data, file)
    return located(checking.warnings(text), lines, file)


def located(findings: list[Finding], lines: Lines, file: str) -> list[Problem]:
    """Findings with their lines, in the order of the file."""
    rows = [Problem(f"{file}:{lines.of(row.where)}", row.code, row.message, _key_of(row.where)) for row in findings]
    return sorted(rows, key=lambda row: row.line)


def _key_of(where: Path) -> str:
    return next((part for part in reversed(where) if isinstance(part, str)), "")


def _parsed(data: bytes, file: str) -> tuple[KommissoriumText, Lines, _Reader]:
    source = _decoded(data, file)
    raw, source = _toml(source, file)
    lines = Lines(source)
    reader = _Reader()
    given = raw.pop("format", None)
    if given != schema.FORMAT:
        known = f'Første linje skal være: format = "{schema.FORMAT}".'
        said = "Filen siger ikke, hvilket format den har." if given is None else f"Formatet {given!r} kendes ikke."
        reader.say(("format",), "format", f"{said} {known}")
    return reader.table(raw, schema.DOCUMENT, ()), lines, reader


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
        raise KommissoriumErrors(
            [
                Problem(
                    f"{file}:1",
                    "file.too_big",
                    f"Filen fylder {size} MB. Et kommissorium må højst fylde 1 MB; "
                    "læg lange tekster og billeder i bilag i stedet.",
                )
            ]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise KommissoriumErrors(
            [Problem(f"{file}:{line}", "file.encoding", f"Linje {line} har tegn, der ikke er UTF-8; filen er nok gemt som "
                     'Windows-1252 (ANSI). Åbn den i en teksteditor, vælg "Gem som" med kodningen UTF-8, og prøv igen.')]
        ) from None  # fmt: skip
    return text.replace("\r\n", "\n")


def _toml(source: str, file: str) -> tuple[dict[str, Any], str]:
    """The raw values. Dates that do not exist are gathered first, so that one reading names them all."""
    rows = source.split("\n")
    wrong: list[Problem] = []
    for number, row in enumerate(rows, start=1):
        if row.count(".") >= 40 and _DEEP_KEY.search(row):
            message = f"Linje {number} har en nøgle med for mange led. Brug nøglerne fra beskrivelsen af filformatet."
            raise KommissoriumErrors([Problem(f"{file}:{number}", "toml.syntax", message)])
    while True:
        try:
            raw = tomllib.loads("\n".join(rows), parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            line = _line_of(str(error), rows)
            if mended := _without_false_dates(rows[line - 1]):
                wrong.append(_no_such_date(file, line, rows[line - 1]))
                rows[line - 1] = mended
                continue
            message = _syntax_words(str(error), rows[line - 1])
            raise KommissoriumErrors([*wrong, Problem(f"{file}:{line}", "toml.syntax", message)]) from None
        except (RecursionError, ValueError):
            message = "Filen har værdier, der er lagt for mange gange inden i hinanden, eller tal, der er for store."
            raise KommissoriumErrors([*wrong, Problem(f"{file}:1", "toml.syntax", message)]) from None
        break
    if wrong:
        raise KommissoriumErrors(_with_the_rest(rows, file, wrong))
    return raw, source


def _with_the_rest(rows: list[str], file: str, wrong: list[Problem]) -> list[Problem]:
    """The false dates together with what else is wrong in the file."""
    try:
        read("\n".join(rows).encode(), file=file)
    except KommissoriumErrors as others:
        lines = {problem.line for problem in wrong}
        wrong = [*wrong, *(problem for problem in others.errors if problem.line not in lines)]
    return sorted(wrong, key=lambda problem: problem.line)


def _line_of(message: str, rows: list[str]) -> int:
    if found := re.search(r"at line (\d+)", message):
        return int(found[1])
    # "at end of document": the last line that says anything is where the hand stopped.
    return next((number for number in range(len(rows), 0, -1) if rows[number - 1].strip()), 1)


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _without_false_dates(row: str) -> str | None:
    """The row with dates that do not exist replaced by one that does, or None when it has none."""
    mended = _DATE_LINE.sub(lambda found: found[0] if _exists(*found.groups()) else "2000-01-01", row)
    return mended if mended != row else None


def _no_such_date(file: str, line: int, row: str) -> Problem:
    year, month, day = next(found.groups() for found in _DATE_LINE.finditer(row) if not _exists(*found.groups()))
    key = row.partition("=")[0].strip()
    return Problem(
        f"{file}:{line}", "date.unknown", f"{_date_words(year, month, day)} Skriv en dato som 2027-01-31.", key
    )


def _date_words(year: str, month: str, day: str) -> str:
    number = int(month)
    name = MONTHS[number - 1] if 1 <= number <= 12 else f"i måned {number}"
    return f"Datoen {int(day)}. {name} {year} findes ikke."


_SYNTAX = (
    ("Unterminated string", 'En tekst mangler sit afsluttende anførselstegn: "...".'),
    ("Unclosed array", "En liste mangler sin afsluttende ]."),
    ("Expected '=' after a key", 'Her mangler et lighedstegn: skriv nøglen, " = " og værdien.'),
    ("Expected ']", "En overskrift mangler sin afsluttende parentes, fx [organ.moeder] eller [[organ]]."),
    ("Cannot overwrite", "En nøgle står to gange i samme afsnit. Behold den ene."),
    ("twice", "En overskrift står to gange. Brug [[...]] om det, der kan være flere af, og behold ellers den ene."),
    ("Cannot mutate", "En overskrift bygger videre på en værdi, der er skrevet på én linje. Skriv det ét af stederne."),
    ("Unescaped", "En omvendt skråstreg i en tekst skal skrives to gange: \\\\."),
    (
        "Expected newline",
        "Der står noget efter værdien. Tekster skal i anførselstegn, og hver nøgle på sin egen linje.",
    ),
    ("Invalid date", "Datoen eller klokkeslættet findes ikke. Skriv fx 2027-01-31."),
    (
        "Illegal character",
        "Linjen har et tegn, der ikke må stå i en tekst. Lange tekster skrives mellem tre anførselstegn.",
    ),
    ("Invalid value", 'Værdien kan ikke læses. Tekster skal stå i anførselstegn, fx navn = "Udvalg".'),
    ("Invalid statement", "Linjen er hverken en nøgle med en værdi eller en overskrift."),
    ("Invalid initial character", 'Nøgler skrives med små bogstaver uden æ, ø og å, fx "gaeldende_fra".'),
)


def _syntax_words(message: str, row: str) -> str:
    words = next((words for sign, words in _SYNTAX if sign in message), "Linjen kan ikke læses som TOML.")
    shown = row.strip()[:60]
    seen = f" Der står: {shown}" if shown else ""
    return f"{words} Ret linjen, og prøv igen; resten af filen er ikke læst.{seen}"


class _Reader:
    """Fills values from raw TOML and remembers everything it could not use."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.missing: set[Path] = set()

    def say(self, where: Path, code: str, message: str) -> None:
        self.findings.append(Finding(where, code, message))

    def table(self, raw: Mapping[str, Any], table: Table, where: Path) -> Any:
        known = [key.name for key in table.keys]
        told = len(self.findings)
        meant = set()
        for name in raw:
            if name not in known:
                near = difflib.get_close_matches(_ascii(name), known, n=1, cutoff=0.6)
                meant.update(near)
                self.say((*where, name), "key.unknown", _unknown_key(name, near, known, table))
        values: dict[str, Any] = {}
        suggested: set[str] = set()
        for key in table.keys:
            place = (*where, key.name)
            if key.name not in raw:
                if key.required:
                    self.missing.add(place)
                    values[key.field] = _placeholder(key)
                if key.required and key.name not in meant:
                    self.say(where, "key.missing", f'{_heading(table)} mangler "{key.name}". Tilføj fx: {key.example}')
                continue
            value = raw[key.name]
            if table.suggests and key.table is None and isinstance(value, dict):
                value, is_suggested = self._suggestion(value, place)
                if value is None:
                    if key.required:
                        values[key.field] = _placeholder(key)
                    continue
                if is_suggested:
                    suggested.add(key.field)
            try:
                values[key.field] = self._value(value, key, place)
            except _Wrong as wrong:
                self.say(place, wrong.code, wrong.message)
                if key.required:
                    values[key.field] = _placeholder(key)
        if table.join is not None:
            values, wrongs = table.join(values)
            for name, code, message in wrongs:
                if code.endswith(".missing") and len(self.findings) > told:
                    continue  # what is missing is what could not be read
                self.say((*where, name) if name else where, code, message)
        if suggested:
            values["suggested"] = frozenset(_joined_fields(suggested))
        return table.make(**values)

    def _suggestion(self, value: dict[str, Any], where: Path) -> tuple[Any, bool]:
        for name in value:
            if name not in ("vaerdi", "forslag"):
                self.say(where, "key.unknown", f'"{name}" kan ikke stå her. Skriv {{ vaerdi = ..., forslag = true }}.')
        if "vaerdi" not in value:
            self.say(where, "key.missing", "Værdien mangler. Skriv { vaerdi = ..., forslag = true }.")
            return None, False
        flag = value.get("forslag", False)
        if not isinstance(flag, bool):
            self.say(where, "value.type", '"forslag" skal være true eller false.')
            flag = False
        return value["vaerdi"], flag

    def _value(self, value: Any, key: Key, where: Path) -> Any:
        if key.kind is Kind.TABLE:
            assert key.table is not None
            if not isinstance(value, dict):
                raise _Wrong("value.type", f'"{key.name}" skal være et afsnit med overskriften [{key.table.name}].')
            return self.table(value, key.table, where)
        if key.kind is Kind.TABLES:
            assert key.table is not None
            if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
                raise _Wrong(
                    "value.type", f'"{key.name}" skal skrives som afsnit med overskriften [[{key.table.name}]].'
                )
            return tuple(self.table(row, key.table, (*where, place)) for place, row in enumerate(value))
        return _READERS[key.kind](value, key)


def _heading(table: Table) -> str:
    if not table.name:
        return "Filen"
    return f"[[{table.name}]]" if table.make is not Cadence else f"[{table.name}]"


def _unknown_key(name: str, near: list[str], known: list[str], table: Table) -> str:
    place = f"i [[{table.name}]]" if table.name else "i filen"
    if near:
        return f'Nøglen "{name}" kendes ikke {place}. Mente du "{near[0]}"? Ret den, eller slet linjen.'
    return f'Nøglen "{name}" kendes ikke {place}. Slet linjen. Her kan stå: {", ".join(known)}.'


# What headings, columns and mail subjects have room for; a purpose or a task may be as long as it is.
_LONGEST = {"navn": 120, "navn_bestemt": 120, "navn_et": 120, "titel": 160, "kort": 10, "kommune": 120, "kode": 40}


def _ascii(text: str) -> str:
    return text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def _joined_fields(names: set[str]) -> set[str]:
    """Keys that several make one field of are suggested as that field."""
    return {schema.CADENCE_FIELDS.get(name, name) for name in names}


def _placeholder(key: Key) -> Any:
    """Something to go on with, so that the rest of the file is looked at too."""
    if key.kind is Kind.TABLE:
        return Cadence(CadenceKind.AS_NEEDED)
    return () if key.kind is Kind.TABLES else ""


def _text(value: Any, key: Key) -> str:
    if not isinstance(value, str):
        raise _Wrong("value.type", f'"{key.name}" skal være en tekst i anførselstegn.')
    text = value.strip()
    if not text:
        raise _Wrong("value.empty", f'"{key.name}" er tom. Skriv en tekst, eller slet linjen.')
    if "\0" in text:
        # PostgreSQL keeps every character but this one.
        raise _Wrong("value.character", f'"{key.name}" har et usynligt styretegn. Slet teksten, og skriv den igen.')
    longest = _LONGEST.get(key.name)
    if longest and len(text) > longest:
        raise _Wrong(
            "value.long", f'"{key.name}" har {len(text)} tegn og må højst have {longest}. Gør teksten kortere.'
        )
    return text


def _texts(value: Any, key: Key) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _Wrong("value.type", f'"{key.name}" skal være en liste: ["...", "..."].')
    return tuple(_text(row, key) for row in value)


def _code(value: Any, key: Key) -> str:
    text = _text(value, key)
    if not _CODE.fullmatch(text):
        raise _Wrong(
            "value.code",
            f'"{text}" kan ikke være en kode. Brug små bogstaver uden æ, ø og å, tal og _ '
            f'(højst 64 tegn), fx "{_suggest_code(text)}".',
        )
    return text


def _suggest_code(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", _ascii(text)).strip("_")[:40] or "udvalg"


def _integer(value: Any, key: Key) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Wrong("value.type", f'"{key.name}" skal være et helt tal uden anførselstegn.')
    if abs(value) > 1_000_000_000:
        raise _Wrong("value.type", f'"{key.name}" er for stort et tal.')
    return value


def _integers(value: Any, key: Key) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise _Wrong("value.type", f'"{key.name}" skal være en liste af hele tal, fx [1, 2].')
    return tuple(_integer(row, key) for row in value)


def _number(value: Any, key: Key) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise _Wrong("value.type", f'"{key.name}" skal være et tal uden anførselstegn; decimaltegnet er punktum.')
    number = Decimal(value)
    if not number.is_finite() or abs(number) > Decimal(10**12) or int(number.as_tuple().exponent) < -9:
        raise _Wrong("value.type", f'"{key.name}" er ikke et tal, der kan bruges.')
    return number


def _flag(value: Any, key: Key) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("value.type", f'"{key.name}" skal være true eller false uden anførselstegn.')
    return value


def _date(value: Any, key: Key) -> date:
    if isinstance(value, str) and _DATE_TEXT.fullmatch(value):
        parts = value.split("-")
        if not _exists(*parts):
            raise _Wrong("date.unknown", f"{_date_words(*parts)} Skriv en dato som 2027-01-31.")
        raise _Wrong("value.type", f"Skriv datoen uden anførselstegn: {key.name} = {value}.")
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _Wrong("value.type", f'"{key.name}" skal være en dato som 2027-01-31, uden anførselstegn.')
    if not 1990 <= value.year <= 2100:
        raise _Wrong(
            "date.range", f'Året {value.year} i "{key.name}" er nok en slåfejl. Brug et år mellem 1990 og 2100.'
        )
    return value


def _year_day(value: Any, key: Key) -> tuple[int, int]:
    found = _YEAR_DAY.fullmatch(value.lower()) if isinstance(value, str) else None
    if found is None or found[2] not in MONTHS:
        raise _Wrong("value.type", f'"{key.name}" skal være en dag og en måned, fx "15. marts".')
    day, month = int(found[1]), MONTHS.index(found[2]) + 1
    if not _exists("2024", str(month), str(day)):
        raise _Wrong("date.unknown", f"{day}. {found[2]} findes ikke. Skriv en anden dag.")
    return month, day


def _clock(value: Any, key: Key) -> time:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise _Wrong("value.type", f'"{key.name}" skal være et klokkeslæt som "12:00".')
    return time(int(found[1]), int(found[2]))


def _word(value: Any, key: Key) -> Any:
    assert key.words is not None
    text = _text(value, key)
    plain = _ascii(text)
    if plain in key.words:
        return key.words[plain]
    if key.open_words:
        return _code(text, key)
    near = difflib.get_close_matches(plain, key.words, n=1, cutoff=0.6)
    hint = f'Mente du "{near[0]}"?' if near else f"Vælg mellem {listing(key.words)}."
    raise _Wrong("value.word", f'"{text}" kan ikke stå ved "{key.name}". {hint}')


def _words(value: Any, key: Key) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _Wrong("value.type", f'"{key.name}" skal være en liste: ["...", "..."].')
    return tuple(_word(row, key) for row in value)


_READERS: Mapping[Kind, Callable[[Any, Key], Any]] = {
    Kind.TEXT: _text, Kind.TEXTS: _texts, Kind.CODE: _code, Kind.INTEGER: _integer, Kind.INTEGERS: _integers,
    Kind.NUMBER: _number, Kind.FLAG: _flag, Kind.DATE: _date, Kind.YEAR_DAY: _year_day, Kind.CLOCK: _clock,
    Kind.WORD: _word, Kind.WORDS: _words,
}  # fmt: skip
