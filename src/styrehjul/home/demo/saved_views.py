"""Lists that the demo's people kept: two shared by the one who keeps the portfolio, one of a chief's own."""

from __future__ import annotations

from datetime import datetime

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.portfolio.actions import save_view


def keep(demo: Demo, at: datetime) -> None:
    """What the portfolio's administrator shows to all, and what one chief keeps for the area."""
    karen = demo.people["karen"]
    for name, query in (
        ("Tværgående, der er i gang", "kategori=tvaergaaende&tilstand=loebende"),
        ("Mangler en projektleder", "mangler=leder&tilstand=loebende"),
    ):
        do(save_view, name=name, query=query, shared=True, by=karen, at=at)
    area = demo.units["omsorg"]
    do(save_view, name="Mit område", query=f"omraade={area.pk}&tilstand=aabne", by=demo.people["birgit"], at=at)
