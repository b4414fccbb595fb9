"""What of the imports waits for one person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.audit.current import kept
from styrehjul.imports.models import KitosObject, KitosRun
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.ui.todo import ToDo

HOME = "/systemer/kitos/"


def next_for(person: Person, on: date) -> Iterable[ToDo]:
    """Whoever looks after the systems hears of what Kitos has lost, and of what must be seen before it is written."""
    asks, gone, same = kept("kitos-waits", _waits, of=())
    if not (asks or gone or same) or not may(person, "kitos.run", on=on):
        return []
    found = []
    if asks:
        found.append(ToDo(title=_("Kitos: se listen, før den skrives"), url=f"{HOME}hentning/{asks}/", level="yellow"))
    if gone:
        title = ngettext("%(n)d system er taget ud af Kitos", "%(n)d systemer er taget ud af Kitos", gone) % {"n": gone}
        found.append(ToDo(title=title, url=HOME, level="yellow"))
    if same:
        found.append(ToDo(title=_("Kitos: er det de samme systemer?"), url=HOME))
    return found


def _waits() -> tuple[str, int, int]:
    """The run that asks, how many are gone, and how many may be the same."""
    asks = KitosRun.objects.filter(state=KitosRun.State.ASKS).values_list("uuid", flat=True).order_by("-pk").first()
    usages = KitosObject.objects.filter(kind="usage")
    gone = usages.filter(gone_at__isnull=False, seen_at__isnull=True).count()
    return str(asks or ""), gone, usages.filter(system__isnull=True, gone_at__isnull=True).count()
