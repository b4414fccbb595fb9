"""Which fields of the record a person may write at any time, and which are steered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from styrehjul.kernel.refusal import Refused

# Under "Mere": filled when there is something to say.
MORE = frozenset(
    {
        "short_title", "scope", "out_of_scope", "expected_result", "mandatory", "mandatory_reference",
        "mandatory_deadline", "strategic_level", "kle", "case_number", "visibility", "planned_start",
        "planned_start_precision", "planned_end_precision", "steering_body_id", "steering_group",
    }
)  # fmt: skip
# Dates, category and the like are steered (`steering`).
RECORD = MORE | {
    "title", "summary", "purpose", "users", "gain", "cost_tdkk", "hours", "outside_deadline", "lead_area", "org_unit",
    "external_owner", "programme", "extra",
}  # fmt: skip
UNTIL_DECIDED = frozenset({"planned_end", "category", "subtype"})
STEERED_WORDS = {"planned_end": "planlagt afslutning", "category": "kategori", "subtype": "undertype"}


def more_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a new proposal beside its six answers; others are refused."""
    for name in fields:
        if name not in MORE:
            raise Refused("project.unknown_field", field=name)
    return dict(fields)
