"""An agenda version as canonical JSON, its hash, and what differs between two of them in words."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
SECTION_WORDS = {
    "title": "titlen",
    "kind": "slagsen",
    "responsible": "den ansvarlige",
    "minutes": "tiden",
    "access": "adgangen",
    "summary": "resuméet",
    "recommendation": "indstillingen",
    "case_presentation": "sagsfremstillingen",
    "financial_impact": "de økonomiske konsekvenser",
    "next_steps": "den videre proces",
    "late_because": "bemærkningen om sent materiale",
    "memos": "et notat",
    "annexes": "bilagene",
    "content": "indholdet",
    "number": "nummeret",
    "history": "sagens gang",
}


def nfc(value: Any) -> Any:
    """The value with every text in Unicode NFC, so that the same words give the same bytes."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n"))
    if isinstance(value, Mapping):
        return {str(key): nfc(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [nfc(item) for item in value]
    return value


def canonical(content: Mapping[str, Any]) -> str:
    """UTF-8 JSON, NFC, keys sorted, no spaces, no floats."""
    return json.dumps(nfc(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_of(content: str) -> str:
    """SHA-256 of canonical content, in hex: what the chair approves."""
    return hashlib.sha256(content.encode()).hexdigest()


def changed_items(old: str, new: str) -> list[str]:
    """What differs between two versions, in words that a chair understands: "Punkt 4: indstillingen"."""
    before, after = json.loads(old), json.loads(new)
    words = []
    # The version's own number always differs; it is no change of the meeting.
    heads = [{name: value for name, value in data["head"].items() if name != "version"} for data in (before, after)]
    if heads[0] != heads[1]:
        words.append("Mødets tid, sted eller navn")
    was = {item["uuid"]: item for item in before["items"]}
    now = {item["uuid"]: item for item in after["items"]}
    words += [f'Nyt punkt: "{item["title"]}"' for key, item in now.items() if key not in was]
    words += [f'Punktet er udgået: "{item["title"]}"' for key, item in was.items() if key not in now]
    for key, item in now.items():
        if key not in was:
            continue
        if item.get("withdrawn") is not None and was[key].get("withdrawn") is None:
            words.append(f'Punkt {item["number"]} udgår: "{item["title"]}"')
        elif parts := differing(was[key], item):
            words.append(f"Punkt {item['number']}: {', '.join(parts)}")
    common = [key for key in was if key in now]
    if common != [key for key in now if key in was]:
        words.append("Punkternes rækkefølge")
    return words


def differing(old: Json, new: Json) -> list[str]:
    """Which parts of an item differ, in words: "resuméet", "bilagene"."""
    # A number follows from the order, which is told by itself.
    return [SECTION_WORDS[name] for name in SECTION_WORDS if name != "number" and old.get(name) != new.get(name)]
