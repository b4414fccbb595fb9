"""The lists that a person kept, and those shared by others."""

from __future__ import annotations

from django.db.models import Q

from styrehjul.kernel.danish import sort_key
from styrehjul.people.models import Person
from styrehjul.portfolio.models import SavedView


def views_for(person: Person) -> list[SavedView]:
    """The person's own, then those that others share. One query."""
    found = SavedView.objects.filter(Q(owner=person) | Q(shared=True)).select_related("owner")
    return sorted(found, key=lambda view: (view.owner_id != person.pk, sort_key(view.name), view.pk))


def standard_of(person: Person) -> SavedView | None:
    """What the person meets first, if anything was chosen."""
    return SavedView.objects.filter(owner=person, standard=True).first()


def view_of(person: Person, key: int) -> SavedView | None:
    """One of the person's own."""
    return SavedView.objects.filter(owner=person, pk=key).first()
