"""The municipality, its kommissorium in dated versions, and who sits where.

The rules (seats, cadence, deadlines, standing items, decision rights) are not tables: they are read from the
kommissorium that applies on the day, as plain values (`bodies.queries.kommissorium_on`).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import OrgUnit, PeriodQuerySet, Person


class Municipality(Noun):
    """The one municipality of this database and what it has chosen outside the kommissorium.

    `closing_days` holds {"yearly": ["06-05", ...], "after_ascension": true, "single": ["2027-05-14"]};
    `setup` remembers which of the first steps were done or skipped.
    """

    name = models.CharField(max_length=120)
    in_use_from = models.DateField()
    closing_days = models.JSONField(default=dict, blank=True)
    avoided_weeks = models.JSONField(default=list, blank=True)
    avoid_christmas = models.BooleanField(default=True)
    mail_from = models.EmailField(blank=True)
    setup = models.JSONField(default=dict, blank=True)
    history = history()

    def __str__(self) -> str:
        return self.name


class Kommissorium(Noun):
    """One version of the founding document, in force from its date until the next one's date.

    `source` is canonical TOML. A version is never edited: a change is a new version.
    """

    number = models.PositiveIntegerField(unique=True)
    name = models.CharField(max_length=200)
    applies_from = models.DateField()
    decision = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    history = history()

    class Meta:
        ordering: ClassVar = ["applies_from", "number"]

    def __str__(self) -> str:
        return f"{self.name} ({self.applies_from:%Y-%m-%d})"


class KommissoriumDraft(Noun):
    """The next version while it is being written on the pages. There is at most one; it binds nobody.

    `source` is canonical TOML that can always be read; `based_on` is the version that it was begun from.
    """

    source = models.TextField()
    based_on = models.ForeignKey(Kommissorium, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    def __str__(self) -> str:
        return f"Kladde {self.version}"


class Body(Noun):
    """A group with seats and meetings. Its code is its identity through every version of the kommissorium."""

    code = models.SlugField(max_length=60, unique=True)
    short_code = models.CharField(max_length=10)
    name = models.CharField(max_length=160)
    name_definite = models.CharField(max_length=160)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    position = models.PositiveIntegerField(default=0)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/organisation/organer/{self.code}/"


class SeatHolding(Noun):
    """Who sits in a seat, from and to. `seat_key` names the seat in the kommissorium; `unit` where there is one each."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="holdings")
    seat_key = models.CharField(max_length=80)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="seat_holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seat_holdings")
    # chair, deputy_chair, member, observer, co_opted or secretary: copied from the seat, so that rights are one query.
    kind = models.CharField(max_length=20)
    function = models.CharField(max_length=80, blank=True)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        # Composition of a body on a day, and the seats of a person on a day, are asked on every page.
        indexes: ClassVar = [
            models.Index(fields=["body", "start"], name="holding_body_idx"),
            models.Index(fields=["person", "start"], name="holding_person_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat_key}"


class CoverageAgreement(Noun):
    """One representative covers several areas, by agreement of their heads (*dækningsaftale*)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="coverage_agreements")
    seat_key = models.CharField(max_length=80)
    representative = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coverage_agreements")
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.representative}: {self.body}"


class CoverageConsent(Noun):
    """One area of a coverage agreement and its head's answer. `note` when the secretary entered it."""

    agreement = models.ForeignKey(CoverageAgreement, on_delete=models.CASCADE, related_name="consents")
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="coverage_consents")
    # The representative's own area needs nobody's consent.
    own_area = models.BooleanField(default=False)
    answer = models.CharField(
        max_length=10, choices=[("", "Afventer"), ("given", "Givet"), ("refused", "Afvist")], blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agreement", "area"], name="consent_once_per_area"),
            models.CheckConstraint(
                name="consent_at_and_by",
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True)
                | models.Q(answered_at__isnull=False, answered_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.answer or 'afventer'}"


class Delegation(Noun):
    """A dated handing over: the chair's lead or approval, or the secretary's work."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="delegations")
    kind = models.CharField(max_length=10, choices=[("chair", "For formanden"), ("secretary", "For sekretæren")])
    may_lead = models.BooleanField(default=True)
    may_approve = models.BooleanField(default=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    start = models.DateField()
    end = models.DateField()
    history = history()
    objects = PeriodQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person} ({self.body}, {self.start:%Y-%m-%d})"
