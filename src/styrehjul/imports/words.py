"""An import in words, for the page and the command alike."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from styrehjul.imports.domain.lines import Fate, Plan
from styrehjul.kernel.danish import listing

FATES: Mapping[Fate, object] = {
    Fate.CREATE: lazy("oprettes"),
    Fate.UPDATE: lazy("opdateres"),
    Fate.UNCHANGED: lazy("uændret"),
    Fate.DUPLICATE: lazy("dublet i filen"),
    Fate.POSSIBLE_DUPLICATE: lazy("mulig dublet"),
    Fate.CONFLICT: lazy("konflikt"),
    Fate.NEEDS_DECISION: lazy("kræver beslutning"),
    Fate.ERROR: lazy("fejl"),
    Fate.SKIPPED: lazy("sprunget over af dig"),
    Fate.IGNORED: lazy("ignoreret"),
}

# What they are called when the file has been read in.
DONE: Mapping[Fate, object] = {**FATES, Fate.CREATE: lazy("oprettet"), Fate.UPDATE: lazy("opdateret")}


def counted(plan: Plan) -> list[tuple[Fate, str, int]]:
    """The fates that occur, with their words and numbers."""
    return [(fate, str(words), plan.counts[fate.value]) for fate, words in FATES.items() if plan.counts[fate.value]]


def summary(plan: Plan, *, dry_run: bool) -> str:
    """ "84 rækker: 84 oprettes." before it is done, "84 oprettet" after."""
    words = FATES if dry_run else DONE
    parts = listing(f"{number} {words[fate]}" for fate, _words, number in counted(plan))
    text = ngettext("%(rows)d række: %(parts)s.", "%(rows)d rækker: %(parts)s.", len(plan.lines))
    text %= {"rows": len(plan.lines), "parts": parts or _("ingen")}
    if dry_run:
        return f"{text} {_('Prøvekørsel: intet er skrevet.')}"
    return text if plan.writes else f"{text} {_('Intet nyt.')}"
