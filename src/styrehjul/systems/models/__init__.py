"""The tables of systems, a file per subject."""

from styrehjul.systems.models.contracts import Contract, CostShare, PaymentLine
from styrehjul.systems.models.suppliers import Supplier
from styrehjul.systems.models.systems import System, SystemRelation, SystemRole
from styrehjul.systems.models.task_refs import TaskRef
from styrehjul.systems.models.watches import Watch, WatchSettings

__all__ = [
    "Contract",
    "CostShare",
    "PaymentLine",
    "Supplier",
    "System",
    "SystemRelation",
    "SystemRole",
    "TaskRef",
    "Watch",
    "WatchSettings",
]
