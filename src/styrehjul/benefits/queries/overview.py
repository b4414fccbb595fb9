"""All benefits as sums: this year, and by year, area, goal and project, each open to what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from styrehjul.benefits.domain.credit import Counted, suspected
from styrehjul.benefits.domain.figure_words import amount_text, band_text, between
from styrehjul.benefits.domain.ledger import Block, Method, Sum, Year
from styrehjul.benefits.domain.life import OPEN
from styrehjul.benefits.domain.profile import HOURS, MONEY
from styrehjul.benefits.domain.rounding import Exact, whole
from styrehjul.benefits.queries.facts import Known, known, shown
from styrehjul.benefits.queries.figures import chosen, method_of, years
from styrehjul.kernel.danish import number_text, sort_key

INPUTS = "/gevinster/overblik/tal/"
BEHIND, AHEAD = 1, 4
UNITS = (MONEY, HOURS)
UNIT_SLUGS = {MONEY: "kr", HOURS: "timer"}
BLOCK_SLUGS = {
    Block.MAIN: "gevinster", Block.AVOIDED: "undgaaet", Block.NEGATIVE: "negative", Block.POTENTIAL: "mulige",
}  # fmt: skip
BLOCK_WORDS = {
    Block.MAIN: lazy("Gevinster"),
    Block.AVOIDED: lazy("Undgåede omkostninger"),
    Block.NEGATIVE: lazy("Negative gevinster"),
    Block.POTENTIAL: lazy("Mulige gevinster"),
}
# A key and what it is called.
Named = tuple[Any, str]


@dataclass(frozen=True)
class SumRow:
    """One line of a table of sums. `url` opens what it is made of."""

    words: str
    url: str
    expected: str
    elsewhere: str
    credited: str
    band: str
    measured: str
    taken: str
    lacking: str


@dataclass(frozen=True)
class Table:
    """Sums of one unit divided in one way, with the sum under them."""

    title: str
    rows: list[SumRow]
    total: SumRow | None


@dataclass(frozen=True)
class UnitPart:
    """Kroner or hours: the sentence, the year's four figures and the tables."""

    unit: str
    sentence: str
    total: SumRow
    lacking: str
    tables: list[Table]


@dataclass(frozen=True)
class Pool:
    """All benefits, read once, with what divides them."""

    known: Sequence[Known]
    on: date
    method: Method
    percent: int

    def by_key(self) -> dict[int, Known]:
        """Each by its key."""
        return {one.key: one for one in self.known}


def pool_of(on: date) -> Pool:
    """Every benefit with its figures. A small number of queries that does not grow."""
    settings = chosen()
    return Pool(known(shown().order_by("number")), on, method_of(settings), settings.interval_percent)


def _areas(one: Known) -> dict[Named, Exact]:
    found: dict[Named, Exact] = {}
    for project, share in one.projects.items():
        key = (project.lead_area_id or 0, project.lead_area.name if project.lead_area else _("Uden område"))
        found[key] = Fraction(found.get(key, 0)) + share
    return found or {(0, _("Uden område")): 1}


def _goals(one: Known) -> dict[Named, Exact]:
    found: dict[Named, Exact] = dict.fromkeys(one.goals.items(), 1)
    return found or {(0, _("Uden mål")): 1}


def _projects(one: Known) -> dict[Named, Exact]:
    found: dict[Named, Exact] = {(project.number, project.title): share for project, share in one.projects.items()}
    return found or {("", _("Uden projekt")): 1}


Divide = Callable[[Known], dict[Named, Exact]]
WAYS: dict[str, tuple[Any, Divide]] = {
    "omraade": (lazy("Pr. område"), _areas),
    "maal": (lazy("Pr. mål"), _goals),
    "projekt": (lazy("Pr. projekt"), _projects),
}


def divide_by(by_key: Mapping[int, Known], shares: Divide) -> Callable[[int], Mapping[Named, Exact]]:
    """The shares of a benefit by its key."""
    return lambda key: shares(by_key[key])


def overview(pool: Pool, year: int) -> dict[str, Any]:
    """The page's values."""
    found = years(pool.known, range(year - BEHIND, year + AHEAD + 1), pool.on, pool.method)
    parts = [part for unit in UNITS if (part := _unit_part(pool, found, year, Block.MAIN, unit))]
    beside = [
        (str(BLOCK_WORDS[block]), _said_apart(block), rows)
        for block in (Block.AVOIDED, Block.NEGATIVE, Block.POTENTIAL)
        if (rows := _apart(pool, found, block))
    ]
    return {
        "year": year,
        "parts": parts,
        "beside": beside,
        "levels": levels_of(pool),
        "suspected": suspects(pool),
        "percent": pool.percent,
    }


def _apart(pool: Pool, found: Mapping[int, Year], block: Block) -> list[SumRow]:
    """The years in which what stands apart is anything."""
    return [
        sum_row(f"{number} · {unit}", _url(number, block, unit), part, unit, pool)
        for unit in UNITS
        for number, one in sorted(found.items())
        if (part := one.total(block, unit)).count or part.measured or part.taken
    ]


