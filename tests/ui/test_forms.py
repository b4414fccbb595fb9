"""Forms as they reach the page: labels, hints and errors tied to their fields, in Danish."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template

from styrehjul.ui.forms import BlockField, DayField, Form, MoneyField, error_lines


class Sample(Form):
    title = forms.CharField(label="Titel", max_length=20, help_text="Kort.")
    unit = forms.ChoiceField(label="Område", choices=[("", "Vælg"), ("1", "Borgerservice")])
    kind = forms.ChoiceField(label="Behandling", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    due_on = DayField(label="Frist", required=False)
    money = MoneyField(label="Beløb", required=False)
    text = BlockField(label="Tekst", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)
    annex = forms.FileField(label="Bilag", required=False)
    closed = forms.BooleanField(label="Lukket", required=False)


def shown(form: forms.Form) -> str:
    template = Template('{% load ui %}{% ui "form" form=form submit="Gem" cancel="/x/" %}{% endui %}')
    return template.render(Context({"form": form}))


def test_every_field_has_a_label_and_points_to_its_hint() -> None:
    html = shown(Sample())
    for name in ("title", "unit", "due_on", "money", "text", "annex", "closed"):
        assert f'for="id_{name}"' in html
    assert '<div class="form-hint" id="id_title_helptext">Kort.</div>' in html
    assert 'aria-describedby="id_title_helptext"' in html
    assert 'type="date"' in html
    assert '<legend class="form-label">Behandling' in html
    assert 'enctype="multipart/form-data"' in html
    assert html.count("(*skal udfyldes)") == 3
    assert "style=" not in html


def test_every_form_carries_a_key_of_its_own() -> None:
    first, second = shown(Sample()), shown(Sample())
    assert 'name="_key"' in first
    assert first != second


def test_errors_are_said_at_the_field_and_in_a_summary_that_leads_there() -> None:
    form = Sample({"title": "x" * 21, "money": "mange", "due_on": "i går"})
    lines = error_lines(form)
    assert [(target, label) for target, label, _ in lines] == [
        ("id_title", "Titel"), ("id_unit", "Område"), ("id_kind_0", "Behandling"), ("id_due_on", "Frist"), ("id_money", "Beløb"),
    ]  # fmt: skip
    assert {label: text for _, label, text in lines}["Område"] == "Skal udfyldes."
    html = shown(form)
    assert html.index("error-summary") < html.index('name="title"')
    assert 'href="#id_kind_0"' in html
    assert 'id="id_kind_0"' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html


def test_what_was_typed_is_never_markup() -> None:
    html = shown(Sample({"title": '"><script>x</script>', "text": "</textarea><script>y</script>"}))
    assert "<script>" not in html


def test_an_unbound_form_shows_no_summary() -> None:
    assert "error-summary" not in shown(Sample())


@pytest.mark.parametrize(
    ("typed", "kroner"),
    [
        ("1.250.000", "1250000"),
        ("1250000,50", "1250000.50"),
        ("1 250 000 kr.", "1250000"),
        ("-5", "-5"),
        ("120.000 kr", "120000"),
    ],
)
def test_kroner_as_danes_write_them(typed: str, kroner: str) -> None:
    form = Sample({"title": "a", "unit": "1", "kind": "a", "money": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["money"] == Decimal(kroner)


@pytest.mark.parametrize("typed", ["1e400", "NaN", "Infinity", "1,2,3", "9" * 30])
def test_what_is_no_amount_is_an_error_and_never_a_crash(typed: str) -> None:
    assert "money" in Sample({"money": typed}).errors


@pytest.mark.parametrize("typed", ["2027-06-09", "9.6.2027", "09-06-2027"])
def test_dates_may_be_typed(typed: str) -> None:
    form = Sample({"title": "a", "unit": "1", "kind": "a", "due_on": typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["due_on"].isoformat() == "2027-06-09"


def test_long_text_is_kept_as_a_tree_and_typed_as_text() -> None:
    form = Sample({"title": "a", "unit": "1", "kind": "a", "text": "Et\n\n- to"})
    assert form.is_valid(), form.errors
    tree = form.cleaned_data["text"]
    assert [node["t"] for node in tree] == ["p", "ul"]
    assert "Et\n\n- to" in shown(Sample(initial={"text": tree}))


def test_a_file_keeps_its_field() -> None:
    form = Sample({"title": "a", "unit": "1", "kind": "a"}, {"annex": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["annex"].name == "a.pdf"
