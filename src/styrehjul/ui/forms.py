"""One way to draw a form: the design system's fields, an error summary with links, and Danish words.

    class ProposalForm(Form):
        title = forms.CharField(label=_("Titel"), max_length=200)
        text = BlockField(label=_("Sagsfremstilling"), required=False)

`{% ui "form" form=form submit="Gem" %}{% endui %}` draws it whole; `{{ form.title.as_field_group }}` one field.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.forms.utils import ErrorDict
from django.forms.widgets import DateTimeBaseInput
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.danish import number_text
from styrehjul.ui import blocks, merging

REQUIRED = _("Skal udfyldes.")


class FormRenderer(DjangoTemplates):
    """Field templates of the product. Set as `FORM_RENDERER` too, so that other people's forms follow."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


def widget_kind(widget: forms.Widget) -> str:
    """Which field template draws a widget."""
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return "checkboxes"
    if isinstance(widget, forms.RadioSelect):
        return "radios"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.FileInput):
        return "file"
    if isinstance(widget, forms.Textarea):
        return "area"
    return "select" if isinstance(widget, forms.Select) else "text"


_CLASSES = {"checkbox": "form-checkbox", "checkboxes": "form-checkbox", "radios": "form-radio", "select": "form-select"}
_DATE_WIDGETS: tuple[tuple[type[DateTimeBaseInput], str, str], ...] = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)


def dress(form: forms.BaseForm) -> None:
    """Give every field of a form the product's classes, native date fields and Danish words."""
    for field in form.fields.values():
        widget = field.widget
        kind = widget_kind(widget)
        if kind == "hidden":
            continue
        own = str(widget.attrs.get("class", ""))
        if (base := _CLASSES.get(kind, "form-input")) not in own.split():
            widget.attrs["class"] = f"{base} {own}".strip()
        _make_native(widget)
        if kind == "area":
            widget.attrs.setdefault("rows", 6)
        if isinstance(field, forms.ModelChoiceField) and field.empty_label == "---------":
            field.empty_label = str(_("Vælg"))
        field.error_messages["required"] = str(REQUIRED)


def _make_native(widget: forms.Widget) -> None:
    """A date field of the browser's own: it knows Danish dates and needs no script."""
    for kind, input_type, form in _DATE_WIDGETS:
        if isinstance(widget, kind):
            widget.input_type = input_type
            widget.format = form
            widget.is_localized = False
            return


class Dressed:
    """Mixed into the forms below. Browsers' own validation is off: our words, all errors at once, on the page."""

    default_renderer: type[BaseRenderer] | BaseRenderer | None = FormRenderer
    use_required_attribute = False
    required_css_class = "required"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        dress(self)  # type: ignore[arg-type]  # always mixed into a BaseForm


class Form(Dressed, forms.Form):
    """A form whose `cleaned_data` are an action's arguments."""


class FoldedForm(Form):
    """A form whose seldom fields stand behind "Mere"; they stand open where something in them is filled or wrong."""

    MORE: tuple[str, ...] = ()

    def open_fields(self) -> list[forms.BoundField]:
        """The fields that stand open."""
        return [field for field in self.visible_fields() if field.name not in self.MORE]

    def behind(self) -> list[forms.BoundField]:
        """The fields behind "Mere"."""
        return [self[name] for name in self.MORE if name in self.fields]

    def behind_open(self) -> bool:
        """Whether any of them is filled or wrong."""
        return any(field.errors or field.value() not in (None, "", 0, False) for field in self.behind())


class ModelForm(Dressed, forms.ModelForm):  # type: ignore[type-arg]  # each form names its own model
    """A form for a register's rows."""


