"""What contracts say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "contract.lacks_name": (_("Kontrakten mangler et navn."), _("Skriv det, som kontrakten hedder hos jer.")),
    "contract.backwards": (_("Kontrakten slutter, før den begynder."), _("Ret en af de to datoer.")),
    "contract.from_kitos": (
        _("{name} kommer fra Kitos og rettes der."),
        _(
            "Ret kontrakten i Kitos; den kommer herover, næste gang Kitos hentes. Fordeling og opsigelsesdato kan sættes her."
        ),
    ),
    "contract.shares": (
        _("Fordelingen giver {total} procent og ikke 100."),
        _("Ret tallene, så de tilsammen giver præcis 100, eller lad systemerne bære lige meget."),
    ),
    "contract.notice_reason": (
        _("Der står ikke, hvorfor datoen er en anden end den, der er regnet ud."),
        _("Skriv begrundelsen med et par ord."),
    ),
}
