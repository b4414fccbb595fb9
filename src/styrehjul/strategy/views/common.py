"""What the pages of the strategy share."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext_lazy as _

HOME = "/strategi/"
TRAIL: list[tuple[Any, str]] = [(_("Strategi og viden"), HOME)]
M = TypeVar("M", bound=Model)


def find(kind: type[M], key: int, *related: str, said: Any) -> M:
    """The row with that key, or a 404 in words."""
    found = kind._default_manager.select_related(*related).filter(pk=key).first() if key < 2**63 else None
    if found is None:
        raise Http404(said)
    return found
