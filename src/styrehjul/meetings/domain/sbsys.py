"""An agenda or minutes as XML of the shape that SBSYS writes and other systems read in.

Written from the version's content in one edition: what the edition leaves out is not here either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

Json = Mapping[str, Any]
ZONE = ZoneInfo("Europe/Copenhagen")
OPEN = "open"
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
LEAD_IN = "Det indstilles, at"


def sbsys_xml(
    content: Json, *, kind: str, document: str, public: bool, address: Callable[[Json, Json], str] | None = None
) -> bytes:
    """The document: `kind` is "Dagsorden" or "Referat", `document` its own identity, `address` where an annex is found.

    `public` says that this is the open edition; what holds closed items besides is not for everybody.
    """
    head, items = content["head"], content["items"]
    root = ElementTree.Element(
        "Dagsorden",
        {
            "DagsordenID": document,
            "Åben": _truth(public or all(_is_open(item) for item in items)),
            "Dagsordentype": kind,
        },
    )
    starts, ends = _local(head.get("started_at") or head["starts_at"]), _local(head.get("ended_at") or head["ends_at"])
    ElementTree.SubElement(
        root,
        "Møde",
        {
            "MødeID": head["meeting"],
            "Udvalg": _text(head["body"]),
            "UdvalgID": head["body_code"],
            "Mødedato": _day(starts),
            "Mødetid": f"{starts:%H:%M}",
            "Mødeslutdato": _day(ends),
            "Mødesluttid": f"{ends:%H:%M}",
            "Mødested": _text(head["place"]),
        },
    )
    points = ElementTree.SubElement(root, "Dagsordenpunkter")
    for item in items:
        _item(points, item, address)
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _item(points: ElementTree.Element, item: Json, address: Callable[[Json, Json], str] | None) -> None:
    point = ElementTree.SubElement(
        points,
        "Dagsordenpunkt",
        {"DagsordenpunktID": item["uuid"], "Punktnummer": str(item["number"]), "Åbent": _truth(_is_open(item))},
    )
    ElementTree.SubElement(point, "Overskrift").text = _text(item["title"])
    texts = ElementTree.SubElement(point, "Indhold")
    for name, text in _sections(item):
        if text.strip():
            ElementTree.SubElement(texts, name).text = _text(text)
    annexes = ElementTree.SubElement(point, "Bilagsliste")
    for annex in item["annexes"]:
        where = address(item, annex) if address else annex["link"]
        ElementTree.SubElement(
            annexes,
            "Bilag",
            {
                "BilagID": f"{item['uuid']}-{annex['number']}",
                "Navn": _text(annex["title"]),
                "MaaPubliceres": _truth(not annex["closed"] and _is_open(item)),
                "BilagUrl": _text(where),
            },
        )


def _sections(item: Json) -> Iterable[tuple[str, str]]:
    yield "Resumé", item["summary"]
    points = [f"{number}. {point['text']}" for number, point in enumerate(item["recommendation"], 1)]
    yield "Indstilling", "\n".join([LEAD_IN, *points]) if points else ""
    if result := item.get("result"):
        numbered = " ".join(filter(None, (result["number"], result["outcome_words"])))
        yield "Beslutning", "\n".join(filter(None, (numbered, result["text"] or result["left_because"])))
        yield "Virkning", "\n".join(effect["words"] for effect in result["effects"])
        yield "Opfølgning", "\n".join(_follow_up(row) for row in result["follow_ups"])
    yield (
        "Sagsfremstilling",
        "\n\n".join(filter(None, (item["case_presentation"], _plain((item["content"] or {}).get("blocks", ()))))),
    )
    yield "Økonomi", item["financial_impact"]
    yield "VidereProces", item["next_steps"]
    yield "Notat", "\n\n".join(f"{memo['title']}\n{memo['text']}" for memo in item["memos"])


def _follow_up(row: Json) -> str:
    return f"{row['text']}: {row['who']}{', ' + row['due'] if row['due'] else ''}"


def _plain(blocks: Iterable[Json]) -> str:
    """What a standing item says by itself, a line for each paragraph, point and row."""
    lines: list[str] = []
    for block in blocks:
        if "text" in block:
            lines.append(str(block["text"]))
        for item in block.get("items", ()):
            lines.append(f"- {item['text'] if isinstance(item, Mapping) else item}")
        if block["t"] == "table":
            lines += [" | ".join(str(cell) for cell in row) for row in (block["header"], *block["rows"])]
    return "\n".join(lines)


_NOT_IN_XML = re.compile("[^\n\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _is_open(item: Json) -> bool:
    return bool(item["access"] == OPEN)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(ZONE)


def _day(moment: datetime) -> str:
    return f"{moment.day}. {MONTHS[moment.month - 1]} {moment.year}"


def _text(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_IN_XML.sub("", text)
