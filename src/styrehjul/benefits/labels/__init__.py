"""Words for what a benefit can be, a file per subject."""

from styrehjul.benefits.labels.figures import RULE, STEP
from styrehjul.benefits.labels.life import BENEFIT_STATE
from styrehjul.benefits.labels.profile import AGGREGATION, CONFIDENCE, DIRECTION, HOURS_USE, KIND, RECEIVER, SHAPE

__all__ = [
    "AGGREGATION",
    "BENEFIT_STATE",
    "CONFIDENCE",
    "DIRECTION",
    "HOURS_USE",
    "KIND",
    "RECEIVER",
    "RULE",
    "SHAPE",
    "STEP",
]
