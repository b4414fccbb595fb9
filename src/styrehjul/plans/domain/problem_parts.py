"""The parts of a problem file, each read into its value; what is wrong is gathered and the reading goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.problem import (
    FORMAT,
    TOTAL,
    Group,
    Item,
    Options,
    Period,
    Pool,
    Problem,
    Requirement,
    Synergy,
)
from styrehjul.plans.domain.problem_fields import MOST_PERIODS, Faults, FieldReader, escaped, few

MOST_ITEMS, MOST_STARTS, MOST_POOLS = 5_000, 200_000, 400
LONGEST_DURATION = 400


class Reader(FieldReader):
    """Reads one problem; every fault goes to `faults`."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(faults)
        self.periods: tuple[Period, ...] = ()
        self.pools: dict[str, Pool] = {}
        self.items: dict[str, Item] = {}

    def problem(self, whole: Any, sha256: str) -> Problem | None:
        if not self.is_object(
            whole, "", {"format", "name", "periods", "pools", "items", "requires", "excludes", "groups", "synergies", "reference", "options"}
        ):  # fmt: skip
            return None
        if whole.get("format") != FORMAT:
            self.faults.add("/format", "format", f"skal være “{FORMAT}”")
            return None
        self.periods = self.read_periods(whole.get("periods"))
        self.period_at = {period.id: number for number, period in enumerate(self.periods)}
        self.each(whole, "pools", self.pool, most=MOST_POOLS)
        self.each(whole, "items", self.item, most=MOST_ITEMS, required=True)
        if sum(len(item.starts) for item in self.items.values()) > MOST_STARTS:
            self.faults.add("/items", "size", f"mere end {MOST_STARTS:,} mulige starter".replace(",", "."))
        requires = self.each(whole, "requires", self.requirement)
        self.refuse_circles(requires)
        groups = self.each(whole, "groups", self.group)
        self.refuse_same_ids(groups, "/groups")
        problem = Problem(
            name=self.text(whole, "name", ""),
            periods=self.periods,
            pools=tuple(self.pools.values()),
            items=tuple(self.items.values()),
            requires=tuple(requires),
            excludes=tuple(self.each(whole, "excludes", lambda row, at: self.item_list(row, at, least=2))),
            groups=tuple(groups),
            synergies=tuple(self.each(whole, "synergies", self.synergy)),
            reference=self.reference(whole.get("reference", {})),
            options=self.options(whole.get("options", {})),
            sha256=sha256,
        )
        return None if self.faults.found else problem

    # The parts

    def read_periods(self, rows: Any) -> tuple[Period, ...]:
        if rows is None:
            return (Period("1"),)
        if not self.is_a(rows, list, "/periods"):
            return (Period("1"),)
        if not 1 <= len(rows) <= MOST_PERIODS:
            self.faults.add("/periods", "length", f"skal have 1-{MOST_PERIODS} perioder")
            return (Period("1"),)
        read = []
        for number, row in enumerate(rows):
            at = f"/periods/{number}"
            if self.is_object(row, at, {"id", "year"}):
                year = row.get("year")
                if year is not None and not self.is_a(year, int, f"{at}/year"):
                    year = None
                read.append(Period(self.text(row, "id", at=at), year))
        self.refuse_same_ids(read, "/periods")
        return tuple(read) or (Period("1"),)

    def pool(self, row: Any, at: str) -> Pool | None:
        if not self.is_object(row, at, {"id", "name", "unit", "per", "capacity"}):
            return None
        key = self.text(row, "id", at=at)
        if key in self.pools:
            self.faults.add(f"{at}/id", "duplicate", f"puljen {key} står to gange")
        per = row.get("per", "period")
        if per not in ("period", "year", "total"):
            self.faults.add(f"{at}/per", "type", "skal være “period”, “year” eller “total”")
            return None
        if per == "period":
            slots, slot_of = [period.id for period in self.periods], list(range(len(self.periods)))
        elif per == "total":
            slots, slot_of = [TOTAL], [0] * len(self.periods)
        else:
            if any(period.year is None for period in self.periods):
                self.faults.add(f"{at}/per", "capacity", "puljen regnes pr. år, men perioderne har ikke alle et år")
                return None
            slots = list(dict.fromkeys(str(period.year) for period in self.periods))
            slot_of = [slots.index(str(period.year)) for period in self.periods]
        capacity = self.capacity(row, at, slots)
        if capacity is None:
            return None
        name = self.text(row, "name", key, at=at)
        self.pools[key] = pool = Pool(
            key, name, self.text(row, "unit", "", at=at), per, tuple(slots), tuple(slot_of), capacity
        )
        return pool

    def capacity(self, row: dict[str, Any], at: str, slots: list[str]) -> tuple[Decimal, ...] | None:
        at = f"{at}/capacity"
        if "capacity" not in row:
            self.faults.add(at, "capacity", "mangler: hvor meget er der?")
            return None
        given = row["capacity"]
        if isinstance(given, list):
            if len(given) != len(slots):
                self.faults.add(at, "length", f"liste på {len(given)} tal, men der er {len(slots)} at fordele på")
                return None
            return self.numbers(given, at, least=0)
        if isinstance(given, dict):
            for key in given:
                if key not in slots:
                    self.faults.add(f"{at}/{escaped(key)}", "unknown", f"{key} er ikke blandt {few(slots)}")
            lacking = [slot for slot in slots if slot not in given]
            if lacking:
                self.faults.add(at, "capacity", f"mangler {few(lacking)}")
                return None
            found = [self.number(given[slot], f"{at}/{escaped(slot)}", least=0) for slot in slots]
        else:
            number = self.number(given, at, least=0)
            found = [number] * len(slots)
        return None if any(number is None for number in found) else tuple(n for n in found if n is not None)

    def item(self, row: Any, at: str) -> Item | None:
        fields = {"id", "name", "value", "duration", "starts", "may_continue", "must", "out", "reason", "demand"}
        if not self.is_object(row, at, fields):
            return None
        key = self.text(row, "id", at=at)
        if key in self.known:
            self.faults.add(f"{at}/id", "duplicate", f"{key} står to gange")
        self.known.add(key)
        duration = self.whole(row.get("duration", 1), f"{at}/duration", least=1, most=LONGEST_DURATION)
        must, out = self.flag(row, "must", at), self.flag(row, "out", at)
        may_continue = self.flag(row, "may_continue", at)
        if must and out:
            self.faults.add(f"{at}/out", "must_out", f"{key} kan ikke både være bundet og holdes ude")
        values = self.values(row, at)
        demand = self.demand(row.get("demand", {}), f"{at}/demand", duration) if duration else {}
        allowed = self.starts(row.get("starts"), f"{at}/starts")
        if duration is None or values is None:
            return None
        last = len(self.periods) - 1
        starts = [s for s in allowed if values[s] is not None and (may_continue or s + duration - 1 <= last)]
        self.items[key] = item = Item(
            key, self.text(row, "name", key, at=at), values, tuple(starts), duration, may_continue, must, out,
            self.text(row, "reason", "", at=at), demand,
        )  # fmt: skip
        return item

    def values(self, row: dict[str, Any], at: str) -> tuple[Decimal | None, ...] | None:
        at = f"{at}/value"
        if "value" not in row:
            self.faults.add(at, "type", "mangler: hvad er det værd?")
            return None
        given = row["value"]
        if not isinstance(given, list):
            number = self.number(given, at)
            return None if number is None else (number,) * len(self.periods)
        if len(given) != len(self.periods):
            self.faults.add(at, "length", f"liste på {len(given)} tal, men der er {len(self.periods)} perioder")
            return None
        return tuple(None if v is None else self.number(v, f"{at}/{number}") for number, v in enumerate(given))

    def starts(self, rows: Any, at: str) -> list[int]:
        if rows is None:
            return list(range(len(self.periods)))
        if not self.is_a(rows, list, at):
            return []
        found = set()
        for number, key in enumerate(rows):
            place = self.period(key, f"{at}/{number}")
            if place is not None:
                found.add(place)
        return sorted(found)

    def demand(self, given: Any, at: str, duration: int) -> dict[str, tuple[Decimal, ...]]:
        read: dict[str, tuple[Decimal, ...]] = {}
        if not self.is_a(given, dict, at):
            return read
        for pool, amount in given.items():
            here = f"{at}/{escaped(pool)}"
            if pool not in self.pools:
                self.faults.add(here, "unknown", f"puljen {pool} findes ikke")
            elif isinstance(amount, list):
                if len(amount) != duration:
                    self.faults.add(here, "length", f"liste på {len(amount)} tal, men duration er {duration}")
                elif numbers := self.numbers(amount, here, least=0):
                    read[pool] = numbers
            elif (number := self.number(amount, here, least=0)) is not None:
                read[pool] = (number,) * duration
        return read

    def requirement(self, row: Any, at: str) -> Requirement | None:
        if not self.is_object(row, at, {"item", "needs", "when", "lag"}):
            return None
        item, needs = self.known_item(row.get("item"), f"{at}/item"), self.known_item(row.get("needs"), f"{at}/needs")
        when = row.get("when", "finished")
        if when not in ("finished", "started", "chosen"):
            self.faults.add(f"{at}/when", "type", "skal være “finished”, “started” eller “chosen”")
            return None
        lag = self.whole(row.get("lag", 0), f"{at}/lag", least=0, most=MOST_PERIODS)
        if item is None or needs is None or lag is None:
            return None
        if item == needs:
            self.faults.add(at, "cycle", f"{item} kan ikke forudsætte sig selv")
            return None
        return Requirement(item, needs, when, lag)

    def refuse_circles(self, requires: Iterable[Requirement]) -> None:
        needs: dict[str, list[str]] = {}
        for row in requires:
            needs.setdefault(row.item, []).append(row.needs)
        circle = circle_in(needs)
        if circle:
            self.faults.add("/requires", "cycle", f"forudsætningerne går i ring: {' → '.join(circle)}")

    def group(self, row: Any, at: str) -> Group | None:
        fields = {"id", "items", "min", "max", "max_active", "max_starts", "min_demand", "max_demand"}
        if not self.is_object(row, at, fields):
            return None
        key, items = self.text(row, "id", at=at), self.item_list(row.get("items"), f"{at}/items", least=1)
        limits = {
            name: self.whole(row[name], f"{at}/{name}", least=0) if row.get(name) is not None else None
            for name in ("min", "max", "max_active", "max_starts")
        }
        least, most = limits["min"], limits["max"]
        if least is not None and most is not None and least > most:
            self.faults.add(f"{at}/min", "min_max", f"min {least} er større end max {most}")
        low, high = self.amounts(row, "min_demand", at), self.amounts(row, "max_demand", at)
        for pool in low:
            if pool in high and low[pool] > high[pool]:
                self.faults.add(f"{at}/min_demand/{escaped(pool)}", "min_max", "det mindste er større end det største")
        if items is None:
            return None
        return Group(key, items, least, most, limits["max_active"], limits["max_starts"], low, high)

    def amounts(self, row: dict[str, Any], name: str, at: str) -> dict[str, Decimal]:
        given, at = row.get(name, {}), f"{at}/{name}"
        read: dict[str, Decimal] = {}
        if not self.is_a(given, dict, at):
            return read
        for pool, amount in given.items():
            here = f"{at}/{escaped(pool)}"
            if pool not in self.pools:
                self.faults.add(here, "unknown", f"puljen {pool} findes ikke")
            elif (number := self.number(amount, here, least=0)) is not None:
                read[pool] = number
        return read

    def synergy(self, row: Any, at: str) -> Synergy | None:
        if not self.is_object(row, at, {"items", "value"}):
            return None
        items = self.item_list(row.get("items"), f"{at}/items", least=2)
        value = self.number(row.get("value"), f"{at}/value")
        return None if items is None or value is None else Synergy(items, value)

    def reference(self, given: Any) -> dict[str, int | None]:
        read: dict[str, int | None] = {}
        if given is None or not self.is_a(given, dict, "/reference"):
            return read
        for key, period in given.items():
            at = f"/reference/{escaped(key)}"
            if self.known_item(key, at) is not None:
                read[key] = None if period is None else self.period(period, at)
        return read

    def options(self, given: Any) -> Options:
        if not self.is_object(given, "/options", {"gap", "node_limit", "time_limit", "explain"}):
            return Options()
        gap = self.number(given.get("gap", 0), "/options/gap", least=0)
        time = self.number(given.get("time_limit", 30), "/options/time_limit", least=0)
        nodes = given.get("node_limit")
        if nodes is not None:
            nodes = self.whole(nodes, "/options/node_limit", least=1)
        explain = given.get("explain", "basic")
        if explain not in ("basic", "full"):
            self.faults.add("/options/explain", "type", "skal være “basic” eller “full”")
        if gap is not None and gap > 1:
            self.faults.add("/options/gap", "number", "skal være en andel mellem 0 og 1")
        return Options(gap or Decimal(0), nodes, time or Decimal(30), explain)

    def each(
        self, whole: dict[str, Any], name: str, read: Callable[[Any, str], Any], *, most: int = MOST_STARTS,
        required: bool = False,
    ) -> list[Any]:  # fmt: skip
        if name not in whole and required:
            self.faults.add(f"/{name}", "type", "mangler")
        rows = whole.get(name, [])
        if not self.is_a(rows, list, f"/{name}"):
            return []
        if len(rows) > most:
            self.faults.add(f"/{name}", "size", f"højst {most} ad gangen; her er {len(rows)}")
            return []
        read_rows = [read(row, f"/{name}/{number}") for number, row in enumerate(rows)]
        return [value for value in read_rows if value is not None]


def circle_in(needs: dict[str, list[str]]) -> list[str]:
    """The first circle, its first name again at its end; empty where there is none."""
    done: set[str] = set()
    for first in needs:
        path: list[str] = []
        ways = [iter([first])]
        while ways:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                if path:
                    done.add(path.pop())
            elif step in path:
                return [*path[path.index(step) :], step]
            elif step not in done:
                path.append(step)
                ways.append(iter(needs.get(step, [])))
    return []
