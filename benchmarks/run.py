"""Ours and the floor in turn, in one process: CPU per request, SQL, bytes, wall time, and the ratio to the floor."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils.timezone import localdate

from benchmarks import data, floor, imports, jobs, plans
from styrehjul.audit import unit
from styrehjul.audit.current import forget_all
from styrehjul.config import urls
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project

ROUNDS, COLD_ROUNDS = 30, 10
# What somebody wrote just before, and the column that tells what the next reader of the page then pays.
WRITES = ("punkt", "projekt", "person", "alt")
UNCHANGED = "api, uændret svar"


@dataclass
class Measured:
    """What one address cost."""

    name: str
    goal: float
    sql_goal: int
    cpu: list[float] = field(default_factory=list)
    cold: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in WRITES})
    cold_sql: dict[str, int] = field(default_factory=dict)
    wall: list[float] = field(default_factory=list)
    sql: int = 0
    size: int = 0
    headers: dict[str, str] = field(default_factory=dict)


def pages() -> list[tuple[str, str, float, int]]:
    """Name, address, goal to the floor, most SQL."""
    ordinary = Meeting.objects.filter(ended_at__isnull=False).order_by("-starts_at")
    crowded = max(ordinary[:20], key=lambda meeting: meeting.treatments.count())
    plain = min(ordinary[:20], key=lambda meeting: meeting.treatments.count())
    coming = Meeting.objects.filter(treatments__state="on_agenda").earliest("starts_at", "pk")
    return [
        ("gulv", "/gulv/", 1.0, 99),
        ("overblik", "/", 1.8, 15),
        ("møde, 12 punkter", plain.get_absolute_url(), 1.4, 12),
        ("møde, 40 punkter", crowded.get_absolute_url(), 2.0, 12),
        ("møde, forberedes", coming.get_absolute_url(), 1.4, 12),
        ("projekter", "/projekter/?sort=prioritet", 1.5, 8),
        ("projekt", Project.objects.filter(state="active").earliest("pk").get_absolute_url(), 1.3, 12),
        ("tidslinje", "/projekter/?vis=tidslinje", 3.0, 12),
        ("api, 100 projekter", "/api/v1/projects?limit=100", 1.0, 8),
        # The same asked for again with the ETag that it came with.
        (UNCHANGED, "/api/v1/projects?limit=100", 0.3, 8),
        ("som det var", f"/projekter/?pr={localdate() - timedelta(days=30)}", 3.0, 12),
    ]


def main(size: str, say: Callable[[str], None] = print) -> bool:
    """Measure in the database that is set up; True when every goal is met."""
    urls.urlpatterns.insert(0, path("gulv/", floor.floor))
    say(f"Laver data ({size}) ...")
    client = Client()
    client.force_login(data.make(size))
    measured = []
    for name, address, goal, most in pages():
        first = client.get(address)
        headers = {"If-None-Match": first["ETag"]} if name == UNCHANGED else {}
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address, headers=headers)
        if answer.status_code != (304 if headers else 200):
            sys.exit(f"{address} svarede {answer.status_code}")
        told = Measured(name, goal, most, sql=len(queries), size=len(answer.content), headers=headers)
        measured.append((address, told))
    for _round in range(ROUNDS):
        for address, result in measured:
            wall, cpu = time.perf_counter(), time.process_time()
            client.get(address, headers=result.headers)
            result.cpu.append(time.process_time() - cpu)
            result.wall.append(time.perf_counter() - wall)
    for kind in WRITES:
        for number in range(COLD_ROUNDS):
            for address, result in measured:
                client.get(address)
                write(kind, number)
                cpu = time.process_time()
                client.get(address)
                result.cold[kind].append(time.process_time() - cpu)
        for address, result in measured:
            write(kind, COLD_ROUNDS)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            result.cold_sql[kind] = len(queries)
    pages_met = report([result for _address, result in measured], say)
    jobs_met = jobs.report([*jobs.jobs(), *imports.jobs()], say)
    return plans.report(plans.solved(), say) and jobs_met and pages_met


def write(kind: str, number: int) -> None:
    """An item's summary, a project's status or a person's title is changed as by anybody; or nothing is kept at all."""
    if kind == "alt":
        forget_all()
        return
    noun: Any
    match kind:
        case "punkt":
            noun, column = Treatment.objects.filter(state="on_agenda").earliest("pk"), "summary"
        case "projekt":
            noun, column = Project.objects.earliest("pk"), "status_sentence"
        case _:
            noun, column = Person.objects.latest("pk"), "title"
    setattr(noun, column, f"Rettet {kind} {number} {time.monotonic_ns()}")
    by = Person.objects.earliest("pk")
    unit.run(lambda: unit.store(noun, by=by, at=data.NOW, action="benchmark.write"))


def report(results: list[Measured], say: Callable[[str], None]) -> bool:
    """Two tables, the floor first: what a page costs, and what it costs right after somebody has written."""
    base = statistics.median(results[0].cpu)
    say(
        f"{'side':18} {'CPU ms':>7} {'× gulv':>7} {'mål':>4} {'SQL':>4} {'højst':>5} {'kB':>6} {'p50 ms':>7} {'p95 ms':>7}"
    )
    met = True
    for result in results:
        cpu, wall = statistics.median(result.cpu), sorted(result.wall)
        ratio = cpu / base
        fine = ratio <= result.goal and result.sql <= result.sql_goal
        met &= fine
        say(
            f"{result.name:18} {cpu * 1000:7.1f} {ratio:7.2f} {result.goal:4.1f} {result.sql:4} {result.sql_goal:5} "
            f"{result.size / 1000:6.1f} {wall[len(wall) // 2] * 1000:7.1f} {wall[int(len(wall) * 0.95)] * 1000:7.1f}"
            f"{'' if fine else '   over målet'}"
        )
    say("")
    say(f"{'lige skrevet:':18} " + " ".join(f"{kind + ': ms':>12} {'× gulv':>7} {'SQL':>4}" for kind in WRITES))
    for result in results:
        columns = []
        for kind in WRITES:
            cold = statistics.median(result.cold[kind])
            columns.append(f"{cold * 1000:12.1f} {cold / base:7.2f} {result.cold_sql[kind]:4}")
        say(f"{result.name:18} " + " ".join(columns))
    return met
