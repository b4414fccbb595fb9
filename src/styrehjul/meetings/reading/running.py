"""Who saved what and when, in words, on the page of a running meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import clock
from styrehjul.meetings.queries.running import Saved


def saved_words(saved: Saved | None) -> str:
    """ "Gemt kl. 9.42 af Peter Skov"; nothing before the first save."""
    return _("Gemt kl. %(at)s af %(who)s") % {"at": clock(saved.at), "who": saved.name} if saved else ""


def also_words(others: Sequence[Saved], numbers: Mapping[int, str]) -> list[str]:
    """ "Stine Holm skriver også her: punkt 4, kl. 9.42". A notice; nobody is locked out."""
    return [
        _("%(who)s skriver også her: %(what)s, kl. %(at)s.")
        % {
            "who": row.name,
            "what": _("punkt %(n)s") % {"n": numbers.get(row.item, "")} if row.item else _("fremmødet"),
            "at": clock(row.at),
        }
        for row in others
    ]
