"""What saved lists say no with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "view.no_name": (_("Visningen mangler et navn."), _("Skriv et navn, du kan kende den på.")),
    "view.long_name": (
        _("Navnet har {length} tegn. Der er plads til {limit}."),
        _("Skriv et kortere navn."),
    ),
    "view.too_much": (
        _("Der er valgt for meget til, at visningen kan gemmes."),
        _("Fjern nogle af valgene, og gem igen."),
    ),
}
