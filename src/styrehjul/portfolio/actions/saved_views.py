"""Lists that people keep, share and meet first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import SavedView

# As long as the columns are.
MOST, LONGEST_NAME = 1000, 80


@transaction.atomic
def save_view(
    *, name: str, query: str, by: Person, at: datetime, shared: bool = False, standard: bool = False
) -> SavedView:
    """Keep a list under a name. The same name again is the same view with new content."""
    permit(by, "view.save", at=at)
    name, query = " ".join(name.replace("\0", "").split()), query.replace("\0", "")
    if not name:
        raise Refused("view.no_name")
    if len(name) > LONGEST_NAME:
        raise Refused("view.long_name", limit=LONGEST_NAME, length=len(name))
    if len(query) > MOST:
        raise Refused("view.too_much")
    view = SavedView.objects.select_for_update().filter(owner=by, name=name).first()
    view = view or SavedView(owner=by, name=name)
    if standard:
        _no_standard(by, at=at, but=view)
    view.query, view.shared, view.standard = query, shared, standard
    store(view, by=by, at=at, action="view.save")
    return view


@transaction.atomic
def set_standard(view: SavedView, *, standard: bool, by: Person, at: datetime) -> SavedView:
    """*Min standard*: what its owner meets first; set to no, the whole list comes first again."""
    permit(by, "view.change", view, at=at)
    if standard:
        _no_standard(by, at=at, but=view)
    view.standard = standard
    store(view, by=by, at=at, action="view.set_standard")
    return view


@transaction.atomic
def share_view(view: SavedView, *, shared: bool, by: Person, at: datetime) -> SavedView:
    """Show the view to everybody, or keep it for oneself again."""
    permit(by, "view.change", view, at=at)
    view.shared = shared
    store(view, by=by, at=at, action="view.share")
    return view


@transaction.atomic
def remove_view(view: SavedView, *, by: Person, at: datetime) -> None:
    """Take the view away. The projects in it are not touched."""
    permit(by, "view.change", view, at=at)
    remove(view, by=by, at=at, action="view.remove")


def _no_standard(person: Person, *, at: datetime, but: SavedView) -> None:
    for other in SavedView.objects.filter(owner=person, standard=True).exclude(pk=but.pk):
        other.standard = False
        store(other, by=person, at=at, action="view.set_standard")
