"""Documents to test with: plain values, filled the way a municipality fills them."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PIL import Image

from styrehjul.documents import values
from styrehjul.kernel.danish import ZONE

BUILT = datetime(2027, 6, 1, 10, 42, tzinfo=ZONE)
STARTS = datetime(2027, 6, 9, 9, 0, tzinfo=ZONE)
ENDS = datetime(2027, 6, 9, 11, 0, tzinfo=ZONE)


def a_picture(kind: str = "PNG", size: tuple[int, int] = (300, 160)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, (0, 77, 153)).save(made, kind)
    return made.getvalue()


def an_item(number: str = "3", **changes: Any) -> values.AgendaItem:
    item = values.AgendaItem(
        number=number,
        title="Nyt projektforslag: Digital post på modtagerens sprog",
        kind="Til beslutning",
        responsible="Anna Friis",
        minutes=15,
        summary=values.text_blocks("Breve fra kommunen kan læses på modtagerens sprog."),
        recommendation=(
            values.AtSentence("projektet godkendes", ("Projektet godkendes og får prioritet 11",)),
            values.AtSentence("udgiften på 180.000 kr. afholdes inden for rammen"),
        ),
        case=(
            values.Paragraph("Programgruppen drøftede forslaget den 11. maj og anbefaler det."),
            values.Heading("Hvad projektet ændrer"),
            values.Listing((values.ListItem("Breve oversættes", (values.Paragraph("når borgeren beder om det"),)),)),
            values.Table(("Institution", "Breve"), (("Projekt Velkomst", "1.240"), ("Bibliotekerne", "410"))),
            values.Picture(a_picture(), "Søjlediagram over breve pr. måned", "breve.png"),
        ),
        economy=values.text_blocks("180.000 kr. i 2027."),
        notes=(values.Section("Notat: Erfaringer fra Randers", values.text_blocks("De har brugt det i to år.")),),
        annexes=(values.AnnexLine("3.1", "Projektforslag", "https://styrehjul.example/bilag/1"),),
    )
    return replace(item, **changes)


def an_agenda(*items: values.AgendaItem, **changes: Any) -> values.AgendaDoc:
    agenda = values.AgendaDoc(
        municipality="Norddjurs Kommune",
        body="Styregruppen for tværgående digitalisering",
        meeting="2. møde 2027",
        starts_at=STARTS,
        ends_at=ENDS,
        place="Kattegat, rådhuset i Grenaa",
        receivers=("Stine Holm (formand)", "Jonas Krog"),
        version=3,
        checksum="a3f1" * 16,
        audit_head="9bc0" * 16,
        built_at=BUILT,
        items=items or (values.AgendaItem("1", "Godkendelse af dagsorden", "Til beslutning", "Formanden"), an_item()),
        edition="Åben udgave",
        attachments=(values.Attachment("dagsorden.json", b'{"punkter": 2}', "Dagsordenen som data"),),
    )
    return replace(agenda, **changes)


def a_minutes(**changes: Any) -> values.MinutesDoc:
    item = values.MinutesItem(
        number="3",
        title="Nyt projektforslag: Digital post på modtagerens sprog",
        kind="Til beslutning",
        responsible="Anna Friis",
        recommendation=(values.AtSentence("projektet godkendes"),),
        outcome="Indstillingen følges",
        decision_number="SG-2027-014",
        decision=values.text_blocks("Projektet godkendes."),
        effects=("Projektet er godkendt og har prioritet 11",),
        follow_ups=(values.FollowUpLine("Aftale om oversættelse indgås", "Anna Friis", date(2027, 8, 1)),),
        movements=("Mette Lund deltog ikke i behandlingen.",),
        sections=(values.Section("Sagsfremstilling", values.text_blocks("Programgruppen anbefaler forslaget.")),),
    )
    minutes = values.MinutesDoc(
        municipality="Norddjurs Kommune",
        body="Styregruppen for tværgående digitalisering",
        meeting="2. møde 2027",
        starts_at=STARTS,
        ends_at=ENDS,
        place="Kattegat",
        present=("Stine Holm, formand", "Jonas Krog"),
        apologies=("Lars Beck",),
        guests=(),
        meeting_chair="Stine Holm",
        minute_taker="Karen Holm",
        version=1,
        checksum="a3f1" * 16,
        audit_head="9bc0" * 16,
        built_at=BUILT,
        items=(item,),
        approval="Godkendt af Stine Holm 11. juni 2027 kl. 12.04.",
    )
    return replace(minutes, **changes)


def a_plan(meetings: int = 4, bodies: int = 2) -> values.PlanDoc:
    def meeting(number: int) -> values.PlanMeeting:
        on = date(2027, number, 9)
        deadlines = tuple(
            values.PlanDeadline(label, date(2027, number, day))
            for label, day in (("Emner lukkes", 1), ("Materiale", 2), ("Formandens godkendelse", 3), ("Udsendelse", 4))
        )
        return values.PlanMeeting(on, "kl. 9–11", "Kattegat", f"{number}. møde", deadlines=deadlines)

    return values.PlanDoc(
        "Norddjurs Kommune", "Mødeplan 2027", 2027, BUILT,
        tuple(values.PlanBody(f"Organ {n}", tuple(meeting(m + 1) for m in range(meetings))) for n in range(bodies)),
        (values.PlanActivity("2. kvartal", "Internt digitaliseringsseminar", "Programgruppen"),),
        ("Ugerne 7, 8, 28–31 og 42 holdes fri for møder.",),
    )  # fmt: skip