def _said_apart(block: Block) -> str:
    return {
        Block.AVOIDED: _("Penge, der ellers skulle have været brugt. De står for sig og er ikke lagt til."),
        Block.NEGATIVE: _("Det, der bliver dyrere eller sværere for nogen. De står for sig og er ikke trukket fra."),
        Block.POTENTIAL: _("Endnu kun muligheder. De er ikke lagt til noget."),
    }[block]


def _unit_part(pool: Pool, found: Mapping[int, Year], year: int, block: Block, unit: str) -> UnitPart | None:
    if not any(one.of(block, unit) for one in found.values()):
        return None
    this = found[year]
    total = this.total(block, unit)
    by_key = pool.by_key()
    by_year = [
        sum_row(str(number), _url(number, block, unit), one.total(block, unit), unit, pool)
        for number, one in sorted(found.items())
    ]
    tables = [Table(_("Pr. år"), by_year, None)]
    whole_row = sum_row(_("I alt"), _url(year, block, unit), total, unit, pool)
    for slug, (title, shares) in WAYS.items():
        sums = this.by(block, unit, divide_by(by_key, shares))
        rows = [
            sum_row(str(name), _url(year, block, unit, **{slug: str(key or "-")}), part, unit, pool)
            for (key, name), part in sorted(sums.items(), key=lambda item: _last_if_none(item[0]))
            if part.count or part.measured or part.taken
        ]
        tables.append(Table(str(title), rows, whole_row))
    return UnitPart(unit, band_text(total.band, unit, pool.percent), whole_row, _lacking(total), tables)


def _last_if_none(key: Named) -> tuple[bool, str]:
    return (not key[0], sort_key(str(key[1])))


def _lacking(total: Sum) -> str:
    if not total.lacking:
        return ""
    return ngettext(
        "%(lacking)s af %(count)s har intet laveste og højeste.", "%(lacking)s af %(count)s har intet laveste og højeste.",
        total.lacking,
    ) % {"lacking": total.lacking, "count": total.count}  # fmt: skip


def _url(year: int, block: Block, unit: str, **more: str) -> str:
    return f"{INPUTS}?{urlencode({'aar': year, 'blok': BLOCK_SLUGS[block], 'enhed': UNIT_SLUGS[unit], **more})}"


def sum_row(words: str, url: str, part: Sum, unit: str, pool: Pool) -> SumRow:
    """A sum as a line, with its words and where it opens."""
    return SumRow(
        words=words,
        url=url,
        expected=number_text(part.expected),
        elsewhere=number_text(part.elsewhere) if part.elsewhere else "",
        credited=number_text(part.credited),
        band=""
        if part.band.is_point
        else f"{number_text(whole(part.band.low))} og {number_text(whole(part.band.high))}",
        measured=number_text(part.measured),
        taken=number_text(part.taken) if unit == MONEY else "",
        lacking=str(part.lacking) if part.lacking else "",
    )


def levels_of(pool: Pool) -> dict[str, Any] | None:
    """Those that are measured as a state: counted, never added."""
    found = [one for one in pool.known if not one.is_flow and one.block == Block.MAIN and one.row.state in OPEN]
    if not found:
        return None
    late = [one for one in found if one.is_late(pool.on)]
    return {"count": len(found), "late": len(late), "on_track": len(found) - len(late), "rows": late}


def suspects(pool: Pool) -> list[dict[str, Any]]:
    """Pairs that seem to count the same, and stand under no common ceiling."""
    by_key = pool.by_key()
    counted = [
        Counted(
            one.key,
            one.row.measure_name,
            frozenset(_folded(row.account) for row in one.budget),
            one.facts.group,
        )
        for one in pool.known
        if one.row.state != "dropped"
    ]
    names = {_folded(row.account): row.account for one in pool.known for row in one.budget}
    return [
        {"one": by_key[int(str(a))].row, "other": by_key[int(str(b))].row, "account": names[account]}
        for a, b, account in suspected(counted)
    ]


def _folded(account: str) -> str:
    return " ".join(account.casefold().split())


def method_page(pool: Pool, year: int) -> list[dict[str, Any]]:
    """The same sum with nothing following anything, with the municipality's choice, and with all following each other."""
    found = years(pool.known, [year], pool.on, pool.method)[year]
    answer = []
    for unit in UNITS:
        if not found.of(Block.MAIN, unit):
            continue
        rows = []
        for words, correlation in (
            (_("Ingen følges ad"), Decimal(0)),
            (_("Som kommunen har valgt"), pool.method.correlation),
            (_("Alle følges ad"), Decimal(1)),
        ):
            year_ = Year(year, Method(correlation, pool.method.reach), found.lines)
            total = year_.total(Block.MAIN, unit)
            rows.append(
                {
                    "words": words,
                    "correlation": number_text(correlation, 2),
                    "mean": amount_text(total.band.mean, unit),
                    "between": between(total.band, unit) or _("ingen usikkerhed sagt"),
                }
            )
        answer.append({"unit": unit, "rows": rows, "url": _url(year, Block.MAIN, unit)})
    return answer
