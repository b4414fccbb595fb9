"""What is asked about a day that must not be missed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.systems.domain.watching import AHEAD
from styrehjul.systems.domain.words import WatchKind
from styrehjul.systems.labels import WATCH_KIND
from styrehjul.ui.forms import Form, HiddenVersion, dress


class HandleForm(Form):
    """That somebody has seen to it."""

    note = forms.CharField(
        label=_("Hvad er gjort?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Med et par ord, for eksempel: Forlænget med to år."),
    )  # fmt: skip


class WatchSettingsForm(Form):
    """How many months before its day each kind is told of."""

    version = HiddenVersion()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in WatchKind:
            self.fields[kind.value] = forms.IntegerField(
                label=WATCH_KIND[kind], required=False, min_value=0, max_value=120,
                help_text=_("Måneder før. Forslag: %(months)s. Tomt: aldrig.") % {"months": AHEAD[kind]},
            )  # fmt: skip
        dress(self)
