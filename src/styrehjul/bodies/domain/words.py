"""The Danish words (without æøå) that kommissorium files use for what the product has codes for."""

from __future__ import annotations

from collections.abc import Mapping

from styrehjul.bodies.domain.model import (
    AgendaApproval,
    AgendaReadable,
    DeadlineCode,
    Lock,
    MinutesApproval,
    Profile,
    RightMode,
    Role,
    SeatKind,
    Source,
    TakesForce,
)

SEAT_KINDS: Mapping[str, SeatKind] = {
    "formand": SeatKind.CHAIR,
    "naestformand": SeatKind.DEPUTY_CHAIR,
    "medlem": SeatKind.MEMBER,
    "observatoer": SeatKind.OBSERVER,
    "tilforordnet": SeatKind.CO_OPTED,
    "sekretaer": SeatKind.SECRETARY,
}
ROLES: Mapping[str, Role] = {
    "sekretaer": Role.SECRETARY,
    "formand": Role.CHAIR,
    "forberedende_formand": Role.PREPARING_CHAIR,
    "ansvarlig": Role.RESPONSIBLE,
    "medlemmer": Role.MEMBERS,
}
LOCKS: Mapping[str, Lock] = {
    "punkter": Lock.ITEMS,
    "materiale": Lock.MATERIAL,
    "dagsorden": Lock.AGENDA,
    "aendringer": Lock.CHANGES,
}
DEADLINE_CODES: Mapping[str, str] = {
    "punkter_efterlyses": DeadlineCode.CALL.value,
    "punkter_lukket": DeadlineCode.ITEMS_CLOSED.value,
    "materiale": DeadlineCode.MATERIAL.value,
    "chefmoede": DeadlineCode.MANAGEMENT_MEETING.value,
    "gennemsyn": DeadlineCode.REVIEW.value,
    "formand": DeadlineCode.CHAIR.value,
    "udsendelse": DeadlineCode.DISPATCH.value,
    "eftersendelse": DeadlineCode.LATE.value,
    "referat_udkast": DeadlineCode.MINUTES_DRAFT.value,
    "referat_bemaerkninger": DeadlineCode.MINUTES_COMMENTS.value,
}
ITEM_KINDS: Mapping[str, str] = {
    "beslutning": "decision",
    "droeftelse": "discussion",
    "information": "information",
}
ORDER_WORDS: Mapping[str, str] = {"faste_punkter": "standing", **ITEM_KINDS}
WEEKDAYS: Mapping[str, int] = {
    "mandag": 0, "tirsdag": 1, "onsdag": 2, "torsdag": 3, "fredag": 4, "loerdag": 5, "soendag": 6,
}  # fmt: skip
RIGHT_MODES: Mapping[str, RightMode] = {
    "beslutter": RightMode.DECIDES,
    "anbefaler": RightMode.RECOMMENDS,
    "orienteres": RightMode.INFORMED,
}
AGENDA_APPROVAL: Mapping[str, AgendaApproval] = {"formand": AgendaApproval.CHAIR, "ingen": AgendaApproval.NONE}
AGENDA_READABLE: Mapping[str, AgendaReadable] = {
    "aldrig": AgendaReadable.NEVER,
    "efter_moedet": AgendaReadable.AFTER_MEETING,
    "ved_udsendelse": AgendaReadable.AT_DISPATCH,
}
TAKES_FORCE: Mapping[str, TakesForce] = {
    "moedet_afsluttet": TakesForce.MEETING_ENDED,
    "referatet_godkendt": TakesForce.MINUTES_APPROVED,
}
MINUTES_APPROVAL: Mapping[str, MinutesApproval] = {
    "formand": MinutesApproval.CHAIR,
    "stiltiende": MinutesApproval.TACIT,
    "naeste_moede": MinutesApproval.NEXT_MEETING,
    "hvert_medlem": MinutesApproval.EACH_MEMBER,
}
PROFILES: Mapping[str, Profile] = {"fast": Profile.STANDING, "formalitet": Profile.PROCEDURAL}
SOURCES: Mapping[str, Source] = {"kommissorium": Source.KOMMISSORIUM, "ikke_i_bilaget": Source.SUPPLEMENT}
CATEGORIES: Mapping[str, str] = {"national": "national", "tvaergaaende": "cross", "lokal": "local"}
PARTS: Mapping[str, str] = {"slutdato": "end_date"}

EFFECTS: frozenset[str] = frozenset(
    {
        "proposal.approve", "proposal.reject", "proposal.postpone", "proposal.return",
        "project.start", "project.pause", "project.resume", "project.close", "project.stop", "project.reopen",
        "project.set_priority", "project.set_baseline", "project.set_economy_frame", "project.set_large",
        "project.set_role", "project.allocate", "project.change_category", "project.pass_gate",
        "project.step_back_phase", "project.skip_phase", "national.adopt", "system.set_direction",
        "plan.approve", "plan.return", "strategy.record_assessment", "briefing.send", "treatment.create",
    }
)  # fmt: skip
