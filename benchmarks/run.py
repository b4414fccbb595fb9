"""Ours and the floor in turn, in one process: CPU per request, SQL, bytes, wall time, and the ratio to the floor."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from benchmarks import data, floor
from styrehjul.audit.unit import record
from styrehjul.config import urls
from styrehjul.meetings.models import Meeting

ROUNDS, COLD_ROUNDS = 30, 10


@dataclass
class Measured:
    """What one address cost."""

    name: str
    goal: float
    sql_goal: int
    cpu: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    sql: int = 0
    size: int = 0


def pages() -> list[tuple[str, str, float, int]]:
    """Name, address, goal to the floor, most SQL."""
    ordinary = Meeting.objects.filter(ended_at__isnull=False).order_by("-starts_at")
    crowded = max(ordinary[:20], key=lambda meeting: meeting.treatments.count())
    plain = min(ordinary[:20], key=lambda meeting: meeting.treatments.count())
    return [
        ("gulv", "/gulv/", 1.0, 99),
        ("overblik", "/", 1.8, 15),
        ("møde, 12 punkter", plain.get_absolute_url(), 1.4, 12),
        ("møde, 40 punkter", crowded.get_absolute_url(), 2.0, 12),
        ("projekter", "/projekter/?sort=prioritet", 1.5, 8),
    ]


def main(size: str, say: Callable[[str], None] = print) -> bool:
    """Measure in the database that is set up; True when every goal is met."""
    urls.urlpatterns.insert(0, path("gulv/", floor.floor))
    say(f"Laver data ({size}) ...")
    client = Client()
    client.force_login(data.make(size))
    measured = []
    for name, address, goal, most in pages():
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if answer.status_code != 200:
            sys.exit(f"{address} svarede {answer.status_code}")
        measured.append((address, Measured(name, goal, most, sql=len(queries), size=len(answer.content))))
    for _round in range(ROUNDS):
        for address, result in measured:
            wall, cpu = time.perf_counter(), time.process_time()
            client.get(address)
            result.cpu.append(time.process_time() - cpu)
            result.wall.append(time.perf_counter() - wall)
    for _round in range(COLD_ROUNDS):
        for address, result in measured:
            record("benchmark.write", by=None, at=data.NOW)  # now nothing that was kept holds any more
            cpu = time.process_time()
            client.get(address)
            result.cold.append(time.process_time() - cpu)
    return report([result for _address, result in measured], say)


def report(results: list[Measured], say: Callable[[str], None]) -> bool:
    """The table, the floor first."""
    base = statistics.median(results[0].cpu)
    say(
        f"{'side':18} {'CPU ms':>7} {'× gulv':>7} {'mål':>4} {'SQL':>4} {'højst':>5} {'lige skrevet: ms':>17} {'× gulv':>7} {'kB':>6} {'p50 ms':>7} {'p95 ms':>7}"
    )
    met = True
    for result in results:
        cpu, wall = statistics.median(result.cpu), sorted(result.wall)
        ratio, cold = cpu / base, statistics.median(result.cold)
        fine = ratio <= result.goal and result.sql <= result.sql_goal
        met &= fine
        say(
            f"{result.name:18} {cpu * 1000:7.1f} {ratio:7.2f} {result.goal:4.1f} {result.sql:4} {result.sql_goal:5} "
            f"{cold * 1000:17.1f} {cold / base:7.2f} {result.size / 1000:6.1f} {wall[len(wall) // 2] * 1000:7.1f} {wall[int(len(wall) * 0.95)] * 1000:7.1f}"
            f"{'' if fine else '   over målet'}"
        )
    return met
