"""The Danish words of the wheel's own things."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrehjul.wheel.domain.seminars import Place

PLACE: Mapping[StrEnum, Any] = {
    Place.SEAT: _("Tilmeldt"),
    Place.WAITING: _("På venteliste"),
    Place.GONE: _("Afmeldt"),
}
