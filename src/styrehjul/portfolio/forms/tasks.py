"""A task of a project."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.domain.parts import TASK, TaskState
from styrehjul.portfolio.forms.fields import people_choices
from styrehjul.portfolio.forms.parts import KeyField, PartForm, TextLine
from styrehjul.portfolio.part_labels import TASK_SOURCE, TASK_STATE
from styrehjul.ui.forms import DayField


class TaskForm(PartForm):
    """Who does what, by when."""

    title = forms.CharField(label=_("Hvad skal gøres?"), max_length=200)
    responsible_id = KeyField(label=_("Ansvarlig"), help_text=_("Én person. Opgaven står på personens egen liste."))
    due = DayField(label=_("Frist"), required=False)
    state = forms.ChoiceField(label=_("Hvor langt er den?"), choices=choices(TASK_STATE))
    why = TextLine(label=_("Hvorfor udgår den?"), max_length=300, help_text=_("Kun hvis den udgår."))
    source = forms.ChoiceField(label=_("Kommer fra"), choices=choices(TASK_SOURCE), required=False)
    source_words = TextLine(
        label=_("Hvilken?"), max_length=200, help_text=_("For eksempel beslutningens nummer eller mødets dato.")
    )
    reminder_days = forms.IntegerField(
        label=_("Mind om den så mange dage før"),
        required=False,
        min_value=0,
        max_value=365,
        help_text=_("Lad stå tomt for at følge kommunens indstilling."),
    )

    MORE = ("source", "source_words", "reminder_days")

    def prepare(self) -> None:
        """Only the states that the task can get to."""
        self.choose("responsible_id", people_choices(self.on, empty=_("Vælg")))
        if self.row is None:
            del self.fields["state"]
            del self.fields["why"]
            return
        here = TaskState(self.row.state)
        reached = {here} | {after for (before, _event), after in TASK.moves.items() if before == here}
        self.choose("state", [(key, words) for key, words in choices(TASK_STATE) if TaskState(key) in reached])
