"""The one Django app. At start it gathers every package's rows into the one policy table and freezes it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig

PACKAGES = (
    "people",
    "bodies",
    "systems",
    "strategy",
    "knowledge",
    "portfolio",
    "benefits",
    "plans",
    "briefings",
    "meetings",
    "wheel",
    "imports",
    "api",
    "home",
)
WORDED = ("documents", "mail", *PACKAGES)


class StyrehjulConfig(AppConfig):
    """All packages are rooms of this app: a model may move between them without a migration."""

    name = "styrehjul"
    label = "styrehjul"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand over the policy rows and the words of refusals."""
        from styrehjul.audit import tables
        from styrehjul.people.policy import TABLE
        from styrehjul.ui import refusals

        tables.join()
        for package in PACKAGES:
            if find_spec(f"styrehjul.{package}.permissions"):
                found = import_module(f"styrehjul.{package}.permissions")
                TABLE.add(found.ROWS)
                TABLE.add_names(getattr(found, "NAMES", {}))
        TABLE.freeze()
        for package in WORDED:
            if find_spec(f"styrehjul.{package}.refusal_words"):
                refusals.register(import_module(f"styrehjul.{package}.refusal_words").WORDS)
        if find_spec("styrehjul.home.joining"):
            import_module("styrehjul.home.joining").join()
