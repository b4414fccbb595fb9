"""What people type about seats, agreements, delegations and the kommissorium."""

from styrehjul.bodies.forms.seats import (
    AgreementForm,
    ChairDelegationForm,
    ConsentForm,
    EndHoldingForm,
    HoldingForm,
    ReasonForm,
    SeatForm,
    SecretaryDelegationForm,
)

__all__ = [
    "AgreementForm", "ChairDelegationForm", "ConsentForm", "EndHoldingForm", "HoldingForm", "ReasonForm", "SeatForm",
    "SecretaryDelegationForm",
]  # fmt: skip
