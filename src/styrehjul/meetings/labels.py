"""What meetings' states and outcomes are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.meetings.domain import changes as c
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.answers import Hint, RoomState
from styrehjul.meetings.domain.preparing import AdHoc, Check, Review
from styrehjul.meetings.domain.presence import Presence
from styrehjul.meetings.domain.rooms import TestState

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
    s.MinutesState.COMMENTING: _("Til kommentering"),
    s.MinutesState.APPROVED: _("Godkendt"),
}
CORRECTION: Labels = {
    s.CorrectionState.PROPOSED: _("Venter på formanden"),
    s.CorrectionState.APPROVED: _("Godkendt"),
    s.CorrectionState.DECLINED: _("Ikke godkendt"),
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
ROLE: Labels = {
    m.TreatmentRole.DISCUSS: _("drøfter"),
    m.TreatmentRole.RECOMMEND: _("indstiller"),
    m.TreatmentRole.DECIDE: _("beslutter"),
    m.TreatmentRole.INFORM: _("orienteres"),
}
ROUTE: Labels = {
    m.Route.MEETING: _("På møde"),
    m.Route.WRITTEN: _("Skriftlig høring"),
    m.Route.CHAIR: _("Formandsbeslutning"),
}
NEED: Labels = {
    m.NeedState.OPEN: _("Åbent"),
    m.NeedState.TAKEN_FORWARD: _("Ført videre"),
    m.NeedState.DECIDED: _("Besluttet"),
    m.NeedState.WITHDRAWN: _("Trukket"),
}
CIRCULATION: Labels = {
    m.CirculationState.OPEN: _("Til svar"),
    m.CirculationState.AGREED: _("Besluttet"),
    m.CirculationState.TO_MEETING: _("Kommer på et møde"),
}
ANSWER: Labels = {
    m.Answer.AGREES: _("Enig"),
    m.Answer.DISAGREES: _("Uenig"),
    m.Answer.MEETING: _("Kræver møde"),
}
PRIOR_OUTCOME: Labels = {
    m.PriorOutcome.RECOMMENDED: _("Anbefalet"),
    m.PriorOutcome.RECOMMENDED_WITH_REMARKS: _("Anbefalet med bemærkninger"),
    m.PriorOutcome.NOT_RECOMMENDED: _("Ikke anbefalet"),
    m.PriorOutcome.DISCUSSED: _("Drøftet"),
    m.PriorOutcome.NOTED: _("Taget til efterretning"),
}
HINT: Labels = {
    Hint.STRANGER: _("Svar fra en, der ikke er indkaldt"),
    Hint.UNSIGNED: _("Svar fra en afsender, der ikke kan bekræftes"),
    Hint.COUNTER: _("Forslag om et andet tidspunkt"),
}
ROOM: Labels = {
    RoomState.NOT_WANTED: _("Ikke ønsket"),
    RoomState.WANTED: _("Ønsket"),
    RoomState.AWAITING: _("Afventer svar"),
    RoomState.CONFIRMED: _("Bekræftet"),
    RoomState.DECLINED: _("Afvist"),
    RoomState.NO_ANSWER: _("Intet svar"),
}
ROOM_TEST: Labels = {
    TestState.AWAITING: _("Afventer svar"),
    TestState.ACCEPTED: _("Lokalet svarede ja"),
    TestState.DECLINED: _("Lokalet svarede nej"),
    TestState.NO_ANSWER: _("Intet svar"),
    TestState.DOUBTFUL: _("Svar i tvivl"),
}
CHANGE_KIND: Labels = {
    c.ChangeKind.CORRECTION: _("Rettelse"),
    c.ChangeKind.NEW_ANNEX: _("Nyt bilag"),
    c.ChangeKind.ADDITIONAL: _("Tillægspunkt"),
    c.ChangeKind.WITHDRAWN: _("Punkt udgår"),
}
CHANGE_SET: Labels = {
    c.ChangeSetState.DRAFT: _("Under udarbejdelse"),
    c.ChangeSetState.WITH_CHAIR: _("Hos formanden"),
    c.ChangeSetState.SENT: _("Udsendt"),
    c.ChangeSetState.DROPPED: _("Droppet"),
}
MOVE: Labels = {
    c.MoveState.ASKED: _("Venter på formanden"),
    c.MoveState.CONFIRMED: _("Bekræftet"),
    c.MoveState.DECLINED: _("Afvist"),
}
AD_HOC: Labels = {
    AdHoc.AGREED: _("Alle tilstedeværende er enige"),
    AdHoc.OBVIOUS: _("Mødelederen har tilladt det, fordi det er oplagt"),
}
REVIEW: Labels = {Review.OK: _("OK"), Review.COMMENT: _("Har en bemærkning")}
CHECK: Labels = {
    Check.CHIEF: _("Egen chef"),
    Check.TECHNICAL: _("Teknik"),
    Check.CONTRACT: _("Kontrakt"),
    Check.DATA_PROTECTION: _("Databeskyttelse"),
}
CHECK_ANSWER: Labels = {Review.OK: _("Ingen bemærkninger"), Review.COMMENT: _("Har en bemærkning")}
CHIEF_ANSWER: Labels = {Review.OK: _("Godkendt"), Review.COMMENT: _("Ikke godkendt")}
PRESENCE: Labels = {
    Presence.LEFT: _("Forlod mødet"),
    Presence.JOINED: _("Kom til stede"),
    Presence.GUEST: _("Gæst under punktet"),
    Presence.CONFLICTED: _("Inhabil"),
    Presence.EXCLUDED: _("Deltager ikke i behandlingen"),
}
