"""What is asked about benefits, a file per subject."""

from styrehjul.benefits.forms.measuring import (
    AcceptedForm,
    ChangeForm,
    CorrectForm,
    DayForm,
    EndForm,
    LaterForm,
    LinkForm,
    MeasureForm,
    ReasonForm,
    ShareForm,
)
from styrehjul.benefits.forms.register import BenefitForm, ProfileForm
from styrehjul.benefits.forms.settings import SettingsForm

__all__ = [
    "AcceptedForm",
    "BenefitForm",
    "ChangeForm",
    "CorrectForm",
    "DayForm",
    "EndForm",
    "LaterForm",
    "LinkForm",
    "MeasureForm",
    "ProfileForm",
    "ReasonForm",
    "SettingsForm",
    "ShareForm",
]
