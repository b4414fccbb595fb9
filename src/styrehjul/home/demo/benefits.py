"""The demo's further benefits: some still a hope, some taken, some that came to nothing, and some nobody has measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from styrehjul.benefits.actions import (
    accept_benefit,
    add_benefit,
    add_prerequisite,
    change_benefit,
    correct_measurement,
    measure_benefit,
    suggest_days,
)
from styrehjul.benefits.models import Benefit
from styrehjul.home.demo.foundation import Demo, do
from styrehjul.people.actions import create_person, end_person
from styrehjul.portfolio.models import Project


@dataclass(frozen=True)
class DemoBenefit:
    """A benefit, and what was measured: (days ago, the number). `outcome` is how it ended, `why` its reason."""

    project: str
    title: str
    owner: str
    today: str
    wanted: str
    days: int
    measured: Sequence[tuple[int, str]] = ()
    outcome: str = ""
    why: str = ""
    more: dict[str, str] = field(default_factory=dict)


B = DemoBenefit
BENEFITS = (
    # Taken
    B("Selvbetjent åbning om aftenen", "Flere besøg efter kl. 18", "carsten", "0", "200 om ugen", -120,
      ((200, "140 om ugen"), (90, "230 om ugen")), "realised"),
    B("Digital frokostordning", "Færre bestillinger på papir", "ulla", "30 om ugen", "0 om ugen", -60,
      ((150, "12 om ugen"), (50, "0 om ugen")), "realised"),
    B("Video i jobsamtaler", "Mindre kørsel til korte samtaler", "ole", "1.400 timer", "1.000 timer", -80,
      ((160, "1.250 timer"), (70, "1.150 timer")), "partly", "Hver fjerde samtale er på video, ikke hver anden.",
      {"used_for": "redeployed", "used_for_text": "Flere samtaler med unge"}),
    B("Sensorer i kommunale bygninger", "Lavere varmeregning", "dorte", "2.600 t.kr.", "2.200 t.kr.", -30,
      ((120, "2.450 t.kr."), (25, "2.380 t.kr.")), "partly", "Tre bygninger har ikke fået sensorer.",
      {"receiver": "own_budget", "measure_name": "Udgift til varme"}),
    # Came to nothing, or fell away
    B("Sensorgulv i fem boliger", "Færre fald om natten", "bo", "9 om måneden", "4 om måneden", -40,
      ((100, "9 om måneden"), (20, "10 om måneden")), "not_realised", "Alarmerne når ikke frem hver gang."),
    B("Fælles booking af læsegrupper", "Flere læsegrupper", "carsten", "6", "12", 120, (), "dropped",
      "Ingen har søgt om at være med."),
    # Under way, measured
    B("Skærmbesøg i hjemmeplejen", "Mindre kørsel i hjemmeplejen", "birgit", "8.200 timer", "6.900 timer", 140,
      ((130, "7.900 timer"), (35, "7.600 timer")), more={"used_for": "undecided", "measurer_id": "helle"}),
    B("Skærmbesøg i hjemmeplejen", "Hurtigere svar til borgeren", "birgit", "48 timer i snit", "12 timer i snit", 45,
      ((40, "20 timer i snit"),)),
    B("Elektronisk medicinkontrol", "Færre fejl ved medicingivning", "birgit", "34 om måneden", "15 om måneden", 200,
      ((15, "27 om måneden"),), more={"receiver": "citizen", "method": "Talt af indberetninger", "source": "DPSD"}),
    B("Digital vagtplan", "Færre timer til vagtplan", "vibeke", "40 timer om måneden", "16 timer om måneden", 70),
    B("Skærme med dagens program", "Flere pårørende ved, hvad der sker i dag", "bo", "35 %", "70 %", 25,
      ((60, "55 %"),), more={"receiver": "citizen"}),
    B("Tablets til dokumentation af leg", "Mindre tid til at skrive om dagen", "randi", "25 minutter", "10 minutter", 15),
    # Late: nobody has answered
    B("Scanning af gamle byggesager", "Færre ture i arkivet", "michael", "60 om ugen", "10 om ugen", -35),
    B("Digital ansøgning om ledsagelse", "Flere ansøgninger hele første gang", "hanne", "45 %", "80 %", -22),
    B("Makerværksted på 5. årgang", "Flere elever vælger teknologi", "joan", "12 %", "25 %", -50, ((140, "17 %"),)),
    # A loss that is followed like a gain
    B("Skærmbesøg i hjemmeplejen", "Flere opkald om teknik", "klaus", "20 om måneden", "45 om måneden", 60,
      ((30, "38 om måneden"),), more={"kind": "negative", "loser": "IT-drift"}),
    B("Video i jobsamtaler", "Dyrere udstyr", "ole", "0 t.kr.", "120 t.kr.", 30,
      more={"kind": "negative", "loser": "Arbejdsmarked"}),
    # Still a hope
    B("Selvbetjent booking af haller", "Færre opkald om ledige haller", "finn", "", "", 0),
    B("Selvbetjent booking af haller", "Flere timer, hvor hallerne bruges", "", "", "", 0),
    B("Overgang til ny omsorgsjournal", "Færre dobbelte registreringer", "birgit", "", "Halvt så mange", 0,
      more={"baseline_plan": "60"}),
    B("Fælles indgang for byggesager", "Kortere ventetid på byggetilladelse", "michael", "42 dage", "28 dage", 260,
      more={"target_low": "25 dage", "target_high": "33 dage", "confidence": "likely", "receiver": "citizen"}),
    B("Fælles indgang for byggesager", "Højere tilfredshed hos ansøgerne", "michael", "3,4 score", "4,2 score", 300),
)  # fmt: skip
# On what is not approved yet: shown as a hope, in no sum.
PROPOSED = (
    ("Færre henvendelser, der går igen", "stine", "900 om måneden", "600 om måneden", 400),
    ("Mindre tid til opslag", "lars", "2.000 timer", "1.400 timer", 420),
)
LEFT = "Gerda Holst"


def follow(demo: Demo, now: datetime) -> None:
    """Written down well before the first was measured; measured by those who were asked."""
    at = now - timedelta(days=230)
    rows = [(found, _begin(demo, found, at)) for found in BENEFITS]
    for found, row in rows:
        _measure(demo, found, row, now)
    by_title = {row.title: row for _found, row in rows}
    _proposed(demo, now - timedelta(days=3))
    _corrected(demo, by_title["Færre fejl ved medicingivning"], now - timedelta(days=14))
    _left(demo, by_title["Mindre tid til at skrive om dagen"], now - timedelta(days=30))
    row = by_title["Kortere ventetid på byggetilladelse"]
    do(suggest_days, row, by=demo.people["michael"], at=now - timedelta(days=20))
    for text, owner, days in (
        ("Sagsbehandlerne fordeler sager hver morgen", "thomas", 30),
        ("Ansøgere kan se, hvad der mangler", "niels", -10),
    ):
        do(
            add_prerequisite, row, text=text, owner_id=demo.people[owner].pk, due=demo.today + timedelta(days=days),
            by=demo.people["michael"], at=now - timedelta(days=20),
        )  # fmt: skip


def _begin(demo: Demo, found: DemoBenefit, at: datetime) -> Benefit:
    project = Project.objects.get(title=found.project)
    owner = demo.people[found.owner] if found.owner else None
    more: dict[str, object] = dict(found.more)
    if measurer := more.pop("measurer_id", ""):
        more["measurer_id"] = demo.people[str(measurer)].pk
    if plan := more.pop("baseline_plan", ""):
        more["baseline_plan_on"] = demo.today + timedelta(days=int(str(plan)))
    row = do(
        add_benefit, project=project, title=found.title, owner_id=owner.pk if owner else None, baseline=found.today,
        target=found.wanted, measure_on=demo.today + timedelta(days=found.days) if found.days else None, by=None, at=at,
        **more,
    )  # fmt: skip
    if owner is not None and (found.measured or found.outcome):
        do(accept_benefit, row, by=owner, at=at + timedelta(days=4))
    return row


def _measure(demo: Demo, found: DemoBenefit, row: Benefit, now: datetime) -> None:
    """Each answer is given on its day, and names the next one; the last may say how it ended."""
    if not found.owner:
        return
    owner, target = demo.people[found.owner], demo.today + timedelta(days=found.days)
    for serial, (ago, value) in enumerate(found.measured):
        later = found.measured[serial + 1 :]
        ends = found.outcome if not later else ""
        next_on = demo.today - timedelta(days=later[0][0]) if later else target if found.days > 0 else None
        next_on = next_on or (None if ends else demo.today - timedelta(days=-found.days))
        do(
            measure_benefit, row, value=value, next_on=None if ends else next_on, outcome=ends,
            comment=found.why if ends else "", by=owner, at=now - timedelta(days=ago),
        )  # fmt: skip
    if found.outcome and not found.measured:
        do(measure_benefit, row, outcome=found.outcome, comment=found.why, by=owner, at=now - timedelta(days=12))


def _corrected(demo: Demo, row: Benefit, at: datetime) -> None:
    """A number that was counted wrong stands beside the right one."""
    [old] = row.measurements.all()
    do(
        correct_measurement, old, value="24 om måneden", comment="To indberetninger var talt to gange", evidence="Utensilier.xlsx",
        by=demo.people["birgit"], at=at,
    )  # fmt: skip


def _proposed(demo: Demo, at: datetime) -> None:
    waiting = Project.objects.filter(category="cross", state__in=("proposed", "awaiting_decision")).order_by("pk")
    for (title, owner, today, wanted, days), project in zip(PROPOSED, waiting, strict=False):
        do(
            add_benefit, project=project, title=title, owner_id=demo.people[owner].pk, baseline=today, target=wanted,
            measure_on=demo.today + timedelta(days=days), by=None, at=at,
        )  # fmt: skip


def _left(demo: Demo, row: Benefit, at: datetime) -> None:
    """Somebody who owned a benefit has gone; the head of the unit is asked for the next owner."""
    gone = do(
        create_person, name=LEFT, email="gerda@demo.example", title="Souschef", unit=demo.units["dagtilbud"], by=None,
        at=at,
    )  # fmt: skip
    do(
        change_benefit, row, title=row.title, owner_id=gone.pk, baseline=row.baseline, target=row.target,
        measure_on=row.target_on, by=None, at=at,
    )  # fmt: skip
    do(end_person, gone, last_day=demo.today - timedelta(days=5), by=None, at=at + timedelta(days=1))
