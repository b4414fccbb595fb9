"""Two wrote the same: both texts stand, the difference is marked, and the choice is sent as the ordinary form."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django import forms
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.ui.conflict import conflict_page, difference
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText, MoneyField
from styrehjul.ui.merging import sums


def test_the_difference_is_told_word_by_word() -> None:
    marked = difference("Posten sendes fra april.", "Posten sendes fra marts.")
    assert marked == "Posten sendes fra <del>april</del><ins>marts</ins>."


def test_markup_in_either_text_stays_text() -> None:
    marked = difference("<b>en</b>", "<i>to</i>")
    assert "<b>" not in marked
    assert "<i>" not in marked


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_word_of_either_text_is_lost(old: str, new: str) -> None:
    def without(marked: str, tag: str) -> str:
        kept = re.sub(rf"<{tag}>.*?</{tag}>", "", marked, flags=re.DOTALL)
        return unescape(re.sub(r"</?(ins|del)>", "", kept))

    marked = str(difference(old, new))

    def lines(text: str) -> str:
        return text.replace("\r\n", "\n").replace("\r", "\n")

    assert without(marked, "ins") == lines(old)
    assert without(marked, "del") == lines(new)


class ItemForm(Form):
    """A form with every kind of field that two may write in."""

    title = forms.CharField(required=False)
    resume = LongText(label="Resumé", required=False)
    cost = MoneyField(label="Penge", required=False)
    due = DayField(label="Frist", required=False)
    area = forms.ChoiceField(label="Område", choices=[("", "Vælg"), ("1", "Skole"), ("2", "Plan")], required=False)
    kind = forms.ChoiceField(
        label="Slags", choices=[("a", "Stor"), ("b", "Lille")], required=False, widget=forms.RadioSelect
    )
    large = forms.BooleanField(label="Større", required=False)
    goals = forms.MultipleChoiceField(
        label="Mål", choices=[("1", "Et"), ("2", "To")], required=False, widget=forms.CheckboxSelectMultiple
    )
    absent = forms.CharField(label="Ikke sendt", required=False)
    version = HiddenVersion()


READ = {
    "title": "Digital post", "resume": "Som det var", "cost": Decimal("1250.0"), "due": date(2027, 6, 1), "area": 1,
    "kind": "a", "large": False, "goals": [2, 1], "absent": "x", "version": 3,
}  # fmt: skip


def answered(current: dict[str, Any], *, seen: bool = True, **mine: Any) -> tuple[str, dict[str, list[str]]]:
    """The page's text, and what *Behold min* sends."""
    drawn = str(ItemForm(initial=READ)["version"])
    found = re.search(r'name="version_seen" value="([0-9a-f.]+)"', drawn)
    assert found
    sent = {
        "title": "Digital post", "resume": "Som det var", "cost": "1.250", "due": "2027-06-01", "area": "1", "kind": "a",
        "goals": ["1", "2"], "version": "3", "beside": "decide", "_key": "x",
    }  # fmt: skip
    sent |= ({"version_seen": found.group(1)} if seen else {}) | mine
    request = RequestFactory().post("/moeder/1/punkter/4/", sent)
    answer = conflict_page(
        request,
        form=ItemForm(request.POST),
        title="Punkt 4",
        changed_by="Peter Krogh",
        changed_at=datetime(2027, 5, 18, 8, 42, tzinfo=UTC),
        version=4,
        current=READ | current,
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    form = next(part for part in page.split("<form") if "Behold min" in part or "Gem begge dele" in part)
    inputs: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form):
        inputs.setdefault(name, []).append(unescape(value))
    return page, inputs


@pytest.mark.django_db
def test_where_both_wrote_both_texts_and_all_three_choices_are_there() -> None:
    page, sent = answered({"resume": "Peters tekst"}, resume="Min tekst")
    assert "Peter Krogh gemte 18. maj 2027 kl. 10.42" in page
    for text in ("Min tekst", "Peters tekst", "Behold min", "Tag den andens", "Ret sammen"):
        assert text in page
    assert "Ikke sendt" not in page
    assert (sent["resume"], sent["version"], sent["beside"]) == (["Min tekst"], ["4"], ["decide"])
    assert "absent" not in sent
    assert sent["_key"] != ["x"], "this is a new sending"


@pytest.mark.django_db
def test_what_only_one_of_the_two_changed_stands_whoever_keeps_the_text() -> None:
    """The other's new date is not thrown away by whoever never touched the date."""
    theirs = {"due": date(2027, 9, 1), "area": 2, "kind": "b", "large": True, "goals": [2], "resume": "Peters tekst"}
    page, sent = answered(theirs, resume="Min tekst", cost="2.000")
    assert (sent["due"], sent["area"], sent["goals"]) == (["2027-09-01"], ["2"], ["2"])
    assert (sent["kind"], sent["large"]) == (["b"], ["on"])
    assert (sent["cost"], sent["resume"]) == (["2.000"], ["Min tekst"])
    assert "Dig: Penge" in page
    assert "Peter Krogh: Frist, Område, Slags, Større, Mål" in page
    assert page.count("<h3") == 2, "one field to choose about"


@pytest.mark.django_db
def test_two_who_changed_different_things_only_press_once() -> None:
    page, sent = answered({"due": date(2027, 9, 1)}, cost="2.000")
    assert "Gem begge dele" in page
    assert "Behold min" not in page
    assert "Ret sammen" not in page
    assert (sent["due"], sent["cost"], sent["resume"]) == (["2027-09-01"], ["2.000"], ["Som det var"])


@pytest.mark.django_db
def test_a_choice_both_made_is_shown_in_words_and_chosen_from_the_two() -> None:
    page, sent = answered({"area": 2}, area="", kind="b", large="on")
    assert (sent["area"], sent["kind"], sent["large"]) == ([""], ["b"], ["on"])
    assert '<option value="2">Plan</option>' in page
    assert '<option value="">' in page


@pytest.mark.django_db
def test_the_same_number_written_otherwise_is_no_change() -> None:
    page, sent = answered({"due": date(2027, 9, 1)}, cost="1250,0", resume="Som det var\r\n", goals=["2", "1"])
    assert "Dig:" not in page
    assert sent["due"] == ["2027-09-01"]


@pytest.mark.django_db
def test_a_form_without_what_was_read_asks_about_every_difference() -> None:
    page, sent = answered({"due": date(2027, 9, 1)}, seen=False, cost="2.000")
    assert (sent["due"], sent["cost"]) == (["2027-06-01"], ["2.000"])
    assert "1. september 2027" in page
    assert "Behold min" in page


@pytest.mark.django_db
def test_the_page_sends_what_was_read_now_so_that_a_third_writer_is_met_the_same_way() -> None:
    _page, sent = answered({"due": date(2027, 9, 1)}, cost="2.000")
    assert sent["version_seen"] == [sums(ItemForm(initial=READ | {"due": date(2027, 9, 1)}))]
