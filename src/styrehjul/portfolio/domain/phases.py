"""Phases and gates: what a gate asks, what it lacks, and where a project goes from a phase."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from styrehjul.kernel.machine import Machine
from styrehjul.kernel.refusal import Reason, Refused


class PhaseModelState(StrEnum):
    """Where an edition of a municipality's own list of phases is in its life."""

    DRAFT = "draft"
    IN_USE = "in_use"
    RETIRED = "retired"


class PhaseModelEvent(StrEnum):
    """What can happen to an edition."""

    TAKE_INTO_USE = "take_into_use"
    RETIRE = "retire"


PHASE_MODEL: Machine[PhaseModelState, PhaseModelEvent] = Machine(
    "phase_model",
    start=PhaseModelState.DRAFT,
    moves={
        (PhaseModelState.DRAFT, PhaseModelEvent.TAKE_INTO_USE): PhaseModelState.IN_USE,
        (PhaseModelState.IN_USE, PhaseModelEvent.RETIRE): PhaseModelState.RETIRED,
        (PhaseModelState.RETIRED, PhaseModelEvent.TAKE_INTO_USE): PhaseModelState.IN_USE,
    },
)


class Passer(StrEnum):
    """Who lets a project through a gate."""

    OWNER = "owner"
    ADMINISTRATOR = "administrator"
    BODY = "body"


