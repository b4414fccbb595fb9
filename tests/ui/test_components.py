"""The component tag, and what the components promise: text beside colour, reasons beside buttons, escaped content."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.conf import settings
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory

from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.ui.lists import ListRequest, ListSpec
from styrehjul.ui.shell import navigation, section_of


def shown(source: str, **values: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(values))


def test_what_is_handed_in_is_escaped() -> None:
    html = shown('{% ui "panel" title=bad aside=bad %}{{ bad }}{% endui %}', bad="<img src=x>")
    assert "<img" not in html
    assert html.count("&lt;img") == 3


def test_nothing_leaks_from_the_page_into_a_component() -> None:
    html = shown('{% ui "panel" %}x{% endui %}', title="Sidens egen")
    assert "Sidens egen" not in html


def test_parts_go_to_their_place_and_stay_with_their_component() -> None:
    html = shown(
        '{% ui "panel" title="Ydre" %}{% ui "panel" title="Indre" %}{% part "actions" %}<b>indre</b>{% endpart %}{% endui %}'
        '{% part "actions" %}<b>ydre</b>{% endpart %}{% endui %}'
    )
    assert html.count("<b>indre</b>") == 1
    assert html.index("<b>indre</b>") < html.index("<b>ydre</b>")


@pytest.mark.parametrize("source", ["{% ui %}{% endui %}", '{% ui "panel" Titel %}{% endui %}'])
def test_a_wrong_call_is_told_at_once(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        shown(source)


@pytest.mark.parametrize(
    ("level", "shape", "words"),
    [
        ("green", "<circle", "Efter planen"), ("yellow", "<path", "Opmærksomhed"), ("red", "<rect", "Kritisk"),
        ("none", "<circle", "Ingen status"),
    ],
)  # fmt: skip
def test_a_light_is_a_shape_and_a_word(level: str, shape: str, words: str) -> None:
    alone = shown('{% ui "light" level=level %}{% endui %}', level=level)
    assert shape in alone
    assert f'aria-label="{words}"' in alone
    beside = shown('{% ui "light" level=level %}Udbud i august{% endui %}', level=level)
    assert 'aria-hidden="true"' in beside
    assert "<span>Udbud i august</span>" in beside


def test_a_button_that_cannot_be_used_says_every_reason_and_does_nothing() -> None:
    refused = Refused.because([Reason("reason.needed"), Reason("busy")])
    html = shown('{% ui "button" reasons=refused %}Send til formanden{% endui %}', refused=refused)
    assert 'type="button"' in html
    assert 'aria-disabled="true"' in html
    assert "Der mangler en begrundelse." in html
    assert "Systemet er optaget lige nu." in html
    described = html.split('aria-describedby="')[1].split('"')[0]
    assert f'id="{described}"' in html


def test_a_button_without_reasons_sends_its_form() -> None:
    html = shown('{% ui "button" reasons=reasons confirm="Sikker?" %}Send{% endui %}', reasons=[])
    assert 'type="submit"' in html
    assert 'data-confirm="Sikker?"' in html


def test_ids_are_single_on_the_page() -> None:
    html = shown('{% for i in "abc" %}{% ui "button" reasons="Nej." %}{{ i }}{% endui %}{% endfor %}')
    ids = [piece.split('"')[0] for piece in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 3


def test_headings_of_a_table_say_how_it_is_sorted() -> None:
    listing = ListRequest.of(
        RequestFactory().get("/?sort=-frist").GET,
        ListSpec(sorts={"navn": ("name",), "frist": ("due_on",)}, default="navn"),
    )
    html = shown(
        '{% ui "table" caption="Projekter" columns=columns listing=listing %}<tr></tr>{% endui %}',
        columns=[("navn", "Navn", ""), ("frist", "Frist", ""), ("x", "Andet", "num")],
        listing=listing,
    )
    assert html.count("aria-sort=") == 1
    assert 'aria-sort="descending"' in html
    assert 'href="?sort=frist"' in html
    assert '<th scope="col" class="num">Andet</th>' in html


def test_the_nine_entries_stand_in_their_order() -> None:
    entries = navigation("", "/moeder/12/")
    assert [str(entry.label) for entry in entries] == [
        "Overblik", "Årshjul", "Møder", "Projekter", "Systemer", "Gevinster", "Indsatsplan", "Strategi og viden", "Organisation",
    ]  # fmt: skip
    assert [entry.key for entry in entries if entry.current] == ["moeder"]


@pytest.mark.parametrize(
    ("path", "section"),
    [("/", "overblik"), ("/sager/3/", "moeder"), ("/kommissorium/", "organisation"), ("/konto/", ""), ("/soeg/", "")],
)
def test_a_page_belongs_to_one_entry_or_to_none(path: str, section: str) -> None:
    assert section_of(path) == section


def test_the_shell_stands_without_a_signed_in_person() -> None:
    html = Template('{% extends "base.html" %}').render(Context({}))
    assert "Gå til sidens indhold" in html
    assert "Log af" not in html
    assert 'class="nav"' not in html
    whole = Template('{% extends "base.html" %}').render(Context({"shell": {"person": "Karen Holm", "task_count": 9}}))
    assert whole.count("Mine opgaver (9)") == 2
    assert whole.count('name="_key"') == 2
    assert 'action="/soeg/"' in whole


def test_every_icon_that_a_template_names_is_in_the_design_system() -> None:
    sprite = settings.BUILD / "frontend" / "dkfds" / "img" / "all-svg-icons.svg"
    if not sprite.is_file():
        pytest.skip("the front-end files are not built")
    known = set(re.findall(r'id="([a-z-]+)"', sprite.read_text(encoding="utf-8")))
    named = {
        (path.name, name)
        for path in (settings.PACKAGE / "templates").rglob("*.html")
        for name in re.findall(r'(?:icon=|{% icon )"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(named) > 10
    assert {(path, name) for path, name in named if name not in known} == set()
