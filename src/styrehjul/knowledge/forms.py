"""What is asked about a lesson."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.ui.forms import Form, HiddenVersion, LongText


class LessonForm(Form):
    """Two fields: what was learned, and what others can take over."""

    text = LongText(
        label=_("Hvad har I lært?"), rows=4, help_text=_("Skriv det, som I selv ville have haft glæde af at vide.")
    )
    product = forms.CharField(
        label=_("Hvad kan andre bruge direkte?"),
        required=False,
        max_length=300,
        help_text=_("For eksempel en skabelon, en vejledning eller en aftale."),
    )
    version = HiddenVersion()
