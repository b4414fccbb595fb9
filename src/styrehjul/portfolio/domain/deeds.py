"""What the people of a project can do with it from its page, each with its own small page to do it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from styrehjul.portfolio.domain.commands import ASKS
from styrehjul.portfolio.domain.life import (
    BEFORE_DECISION,
    OVER,
    RUNNING,
    Category,
    ProjectEvent,
    ProjectState,
    machine_of,
)


@dataclass(frozen=True)
class Deed:
    """One thing to do. `command` when a body could decide it; `asks` is the row of the policy table.

    `when` are the states where it can be done when no event tells it; `fields` what its page asks for beside a reason.
    """

    slug: str
    label: str
    heading: str
    asks: str
    event: ProjectEvent | None = None
    command: str = ""
    when: frozenset[ProjectState] = frozenset()
    fields: tuple[str, ...] = ()
    reason: bool = True
    only: frozenset[str] = frozenset(category.value for category in Category)
    done: str = "Gemt."
    danger: bool = False

    def fits(self, category: str, state: str) -> bool:
        """Whether it is something to do with a project in that state."""
        if category not in self.only:
            return False
        now = ProjectState(state)
        return machine_of(category).can(now, self.event) if self.event else now in self.when


E = ProjectEvent
_STEERED = frozenset({Category.NATIONAL.value, Category.CROSS.value})
_LIVE = frozenset(ProjectState) - OVER


def _steer(slug: str, label: str, heading: str, command: str, event: ProjectEvent | None, **more: object) -> Deed:
    return Deed(slug, label, heading, ASKS[command], event=event, command=command, **more)  # type: ignore[arg-type]  # the fields of Deed


_ALL = (
    Deed(
        "indsend", "Indsend forslaget", "Indsend forslaget", "project.change", E.PROPOSE, reason=False,
        only=_STEERED, done="Forslaget er indsendt.",
    ),
    _steer("godkend", "Godkend forslaget", "Godkend forslaget", "proposal.approve", E.APPROVE, done="Forslaget er godkendt."),
    _steer("afvis", "Afvis forslaget", "Afvis forslaget", "proposal.reject", E.REJECT, done="Forslaget er afvist."),
    _steer("start", "Sæt i gang", "Sæt projektet i gang", "project.start", E.START, done="Projektet er i gang."),
    _steer(
        "pause", "Sæt på pause", "Sæt projektet på pause", "project.pause", E.PAUSE, fields=("revisit_on",),
        done="Projektet er på pause.",
    ),
    _steer(
        "genoptag", "Genoptag", "Genoptag projektet", "project.resume", E.RESUME, fields=("forecast_end",),
        done="Projektet er i gang igen.",
    ),
    Deed(
        "meld-faerdig", "Meld færdigt", "Meld projektet færdigt", "project.finish", E.REPORT_FINISHED,
        fields=("report",), reason=False, only=_STEERED, done="Projektet er meldt færdigt.",
    ),
    Deed(
        "fortsaet", "Projektet er ikke færdigt", "Fortsæt projektet", "project.finish", E.GO_ON,
        done="Projektet fortsætter.",
    ),
    _steer(
        "afslut", "Afslut", "Afslut projektet", "project.close", E.CLOSE, only=_STEERED, fields=("no_follow_up",),
        done="Projektet er afsluttet.",
    ),
    Deed(
        "slut-opfoelgning", "Afslut gevinstopfølgningen", "Afslut gevinstopfølgningen", "project.finish_follow_up",
        E.FINISH_FOLLOW_UP, reason=False, done="Projektet er afsluttet.",
    ),
    # Three questions, and a local project is closed by its own people.
    Deed(
        "afslut-lokalt", "Afslut", "Afslut projektet", ASKS["project.close"], E.CLOSE,
        fields=("outcome", "usable_by", "to_follow"), reason=False, only=frozenset({Category.LOCAL.value}),
        done="Projektet er afsluttet.",
    ),
    _steer(
        "stop", "Stop projektet", "Stop projektet", "project.stop", E.STOP, only=_STEERED,
        fields=("spent_tdkk", "spent_hours", "reused"), done="Projektet er stoppet.", danger=True,
    ),
    _steer(
        "stop-lokalt", "Stop projektet", "Stop projektet", "project.stop", E.STOP, only=frozenset({Category.LOCAL.value}),
        done="Projektet er stoppet.", danger=True,
    ),
    _steer("genaabn", "Genåbn", "Genåbn projektet", "project.reopen", E.REOPEN, done="Projektet er i gang igen."),
    _steer(
        "prioritet", "Ændr prioritet", "Ændr projektets prioritet", "project.set_priority", None, when=_LIVE,
        fields=("priority",), only=_STEERED, done="Prioriteten er ændret.",
    ),
    _steer(
        "slutdato", "Ny slutdato", "Giv projektet en ny slutdato", "project.set_end_date", None, when=RUNNING,
        fields=("planned_end",), done="Slutdatoen er ændret.",
    ),
    _steer(
        "baseline", "Ny baseline", "Giv projektet en ny baseline", "project.set_baseline", None,
        when=frozenset({ProjectState.ACTIVE, ProjectState.PAUSED}), fields=("new_end", "cost_tdkk", "hours"),
        only=_STEERED, done="Den nye baseline er fastfrosset.",
    ),
    _steer(
        "ramme", "Ny økonomisk ramme", "Giv projektet en ny økonomisk ramme", "project.set_economy_frame", None,
        when=RUNNING, only=_STEERED, fields=("amount",), done="Den økonomiske ramme er ændret.",
    ),
    _steer(
        "stoerre-projekt", "Større projekt eller ej", "Er det et større projekt?", "project.set_large", None,
        when=RUNNING, only=_STEERED, fields=("large",), done="Det står nu på projektet.",
    ),
    _steer(
        "ansvar", "Skift ansvarlig", "Skift projektejer eller projektleder", "project.set_role", None,
        when=RUNNING | BEFORE_DECISION, fields=("kind", "person_id"), done="Ansvaret er flyttet.",
    ),
    _steer(
        "kategori", "Skift kategori", "Skift projektets kategori", "project.change_category", None, when=_LIVE,
        fields=("category", "subtype"), done="Kategorien er ændret.",
    ),
    Deed(
        "send-tilbage", "Send tilbage som idé", "Send forslaget tilbage som idé", "project.send_back", E.SEND_BACK,
        only=_STEERED, done="Forslaget er sendt tilbage som idé.",
    ),
    Deed(
        "genfremsaet", "Genfremsæt", "Genfremsæt forslaget", "project.propose", only=_STEERED, reason=False,
        when=frozenset({ProjectState.REJECTED, ProjectState.WITHDRAWN}),
        done="Forslaget er genfremsat som en ny idé. Ret den til, og indsend den.",
    ),
    Deed(
        "traek", "Træk forslaget", "Træk forslaget", "project.withdraw", E.WITHDRAW, only=_STEERED,
        done="Forslaget er trukket.", danger=True,
    ),
)  # fmt: skip
DEEDS: Mapping[str, Deed] = {deed.slug: deed for deed in _ALL}
