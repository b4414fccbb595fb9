"""The letters about what was decided: to whoever proposed it, to the chair, and to the secretary where it could not be carried out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from styrehjul.mail.letter import Letter
from styrehjul.meetings.mails.post import facts_of, link, post, title_of
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.meetings.queries.seats import (
    chair_of,
)
from styrehjul.people.models import Person


def tell_result(decision: Decision, outcome: str, effects: Sequence[str], *, at: datetime) -> None:
    """Whoever proposed the matter, and whoever wrote it, is told what was decided."""
    treatment, meeting = decision.treatment, decision.meeting
    proposer = treatment.matter.project.contact if treatment.matter.project else None
    people = {p.pk: p for p in (proposer, treatment.responsible) if p}
    for person in people.values():
        post(
            Letter(
                f'Beslutning om "{treatment.title}"',
                (decision.text,),
                facts=(("Organ", decision.body.name), ("Beslutning", decision.number), ("Udfald", outcome)),
                points_heading="Det betyder",
                points=tuple(effects),
                action=("Se beslutningen", link(treatment.get_absolute_url())),
                foot="Du får mailen, fordi du har foreslået eller skrevet sagen.",
            ),
            kind="result",
            key=f"result:{decision.uuid}",
            to=person,
            subject=f"Besluttet: {treatment.title}",
            meeting=meeting,
            body=decision.body,
            at=at,
            about=("decision", decision.uuid),
        )


def tell_confirmed(meeting: Meeting, lines: Sequence[str], *, by: Person | None, at: datetime) -> None:
    """The chair gets the list of decisions that the secretary confirmed with the chair beside."""
    clicked = by.name if by else "Sekretæren"
    post(
        Letter(
            "Mødet er afsluttet, og beslutningerne er bekræftet",
            (f"{clicked} har afsluttet mødet sammen med dig. Ser du en fejl, så send referatet retur.",),
            facts=facts_of(meeting),
            points_heading="Beslutninger",
            points=tuple(lines),
            action=("Se referatet", link(f"{meeting.get_absolute_url()}referat/")),
            foot=f"Du får mailen, fordi du er mødeleder i {meeting.body.name_definite}.",
        ),
        kind="confirmed",
        key=f"confirmed:{meeting.uuid}:{meeting.version}",
        to=meeting.meeting_chair or chair_of(meeting),
        subject=f"Beslutninger: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_conflict(decision: Decision, because: str, to: Person | None, *, at: datetime) -> None:
    """The secretary is told which decision could not be carried out, and why."""
    meeting = decision.meeting
    post(
        Letter(
            f"Beslutning {decision.number} kunne ikke gennemføres",
            (because, "Mødet, referatet og de andre beslutninger står ved magt. Afklar virkningen på punktets side."),
            facts=facts_of(meeting) if meeting else (("Organ", decision.body.name),),
            action=("Afklar", link(decision.treatment.get_absolute_url())),
            foot=f"Du får mailen, fordi du er sekretær for {decision.body.name_definite}.",
        ),
        kind="conflict",
        key=f"conflict:{decision.uuid}:{decision.version}",
        to=to,
        subject=f"Kunne ikke gennemføres: {decision.treatment.title}",
        meeting=meeting,
        body=decision.body,
        at=at,
        about=("decision", decision.uuid),
    )
