"""Ceilings and who shares them."""

from __future__ import annotations

from datetime import date
from typing import Any

from styrehjul.benefits.domain.rounding import whole
from styrehjul.benefits.models import DoubleCountGroup
from styrehjul.benefits.queries.figures import years
from styrehjul.benefits.queries.overview import pool_of, suspects
from styrehjul.benefits.queries.trail import amount_words
from styrehjul.kernel.danish import number_text

AHEAD = 3


def groups_page(on: date) -> dict[str, Any]:
    """Every group with its ceiling, and the pairs that seem to count the same."""
    pool = pool_of(on)
    count: dict[int, int] = {}
    for one in pool.known:
        if (key := one.facts.group) is not None:
            count[key] = count.get(key, 0) + 1
    rows = [
        {"row": row, "ceiling": amount_words(row.ceiling), "count": count.get(row.pk, 0)}
        for row in DoubleCountGroup.objects.order_by("name", "pk")
    ]
    return {"rows": rows, "suspected": suspects(pool)}


def group_page(group: DoubleCountGroup, on: date) -> dict[str, Any]:
    """The members, and year by year what each claims and is credited with."""
    pool = pool_of(on)
    mine = {one.key: one for one in pool.known if one.facts.group == group.pk}
    wanted = list(range(on.year, on.year + AHEAD + 1))
    found = years(pool.known, wanted, on, pool.method)
    tables = []
    for year in wanted:
        lines = [line for line in found[year].lines if line.facts.key in mine]
        tables.append(
            {
                "year": year,
                "rows": [
                    {
                        "row": mine[line.facts.key].row,
                        "claim": number_text(line.expected),
                        "credited": number_text(line.credited),
                        "elsewhere": number_text(line.elsewhere) if line.elsewhere else "",
                    }
                    for line in lines
                ],
                "claim": number_text(sum(line.expected for line in lines)),
                "credited": number_text(sum(line.credited for line in lines)),
                "elsewhere": number_text(sum(line.elsewhere for line in lines)),
                "full": sum(line.claim.likely for line in lines) > group.ceiling,
            }
        )
    members = sorted((one.row.group_member for one in mine.values()), key=lambda member: (member.place, member.pk))
    return {
        "group": group,
        "ceiling": number_text(whole(group.ceiling)),
        "members": [
            {"row": member, "share": f"{amount_words(member.share)} %" if member.share is not None else ""}
            for member in members
        ],
        "tables": tables if mine else [],
    }