class BlockField(forms.CharField):
    """Long text with headings, lists and tables. Typed as plain text, kept as a block tree (`ui.blocks`)."""

    widget = forms.Textarea
    default_help = _(
        "Tom linje giver nyt afsnit. Begynd en linje med “- ” for punkter, “1. ” for numre og “# ” for en overskrift."
    )

    def __init__(self, *, rows: int = 10, **kwargs: Any) -> None:
        kwargs.setdefault("strip", False)
        kwargs.setdefault("max_length", 200_000)
        kwargs.setdefault("help_text", self.default_help)
        super().__init__(**kwargs)
        self.widget.attrs.update({"rows": rows, "class": "prose-input", "data-keep": True})

    def prepare_value(self, value: Any) -> Any:
        """A stored tree as it is typed; what was just sent stays as it was sent."""
        return blocks.to_text(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> Any:
        """The tree of what was typed."""
        return blocks.parse(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compares trees: another way of breaking lines is no change."""
        before = initial if isinstance(initial, list) else blocks.parse(str(initial or ""))
        return json.dumps(before) != json.dumps(blocks.parse(str(data or "")))


class LongText(forms.CharField):
    """Several lines of plain text, such as a reason or a note."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10_000)
        super().__init__(**kwargs)
        self.widget.attrs.update({"rows": rows, "data-keep": True})


FIRST_YEAR, LAST_YEAR = 1990, 2100  # as in a kommissorium file


class DayField(forms.DateField):
    """A date with the browser's own calendar; also takes "9.6.2027" and "9. juni" typed by hand where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y"])
        kwargs.setdefault("error_messages", {"invalid": _("Skriv en dato, fx 9.6.2027.")})
        super().__init__(**kwargs)

    def validate(self, value: Any) -> None:
        """A year far off is a slip of the finger, and deadlines counted from it would fall outside the calendar."""
        super().validate(value)
        if value is not None and not FIRST_YEAR <= value.year <= LAST_YEAR:
            facts = {"year": value.year, "first": FIRST_YEAR, "last": LAST_YEAR}
            raise forms.ValidationError(
                _("Året %(year)s er nok en slåfejl. Brug et år mellem %(first)s og %(last)s.") % facts
            )


class MoneyField(forms.DecimalField):
    """Kroner with or without øre: "1.250.000", "1250000,50" and "1 250 000 kr." are the same way of writing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 14)
        kwargs.setdefault("decimal_places", 2)
        kwargs.setdefault("error_messages", {"invalid": _("Skriv et beløb i kroner, fx 1.250.000.")})
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "num-input"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A stored number the Danish way: a point before decimals would be read back as thousands."""
        if isinstance(value, Decimal):
            return number_text(value, max(0, -int(value.normalize().as_tuple()[2])))
        return value

    def to_python(self, value: Any) -> Any:
        """Danish thousands and commas become a Decimal."""
        if isinstance(value, str):
            value = value.lower().replace("kr.", "").replace("kr", "")
            value = "".join(value.split()).replace(".", "").replace(",", ".")
        return super().to_python(value)


class VersionRead(forms.BoundField):
    """The version, and beside it what each field said when it was read (`ui.merging`)."""

    def as_widget(self, *args: Any, **kwargs: Any) -> SafeString:
        """Both as hidden inputs; a form that comes back with an error keeps what was first read."""
        drawn = super().as_widget(*args, **kwargs)
        form = self.form
        seen = form.data.get(form.add_prefix(merging.SEEN), "") if form.is_bound else merging.sums(form)
        return drawn + format_html('<input type="hidden" name="{}" value="{}">', form.add_prefix(merging.SEEN), seen)


class HiddenVersion(forms.IntegerField):
    """The version of the record that the form was made from; the action compares it and refuses a stale one."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 0)
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        """Drawn with what was read."""
        return VersionRead(form, self, field_name)


def error_lines(form: forms.BaseForm) -> list[tuple[str, str, str]]:
    """`(id of the field or "", its label, what is wrong)` in the form's order, for the summary at the top."""
    errors: ErrorDict = form.errors
    lines = [("", "", str(error)) for error in form.non_field_errors()]
    for name in form.fields:
        bound = form[name]
        label = "" if bound.is_hidden else str(bound.label)
        lines += [(_target_id(bound), label, str(error)) for error in errors.get(name, ())]
    return lines


def _target_id(bound: forms.BoundField) -> str:
    """Where the summary's link goes: the first choice of a group, else the field."""
    if widget_kind(bound.field.widget) in ("radios", "checkboxes"):
        return f"{bound.auto_id}_0"
    return "" if bound.is_hidden else str(bound.id_for_label)
