"""The problem as a linear programme in whole numbers, as plain lists: no solver is known here.

Columns are one per item and allowed start, and one per synergy. With `relaxed` every limit may be overdrawn at a price,
which tells what is in the way of a plan that cannot be made.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from styrehjul.plans.domain.checking import in_time
from styrehjul.plans.domain.exact import Exact

INFINITE = math.inf
# Hours can be found before a rule is broken: one broken rule weighs as much as a thousand pools overdrawn in full.
RULE_WEIGHT = 1000.0
# A solver's tolerances are absolute: numbers above the first are brought down to the second, and a step of value below
# the third cannot be told from none.
LARGEST, SCALED, SMALLEST_STEP = 1e7, 1e6, 1e-3


@dataclass
class Matrix:
    """maximise cost * x where lower <= A x <= upper, 0 <= x <= top, x whole."""

    cost: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[dict[int, float]] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)  # the first ones: (item, start)
    at: dict[tuple[int, int], int] = field(default_factory=dict)
    of_item: dict[int, list[int]] = field(default_factory=dict)
    factor: float = 1.0  # one smallest unit of value in the costs
    unit: int = 1  # all values are multiples of so many smallest units
    provable: bool = True  # the costs tell two plans of different value apart

    def column(self, cost: float, top: float = 1.0, *, whole: bool = True) -> int:
        self.cost.append(cost)
        self.top.append(top)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, entries: Mapping[int, float], lower: float = -INFINITE, upper: float = INFINITE) -> int:
        largest = max((abs(a) for a in entries.values()), default=0.0)
        scale = 1.0 if largest <= LARGEST else SCALED / largest
        self.rows.append({c: a * scale for c, a in entries.items() if a})
        self.lower.append(lower * scale)
        self.upper.append(upper * scale)
        return len(self.rows) - 1

    def settle_costs(self) -> None:
        """Costs in the largest whole unit they share, so that a solver sees small whole numbers."""
        whole = [int(cost) for cost in self.cost]
        self.unit = math.gcd(*whole) or 1
        largest = max((abs(cost) for cost in whole), default=0)
        self.factor = 1.0 / self.unit if largest <= LARGEST * self.unit else SCALED / largest
        self.provable = self.factor * self.unit >= SMALLEST_STEP
        self.cost = [cost * self.factor for cost in self.cost]

    def bound(self, number: float) -> int | None:
        """The best value that a solver's bound leaves room for, in smallest units; None: no bound."""
        if not math.isfinite(number):
            return None
        tolerance = min(1e-6 * max(1.0, abs(number)), 0.5)
        return math.floor((number + tolerance) / (self.factor * self.unit)) * self.unit

    def starts(self, x: Iterable[float]) -> dict[int, int]:
        """The plan that a solver's numbers mean."""
        return {j: s for (j, s), value in zip(self.columns, x, strict=False) if value > 0.5}


