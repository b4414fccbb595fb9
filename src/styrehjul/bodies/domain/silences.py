"""What a kommissorium leaves unsaid, in Danish words."""

from __future__ import annotations

from collections.abc import Iterator

from styrehjul.bodies.domain.model import BodyRules, CadenceKind, DeadlineCode, KommissoriumText


def unset(text: KommissoriumText) -> list[str]:
    """What the kommissorium does not say, in Danish, as the page lists it."""
    said: list[str] = []
    if text.version is None:
        said.append("Version")
    if text.applies_from is None:
        said.append("Gældende fra")
    for name, value in (
        ("Hvad tværgående projekter dækker", text.settings.cross_cutting_categories),
        ("Hvornår et projekt er større", text.settings.large_amount or text.settings.large_hours),
        ("Om ressourcer regnes i timer eller årsværk", text.settings.allocation_unit),
        ("Hvor længe der opbevares", text.settings.retention_years),
        ("Hvem der kan ændre kommissoriet", text.settings.changed_by),
    ):
        if not value:
            said.append(name)
    for body in text.bodies:
        said += [f"{name} i {body.name_definite}" for name in _unset_in(body)]
    said += [
        f'Beløb for retten "{right.subject}"' for right in text.rights if right.above is None and right.only is None
    ]
    return said


_SETTING_WORDS = (
    ("meeting_minutes", "Mødets længde"),
    ("start_time", "Mødets begyndelse"),
    ("agenda_approval", "Godkendelse af dagsordenen før udsendelse"),
    ("agenda_readable", "Hvem der kan læse dagsordenen"),
    ("decision_takes_force", "Hvornår beslutninger træder i kraft"),
    ("minutes_approval", "Godkendelse af referatet"),
    ("quorum", "Beslutningsdygtighed"),
    ("voting", "Afstemning"),
    ("deputy_seats", "Stedfortrædere for medlemmer"),
)


def _unset_in(body: BodyRules) -> Iterator[str]:
    meets = body.cadence.kind is not CadenceKind.AS_NEEDED
    for field, words in _SETTING_WORDS if meets else ():
        if getattr(body.settings, field) is None:
            yield words
    for code, words in (
        (DeadlineCode.MATERIAL, "Frist for materiale"),
        (DeadlineCode.DISPATCH, "Frist for udsendelse af dagsordenen"),
        (DeadlineCode.MINUTES_DRAFT, "Frist for referatet"),
    ):
        if meets and body.deadline(code) is None:
            yield words
    members = [seat for seat in body.seats if seat.is_member]
    if any(seat.appointed_by is None for seat in members):
        yield "Hvem der udpeger medlemmerne"
    if any(seat.term is None for seat in members):
        yield "Udpegningsperiode"
