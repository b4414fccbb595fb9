"""Two people wrote the same text: both shown, the difference marked, and the choice left to the one who came last.

A view that meets `Refused("stale")` calls `conflict_page` with its form and what each field would begin with now. What
only one of the two changed stands without a question (`ui.merging`). The page sends the ordinary form once more, to the same address, with the version that is
now in force, and the text that was chosen: nothing new to handle for the view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

from styrehjul.ui.merging import SEEN, in_force, merge, shown, sums, to_send

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_DIFF_LIMIT = 4_000  # pieces; beyond it, lines are compared instead of words
_OURS = frozenset({"csrfmiddlewaretoken", "_key"})


@dataclass(frozen=True)
class ConflictField:
    """One field of the form: its name in the form, its label, this person's text and the other's.

    `sent` is what the form sends for it, where that is not the text; `either` the two to choose between, as value and words.
    """

    name: str
    label: str | Promise
    mine: str
    theirs: str
    long: bool = True
    sent: Sequence[str] | None = None
    either: Sequence[tuple[str, str]] = ()

    @property
    def values(self) -> Sequence[str]:
        """This person's, as the form sends it."""
        return [self.mine] if self.sent is None else self.sent

    @property
    def free(self) -> bool:
        """Whether it is text that can be written together."""
        return self.sent is None or (len(self.sent) == 1 and not self.either)

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return _normal(self.mine) != _normal(self.theirs)

    @property
    def marked(self) -> SafeString:
        """The other's text turned into this person's: `<del>` what only they have, `<ins>` what only I have."""
        return difference(self.theirs, self.mine)


@dataclass(frozen=True)
class Conflict:
    """Everything the page needs. `others` are the rest of the fields, sent again without a question.

    `by_me` and `by_them` are the labels of those among them that only one of the two has changed.
    """

    title: str
    changed_by: str
    changed_at: datetime | None
    version_name: str
    version: int
    fields: Sequence[ConflictField]
    back: str
    others: Sequence[tuple[str, str]] = field(default_factory=tuple)
    by_me: Sequence[str] = ()
    by_them: Sequence[str] = ()

    @property
    def differing(self) -> list[ConflictField]:
        """The fields to choose between."""
        return [item for item in self.fields if item.differs]

    @property
    def can_be_joined(self) -> bool:
        """Whether there is anything to write together or to choose one by one."""
        return any(item.free or item.either for item in self.differing)


def difference(old: str, new: str) -> SafeString:
    """From `old` to `new`, word by word, as safe HTML with `<del>` and `<ins>`."""
    before, after = _pieces(old), _pieces(new)
    out = SafeString("")
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            out = format_html("{}{}", out, come)
            continue
        if gone:
            out = format_html("{}<del>{}</del>", out, gone)
        if come:
            out = format_html("{}<ins>{}</ins>", out, come)
    return out


def conflict_page(
    request: HttpRequest,
    *,
    form: BaseForm,
    title: str,
    changed_by: str,
    changed_at: datetime | None,
    version: int,
    current: Mapping[str, Any],
    back: str = "",
) -> HttpResponse:
    """409 with both texts. `current` is what each field of the form would begin with now; the person's own is `form`.

    What only one of them changed is not asked about: it stands, and the page says so. What is not in `current` is sent
    again as it was. `back` is the page that shows what is in force, where another address than the form's own does.
    """
    fresh = in_force(form, current)
    made = merge(form, fresh, current, request.POST.get(form.add_prefix(SEEN), ""))
    fields = []
    for name in made.both:
        mine, theirs, sent = shown(form, name), shown(fresh, name), made.sent.pop(name)
        fields.append(
            ConflictField(
                form.add_prefix(name), str(form[name].label), mine, theirs, long="\n" in theirs + mine or len(theirs) > 80,
                sent=sent, either=_either(form, fresh, name, sent),
            )
        )  # fmt: skip
    taken = {form.add_prefix(name) for name in (*made.sent, *made.both, "version", SEEN)} | _OURS
    others = [(form.add_prefix(name), value) for name, values in made.sent.items() for value in values]
    others += [(name, value) for name in request.POST if name not in taken for value in request.POST.getlist(name)]
    others.append((form.add_prefix(SEEN), sums(fresh)))
    conflict = Conflict(
        title, changed_by, changed_at, form.add_prefix("version"), version, fields, back or request.get_full_path(),
        others, by_me=made.by_me, by_them=made.by_them,
    )  # fmt: skip
    return render(request, "error/conflict.html", {"conflict": conflict}, status=409)


def _either(form: BaseForm, fresh: BaseForm, name: str, sent: list[str]) -> list[tuple[str, str]]:
    """The two to choose between, value and words, where the field is no free text; empty where it is."""
    if not getattr(form.fields[name], "choices", None) or len(sent) != 1:
        return []
    return [(sent[0], shown(form, name)), (to_send(fresh, name)[0], shown(fresh, name))]


def _pieces(text: str) -> list[str]:
    words = _PIECES.findall(_normal(text))
    return words if len(words) <= _DIFF_LIMIT else _normal(text).splitlines(keepends=True)


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
