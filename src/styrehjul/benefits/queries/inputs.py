"""What a sum is made of: its benefits, each with exactly what of it is in the sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from styrehjul.benefits.domain.ledger import Block, Line, Sum, line_parts
from styrehjul.benefits.domain.rollup import band_of
from styrehjul.benefits.domain.rounding import Exact, divided, whole
from styrehjul.benefits.queries.facts import Known
from styrehjul.benefits.queries.figures import years
from styrehjul.benefits.queries.overview import WAYS, Named, Pool, SumRow, divide_by, sum_row
from styrehjul.kernel.danish import number_text


@dataclass(frozen=True)
class InputRow:
    """One benefit behind a sum: exactly what of it is in the sum."""

    number: str
    title: str
    url: str
    project: str
    low: str
    likely: str
    high: str
    share: str
    expected: str
    elsewhere: str
    group: str
    group_url: str
    credited: str
    measured: str
    taken: str
    note: str


def inputs(pool: Pool, year: int, block: Block, unit: str, way: str, key: str) -> tuple[list[InputRow], SumRow, str]:
    """The benefits behind one number, the sum under them, and what the number is of."""
    found = years(pool.known, [year], pool.on, pool.method)[year]
    by_key, name = pool.by_key(), ""
    total = found.total(block, unit)
    rows = []
    for line in found.of(block, unit):
        one = by_key[line.facts.key]
        mine: Mapping[Named, Exact] = {("", ""): 1}
        wanted: Named = ("", "")
        if way:
            mine = WAYS[way][1](one)
            hit = next((pair for pair in mine if str(pair[0] or "-") == key), None)
            if hit is None:
                continue
            wanted, name = hit, str(hit[1])
        pieces = [divided(amount, mine)[wanted] for amount in line_parts(line)]
        if line.claim.likely or line.claim.high or any(pieces):
            rows.append(_input(one, line, pieces, mine, wanted))
    if way:
        shares = WAYS[way][1]
        sums = found.by(block, unit, divide_by(by_key, shares))
        total = next((part for pair, part in sums.items() if str(pair[0] or "-") == key), _nothing(pool))
    return rows, sum_row(_("I alt"), "", total, unit, pool), name


def _nothing(pool: Pool) -> Sum:
    return Sum(0, 0, 0, 0, band_of([], pool.method.correlation, pool.method.reach), 0, 0)


def _input(one: Known, line: Line, pieces: Sequence[int], mine: Mapping[Named, Exact], wanted: Named) -> InputRow:
    credited, elsewhere, measured, taken = pieces
    all_shares = sum((Fraction(share) for share in mine.values()), Fraction(0))
    share = Fraction(mine[wanted]) / all_shares if all_shares else Fraction(1, len(mine))
    group = one.row.group_member.group if line.joined is not None else None
    notes = [
        _("målt hele året") if line.is_measured else "",
        _("uden laveste og højeste") if line.lacks_interval else "",
    ]
    return InputRow(
        number=one.row.number,
        title=one.row.title,
        url=f"{one.row.get_absolute_url()}forloeb/",
        project=", ".join(project.title for project in one.projects),
        low=number_text(whole(line.claim.low)) if line.claim.has_interval else "",
        likely=number_text(whole(line.claim.likely)),
        high=number_text(whole(line.claim.high)) if line.claim.has_interval else "",
        share=f"{number_text(whole(share * 100))} %" if share != 1 else "",
        expected=number_text(credited + elsewhere),
        elsewhere=number_text(elsewhere) if elsewhere else "",
        group=str(group) if group else "",
        group_url=group.get_absolute_url() if group else "",
        credited=number_text(credited),
        measured=number_text(measured),
        taken=number_text(taken),
        note=", ".join(note for note in notes if note),
    )
