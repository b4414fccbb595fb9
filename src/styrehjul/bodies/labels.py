"""What seats, agreements and the parts of a kommissorium are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.kernel.choices import Labels

SEAT_KIND: Labels = {
    SeatKind.CHAIR: _("Formand"),
    SeatKind.DEPUTY_CHAIR: _("Næstformand"),
    SeatKind.MEMBER: _("Medlem"),
    SeatKind.OBSERVER: _("Observatør"),
    SeatKind.CO_OPTED: _("Tilforordnet"),
    SeatKind.SECRETARY: _("Sekretær"),
}
AGREEMENT_STATE = {
    "in_force": (_("I kraft"), "success"),
    "awaiting": (_("Afventer samtykke"), "warning"),
    "refused": (_("Ikke i kraft: samtykke afvist"), "error"),
    "coming": (_("Begynder senere"), "info"),
    "ended": (_("Ophørt"), ""),
}
CONSENT = {"": _("afventer"), "given": _("samtykke givet"), "refused": _("samtykke afvist")}
