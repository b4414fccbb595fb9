"""Words for the choices of a benefit's profile."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.benefits.domain.profile import Aggregation, Confidence, Direction, HoursUse, Kind, Receiver, Shape
from styrehjul.kernel.choices import Labels

KIND: Labels = {
    Kind.EFFICIENCY: _("Effektivisering"),
    Kind.QUALITY: _("Kvalitetsløft"),
    Kind.AVOIDED_COST: _("Undgået omkostning"),
    Kind.NEGATIVE: _("Negativ gevinst"),
}
RECEIVER: Labels = {
    Receiver.OWN_BUDGET: _("Kommunens budget"),
    Receiver.OWN_CAPACITY: _("Kommunens egen tid"),
    Receiver.OTHER_PUBLIC: _("Andre offentlige"),
    Receiver.CITIZEN: _("Borgerne"),
    Receiver.BUSINESS: _("Virksomhederne"),
    Receiver.EMPLOYEE: _("Medarbejderne"),
}
DIRECTION: Labels = {Direction.UP: _("Op"), Direction.DOWN: _("Ned")}
SHAPE: Labels = {
    Shape.FLOW: _("Lægges sammen over året"),
    Shape.LEVEL: _("Et niveau, der måles"),
}
AGGREGATION: Labels = {
    Aggregation.SUM: _("Målingerne lægges sammen"),
    Aggregation.AVERAGE: _("Gennemsnittet af målingerne"),
    Aggregation.LATEST: _("Den seneste måling"),
    Aggregation.MAX: _("Den højeste måling"),
    Aggregation.MIN: _("Den laveste måling"),
}
CONFIDENCE: Labels = {
    Confidence.LOW: _("Usikker"),
    Confidence.LIKELY: _("Sandsynlig"),
    Confidence.HIGH: _("Sikker"),
}
HOURS_USE: Labels = {
    HoursUse.BUDGET: _("Tages ud af budgettet"),
    HoursUse.REDEPLOYED: _("Bruges til andet arbejde"),
    HoursUse.UNDECIDED: _("Ikke besluttet"),
}
