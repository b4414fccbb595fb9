"""What a project's states, categories and lights are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import Category, Light, ProjectRoleKind, ProjectState, Subtype

PROJECT_STATE: Labels = {
    ProjectState.IDEA: _("Idé"),
    ProjectState.PROPOSED: _("Forslag"),
    ProjectState.AWAITING_DECISION: _("Til beslutning"),
    ProjectState.APPROVED: _("Godkendt"),
    ProjectState.ACTIVE: _("I gang"),
    ProjectState.PAUSED: _("På pause"),
    ProjectState.CLOSING: _("Under afslutning"),
    ProjectState.FOLLOW_UP: _("Gevinstopfølgning"),
    ProjectState.CLOSED: _("Afsluttet"),
    ProjectState.REJECTED: _("Afvist"),
    ProjectState.WITHDRAWN: _("Trukket"),
    ProjectState.STOPPED: _("Stoppet"),
}
CATEGORY: Labels = {
    Category.NATIONAL: _("Nationale og fælleskommunale"),
    Category.CROSS: _("Tværkommunale og egne tværgående"),
    Category.LOCAL: _("Lokale projekter"),
}
CATEGORY_SHORT: Labels = {
    Category.NATIONAL: _("National/fælleskommunal"),
    Category.CROSS: _("Tværgående"),
    Category.LOCAL: _("Lokal"),
}
SUBTYPE: Labels = {
    Subtype.INTER_MUNICIPAL: _("Tværkommunalt"),
    Subtype.OWN_CROSS: _("Eget tværgående"),
}
ROLE: Labels = {
    ProjectRoleKind.OWNER: _("Projektejer"),
    ProjectRoleKind.MANAGER: _("Projektleder"),
    ProjectRoleKind.LOCAL_COORDINATOR: _("Lokal koordinator"),
    ProjectRoleKind.PARTICIPANT: _("Deltager"),
}
LIGHT: Labels = {
    Light.GREEN: _("Efter planen"),
    Light.YELLOW: _("Opmærksomhed"),
    Light.RED: _("Kritisk"),
    Light.NONE: _("Ingen status"),
}
CHANGE: Labels = {
    ChangeKind.NEW: _("Nyt"),
    ChangeKind.DECIDED: _("Besluttet"),
    ChangeKind.STARTED: _("Sat i gang"),
    ChangeKind.PAUSED: _("Sat på pause"),
    ChangeKind.RESUMED: _("Genoptaget"),
    ChangeKind.STOPPED: _("Stoppet"),
    ChangeKind.ENDED: _("Afslutning"),
    ChangeKind.REOPENED: _("Genåbnet"),
    ChangeKind.WITHDRAWN: _("Trukket"),
    ChangeKind.ON_AGENDA: _("Dagsorden"),
    ChangeKind.LIGHT: _("Status"),
    ChangeKind.FORECAST: _("Forventet afslutning"),
    ChangeKind.END_DATE: _("Planlagt afslutning"),
    ChangeKind.PRIORITY: _("Prioritet"),
    ChangeKind.RESPONSIBLE: _("Ansvar"),
    ChangeKind.CATEGORY: _("Kategori"),
}
