"""Danish words for what a strategy, a goal and a measure can stand in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.strategy.domain.words import Cadence, Direction, GoalKind, RelationKind, StrategyKind

STRATEGY_KIND: Labels = {
    StrategyKind.DIGITAL: _("Digitaliseringsstrategi"),
    StrategyKind.OTHER: _("En af kommunens øvrige strategier"),
    StrategyKind.JOINT: _("Fælleskommunal strategi"),
}
GOAL_KIND: Labels = {
    GoalKind.GOAL: _("Mål"),
    GoalKind.GUIDING_MARK: _("Pejlemærke"),
}
DIRECTION: Labels = {
    Direction.UP: _("Tallet skal op"),
    Direction.DOWN: _("Tallet skal ned"),
    Direction.KEEP: _("Tallet skal holdes"),
}
CADENCE: Labels = {
    Cadence.MONTH: _("Hver måned"),
    Cadence.QUARTER: _("Hvert kvartal"),
    Cadence.HALF_YEAR: _("Hvert halve år"),
    Cadence.YEAR: _("Hvert år"),
}
RELATION: Labels = {
    RelationKind.SUPPORTS: _("Støtter"),
    RelationKind.NEEDS: _("Har brug for"),
    RelationKind.CONFLICTS: _("Er i konflikt med"),
}
