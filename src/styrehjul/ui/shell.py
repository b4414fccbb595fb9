"""The page shell's own words: the nine entries of the main menu and which of them a page belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class NavEntry:
    """One entry of the main menu."""

    key: str
    label: str | Promise
    url: str
    current: bool = False


ENTRIES: tuple[tuple[str, str | Promise, str], ...] = (
    ("overblik", _("Overblik"), "/"),
    ("aarshjul", _("Årshjul"), "/aarshjul/"),
    ("moeder", _("Møder"), "/moeder/"),
    ("projekter", _("Projekter"), "/projekter/"),
    ("systemer", _("Systemer"), "/systemer/"),
    ("gevinster", _("Gevinster"), "/gevinster/"),
    ("indsatsplan", _("Indsatsplan"), "/indsatsplan/"),
    ("strategi", _("Strategi og viden"), "/strategi/"),
    ("organisation", _("Organisation"), "/organisation/"),
)
# Pages that live under another address than the entry they belong to.
BELONGS_TO = {
    "sager": "moeder",
    "beslutninger": "moeder",
    "beslutningsbehov": "moeder",
    "skriftlig-hoering": "moeder",
    "opfoelgninger": "moeder",
    "kommissorium": "organisation",
    "videndeling": "strategi",
}


def section_of(path: str) -> str:
    """The key of the entry that an address belongs to; empty for pages outside the menu (account, search)."""
    first = path.strip("/").split("/")[0]
    if not first:
        return "overblik"
    found = BELONGS_TO.get(first, first)
    return found if any(found == key for key, _label, _url in ENTRIES) else ""


def navigation(section: str, path: str) -> list[NavEntry]:
    """The nine entries in their fixed order; `section` wins over what the address says."""
    current = section or section_of(path)
    return [NavEntry(key, label, url, key == current) for key, label, url in ENTRIES]
