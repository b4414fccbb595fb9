"""Lists that people have put together and want to find again."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import Person


class SavedView(Noun):
    """A named list of projects: its whole address is its content. `shared` is shown to everybody.

    `standard` is what its owner meets when the list is opened without a choice; a person has at most one.
    """

    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_views")
    shared = models.BooleanField(default=False)
    standard = models.BooleanField(default=False)
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_name_once"),
            models.UniqueConstraint(fields=["owner"], condition=Q(standard=True), name="saved_view_one_standard"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The list as it was saved."""
        return f"/projekter/?{self.query}"
