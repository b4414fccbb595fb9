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

# What a decision may do, in the order of a project's life.
EFFECT_WORDS: Mapping[str, str] = {
    "proposal.approve": "godkend et projektforslag",
    "proposal.reject": "afvis et projektforslag",
    "proposal.postpone": "udsæt et projektforslag",
    "proposal.return": "send et projektforslag retur",
    "project.start": "start et godkendt projekt",
    "project.pause": "sæt et projekt på pause",
    "project.resume": "genoptag et projekt",
    "project.close": "luk et projekt",
    "project.stop": "stands et projekt",
    "project.reopen": "genåbn et projekt",
    "project.set_priority": "fastsæt et projekts prioritet",
    "project.set_baseline": "fastsæt en ny plan og slutdato",
    "project.set_economy_frame": "fastsæt den økonomiske ramme",
    "project.set_large": "mærk et projekt som større",
    "project.set_role": "udpeg projektejer eller projektleder",
    "project.allocate": "fordel timer til et projekt",
    "project.change_category": "skift et projekts kategori",
    "project.pass_gate": "lad et projekt passere til næste fase",
    "project.step_back_phase": "send et projekt en fase tilbage",
    "project.skip_phase": "spring en fase over",
    "national.adopt": "tag et nationalt projekt ind",
    "system.set_direction": "fastlæg et systems retning",
    "plan.approve": "godkend indsatsplanen",
    "plan.return": "send indsatsplanen retur",
    "strategy.record_assessment": "fasthold vurderingen af den strategiske retning",
    "briefing.send": "send en orientering",
    "treatment.create": "send en sag videre til et organ",
}
EFFECTS: frozenset[str] = frozenset(EFFECT_WORDS)
