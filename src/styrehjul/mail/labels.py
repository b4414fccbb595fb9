"""Danish words for the states of a message."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrehjul.mail.domain import State

STATE: dict[StrEnum, Any] = {
    State.PENDING: _("Venter"),
    State.SENDING: _("Sendes"),
    State.SENT: _("Sendt"),
    State.FAILED: _("Ikke leveret"),
    State.UNKNOWN: _("Afsendelse ukendt"),
    State.HELD: _("Holdt tilbage"),
}
