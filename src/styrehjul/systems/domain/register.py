"""Who owns which facts of a system: what a form may write, and what is put right in the register it comes from. Plain."""

from __future__ import annotations

from collections.abc import Iterable

# Written here whatever the register says.
OURS = ("owner_id", "support_ends_on")
# What a person may write of a system that is ours alone, beside its name.
FACTS = (
    "responsible_unit_id", "lifecycle", "supplier_id", "short_name", "description", "purpose", "business_type",
    "program_version", "in_use_from", "in_use_to", "hosting", "business_critical", "socially_critical",
    "criticality_level", "risk_next_on", "register_notes",
)  # fmt: skip


def owned(changed: Iterable[str], *, by_kitos: bool) -> tuple[str, ...]:
    """Those of the changed fields that may not be written here."""
    return tuple(name for name in changed if by_kitos and name not in OURS)
