"""Agendas and minutes made into files, outside any transaction: what the action then keeps if nothing has changed."""

from styrehjul.meetings.building.agendas import agenda_doc, build_agenda
from styrehjul.meetings.building.changes import build_changes
from styrehjul.meetings.building.minutes import build_correction, build_minutes, minutes_doc
from styrehjul.meetings.building.parts import MEMBERS, OPEN

__all__ = [
    "MEMBERS", "OPEN", "agenda_doc", "build_agenda", "build_changes", "build_correction", "build_minutes", "minutes_doc",
]  # fmt: skip
