"""Who was there at one item: comings and goings, guests, and those who may not take part in it."""

from __future__ import annotations

from enum import StrEnum


class Presence(StrEnum):
    """What is noted of one person at one item."""

    LEFT = "left"
    JOINED = "joined"
    GUEST = "guest"
    # Inhabil: a personal interest keeps the member from the treatment (forvaltningsloven kap. 2).
    CONFLICTED = "conflicted"
    # Kept out for another reason that the chair gave.
    EXCLUDED = "excluded"


# These lose the item, its annexes and the draft of its decision from the moment of marking.
BARRED = frozenset({Presence.CONFLICTED, Presence.EXCLUDED})
# What can only be seen while it happens.
IN_THE_ROOM = frozenset({Presence.LEFT, Presence.JOINED})


def words(kind: Presence, name: str, clock: str = "", note: str = "") -> str:
    """The line of the minutes: "Mette Lund forlod mødet kl. 9.42"."""
    at = f" kl. {clock}" if clock else ""
    said = {
        Presence.LEFT: f"{name} forlod mødet{at}",
        Presence.JOINED: f"{name} kom til stede{at}",
        Presence.GUEST: f"{name} deltog som gæst under punktet",
        Presence.CONFLICTED: f"{name} er inhabil og deltog ikke i behandlingen",
        Presence.EXCLUDED: f"{name} deltog ikke i behandlingen",
    }[kind]
    return f"{said} ({note})." if note else f"{said}."
