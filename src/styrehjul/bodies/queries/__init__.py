"""Reads about bodies: the kommissorium of a day, seats of a person, composition, decision rights."""

from styrehjul.bodies.queries.composition import (
    BodyComposition,
    composition_of,
    composition_on,
    consents_awaiting,
    deviations,
)
from styrehjul.bodies.queries.rules import (
    Right,
    Standing,
    active_bodies,
    area_of,
    bodies_q,
    body_key,
    calendar,
    fed_bodies,
    holder_of,
    kommissorium_on,
    municipality,
    newest_version,
    preparing_chair,
    right_for,
    rules_of,
    standing_of,
    text_of,
    version_on,
)
from styrehjul.bodies.queries.todos import next_for

__all__ = [
    "BodyComposition", "Right", "Standing", "active_bodies", "area_of", "bodies_q", "body_key", "calendar",
    "composition_of", "composition_on", "consents_awaiting", "deviations", "fed_bodies", "holder_of", "kommissorium_on",
    "municipality", "newest_version", "next_for", "preparing_chair", "right_for", "rules_of", "standing_of", "text_of",
    "version_on",
]  # fmt: skip
