"""Contracts: what they bind to and until when, what is paid, and which systems they carry."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit
from styrehjul.systems import labels
from styrehjul.systems.domain.words import Source
from styrehjul.systems.models.suppliers import Supplier
from styrehjul.systems.models.systems import System


class Contract(Noun):
    """A contract. Its columns are called what Kitos's reader calls them, so a run fills them by name."""

    name = models.CharField(max_length=300)
    source = models.CharField(max_length=10, choices=choices(labels.SOURCE), default=Source.MANUAL.value)
    kitos_uuid = models.UUIDField(null=True, blank=True, unique=True)
    removed_in_kitos_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.CharField(max_length=10, blank=True)

    contract_no = models.CharField(max_length=100, blank=True)
    type = models.CharField(max_length=300, blank=True)
    template = models.CharField(max_length=300, blank=True)
    register_notes = models.TextField(blank=True)
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, null=True, blank=True, related_name="contracts")
    supplier_internal = models.BooleanField(null=True, blank=True)
    responsible_unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="contracts"
    )
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    criticality = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True, db_index=True)
    active = models.BooleanField(null=True, blank=True)
    terminated_at = models.DateField(null=True, blank=True)
    # The period of notice as it was told, and its months where the text says a number.
    notice_text = models.CharField(max_length=300, blank=True)
    notice_months = models.PositiveSmallIntegerField(null=True, blank=True)
    notice_by = models.CharField(max_length=100, blank=True)
    notice_extends = models.CharField(max_length=100, blank=True)
    is_continuous = models.BooleanField(null=True, blank=True)
    duration_years = models.PositiveIntegerField(null=True, blank=True)
    duration_months = models.PositiveIntegerField(null=True, blank=True)
    irrevocable_until = models.DateField(null=True, blank=True)
    extension_options = models.CharField(max_length=300, blank=True)
    extensions_used = models.PositiveIntegerField(null=True, blank=True)
    procurement_year = models.PositiveIntegerField(null=True, blank=True)
    procurement_quarter = models.PositiveIntegerField(null=True, blank=True)
    procurement_strategy = models.CharField(max_length=300, blank=True)
    procurement_initiated = models.CharField(max_length=100, blank=True)
    purchase_type = models.CharField(max_length=300, blank=True)
    # Ours: another last day for giving notice than the one that is reckoned, and why.
    notice_on_set = models.DateField(null=True, blank=True)
    notice_reason = models.TextField(blank=True)

    systems = models.ManyToManyField(System, through="CostShare", related_name="contracts")
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="contract_notice_set_has_reason", condition=Q(notice_on_set__isnull=True) | ~Q(notice_reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The contract's page."""
        return f"/systemer/kontrakter/{self.pk}/"

    @property
    def owned_by_kitos(self) -> bool:
        """Whether Kitos owns the register's facts."""
        return self.source == Source.KITOS and self.removed_in_kitos_at is None


class PaymentLine(models.Model):
    """What is paid on a contract, in whole kroner: acquisition once, operation each year, and what else there is."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="payments")
    internal = models.BooleanField(default=False)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit_name = models.CharField(max_length=200, blank=True)
    acquisition = models.BigIntegerField(default=0)
    operation = models.BigIntegerField(default=0)
    other = models.BigIntegerField(default=0)
    audit_status = models.CharField(max_length=100, blank=True)
    audit_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["internal", "pk"]

    def __str__(self) -> str:
        return f"{self.contract_id}: {self.operation}"


class CostShare(models.Model):
    """A system on a contract, and how much of its cost it bears.

    `percent` None: nobody has set it. Where none of a contract's systems has one they bear equally, which is an
    estimate; where some have, one without bears nothing until the split is confirmed.
    """

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="shares")
    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="shares")
    percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    # The contract that the system's supplier and end are read from.
    is_main = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contract", "system"], name="cost_share_once"),
            models.UniqueConstraint(fields=["system"], condition=Q(is_main=True), name="main_contract_once"),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id}: {self.system_id}"
