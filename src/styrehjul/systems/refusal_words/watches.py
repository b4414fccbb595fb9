"""What watches say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "watch.closed": (
        _("Der er allerede taget hånd om datoen, eller den er flyttet."),
        _("Se listen over datoer: den viser, hvordan det står nu."),
    ),
}
