"""What may not be written, because the security of every page rests on it."""

from __future__ import annotations

import re

import pytest

from tests.house.repository import texts

SOURCE = "src/styrehjul/"
# `mark_safe` and its kin stand only where the text was built from escaped parts; each place is named here with why.
ESCAPED_BY_HAND = {
    "src/styrehjul/templatetags/ui.py",  # components: rendered by templates, which escape
    "src/styrehjul/ui/blocks.py",  # one fixed <br> between lines
}
# Migrations write SQL of their own; a letter is read in a mail program, where only its own style counts.
ELSEWHERE = ("src/styrehjul/migrations/", "src/styrehjul/templates/mail/")
IN_PYTHON = {
    "unescaped text": r"\bmark_safe\b|\bSafeString\((?!\"\"\))|autoescape=False",
    "hand-made SQL": r"\bobjects\.raw\(|\.extra\(|\bRawSQL\b|execute\(\s*f[\"']",
    "a shell": r"shell=True|os\.system\(",
    "pickled data": r"\bpickle\b|yaml\.load\(",
    "fields that nobody chose": r"fields\s*=\s*[\"']__all__[\"']|^\s+exclude\s*=\s*[\[(]",
}
IN_TEMPLATES = {
    "unescaped text": r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off",
    "inline style": r"\sstyle\s*=|<style\b",
    "inline script": r"<script(?![^>]*(\bsrc=|type=.application/json))|\son[a-z]+\s*=\s*[\"']|javascript:",
    "htmx that evaluates": r"hx-on|hx-(vals|headers|confirm)\s*=\s*[\"']\s*js:|hx-trigger\s*=\s*[\"'][^\"']*\[",
    "an address elsewhere": r"(src|href)\s*=\s*[\"'](https?:)?//",
}
IN_SCRIPTS = {
    "markup from text": r"\.(innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write|\beval\(|new Function\("
}


def found(pattern: str, *suffixes: str) -> list[str]:
    compiled = re.compile(pattern, re.MULTILINE)
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
        for name, text in texts(*suffixes, under=SOURCE)
        for match in compiled.finditer(text)
        if not name.startswith(ELSEWHERE)
    ]


@pytest.mark.parametrize("what", IN_PYTHON)
def test_not_in_python(what: str) -> None:
    assert [place for place in found(IN_PYTHON[what], ".py") if place.partition(":")[0] not in ESCAPED_BY_HAND] == []


@pytest.mark.parametrize("what", IN_TEMPLATES)
def test_not_in_templates(what: str) -> None:
    assert found(IN_TEMPLATES[what], ".html") == []


@pytest.mark.parametrize("what", IN_SCRIPTS)
def test_not_in_our_scripts(what: str) -> None:
    assert found(IN_SCRIPTS[what], ".js") == []
