"""What people fill in about projects, a file per subject. A form's `cleaned_data` are the arguments of an action."""

from styrehjul.portfolio.forms.deeds import DeedForm
from styrehjul.portfolio.forms.proposals import LocalForm, ProposalForm
from styrehjul.portfolio.forms.settings import SettingsForm
from styrehjul.portfolio.forms.status import OpinionForm, ParameterForm, ReturnForm, RoundForm, StatusForm

__all__ = [
    "DeedForm",
    "LocalForm",
    "OpinionForm",
    "ParameterForm",
    "ProposalForm",
    "ReturnForm",
    "RoundForm",
    "SettingsForm",
    "StatusForm",
]
