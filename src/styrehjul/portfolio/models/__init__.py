"""The portfolio's tables, a file per subject."""

from styrehjul.portfolio.models.baselines import Baseline
from styrehjul.portfolio.models.catalogue import (
    CatalogueChange,
    CatalogueVersion,
    ExternalDeadline,
    NationalProject,
)
from styrehjul.portfolio.models.changes import ProjectChange
from styrehjul.portfolio.models.closing import ClosingReport
from styrehjul.portfolio.models.dependencies import Dependency
from styrehjul.portfolio.models.economy import EconomyLine
from styrehjul.portfolio.models.gates import (
    CriterionAnswer,
    GateCondition,
    GatePassage,
    ProjectDocument,
)
from styrehjul.portfolio.models.impacts import Impact
from styrehjul.portfolio.models.large import LargeMark
from styrehjul.portfolio.models.links import ProjectArea, ProjectGoal, ProjectPartner, ProjectPartnership, ProjectSystem
from styrehjul.portfolio.models.milestones import Milestone
from styrehjul.portfolio.models.phases import (
    Gate,
    GateCriterion,
    Phase,
    PhaseDefault,
    PhaseModel,
    RequiredDocument,
)
from styrehjul.portfolio.models.projects import Project, ProjectRole
from styrehjul.portfolio.models.resources import Allocation, Capacity, Pool
from styrehjul.portfolio.models.risks import Risk, RiskScore
from styrehjul.portfolio.models.saved_views import SavedView
from styrehjul.portfolio.models.settings import PortfolioSettings
from styrehjul.portfolio.models.stakeholders import Stakeholder
from styrehjul.portfolio.models.status import SecondOpinion, StatusAsk, StatusParameter, StatusReport, StatusRound
from styrehjul.portfolio.models.tasks import ProjectTask

__all__ = [
    "Allocation",
    "Baseline",
    "Capacity",
    "CatalogueChange",
    "CatalogueVersion",
    "ClosingReport",
    "CriterionAnswer",
    "Dependency",
    "EconomyLine",
    "ExternalDeadline",
    "Gate",
    "GateCondition",
    "GateCriterion",
    "GatePassage",
    "Impact",
    "LargeMark",
    "Milestone",
    "NationalProject",
    "Phase",
    "PhaseDefault",
    "PhaseModel",
    "Pool",
    "PortfolioSettings",
    "Project",
    "ProjectArea",
    "ProjectChange",
    "ProjectDocument",
    "ProjectGoal",
    "ProjectPartner",
    "ProjectPartnership",
    "ProjectRole",
    "ProjectSystem",
    "ProjectTask",
    "RequiredDocument",
    "Risk",
    "RiskScore",
    "SavedView",
    "SecondOpinion",
    "Stakeholder",
    "StatusAsk",
    "StatusParameter",
    "StatusReport",
    "StatusRound",
]
