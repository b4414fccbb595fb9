"""What meetings' states and outcomes are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.meetings.domain import states as s

CALENDAR: Labels = {
    s.CalendarState.PLANNED: _("Planlagt"),
    s.CalendarState.INVITED: _("Indkaldt"),
    s.CalendarState.CANCELLED: _("Aflyst"),
}
AGENDA: Labels = {
    s.AgendaState.OPEN: _("Åben"),
    s.AgendaState.CLOSED: _("Frist for punkter udløbet"),
    s.AgendaState.TO_CHAIR: _("Til formandsgodkendelse"),
    s.AgendaState.APPROVED: _("Godkendt"),
    s.AgendaState.SENT: _("Udsendt"),
    s.AgendaState.ADOPTED: _("Godkendt på mødet"),
}
MINUTES: Labels = {
    s.MinutesState.NONE: _("Intet referat endnu"),
    s.MinutesState.DRAFT: _("Udkast"),
    s.MinutesState.WITH_CHAIR: _("Hos formanden"),
    s.MinutesState.APPROVED: _("Godkendt"),
}
TREATMENT: Labels = {
    s.TreatmentState.DRAFT: _("Kladde"),
    s.TreatmentState.PROPOSED: _("Foreslået"),
    s.TreatmentState.ACCEPTED: _("Modtaget"),
    s.TreatmentState.IN_WORK: _("Under udarbejdelse"),
    s.TreatmentState.IN_REVIEW: _("Til gennemsyn"),
    s.TreatmentState.RETURNED: _("Sendt retur"),
    s.TreatmentState.READY: _("Klar"),
    s.TreatmentState.ON_AGENDA: _("På dagsorden"),
    s.TreatmentState.SENT: _("Udsendt"),
    s.TreatmentState.IN_PROGRESS: _("Under behandling"),
    s.TreatmentState.TREATED: _("Behandlet"),
    s.TreatmentState.CLOSED: _("Afsluttet"),
    s.TreatmentState.REJECTED: _("Afvist"),
    s.TreatmentState.WITHDRAWN: _("Trukket"),
    s.TreatmentState.DROPPED: _("Udgået"),
}
ITEM_STATUS: Labels = {
    s.ItemStatus.DRAFT: _("Kladde"),
    s.ItemStatus.IN_REVIEW: _("Til gennemsyn"),
    s.ItemStatus.READY: _("Klar"),
    s.ItemStatus.TREATED: _("Behandlet"),
    s.ItemStatus.DROPPED: _("Udgår"),
}
PROFILE: Labels = {
    s.Profile.ORDINARY: _("Almindeligt punkt"),
    s.Profile.PROCEDURAL: _("Formalia"),
    s.Profile.STANDING: _("Fast punkt"),
}
OUTCOME: Labels = {
    s.Outcome.APPROVED: _("Indstillingen følges"),
    s.Outcome.ADOPTED: _("Godkendt"),
    s.Outcome.APPROVED_WITH_CHANGES: _("Godkendt med ændringer"),
    s.Outcome.NOT_APPROVED: _("Ikke godkendt"),
    s.Outcome.POSTPONED: _("Udsat til næste møde"),
    s.Outcome.RETURNED: _("Sendt retur"),
    s.Outcome.REFERRED: _("Oversendt"),
    s.Outcome.RECOMMENDED: _("Anbefalet"),
    s.Outcome.NOTED: _("Taget til efterretning"),
    s.Outcome.DISCUSSED: _("Drøftet"),
    s.Outcome.DROPPED: _("Udgået"),
}
ACCESS: Labels = {
    s.Access.OPEN: _("Åbent punkt"),
    s.Access.CLOSED: _("Lukket punkt"),
    s.Access.CLOSED_TITLE_HIDDEN: _("Lukket punkt, også titlen"),
}
DECISION: Labels = {
    s.DecisionState.PROVISIONAL: _("Foreløbig"),
    s.DecisionState.CONFIRMED: _("Bekræftet"),
    s.DecisionState.IN_FORCE: _("I kraft"),
    s.DecisionState.REVOKED: _("Ophævet"),
}
EFFECT: Labels = {
    s.EffectState.PENDING: _("Venter"),
    s.EffectState.APPLIED: _("Gennemført"),
    s.EffectState.CONFLICT: _("Kunne ikke gennemføres"),
    s.EffectState.DROPPED: _("Frafaldet"),
}
