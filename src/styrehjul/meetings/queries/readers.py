"""What one reader keeps for themselves: the version they have read, and their notes on items."""

from __future__ import annotations

from collections.abc import Sequence

from styrehjul.audit.current import kept
from styrehjul.meetings.models import AgendaVersion, Dispatch, Meeting, Note, Treatment
from styrehjul.people.models import Person


def roots_of(items: Sequence[Treatment]) -> dict[int, int]:
    """Item key -> the key of the first treatment that it was carried over from, itself where it was not.

    One query for each time that something was put off; none where nothing was.
    """
    roots = {item.pk: item.carried_from_id or item.pk for item in items}
    while True:
        waiting = {root for key, root in roots.items() if root != key}
        before = dict(
            Treatment.objects.filter(pk__in=waiting, carried_from__isnull=False).values_list("pk", "carried_from_id")
        ) if waiting else {}  # fmt: skip
        if not before:
            return roots
        roots = {key: before.get(root, root) or root for key, root in roots.items()}


def notes_of(person: Person, items: Sequence[Treatment]) -> dict[int, str]:
    """Item key -> the person's own note on it."""
    roots = roots_of(items)
    keys = tuple(sorted(set(roots.values())))
    own = Note.objects.filter(person=person, treatment__in=keys).order_by().values_list("treatment", "text")
    found = kept(("notes", person.pk, keys), lambda: dict(own), of=())
    return {key: found[root] for key, root in roots.items() if root in found}


def sent_versions(meeting: Meeting) -> list[Dispatch]:
    """Every dispatch with its version, the first first."""
    return list(meeting.dispatches.select_related("version").defer("version__content").order_by("number"))


def read_before(meeting: Meeting, person: Person, sent: Sequence[Dispatch]) -> tuple[AgendaVersion | None, bool]:
    """The version that the person knows, and whether they said so themselves.

    Without a word from them it is the first one that was mailed to them; None for somebody who got none.
    """
    mark = meeting.read_marks.filter(person=person).select_related("version").defer("version__content").first()
    if mark is not None:
        return mark.version, True
    mailed = (d.version for d in sent if any(row["person"] == person.pk and row["mail"] for row in d.recipients))
    return next(mailed, None), False
