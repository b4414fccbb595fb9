"""The words of refusals about documents and the records system."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "word.nothing_taken": (
        _("Intet afsnit fra {name} er valgt til."),
        _("Sæt flueben ved de afsnit, der skal læses ind."),
    ),
    "filing.unknown": (
        _("Dokumentet skal ikke journaliseres."),
        _("Kun udsendte dagsordener og godkendte referater journaliseres."),
    ),
    "filing.no_number": (_("Sagsnummeret mangler."), _("Skriv det nummer, som sagen har i ESDH.")),
    "filing.too_early": (
        _("Dokumentet er først fra {made}."),
        _("Skriv den dag, det er lagt i ESDH."),
    ),
    "filing.too_late": (_("Dagen er ikke kommet endnu."), _("Skriv den dag, dokumentet er lagt i ESDH.")),
    "not_allowed.filing.enter": (
        _("Pakken til ESDH hentes, og kvitteringen indføres, af sekretæren og administrator."),
        _("Spørg sekretæren."),
    ),
}
