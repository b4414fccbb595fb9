"""Tables of the plans, a file per subject."""

from styrehjul.plans.models.plans import Activity, PlanLine, PlanVersion
from styrehjul.plans.models.runs import PlanRun

__all__ = ["Activity", "PlanLine", "PlanRun", "PlanVersion"]
