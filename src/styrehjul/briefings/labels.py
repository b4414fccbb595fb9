"""The Danish words of briefings."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrehjul.briefings.domain.states import Audience, BriefingState

BRIEFING_STATE: dict[StrEnum, Promise] = {
    BriefingState.DRAFT: _("Kladde"),
    BriefingState.WITH_CHAIR: _("Hos formanden"),
    BriefingState.APPROVED: _("Godkendt"),
    BriefingState.SENT: _("Sendt"),
}
AUDIENCE: dict[StrEnum, Promise] = {
    Audience.BOARD: _("Direktionen"),
    Audience.FORUM: _("Chefforum"),
}
