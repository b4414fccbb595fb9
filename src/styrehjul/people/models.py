"""People, the municipality's tree of units, posts with their holders, roles and accounts."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people import labels
from styrehjul.people.domain.roles import Role, UnitKind


class PeriodQuerySet(models.QuerySet[Any]):
    """Rows with `start` and `end`; both days count and None is open."""

    def on(self, day: date) -> PeriodQuerySet:
        """Those in force that day."""
        return self.filter(Q(start__isnull=True) | Q(start__lte=day), Q(end__isnull=True) | Q(end__gte=day))


class UnitGroup(Noun):
    """A group that units belong to and that a kommissorium's seats may name, for instance *fagchefområde*."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    history = history()

    def __str__(self) -> str:
        return self.name


class OrgUnit(Noun):
    """A node of the municipality's tree. Units are merged and split, so each has its period."""

    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=40, blank=True)
    # What a kommissorium calls the unit ("digitalisering"), where one names it.
    code = models.SlugField(max_length=60, blank=True)
    kind = models.CharField(max_length=30, choices=choices(labels.UNIT_KIND), default=UnitKind.DEPARTMENT.value)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    groups = models.ManyToManyField(UnitGroup, blank=True, related_name="units")
    external_id = models.CharField(max_length=80, blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/organisation/enheder/{self.pk}/"


class Person(Noun):
    """Somebody in, or working with, the municipality. `email` is how they are reached and recognised."""

    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    title = models.CharField(max_length=160, blank=True)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    is_leader = models.BooleanField(default=False)
    # The daily mail about deadlines: the person's own choice.
    wants_digest = models.BooleanField(default=True)
    external_id = models.CharField(max_length=80, blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            # One address is one person: it is how a sign-in finds its person.
            models.UniqueConstraint(Lower("email"), name="person_email_once", condition=~Q(email=""))
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/organisation/personer/{self.pk}/"

    def works_on(self, day: date) -> bool:
        """Whether the person is here that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Post(Noun):
    """A post in the municipality that a seat may be bound to, for instance *Stabschef*; it may head a unit."""

    title = models.CharField(max_length=160, unique=True)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="posts")
    heads_unit = models.BooleanField(default=False)
    history = history()

    def __str__(self) -> str:
        return self.title


class PostHolding(Noun):
    """Who has a post, from and to."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="post_holdings")
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"


class RoleHolding(Noun):
    """A role that a person has, from and to; a local coordinator has it for one unit and what lies under it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="role_holdings")
    role = models.CharField(max_length=40, choices=choices(labels.ROLE), default=Role.LOCAL_COORDINATOR.value)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="role_holdings")
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


class UserManager(BaseUserManager["User"]):
    """Accounts are made by actions; this is what Django's sign-in asks."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """An account: what signs in. All rights follow the person, never the account."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="user")
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = []

    def __str__(self) -> str:
        return self.email


class OneTimeAddress(models.Model):
    """A sign-in address that works once within 24 hours. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, primary_key=True)
    email = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.email
