"""What a project hangs on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.forms.parts import KeyField, PartForm, TextLine
from styrehjul.portfolio.models import Milestone, Project
from styrehjul.portfolio.part_labels import DEPENDENCY_KIND
from styrehjul.systems.models import System
from styrehjul.ui.forms import DayField

_OVER = [state.value for state in OVER]


class DependencyForm(PartForm):
    """One of three: another project, a system, or something outside."""

    kind = forms.ChoiceField(label=_("Hvordan hænger de sammen?"), choices=choices(DEPENDENCY_KIND))
    on_project_id = KeyField(label=_("Projekt"), required=False)
    milestone_id = KeyField(
        label=_("Milepæl"), required=False, help_text=_("Kun hvis der ventes på en milepæl i det andet projekt.")
    )
    on_system_id = KeyField(label=_("System"), required=False)
    outside = TextLine(label=_("Noget uden for kommunen"), max_length=200)
    due = DayField(label=_("Skal være der senest"), required=False)
    note = TextLine(label=_("Hvad drejer det sig om?"), max_length=300)

    def prepare(self) -> None:
        """The other projects, their milestones, and the systems."""
        others = Project.objects.exclude(pk=self.project.pk).filter(visibility="all").order_by("title")
        kept = (self.row.on_project_id if self.row is not None else None) or 0
        rows = others.exclude(state__in=_OVER) | others.filter(pk=kept)
        none = ("", _("Intet"))
        self.choose(
            "on_project_id",
            [none, *((str(pk), f"{t} ({n})") for pk, t, n in rows.values_list("pk", "title", "number"))],
        )
        milestones = Milestone.objects.exclude(project=self.project).filter(actual_on=None, project__visibility="all")
        named = milestones.order_by("project__title", "forecast_on").values_list("pk", "project__title", "title")
        self.choose("milestone_id", [none, *((str(pk), f"{project}: {title}") for pk, project, title in named)])
        systems = System.objects.order_by("name").values_list("pk", "name")
        self.choose("on_system_id", [none, *((str(pk), name) for pk, name in systems)])

    def clean(self) -> dict[str, Any]:
        """A milestone names its project, so that nobody has to choose both."""
        data: dict[str, Any] = super().clean() or {}
        milestone = data.get("milestone_id")
        if data.get("kind") == "needs_milestone" and milestone:
            data["on_project_id"] = Milestone.objects.values_list("project_id", flat=True).get(pk=milestone)
        return data
