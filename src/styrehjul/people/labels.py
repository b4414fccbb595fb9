"""What people's roles and units are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.people.domain.roles import Role, UnitKind

ROLE: Labels = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.PORTFOLIO_ADMINISTRATOR: _("Porteføljeadministrator"),
    Role.LOCAL_COORDINATOR: _("Lokal koordinator"),
}
UNIT_KIND: Labels = {
    UnitKind.MUNICIPALITY: _("Kommune"),
    UnitKind.EXECUTIVE_BOARD: _("Direktion"),
    UnitKind.ADMINISTRATION: _("Forvaltning"),
    UnitKind.STAFF_UNIT: _("Stab"),
    UnitKind.DEPARTMENT_AREA: _("Fagchefområde"),
    UnitKind.DEPARTMENT: _("Afdeling"),
    UnitKind.INSTITUTION: _("Institution"),
}