class Demand(StrEnum):
    """How much a document of a phase is asked for."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    LARGE_ONLY = "large_only"


class CriterionKind(StrEnum):
    """What a criterion is answered with."""

    DOCUMENT = "document"
    YES_NO = "yes_no"
    NUMBER = "number"
    BENEFIT_HAS_BASELINE = "benefit_has_baseline"
    CAPACITY_CONFIRMED = "capacity_confirmed"


class Answer(StrEnum):
    """How a criterion stands."""

    YES = "yes"
    NO = "no"
    NOT_RELEVANT = "not_relevant"


class Outcome(StrEnum):
    """How a gate was answered."""

    PASSED = "passed"
    PASSED_WITH_CONDITIONS = "passed_with_conditions"
    NOT_PASSED = "not_passed"


OPENS = frozenset({Outcome.PASSED, Outcome.PASSED_WITH_CONDITIONS})


@dataclass(frozen=True)
class PhaseFacts:
    """A phase as it is walked: its key and its name, and whether its gate blocks."""

    key: str
    name: str
    blocks: bool = False


@dataclass(frozen=True)
class CriterionFacts:
    """A criterion and how it stands. `answer` is empty where nobody has answered."""

    text: str
    blocking: bool
    answer: str = ""

    @property
    def is_met(self) -> bool:
        """Whether nothing is in the way here."""
        return self.answer in (Answer.YES, Answer.NOT_RELEVANT)


def unmet(criteria: Iterable[CriterionFacts], *, blocking: bool) -> list[str]:
    """The criteria that are not met, of those that block or of those that only advise."""
    return [criterion.text for criterion in criteria if criterion.blocking == blocking and not criterion.is_met]


def lacks_to_pass(outcome: str, criteria: Sequence[CriterionFacts], conditions: Sequence[str]) -> list[Reason]:
    """Why the gate cannot be answered like that: blocking criteria, or conditions that are not told."""
    if Outcome(outcome) not in OPENS:
        return []
    reasons = [Reason("gate.criterion", {"criterion": text}) for text in unmet(criteria, blocking=True)]
    if outcome == Outcome.PASSED_WITH_CONDITIONS and not conditions:
        reasons.append(Reason("gate.lacks_conditions"))
    return reasons


def place_of(phases: Sequence[PhaseFacts], key: str) -> int | None:
    """Where a phase stands in its list; None for one that is not in it."""
    return next((place for place, phase in enumerate(phases) if phase.key == key), None)


def after_phase(phases: Sequence[PhaseFacts], key: str) -> PhaseFacts | None:
    """The phase that follows; None after the last one. Refused where the project stands in no phase."""
    place = place_of(phases, key)
    if place is None:
        raise Refused("phase.none")
    return phases[place + 1] if place + 1 < len(phases) else None


def earlier_phase(phases: Sequence[PhaseFacts], key: str, target: str = "") -> PhaseFacts:
    """The phase to go back to: the one named by key or name, else the one before."""
    place = place_of(phases, key)
    if place is None:
        raise Refused("phase.none")
    if place == 0:
        raise Refused("phase.first", phase=phases[0].name)
    if not target:
        return phases[place - 1]
    found = named(phases[:place], target)
    if found is None:
        raise Refused("phase.not_earlier", phase=target, earlier=", ".join(phase.name for phase in phases[:place]))
    return found


def named(phases: Sequence[PhaseFacts], word: str) -> PhaseFacts | None:
    """The phase that a person means by a word: its key or its name."""
    plain = word.strip().casefold()
    return next((phase for phase in phases if plain in (phase.key.casefold(), phase.name.casefold())), None)


def is_asked_for(demand: str, *, large: bool) -> bool:
    """Whether a document of the phase is asked of this project."""
    return demand == Demand.REQUIRED or (demand == Demand.LARGE_ONLY and large)


@dataclass(frozen=True)
class CriterionText:
    """A criterion as it is written on the page. `key` is the row that is there already."""

    text: str
    kind: str = CriterionKind.YES_NO.value
    blocking: bool = False
    key: int | None = None


@dataclass(frozen=True)
class DocumentText:
    """A document of a phase as it is written on the page."""

    name: str
    for_whom: str = ""
    demand: str = Demand.REQUIRED.value
    key: int | None = None


@dataclass(frozen=True)
class GateText:
    """A gate as it is written on the page."""

    name: str
    passer: str = Passer.OWNER.value
    blocks: bool = False
    criteria: tuple[CriterionText, ...] = ()


@dataclass(frozen=True)
class PhaseText:
    """A whole phase as it is written on the page; without a gate nothing is asked at its end."""

    name: str
    description: str = ""
    documents: tuple[DocumentText, ...] = ()
    gate: GateText | None = None


def conditions_in(text: str) -> list[str]:
    """The conditions of a text, one a line or parted by semicolons."""
    return [part.strip()[:300] for line in text.splitlines() for part in line.split(";") if part.strip()]


def key_for(name: str, taken: Iterable[str]) -> str:
    """A key made of the name, that no other phase or list has."""
    danish = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    # An accent says nothing in a key: "idé" is "ide".
    plain = unicodedata.normalize("NFKD", danish).encode("ascii", "ignore").decode()
    base = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in plain).split())[:34] or "fase"
    known = set(taken)
    key, number = base, 2
    while key in known:
        key, number = f"{base}-{number}", number + 1
    return key


# The suggestion that a municipality may begin with; it is theirs to change.
_CASE = CriterionText("Formålet, udgiften og gevinsten er beskrevet")
_BASELINE = CriterionText("Gevinsterne har et tal for i dag", CriterionKind.BENEFIT_HAS_BASELINE.value)
_HOURS = CriterionText("De timer, projektet skal bruge, er bekræftet", CriterionKind.CAPACITY_CONFIRMED.value)
_PAPERS = CriterionText("Fasens dokumenter er der", CriterionKind.DOCUMENT.value)
SUGGESTION = (
    PhaseText(
        "Idé",
        "Hvad er problemet, hvem har det, og er det værd at gå videre med?",
        (DocumentText("Idébeskrivelse", "Dem, der skal tage stilling til forslaget", Demand.OPTIONAL.value),),
        GateText("Fra idé til analyse", criteria=(CriterionText("Der er en projektejer og en projektleder"), _CASE)),
    ),
    PhaseText(
        "Analyse",
        "Hvad er den rigtige løsning, hvad koster den, og hvad får vi ud af den?",
        (
            DocumentText("Business case", "Dem, der beslutter"),
            DocumentText("Interessentanalyse", "Projektgruppen", Demand.OPTIONAL.value),
            DocumentText("Risikovurdering", "Projektejeren", Demand.LARGE_ONLY.value),
        ),
        GateText("Fra analyse til gennemførelse", criteria=(_PAPERS, _BASELINE, _HOURS)),
    ),
    PhaseText(
        "Gennemførelse",
        "Løsningen bygges eller købes, prøves og tages i brug.",
        (
            DocumentText("Projektplan", "Projektgruppen"),
            DocumentText("Plan for uddannelse og kommunikation", "Fagområderne", Demand.OPTIONAL.value),
        ),
        GateText(
            "Fra gennemførelse til realisering",
            criteria=(_PAPERS, CriterionText("Systemejeren har taget over for driften")),
        ),
    ),
    PhaseText(
        "Realisering",
        "Løsningen bruges, og gevinsterne hentes af dem, der ejer dem.",
        (DocumentText("Overdragelse til drift", "Systemejeren"),),
        GateText(
            "Fra realisering til afsluttet",
            criteria=(CriterionText("Hver åben gevinst er taget imod af sin ejer"), _PAPERS),
        ),
    ),
    PhaseText("Afsluttet", "Arbejdet er færdigt. Gevinsterne følges af deres ejere."),
)
SUGGESTED_NAME = "Kommunens projektmodel"
WITHOUT_NAME = "Uden faser"
