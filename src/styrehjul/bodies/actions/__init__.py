"""What changes the municipality, its kommissorium and who sits where. `by=None` is the machine's own operator."""

from styrehjul.bodies.actions.agreements import (
    answer_consent,
    delegate_chair,
    delegate_secretary,
    end_delegation,
    make_agreement,
    withdraw_agreement,
)
from styrehjul.bodies.actions.kommissorium import (
    apply_draft,
    apply_kommissorium,
    begin_draft,
    change_draft,
    discard_draft,
    edit_kommissorium,
)
from styrehjul.bodies.actions.municipality import change_municipality, create_municipality, remember_step
from styrehjul.bodies.actions.seats import change_holding, change_post_holder, end_holding, person_leaves, seat_person

__all__ = [
    "answer_consent", "apply_draft", "apply_kommissorium", "begin_draft", "change_draft", "change_holding",
    "change_municipality", "change_post_holder", "create_municipality", "delegate_chair", "delegate_secretary",
    "discard_draft", "edit_kommissorium", "end_delegation", "end_holding", "make_agreement", "person_leaves",
    "remember_step", "seat_person", "withdraw_agreement",
]  # fmt: skip
