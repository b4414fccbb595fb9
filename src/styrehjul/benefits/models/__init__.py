"""The benefits' tables, a file per subject."""

from styrehjul.benefits.models.benefits import Benefit
from styrehjul.benefits.models.curves import BenefitCurve, OriginalCurve
from styrehjul.benefits.models.groups import DoubleCountGroup, GroupMember
from styrehjul.benefits.models.measurements import Measurement, MeasuringDay
from styrehjul.benefits.models.settings import BenefitSettings
from styrehjul.benefits.models.ties import BenefitGoal, BenefitProject, BenefitSystem, Prerequisite
from styrehjul.benefits.models.trail import BudgetRow, BudgetStep

__all__ = [
    "Benefit",
    "BenefitCurve",
    "BenefitGoal",
    "BenefitProject",
    "BenefitSettings",
    "BenefitSystem",
    "BudgetRow",
    "BudgetStep",
    "DoubleCountGroup",
    "GroupMember",
    "Measurement",
    "MeasuringDay",
    "OriginalCurve",
    "Prerequisite",
]
