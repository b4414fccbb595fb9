"""The words of this package's refusals."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_LOOK = _("Se mailens tilstand igen: en anden kan have gjort det imens.")

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "mail.no_address": (
        _("{name} har ingen mailadresse, der kan skrives til."),
        _("Ret adressen under Organisation, og prøv igen."),
    ),
    "mail.resend": (_("Mailen venter allerede eller er sendt."), _LOOK),
    "mail.mark_sent": (_("Kun en mail, der ikke er leveret, kan markeres som sendt."), _LOOK),
    "mail.release": (_("Mailen er ikke holdt tilbage."), _LOOK),
    "mail.hold": (_("Kun en mail, der venter, kan holdes tilbage."), _LOOK),
    "mail.claim": (_("Mailen sendes allerede."), _LOOK),
    "mail.deliver": (_("Mailen er ikke ved at blive sendt."), _LOOK),
    "mail.refuse": (_("Mailen er ikke ved at blive sendt."), _LOOK),
    "mail.postpone": (_("Mailen er ikke ved at blive sendt."), _LOOK),
    "mail.lose": (_("Mailen er ikke ved at blive sendt."), _LOOK),
}
