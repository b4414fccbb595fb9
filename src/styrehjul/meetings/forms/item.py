"""An agenda item: the three fields that begin it, its texts, and what is tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.persons import PersonField
from styrehjul.portfolio.models import Project
from styrehjul.ui.forms import Form, HiddenVersion, LongText

Choices = Sequence[tuple[str, Any]]


class NewItemForm(Form):
    """*Tilføj punkt*: three fields, and what else may be said behind "Mere"."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    kind = forms.ChoiceField(label=_("Slags"))
    responsible = PersonField(
        label=_("Ansvarlig"), required=False, help_text=_("Den, der skriver materialet. Får en mail med fristen.")
    )
    project = forms.ModelChoiceField(
        label=_("Projekt"), queryset=Project.objects.none(), required=False, empty_label=str(_("Intet projekt"))
    )
    minutes_allotted = forms.IntegerField(label=_("Minutter"), required=False, min_value=1, max_value=480)
    access = forms.ChoiceField(label=_("Hvem må læse punktet"), choices=[], required=False)

    extra_names = ("project", "minutes_allotted", "access")

    def __init__(self, *args: Any, kinds: Choices, projects: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]  # a ModelChoiceField
        self.fields["access"].choices = access_choices()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class ItemForm(Form):
    """The item's texts. At-sentences, effects and notes come beside it (`points_from`, `memos_from`)."""

    version = HiddenVersion()
    title = forms.CharField(label=_("Titel"), max_length=200)
    kind = forms.ChoiceField(label=_("Slags"))
    responsible = PersonField(label=_("Ansvarlig"), required=False)
    summary = LongText(
        label=_("Resumé"), required=False, rows=4, help_text=_("2-5 linjer: hvad sagen er, og hvorfor nu.")
    )
    case_presentation = LongText(
        label=_("Sagsfremstilling"),
        required=False,
        rows=10,
        max_length=200_000,
        help_text=_("Tom linje giver nyt afsnit. Begynd en linje med “- ” for punkter og “# ” for en overskrift."),
    )
    financial_impact = LongText(label=_("Økonomiske konsekvenser"), required=False, rows=3)
    next_steps = LongText(label=_("Videre proces"), required=False, rows=3, help_text=_("Hvem gør hvad, og hvornår."))
    minutes_allotted = forms.IntegerField(label=_("Minutter på mødet"), required=False, min_value=1, max_value=480)
    access = forms.ChoiceField(label=_("Hvem må læse punktet"), required=False)
    late_because = LongText(
        label=_("Hvorfor kom materialet efter fristen?"),
        required=False,
        rows=2,
        help_text=_("Står på dagsordenen, når fristen for materiale er overskredet."),
    )

    def __init__(self, *args: Any, kinds: Choices, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["access"].choices = access_choices()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class AnnexForm(Form):
    """A file or a link that belongs to an item; on the item's page its fields are sent with the text (`TEXT_FORM`)."""

    TEXT_FORM = "item-form"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values() if self.prefix else ():
            field.widget.attrs["form"] = self.TEXT_FORM

    title = forms.CharField(label=_("Bilagets titel"), max_length=200, required=False)
    file = forms.FileField(
        label=_("Fil"), required=False, help_text=_("PDF, Word, Excel, PowerPoint eller billede, højst 25 MB.")
    )
    link = forms.URLField(label=_("Eller et link"), max_length=300, required=False, assume_scheme="https")
    closed = forms.BooleanField(label=_("Lukket bilag: kun organets medlemmer må læse det"), required=False)

    def clean(self) -> dict[str, Any]:
        """Exactly one of file and link; the title may be left to the file's name."""
        data = super().clean() or {}
        if bool(data.get("file")) == bool(data.get("link")) and not self.errors:
            self.add_error("file", str(_("Vælg en fil, eller skriv et link. Ikke begge dele.")))
        if not data.get("title"):
            file = data.get("file")
            data["title"] = (str(file.name).rpartition(".")[0] or str(file.name)) if file else data.get("link", "")
        return data


def access_choices() -> list[tuple[str, Any]]:
    """Who may read an item, in words."""
    return [(member.value, labels.ACCESS[member]) for member in s.Access]
