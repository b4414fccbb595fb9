"""That a system comes from Kitos, for the system's own page: when it was changed there, and where to put it right."""

from __future__ import annotations

from styrehjul.imports.models import KitosObject
from styrehjul.imports.reading.kitos import kitos_settings
from styrehjul.systems.hooks import RegisterFacts

SOURCE = "Kitos"


def kitos_facts(system: int) -> RegisterFacts | None:
    """None where the system is not from there. Two queries at most."""
    row = KitosObject.objects.filter(system_id=system, kind="usage").defer("raw", "said").first()
    if row is None:
        return None
    return RegisterFacts(
        source=SOURCE, address=kitos_settings().address, changed_at=row.changed_at, gone_at=row.gone_at
    )