class Builder:
    """Makes the matrix of one problem; `relaxed` gives every limit but the starts a slack."""

    def __init__(self, e: Exact, *, relaxed: bool = False) -> None:
        self.e, self.relaxed, self.m = e, relaxed, Matrix()

    def build(self) -> Matrix:
        e, m = self.e, self.m
        for j, item in enumerate(e.items):
            starts = () if item.out else item.starts
            m.of_item[j] = []
            for s in starts:
                column = m.column(0.0 if self.relaxed else float(e.value(j, s)))
                m.columns.append((j, s))
                m.at[j, s] = column
                m.of_item[j].append(column)
        for j, item in enumerate(e.items):
            if item.must:
                slack = self.slack(RULE_WEIGHT * 10, most=1)
                m.row({**dict.fromkeys(m.of_item[j], 1.0), **slack(1.0)}, 1.0, 1.0)
            elif len(m.of_item[j]) > 1:
                m.row(dict.fromkeys(m.of_item[j], 1.0), upper=1.0)
        self.pools()
        self.requirements()
        for members in e.excludes:
            columns = [c for j in members for c in m.of_item[j]]
            slack = self.slack(RULE_WEIGHT, most=len(members))
            m.row({**dict.fromkeys(columns, 1.0), **slack(-1.0)}, upper=1.0)
        self.groups()
        if not self.relaxed:
            self.synergies()
            m.settle_costs()
        return m

    def slack(self, weight: float, *, most: float = INFINITE) -> _Slack:
        return _Slack(self.m.column(-weight, most, whole=False) if self.relaxed else None)

    def pools(self) -> None:
        e, m = self.e, self.m
        rows: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
        for column, (j, s) in enumerate(m.columns):
            for k, slot, amount in e.use(j, s):
                rows[k, slot][column] = float(amount)
        for (k, slot), row in sorted(rows.items()):
            capacity = e.capacity[k][slot]
            if sum(max((row.get(c, 0.0) for c in m.of_item[j]), default=0.0) for j in m.of_item) <= capacity:
                continue
            # Everything in the row is a multiple of the divisor, so the capacity may be rounded down to one too.
            divisor = 1 if self.relaxed else math.gcd(*(int(a) for a in row.values()))
            slack = self.slack(1.0 / max(capacity, *row.values()))
            m.row({**{c: a / divisor for c, a in row.items()}, **slack(-1.0)}, upper=float(capacity // divisor))

    def requirements(self) -> None:
        e, m = self.e, self.m
        for j, needs in enumerate(e.needs):
            for i, when, lag in needs:
                slack = self.slack(RULE_WEIGHT, most=1)
                own = [m.columns[c][1] for c in m.of_item[j]]
                # `chosen` is one row over all starts; else one row per start, over the starts up to it.
                for s in own[-1:] if when == "chosen" else own:
                    row = {m.at[j, t]: 1.0 for t in own if t <= s}
                    row |= {c: -1.0 for c in m.of_item[i] if in_time(e, m.columns[c][1], i, s, when, lag)}
                    m.row({**row, **slack(-1.0)}, upper=0.0)

    def groups(self) -> None:
        e, m = self.e, self.m
        for rule in e.groups:
            group, every = rule.group, [c for j in rule.members for c in m.of_item[j]]

            if group.least:
                slack = self.slack(RULE_WEIGHT)
                m.row({**dict.fromkeys(every, 1.0), **slack(1.0)}, lower=float(group.least))
            if group.most is not None:
                slack = self.slack(RULE_WEIGHT)
                m.row({**dict.fromkeys(every, 1.0), **slack(-1.0)}, upper=float(group.most))
            for limit, most in (("max_active", group.max_active), ("max_starts", group.max_starts)):
                if most is None:
                    continue
                for t in range(e.periods):
                    row = {
                        c: 1.0
                        for c in every
                        if (e.active(*m.columns[c], t) if limit == "max_active" else m.columns[c][1] == t)
                    }
                    slack = self.slack(RULE_WEIGHT)
                    if len({m.columns[c][0] for c in row}) > most:
                        m.row({**row, **slack(-1.0)}, upper=float(most))
            for k in {**rule.min_demand, **rule.max_demand}:
                row = {c: float(sum(a for p, _slot, a in e.use(*m.columns[c]) if p == k)) for c in every}
                weight = RULE_WEIGHT / max(1, rule.min_demand.get(k, 0), rule.max_demand.get(k, 0))
                if rule.min_demand.get(k):
                    slack = self.slack(weight)
                    m.row({**row, **slack(1.0)}, lower=float(rule.min_demand[k]))
                if k in rule.max_demand:
                    slack = self.slack(weight)
                    m.row({**row, **slack(-1.0)}, upper=float(rule.max_demand[k]))

    def synergies(self) -> None:
        e, m = self.e, self.m
        for members, worth in e.synergies:
            z = m.column(float(worth))
            if worth > 0:
                for j in members:
                    m.row({z: 1.0, **dict.fromkeys(m.of_item[j], -1.0)}, upper=0.0)
            else:
                every = [c for j in members for c in m.of_item[j]]
                m.row({z: 1.0, **dict.fromkeys(every, -1.0)}, lower=1.0 - len(members))


@dataclass(frozen=True)
class _Slack:
    column: int | None

    def __call__(self, sign: float) -> dict[int, float]:
        return {} if self.column is None else {self.column: sign}
