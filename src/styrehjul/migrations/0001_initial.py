import uuid
from decimal import Decimal

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.db import migrations, models

from ._together import CreateTogether


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        CreateTogether(
            operations=[
                migrations.CreateModel(
                    name="CatalogueVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("edition", models.PositiveIntegerField(unique=True)),
                        ("file_name", models.CharField(max_length=255)),
                        ("file_sha256", models.CharField(max_length=64)),
                        ("source", models.CharField(blank=True, max_length=300)),
                        ("loaded_on", models.DateField()),
                        ("entries", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["-edition"],
                    },
                ),
                migrations.CreateModel(
                    name="ChainHead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seq", models.PositiveBigIntegerField(default=0)),
                        ("hash", models.CharField(max_length=64)),
                        ("tables", models.JSONField(default=dict)),
                    ],
                ),
                migrations.CreateModel(
                    name="DigestDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField(unique=True)),
                        ("made_at", models.DateTimeField()),
                    ],
                ),
                migrations.CreateModel(
                    name="IdempotencyKey",
                    fields=[
                        ("key", models.UUIDField(primary_key=True, serialize=False)),
                        ("person_id", models.CharField(max_length=36)),
                        ("route", models.CharField(max_length=200)),
                        ("body_hash", models.CharField(max_length=64)),
                        ("answer", models.TextField(blank=True)),
                        ("at", models.DateTimeField(db_index=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="ImportProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("kind", models.CharField(default="projects", max_length=20)),
                        ("name", models.CharField(max_length=100, unique=True)),
                        ("columns", models.JSONField(blank=True, default=dict)),
                        ("units", models.JSONField(blank=True, default=dict)),
                        ("key_column", models.CharField(blank=True, max_length=200)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="InboxMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("folder", models.CharField(max_length=320, unique=True)),
                        ("validity", models.BigIntegerField()),
                        ("last_uid", models.BigIntegerField(default=0)),
                    ],
                ),
                migrations.CreateModel(
                    name="Kommissorium",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField(unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("applies_from", models.DateField()),
                        ("decision", models.CharField(blank=True, max_length=200)),
                        ("source", models.TextField()),
                    ],
                    options={
                        "ordering": ["applies_from", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Municipality",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120)),
                        ("in_use_from", models.DateField()),
                        ("closing_days", models.JSONField(blank=True, default=dict)),
                        ("avoided_weeks", models.JSONField(blank=True, default=list)),
                        ("avoid_christmas", models.BooleanField(default=True)),
                        ("mail_from", models.EmailField(blank=True, max_length=254)),
                        ("setup", models.JSONField(blank=True, default=dict)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OneTimeAddress",
                    fields=[
                        ("token_hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("made_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(null=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="OutsideBody",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120)),
                        ("dates", models.JSONField(blank=True, default=list)),
                        ("secretary_name", models.CharField(blank=True, max_length=120)),
                        ("secretary_email", models.EmailField(blank=True, max_length=254)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="PersonalPart",
                    fields=[
                        ("event_seq", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                        ("salt", models.CharField(max_length=32)),
                        ("content", models.JSONField(null=True)),
                        ("erased_at", models.DateTimeField(null=True)),
                        ("erased_because", models.TextField(blank=True)),
                    ],
                ),
                migrations.CreateModel(
                    name="Room",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=160, unique=True)),
                        ("address", models.EmailField(max_length=254)),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="StatusParameter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.SlugField(max_length=40, unique=True)),
                        ("name", models.CharField(max_length=60)),
                        ("place", models.PositiveSmallIntegerField(default=1)),
                        ("categories", models.JSONField(blank=True, default=list)),
                        ("large", models.BooleanField(default=False)),
                        ("when_troubled", models.BooleanField(default=True)),
                        ("retired_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["place", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="UnitGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.SlugField(max_length=40, unique=True)),
                        ("name", models.CharField(max_length=120)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BenefitSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(default=1, editable=False, unique=True)),
                        ("measuring_months", models.CharField(default="3, 6, 12, 24", max_length=40)),
                        ("overdue_days", models.PositiveSmallIntegerField(default=14)),
                        (
                            "correlation",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.5"),
                                max_digits=3,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("1")),
                                ],
                            ),
                        ),
                        (
                            "interval_percent",
                            models.PositiveSmallIntegerField(
                                default=80,
                                validators=[
                                    django.core.validators.MinValueValidator(50),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                            ),
                        ),
                        (
                            "calibration_least",
                            models.PositiveSmallIntegerField(
                                default=10, validators=[django.core.validators.MinValueValidator(1)]
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("only", 1)), name="benefit_settings_one")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Body",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.SlugField(max_length=60, unique=True)),
                        ("short_code", models.CharField(max_length=10)),
                        ("name", models.CharField(max_length=160)),
                        ("name_definite", models.CharField(max_length=160)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="styrehjul.body",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(default=1, editable=False, unique=True)),
                        ("chair_approves", models.BooleanField(default=False)),
                        ("asks_receipt", models.BooleanField(default=False)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("only", 1)), name="briefing_settings_one")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DoubleCountGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("1.000 kr.", "1.000 kr."), ("timer", "timer")],
                                default="1.000 kr.",
                                max_length=20,
                            ),
                        ),
                        ("account", models.CharField(blank=True, max_length=200)),
                        ("ceiling", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("ceiling_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("ceiling_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        (
                            "rule",
                            models.CharField(
                                choices=[("split", "Efter aftalte andele"), ("order", "Den første tager først")],
                                default="split",
                                max_length=10,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ceiling__gte", 0)), name="double_count_group_ceiling"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("unit__in", ["1.000 kr.", "timer"])), name="double_count_group_unit"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        ("seq", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
                        ("actor_id", models.CharField(blank=True, max_length=36)),
                        ("on_behalf_of", models.CharField(blank=True, max_length=36)),
                        ("action", models.CharField(max_length=80)),
                        ("object_type", models.CharField(blank=True, max_length=60)),
                        ("object_uuid", models.CharField(blank=True, max_length=36)),
                        ("object_version", models.PositiveIntegerField(null=True)),
                        ("changes", models.JSONField(default=dict)),
                        ("personal_digest", models.CharField(blank=True, max_length=64)),
                        ("prev_hash", models.CharField(max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                    ],
                    options={
                        "ordering": ["seq"],
                        "indexes": [
                            models.Index(fields=["object_type", "object_uuid", "-seq"], name="event_object_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KitosSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(default=1, editable=False, unique=True)),
                        ("address", models.CharField(default="https://kitos.dk", max_length=200)),
                        ("email", models.CharField(blank=True, max_length=254)),
                        ("cvr", models.CharField(blank=True, max_length=8)),
                        ("nightly", models.BooleanField(default=False)),
                        (
                            "every_minutes",
                            models.PositiveIntegerField(
                                blank=True, null=True, validators=[django.core.validators.MinValueValidator(10)]
                            ),
                        ),
                        (
                            "removal_percent",
                            models.PositiveSmallIntegerField(
                                default=20, validators=[django.core.validators.MaxValueValidator(100)]
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, max_length=200)),
                        ("cursors", models.JSONField(blank=True, default=dict)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("only", 1)), name="kitos_settings_one")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OutboxMessage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("kind", models.CharField(max_length=40)),
                        ("key", models.CharField(max_length=200, unique=True)),
                        ("recipient", models.EmailField(max_length=254)),
                        ("recipient_name", models.CharField(blank=True, max_length=160)),
                        ("sender", models.CharField(blank=True, max_length=320)),
                        ("reply_to", models.CharField(blank=True, max_length=200)),
                        ("subject", models.CharField(max_length=300)),
                        ("text_body", models.TextField()),
                        ("html_body", models.TextField(blank=True)),
                        ("calendar", models.TextField(blank=True)),
                        ("calendar_method", models.CharField(blank=True, max_length=10)),
                        ("attachments", models.JSONField(blank=True, default=list)),
                        ("message_id", models.CharField(max_length=200, unique=True)),
                        ("subject_type", models.CharField(blank=True, max_length=40)),
                        ("subject_uuid", models.CharField(blank=True, max_length=36)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "Venter"),
                                    ("sending", "Sendes"),
                                    ("sent", "Sendt"),
                                    ("failed", "Ikke leveret"),
                                    ("unknown", "Afsendelse ukendt"),
                                    ("held", "Holdt tilbage"),
                                ],
                                default="pending",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveIntegerField(default=0)),
                        ("next_try", models.DateTimeField()),
                        ("claimed_at", models.DateTimeField(blank=True, null=True)),
                        ("last_error", models.TextField(blank=True)),
                        ("smtp_answer", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["state", "next_try"], name="outbox_due_idx"),
                            models.Index(fields=["subject_type", "subject_uuid"], name="outbox_subject_idx"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["pending", "sending", "sent", "failed", "unknown", "held"])
                                ),
                                name="outbox_state_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PhaseDefault",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="cross",
                                max_length=20,
                            ),
                        ),
                        ("large", models.BooleanField(default=False)),
                        ("model_code", models.CharField(blank=True, max_length=40)),
                    ],
                    options={
                        "ordering": ["category", "large"],
                        "constraints": [
                            models.UniqueConstraint(fields=("category", "large"), name="phase_default_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PhaseModel",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.CharField(max_length=40)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("name", models.CharField(max_length=100)),
                        ("description", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("in_use", "I brug"),
                                    ("retired", "Bruges ikke til nye projekter"),
                                ],
                                default="draft",
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "-edition", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("code", "edition"), name="phase_model_edition_once"),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["draft", "in_use", "retired"])),
                                name="phase_model_state_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PortfolioSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(default=1, editable=False, unique=True)),
                        ("status_max_age_days", models.PositiveIntegerField(blank=True, default=92, null=True)),
                        ("local_reminder_days", models.PositiveIntegerField(blank=True, null=True)),
                        ("round_lead_working_days", models.PositiveIntegerField(blank=True, null=True)),
                        ("approve_status_by_owner", models.BooleanField(default=False)),
                        ("delay_yellow_months", models.PositiveIntegerField(blank=True, default=1, null=True)),
                        ("delay_red_months", models.PositiveIntegerField(blank=True, default=3, null=True)),
                        ("economy_red_percent", models.PositiveIntegerField(blank=True, default=10, null=True)),
                        (
                            "economy_red_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        ("task_reminder_days", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "allocation_unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        (
                            "hours_per_fte_quarter",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True),
                        ),
                        ("change_pressure_limit", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "risk_steps",
                            models.PositiveSmallIntegerField(
                                default=5,
                                validators=[
                                    django.core.validators.MinValueValidator(3),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                            ),
                        ),
                        ("likelihood_words", models.TextField(blank=True)),
                        ("impact_words", models.TextField(blank=True)),
                        (
                            "priority_scale",
                            models.CharField(
                                choices=[("steps", "Trin fra 1 til 5"), ("rank", "Rækkefølge")],
                                default="steps",
                                max_length=10,
                            ),
                        ),
                        (
                            "large_economy_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        ("large_hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("large_areas", models.PositiveIntegerField(blank=True, null=True)),
                        ("large_partners", models.PositiveIntegerField(blank=True, null=True)),
                        ("large_local_needs_decision", models.BooleanField(blank=True, null=True)),
                        (
                            "cross_cutting",
                            models.CharField(
                                choices=[
                                    (
                                        "both",
                                        "De nationale og fælleskommunale samt de tværkommunale og egne tværgående",
                                    ),
                                    ("cross_only", "Kun de tværkommunale og egne tværgående"),
                                ],
                                default="both",
                                max_length=12,
                            ),
                        ),
                        ("steering_shows_large_first", models.BooleanField(default=True)),
                        (
                            "bubble_effort_line",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "bubble_value_line",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "similarity_percent",
                            models.PositiveSmallIntegerField(
                                default=90,
                                validators=[
                                    django.core.validators.MinValueValidator(50),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                            ),
                        ),
                        (
                            "max_import_rows",
                            models.PositiveIntegerField(
                                default=5000, validators=[django.core.validators.MinValueValidator(1)]
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("only", 1)), name="portfolio_settings_one")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StoredFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("name", models.CharField(max_length=255)),
                        ("size", models.PositiveBigIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("content_type", models.CharField(max_length=100)),
                        ("kind", models.CharField(max_length=30)),
                        ("created_at", models.DateTimeField()),
                        ("created_by_id", models.CharField(blank=True, max_length=36)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["sha256"], name="file_sha_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="Supplier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("cvr", models.CharField(blank=True, max_length=20)),
                        ("kitos_uuid", models.UUIDField(blank=True, null=True, unique=True)),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("name", "cvr"), name="supplier_once"),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="supplier_named"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TaskRef",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "scheme",
                            models.CharField(
                                choices=[("kle", "KLE"), ("form", "FORM"), ("own", "Kommunens egne opgaver")],
                                max_length=10,
                            ),
                        ),
                        ("number", models.CharField(max_length=40)),
                        ("title", models.CharField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["scheme", "number", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("scheme", "number"), name="task_ref_once")],
                    },
                ),
                migrations.CreateModel(
                    name="WatchSettings",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(default=1, editable=False, unique=True)),
                        (
                            "contract_end",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=18,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "notice",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=6,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "procurement",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=6,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "support_end",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=24,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "use_ends",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "target",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "risk",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=3,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "oversight",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=3,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("only", 1)), name="watch_settings_one")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Phase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.CharField(max_length=40)),
                        ("name", models.CharField(max_length=100)),
                        ("description", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "model",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="phases",
                                to="styrehjul.phasemodel",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("model", "key"), name="phase_key_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Occurrence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.CharField(blank=True, max_length=80)),
                        ("year", models.PositiveIntegerField()),
                        ("slot", models.CharField(max_length=30)),
                        ("quarter", models.PositiveSmallIntegerField()),
                        ("on", models.DateField(blank=True, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[("planned", "Planlagt"), ("held", "Afholdt"), ("cancelled", "Udgået")],
                                default="planned",
                                max_length=12,
                            ),
                        ),
                        ("moved", models.BooleanField(default=False)),
                        ("optional", models.BooleanField(default=False)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("notes", models.TextField(blank=True)),
                        ("reason", models.TextField(blank=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occurrences",
                                to="styrehjul.body",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("key", ""), _negated=True),
                                fields=("key", "body", "year", "slot"),
                                name="occurrence_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OrgUnit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=160)),
                        ("short_name", models.CharField(blank=True, max_length=40)),
                        ("code", models.SlugField(blank=True, max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("municipality", "Kommune"),
                                    ("executive_board", "Direktion"),
                                    ("administration", "Forvaltning"),
                                    ("staff_unit", "Stab"),
                                    ("department_area", "Fagchefområde"),
                                    ("department", "Afdeling"),
                                    ("institution", "Institution"),
                                ],
                                default="department",
                                max_length=30,
                            ),
                        ),
                        ("external_id", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        ("groups", models.ManyToManyField(blank=True, related_name="units", to="styrehjul.unitgroup")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoomTest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("address", models.EmailField(max_length=254)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("awaiting", "Afventer svar"),
                                    ("accepted", "Lokalet svarede ja"),
                                    ("declined", "Lokalet svarede nej"),
                                    ("no_answer", "Intet svar"),
                                    ("doubtful", "Svar i tvivl"),
                                ],
                                default="awaiting",
                                max_length=12,
                            ),
                        ),
                        ("ical_uid", models.CharField(max_length=160, unique=True)),
                        ("ical_stamp", models.DateTimeField()),
                        ("asked_at", models.DateTimeField()),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="tests", to="styrehjul.room"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "awaiting")),
                                fields=("room",),
                                name="room_test_one_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Gate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        (
                            "passer",
                            models.CharField(
                                choices=[
                                    ("owner", "Projektejeren"),
                                    ("administrator", "Porteføljeadministratoren"),
                                    ("body", "Et organ, ved beslutning"),
                                ],
                                default="owner",
                                max_length=20,
                            ),
                        ),
                        ("blocks", models.BooleanField(default=False)),
                        (
                            "phase",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="gate", to="styrehjul.phase"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=160)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("title", models.CharField(blank=True, max_length=160)),
                        ("is_leader", models.BooleanField(default=False)),
                        ("wants_digest", models.BooleanField(default=True)),
                        ("external_id", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="people",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                condition=models.Q(("email", ""), _negated=True),
                                name="person_email_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Post",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=160, unique=True)),
                        ("heads_unit", models.BooleanField(default=False)),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="posts",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Seminar",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.TimeField()),
                        ("ends_at", models.TimeField()),
                        ("capacity", models.PositiveIntegerField(blank=True, null=True)),
                        ("sign_up_until", models.DateField(blank=True, null=True)),
                        ("open_since", models.DateTimeField(blank=True, null=True)),
                        ("ical_uid", models.CharField(blank=True, max_length=120)),
                        ("ical_sequence", models.PositiveIntegerField(default=0)),
                        ("ical_stamp", models.DateTimeField(blank=True, null=True)),
                        (
                            "occurrence",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seminar",
                                to="styrehjul.occurrence",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="seminar_hours"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("capacity__isnull", True), ("capacity__gte", 1), _connector="OR"),
                                name="seminar_seats",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RequiredDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        ("for_whom", models.CharField(blank=True, max_length=200)),
                        (
                            "demand",
                            models.CharField(
                                choices=[
                                    ("required", "Skal være der"),
                                    ("optional", "Kan være der"),
                                    ("large_only", "Skal være der i større projekter"),
                                ],
                                default="required",
                                max_length=20,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "phase",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="styrehjul.phase",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Briefing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("meeting_uuid", models.UUIDField(blank=True, null=True)),
                        ("meeting_name", models.CharField(blank=True, max_length=200)),
                        ("meeting_url", models.CharField(blank=True, max_length=200)),
                        ("since", models.DateField()),
                        ("until", models.DateField()),
                        ("summary", models.TextField(blank=True)),
                        ("content", models.JSONField(blank=True, default=list)),
                        ("restricted", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("with_chair", "Hos formanden"),
                                    ("approved", "Godkendt"),
                                    ("sent", "Sendt"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("returned_because", models.TextField(blank=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="briefings",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="styrehjul.briefing",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-until", "-pk"],
                        "indexes": [models.Index(fields=["state", "sent_at"], name="briefing_sent_idx")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("corrects__isnull", True), ("meeting_uuid__isnull", False)),
                                fields=("meeting_uuid",),
                                name="briefing_once_a_meeting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "sent"), _negated=True),
                                    models.Q(("document__isnull", False), ("sent_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="briefing_sent_is_fixed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoverageAgreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_key", models.CharField(max_length=80)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coverage_agreements",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coverage_agreements",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GateCriterion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("yes_no", "Ja eller nej"),
                                    ("document", "Fasens dokumenter er der"),
                                    ("number", "Et tal"),
                                    ("benefit_has_baseline", "Gevinsterne har et tal for i dag"),
                                    ("capacity_confirmed", "Timerne er bekræftet"),
                                ],
                                default="yes_no",
                                max_length=30,
                            ),
                        ),
                        ("blocking", models.BooleanField(default=False)),
                        ("position", models.PositiveIntegerField(default=0)),
                        (
                            "gate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteria",
                                to="styrehjul.gate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveIntegerField()),
                        ("slot", models.CharField(blank=True, max_length=30)),
                        ("extra", models.BooleanField(default=False)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("link", models.URLField(blank=True, max_length=300)),
                        (
                            "room_state",
                            models.CharField(
                                choices=[
                                    ("not_wanted", "Ikke ønsket"),
                                    ("wanted", "Ønsket"),
                                    ("awaiting", "Afventer svar"),
                                    ("confirmed", "Bekræftet"),
                                    ("declined", "Afvist"),
                                    ("no_answer", "Intet svar"),
                                ],
                                default="wanted",
                                max_length=12,
                            ),
                        ),
                        ("room_address", models.EmailField(blank=True, max_length=254)),
                        ("room_reference", models.CharField(blank=True, max_length=120)),
                        ("room_called", models.EmailField(blank=True, max_length=254)),
                        ("room_asked_at", models.DateTimeField(blank=True, null=True)),
                        ("moved_by_hand", models.BooleanField(default=False)),
                        (
                            "calendar_state",
                            models.CharField(
                                choices=[("planned", "Planlagt"), ("invited", "Indkaldt"), ("cancelled", "Aflyst")],
                                default="planned",
                                max_length=12,
                            ),
                        ),
                        (
                            "agenda_state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("closed", "Frist for punkter udløbet"),
                                    ("to_chair", "Til formandsgodkendelse"),
                                    ("approved", "Godkendt"),
                                    ("sent", "Udsendt"),
                                    ("adopted", "Godkendt på mødet"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        (
                            "minutes_state",
                            models.CharField(
                                choices=[
                                    ("none", "Intet referat endnu"),
                                    ("draft", "Udkast"),
                                    ("with_chair", "Hos formanden"),
                                    ("commenting", "Til kommentering"),
                                    ("approved", "Godkendt"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        ("cancelled_because", models.TextField(blank=True)),
                        ("ical_uid", models.CharField(blank=True, max_length=160)),
                        ("ical_sequence", models.PositiveIntegerField(default=0)),
                        ("ical_stamp", models.DateTimeField(blank=True, null=True)),
                        ("ical_time_sequence", models.PositiveIntegerField(default=0)),
                        ("late_dispatch_because", models.TextField(blank=True)),
                        ("material_ready_at", models.DateTimeField(blank=True, null=True)),
                        ("material_changed", models.CharField(blank=True, max_length=300)),
                        ("items_called_at", models.DateTimeField(blank=True, null=True)),
                        ("agenda_objections", models.TextField(blank=True)),
                        ("approval_voided_by", models.CharField(blank=True, max_length=300)),
                        ("returned_with", models.TextField(blank=True)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("before_use", models.BooleanField(default=False)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "feeds",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="fed_by",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "kommissorium",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.kommissorium",
                            ),
                        ),
                        (
                            "material_ready_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "meeting_chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "minutes_taker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["starts_at"],
                        "indexes": [
                            models.Index(fields=["starts_at"], name="meeting_start_idx"),
                            models.Index(fields=["body", "starts_at"], name="meeting_body_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("slot", ""), _negated=True),
                                fields=("body", "year", "slot"),
                                name="meeting_slot_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="meeting_ends_after_start",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NationalProject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("programme", models.CharField(blank=True, max_length=200)),
                        ("owner", models.CharField(blank=True, max_length=200)),
                        ("start_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("end_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("description", models.TextField(blank=True)),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="national",
                                max_length=20,
                            ),
                        ),
                        ("law", models.CharField(blank=True, max_length=300)),
                        ("link", models.URLField(blank=True, max_length=500)),
                        ("source", models.CharField(blank=True, max_length=500)),
                        (
                            "verified",
                            models.CharField(
                                choices=[
                                    ("yes", "Navn og indhold står i kilden"),
                                    ("name_only", "Kun navnet står i kilden"),
                                    ("no", "Ikke efterprøvet"),
                                ],
                                default="no",
                                max_length=20,
                            ),
                        ),
                        ("is_gone", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_assessed", "Ikke vurderet"),
                                    ("under_assessment", "Vurderes"),
                                    ("adopted", "Følges her"),
                                    ("not_relevant", "Ikke relevant"),
                                    ("done", "Færdig"),
                                ],
                                default="not_assessed",
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        (
                            "seen_in",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="told",
                                to="styrehjul.catalogueversion",
                            ),
                        ),
                        (
                            "assessed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number", "pk"],
                        "indexes": [models.Index(fields=["state", "number"], name="national_state_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["not_assessed", "under_assessment", "adopted", "not_relevant", "done"],
                                    )
                                ),
                                name="national_project_state_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("partners", models.CharField(max_length=300)),
                        ("purpose", models.TextField()),
                        ("contribution", models.TextField(blank=True)),
                        ("gain", models.TextField(blank=True)),
                        ("partner_contact", models.CharField(blank=True, max_length=200)),
                        ("agreement", models.URLField(blank=True, max_length=500)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, db_index=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("outcome", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical partnership",
                        "verbose_name_plural": "historical partnerships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("partners", models.CharField(max_length=300)),
                        ("purpose", models.TextField()),
                        ("contribution", models.TextField(blank=True)),
                        ("gain", models.TextField(blank=True)),
                        ("partner_contact", models.CharField(blank=True, max_length=200)),
                        ("agreement", models.URLField(blank=True, max_length=500)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, db_index=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("outcome", models.TextField(blank=True)),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="partnerships",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("end", None), ("end__gte", models.F("start")), _connector="OR"),
                                name="partnership_ends_after_start",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OutsideBodyHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120)),
                        ("dates", models.JSONField(blank=True, default=list)),
                        ("secretary_name", models.CharField(blank=True, max_length=120)),
                        ("secretary_email", models.EmailField(blank=True, max_length=254)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical outside body",
                        "verbose_name_plural": "historical outside bodys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="OrgUnitHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=160)),
                        ("short_name", models.CharField(blank=True, max_length=40)),
                        ("code", models.SlugField(blank=True, max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("municipality", "Kommune"),
                                    ("executive_board", "Direktion"),
                                    ("administration", "Forvaltning"),
                                    ("staff_unit", "Stab"),
                                    ("department_area", "Fagchefområde"),
                                    ("department", "Afdeling"),
                                    ("institution", "Institution"),
                                ],
                                default="department",
                                max_length=30,
                            ),
                        ),
                        ("external_id", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical org unit",
                        "verbose_name_plural": "historical org units",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="OccurrenceHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.CharField(blank=True, max_length=80)),
                        ("year", models.PositiveIntegerField()),
                        ("slot", models.CharField(max_length=30)),
                        ("quarter", models.PositiveSmallIntegerField()),
                        ("on", models.DateField(blank=True, null=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "status",
                            models.CharField(
                                choices=[("planned", "Planlagt"), ("held", "Afholdt"), ("cancelled", "Udgået")],
                                default="planned",
                                max_length=12,
                            ),
                        ),
                        ("moved", models.BooleanField(default=False)),
                        ("optional", models.BooleanField(default=False)),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("notes", models.TextField(blank=True)),
                        ("reason", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical occurrence",
                        "verbose_name_plural": "historical occurrences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="NationalProjectHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("programme", models.CharField(blank=True, max_length=200)),
                        ("owner", models.CharField(blank=True, max_length=200)),
                        ("start_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("end_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("description", models.TextField(blank=True)),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="national",
                                max_length=20,
                            ),
                        ),
                        ("law", models.CharField(blank=True, max_length=300)),
                        ("link", models.URLField(blank=True, max_length=500)),
                        ("source", models.CharField(blank=True, max_length=500)),
                        (
                            "verified",
                            models.CharField(
                                choices=[
                                    ("yes", "Navn og indhold står i kilden"),
                                    ("name_only", "Kun navnet står i kilden"),
                                    ("no", "Ikke efterprøvet"),
                                ],
                                default="no",
                                max_length=20,
                            ),
                        ),
                        ("is_gone", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_assessed", "Ikke vurderet"),
                                    ("under_assessment", "Vurderes"),
                                    ("adopted", "Følges her"),
                                    ("not_relevant", "Ikke relevant"),
                                    ("done", "Færdig"),
                                ],
                                default="not_assessed",
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "seen_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.catalogueversion",
                            ),
                        ),
                        (
                            "assessed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical national project",
                        "verbose_name_plural": "historical national projects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MunicipalityHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120)),
                        ("in_use_from", models.DateField()),
                        ("closing_days", models.JSONField(blank=True, default=dict)),
                        ("avoided_weeks", models.JSONField(blank=True, default=list)),
                        ("avoid_christmas", models.BooleanField(default=True)),
                        ("mail_from", models.EmailField(blank=True, max_length=254)),
                        ("setup", models.JSONField(blank=True, default=dict)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical municipality",
                        "verbose_name_plural": "historical municipalitys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="LessonHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.TextField()),
                        ("project_number", models.CharField(blank=True, max_length=20)),
                        ("product", models.CharField(blank=True, max_length=300)),
                        ("learned_on", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lesson",
                        "verbose_name_plural": "historical lessons",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Lesson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.TextField()),
                        ("project_number", models.CharField(blank=True, max_length=20)),
                        ("product", models.CharField(blank=True, max_length=300)),
                        ("learned_on", models.DateField()),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lessons",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lessons",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-learned_on", "-pk"],
                        "indexes": [models.Index(fields=["project_number"], name="lesson_project_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="KommissoriumHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField(db_index=True)),
                        ("name", models.CharField(max_length=200)),
                        ("applies_from", models.DateField()),
                        ("decision", models.CharField(blank=True, max_length=200)),
                        ("source", models.TextField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kommissorium",
                        "verbose_name_plural": "historical kommissoriums",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KommissoriumDraftHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("source", models.TextField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "based_on",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.kommissorium",
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kommissorium draft",
                        "verbose_name_plural": "historical kommissorium drafts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KommissoriumDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("source", models.TextField()),
                        (
                            "based_on",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.kommissorium",
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="KitosSettingsHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(db_index=True, default=1, editable=False)),
                        ("address", models.CharField(default="https://kitos.dk", max_length=200)),
                        ("email", models.CharField(blank=True, max_length=254)),
                        ("cvr", models.CharField(blank=True, max_length=8)),
                        ("nightly", models.BooleanField(default=False)),
                        (
                            "every_minutes",
                            models.PositiveIntegerField(
                                blank=True, null=True, validators=[django.core.validators.MinValueValidator(10)]
                            ),
                        ),
                        (
                            "removal_percent",
                            models.PositiveSmallIntegerField(
                                default=20, validators=[django.core.validators.MaxValueValidator(100)]
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kitos settings",
                        "verbose_name_plural": "historical kitos settingss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KitosRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Running"),
                                    ("asks", "Asks"),
                                    ("done", "Done"),
                                    ("failed", "Failed"),
                                    ("rejected", "Rejected"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("full", models.BooleanField(default=True)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("done_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                        ("asks", models.CharField(blank=True, max_length=10)),
                        ("accepted", models.JSONField(blank=True, default=list)),
                        ("counts", models.JSONField(blank=True, default=dict)),
                        ("report", models.JSONField(blank=True, default=dict)),
                        ("message", models.TextField(blank=True)),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("kind", models.CharField(default="projects", max_length=20)),
                        ("name", models.CharField(max_length=255)),
                        ("sha256", models.CharField(max_length=64)),
                        ("asked", models.JSONField(blank=True, default=dict)),
                        ("shown", models.CharField(blank=True, max_length=64)),
                        ("counts", models.JSONField(blank=True, default=dict)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("done_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                        ("failed_at", models.DateTimeField(blank=True, null=True)),
                        ("message", models.TextField(blank=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "profile",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.importprofile",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "undone_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportProfileHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("kind", models.CharField(default="projects", max_length=20)),
                        ("name", models.CharField(db_index=True, max_length=100)),
                        ("columns", models.JSONField(blank=True, default=dict)),
                        ("units", models.JSONField(blank=True, default=dict)),
                        ("key_column", models.CharField(blank=True, max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical import profile",
                        "verbose_name_plural": "historical import profiles",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GateCriterionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("yes_no", "Ja eller nej"),
                                    ("document", "Fasens dokumenter er der"),
                                    ("number", "Et tal"),
                                    ("benefit_has_baseline", "Gevinsterne har et tal for i dag"),
                                    ("capacity_confirmed", "Timerne er bekræftet"),
                                ],
                                default="yes_no",
                                max_length=30,
                            ),
                        ),
                        ("blocking", models.BooleanField(default=False)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "gate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.gate",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gate criterion",
                        "verbose_name_plural": "historical gate criterions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DoubleCountGroupHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("1.000 kr.", "1.000 kr."), ("timer", "timer")],
                                default="1.000 kr.",
                                max_length=20,
                            ),
                        ),
                        ("account", models.CharField(blank=True, max_length=200)),
                        ("ceiling", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("ceiling_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("ceiling_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        (
                            "rule",
                            models.CharField(
                                choices=[("split", "Efter aftalte andele"), ("order", "Den første tager først")],
                                default="split",
                                max_length=10,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical double count group",
                        "verbose_name_plural": "historical double count groups",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DelegationHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("chair", "For formanden"), ("secretary", "For sekretæren")], max_length=10
                            ),
                        ),
                        ("may_lead", models.BooleanField(default=True)),
                        ("may_approve", models.BooleanField(default=False)),
                        ("start", models.DateField()),
                        ("end", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical delegation",
                        "verbose_name_plural": "historical delegations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Delegation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("chair", "For formanden"), ("secretary", "For sekretæren")], max_length=10
                            ),
                        ),
                        ("may_lead", models.BooleanField(default=True)),
                        ("may_approve", models.BooleanField(default=False)),
                        ("start", models.DateField()),
                        ("end", models.DateField()),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegations",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegations",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoverageAgreementHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_key", models.CharField(max_length=80)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "representative",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical coverage agreement",
                        "verbose_name_plural": "historical coverage agreements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CatalogueVersionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("edition", models.PositiveIntegerField(db_index=True)),
                        ("file_name", models.CharField(max_length=255)),
                        ("file_sha256", models.CharField(max_length=64)),
                        ("source", models.CharField(blank=True, max_length=300)),
                        ("loaded_on", models.DateField()),
                        ("entries", models.PositiveIntegerField(default=0)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical catalogue version",
                        "verbose_name_plural": "historical catalogue versions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CalendarSubscription",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("token", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_subscription",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="BriefingSettingsHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(db_index=True, default=1, editable=False)),
                        ("chair_approves", models.BooleanField(default=False)),
                        ("asks_receipt", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical briefing settings",
                        "verbose_name_plural": "historical briefing settingss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BriefingReceiverHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "audience",
                            models.CharField(choices=[("board", "Direktionen"), ("forum", "Chefforum")], max_length=10),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical briefing receiver",
                        "verbose_name_plural": "historical briefing receivers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BriefingReceiver",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "audience",
                            models.CharField(choices=[("board", "Direktionen"), ("forum", "Chefforum")], max_length=10),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["audience", "person__name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("audience", "person"), name="briefing_receiver_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BodyHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.SlugField(max_length=60)),
                        ("short_code", models.CharField(max_length=10)),
                        ("name", models.CharField(max_length=160)),
                        ("name_definite", models.CharField(max_length=160)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical body",
                        "verbose_name_plural": "historical bodys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BenefitSettingsHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(db_index=True, default=1, editable=False)),
                        ("measuring_months", models.CharField(default="3, 6, 12, 24", max_length=40)),
                        ("overdue_days", models.PositiveSmallIntegerField(default=14)),
                        (
                            "correlation",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.5"),
                                max_digits=3,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal("0")),
                                    django.core.validators.MaxValueValidator(Decimal("1")),
                                ],
                            ),
                        ),
                        (
                            "interval_percent",
                            models.PositiveSmallIntegerField(
                                default=80,
                                validators=[
                                    django.core.validators.MinValueValidator(50),
                                    django.core.validators.MaxValueValidator(99),
                                ],
                            ),
                        ),
                        (
                            "calibration_least",
                            models.PositiveSmallIntegerField(
                                default=10, validators=[django.core.validators.MinValueValidator(1)]
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit settings",
                        "verbose_name_plural": "historical benefit settingss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ApiTokenHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        ("start", models.CharField(max_length=12)),
                        ("may_write", models.BooleanField(default=False)),
                        ("expires_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical api token",
                        "verbose_name_plural": "historical api tokens",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ApiToken",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        ("token_hash", models.CharField(max_length=64, unique=True)),
                        ("start", models.CharField(max_length=12)),
                        ("may_write", models.BooleanField(default=False)),
                        ("expires_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="api_tokens",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("is_active", models.BooleanField(default=True)),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="user", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PersonHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=160)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("title", models.CharField(blank=True, max_length=160)),
                        ("is_leader", models.BooleanField(default=False)),
                        ("wants_digest", models.BooleanField(default=True)),
                        ("external_id", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical person",
                        "verbose_name_plural": "historical persons",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GateHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        (
                            "passer",
                            models.CharField(
                                choices=[
                                    ("owner", "Projektejeren"),
                                    ("administrator", "Porteføljeadministratoren"),
                                    ("body", "Et organ, ved beslutning"),
                                ],
                                default="owner",
                                max_length=20,
                            ),
                        ),
                        ("blocks", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.phase",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gate",
                        "verbose_name_plural": "historical gates",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PhaseDefaultHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="cross",
                                max_length=20,
                            ),
                        ),
                        ("large", models.BooleanField(default=False)),
                        ("model_code", models.CharField(blank=True, max_length=40)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical phase default",
                        "verbose_name_plural": "historical phase defaults",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PhaseHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.CharField(max_length=40)),
                        ("name", models.CharField(max_length=100)),
                        ("description", models.TextField(blank=True)),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "model",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.phasemodel",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical phase",
                        "verbose_name_plural": "historical phases",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PhaseModelHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.CharField(max_length=40)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("name", models.CharField(max_length=100)),
                        ("description", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("in_use", "I brug"),
                                    ("retired", "Bruges ikke til nye projekter"),
                                ],
                                default="draft",
                                max_length=20,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical phase model",
                        "verbose_name_plural": "historical phase models",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanRun",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("solve", "Bedste sammensætning"),
                                    ("more", "Hvad får vi ud af mere kapacitet?"),
                                    ("frontier", "Værdi for forskellig kapacitet"),
                                    ("flips", "Hvor sikkert er det?"),
                                ],
                                default="solve",
                                max_length=20,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("problem", models.TextField()),
                        ("sha256", models.CharField(db_index=True, max_length=64)),
                        ("answer", models.TextField(blank=True)),
                        ("pool", models.CharField(blank=True, max_length=200)),
                        ("seconds", models.PositiveIntegerField()),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("stop_asked_at", models.DateTimeField(blank=True, null=True)),
                        ("done_at", models.DateTimeField(blank=True, db_index=True, null=True)),
                        ("failed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="studies",
                                to="styrehjul.planrun",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Pool",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=120, unique=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="led_pools",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pools",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="PoolHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(db_index=True, max_length=120)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "leader",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical pool",
                        "verbose_name_plural": "historical pools",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PortfolioSettingsHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(db_index=True, default=1, editable=False)),
                        ("status_max_age_days", models.PositiveIntegerField(blank=True, default=92, null=True)),
                        ("local_reminder_days", models.PositiveIntegerField(blank=True, null=True)),
                        ("round_lead_working_days", models.PositiveIntegerField(blank=True, null=True)),
                        ("approve_status_by_owner", models.BooleanField(default=False)),
                        ("delay_yellow_months", models.PositiveIntegerField(blank=True, default=1, null=True)),
                        ("delay_red_months", models.PositiveIntegerField(blank=True, default=3, null=True)),
                        ("economy_red_percent", models.PositiveIntegerField(blank=True, default=10, null=True)),
                        (
                            "economy_red_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        ("task_reminder_days", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "allocation_unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        (
                            "hours_per_fte_quarter",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True),
                        ),
                        ("change_pressure_limit", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "risk_steps",
                            models.PositiveSmallIntegerField(
                                default=5,
                                validators=[
                                    django.core.validators.MinValueValidator(3),
                                    django.core.validators.MaxValueValidator(5),
                                ],
                            ),
                        ),
                        ("likelihood_words", models.TextField(blank=True)),
                        ("impact_words", models.TextField(blank=True)),
                        (
                            "priority_scale",
                            models.CharField(
                                choices=[("steps", "Trin fra 1 til 5"), ("rank", "Rækkefølge")],
                                default="steps",
                                max_length=10,
                            ),
                        ),
                        (
                            "large_economy_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        ("large_hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("large_areas", models.PositiveIntegerField(blank=True, null=True)),
                        ("large_partners", models.PositiveIntegerField(blank=True, null=True)),
                        ("large_local_needs_decision", models.BooleanField(blank=True, null=True)),
                        (
                            "cross_cutting",
                            models.CharField(
                                choices=[
                                    (
                                        "both",
                                        "De nationale og fælleskommunale samt de tværkommunale og egne tværgående",
                                    ),
                                    ("cross_only", "Kun de tværkommunale og egne tværgående"),
                                ],
                                default="both",
                                max_length=12,
                            ),
                        ),
                        ("steering_shows_large_first", models.BooleanField(default=True)),
                        (
                            "bubble_effort_line",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "bubble_value_line",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "similarity_percent",
                            models.PositiveSmallIntegerField(
                                default=90,
                                validators=[
                                    django.core.validators.MinValueValidator(50),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                            ),
                        ),
                        (
                            "max_import_rows",
                            models.PositiveIntegerField(
                                default=5000, validators=[django.core.validators.MinValueValidator(1)]
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical portfolio settings",
                        "verbose_name_plural": "historical portfolio settingss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PostHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(db_index=True, max_length=160)),
                        ("heads_unit", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical post",
                        "verbose_name_plural": "historical posts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PostHolding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="post_holdings",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holdings",
                                to="styrehjul.post",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PostHoldingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "post",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.post",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical post holding",
                        "verbose_name_plural": "historical post holdings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RoleHolding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("administrator", "Administrator"),
                                    ("portfolio_administrator", "Porteføljeadministrator"),
                                    ("local_coordinator", "Lokal koordinator"),
                                ],
                                default="local_coordinator",
                                max_length=40,
                            ),
                        ),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holdings",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="role_holdings",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RoleHoldingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("administrator", "Administrator"),
                                    ("portfolio_administrator", "Porteføljeadministrator"),
                                    ("local_coordinator", "Lokal koordinator"),
                                ],
                                default="local_coordinator",
                                max_length=40,
                            ),
                        ),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical role holding",
                        "verbose_name_plural": "historical role holdings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RoomHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(db_index=True, max_length=160)),
                        ("address", models.EmailField(max_length=254)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical room",
                        "verbose_name_plural": "historical rooms",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RoomTestHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("address", models.EmailField(max_length=254)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("awaiting", "Afventer svar"),
                                    ("accepted", "Lokalet svarede ja"),
                                    ("declined", "Lokalet svarede nej"),
                                    ("no_answer", "Intet svar"),
                                    ("doubtful", "Svar i tvivl"),
                                ],
                                default="awaiting",
                                max_length=12,
                            ),
                        ),
                        ("ical_uid", models.CharField(db_index=True, max_length=160)),
                        ("ical_stamp", models.DateTimeField()),
                        ("asked_at", models.DateTimeField()),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.room",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical room test",
                        "verbose_name_plural": "historical room tests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SavedView",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=80)),
                        ("query", models.CharField(max_length=1000)),
                        ("shared", models.BooleanField(default=False)),
                        ("standard", models.BooleanField(default=False)),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="saved_views",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("owner", "name"), name="saved_view_name_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("standard", True)),
                                fields=("owner",),
                                name="saved_view_one_standard",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SavedViewHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=80)),
                        ("query", models.CharField(max_length=1000)),
                        ("shared", models.BooleanField(default=False)),
                        ("standard", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical saved view",
                        "verbose_name_plural": "historical saved views",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeatHolding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_key", models.CharField(max_length=80)),
                        ("kind", models.CharField(max_length=20)),
                        ("function", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holdings",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seat_holdings",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seat_holdings",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["body", "start"], name="holding_body_idx"),
                            models.Index(fields=["person", "start"], name="holding_person_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatHoldingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_key", models.CharField(max_length=80)),
                        ("kind", models.CharField(max_length=20)),
                        ("function", models.CharField(blank=True, max_length=80)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seat holding",
                        "verbose_name_plural": "historical seat holdings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeminarHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.TimeField()),
                        ("ends_at", models.TimeField()),
                        ("capacity", models.PositiveIntegerField(blank=True, null=True)),
                        ("sign_up_until", models.DateField(blank=True, null=True)),
                        ("open_since", models.DateTimeField(blank=True, null=True)),
                        ("ical_uid", models.CharField(blank=True, max_length=120)),
                        ("ical_sequence", models.PositiveIntegerField(default=0)),
                        ("ical_stamp", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "occurrence",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.occurrence",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seminar",
                        "verbose_name_plural": "historical seminars",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeminarParticipant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "place",
                            models.CharField(
                                choices=[("seat", "Tilmeldt"), ("waiting", "På venteliste"), ("gone", "Afmeldt")],
                                default="seat",
                                max_length=10,
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "seminar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["signed_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("seminar", "person"), name="seminar_participant_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeminarParticipantHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "place",
                            models.CharField(
                                choices=[("seat", "Tilmeldt"), ("waiting", "På venteliste"), ("gone", "Afmeldt")],
                                default="seat",
                                max_length=10,
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "seminar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seminar participant",
                        "verbose_name_plural": "historical seminar participants",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeminarPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.TimeField()),
                        ("ends_at", models.TimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("who", models.CharField(blank=True, max_length=160)),
                        (
                            "seminar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="seminar_point_hours"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeminarPointHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.TimeField()),
                        ("ends_at", models.TimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("who", models.CharField(blank=True, max_length=160)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "seminar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seminar point",
                        "verbose_name_plural": "historical seminar points",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SeminarTask",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("due", models.DateField()),
                        ("days", models.IntegerField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "seminar",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SeminarTaskHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("due", models.DateField()),
                        ("days", models.IntegerField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "seminar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.seminar",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical seminar task",
                        "verbose_name_plural": "historical seminar tasks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusParameterHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("key", models.SlugField(max_length=40)),
                        ("name", models.CharField(max_length=60)),
                        ("place", models.PositiveSmallIntegerField(default=1)),
                        ("categories", models.JSONField(blank=True, default=list)),
                        ("large", models.BooleanField(default=False)),
                        ("when_troubled", models.BooleanField(default=True)),
                        ("retired_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical status parameter",
                        "verbose_name_plural": "historical status parameters",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("opened_on", models.DateField()),
                        ("meeting_on", models.DateField(blank=True, null=True)),
                        ("deadline", models.DateField()),
                        ("message", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("closed", "Slut")], default="open", max_length=10
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_rounds",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-opened_on", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "open")), fields=("state",), name="status_round_one_open"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusRoundHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("opened_on", models.DateField()),
                        ("meeting_on", models.DateField(blank=True, null=True)),
                        ("deadline", models.DateField()),
                        ("message", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("closed", "Slut")], default="open", max_length=10
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical status round",
                        "verbose_name_plural": "historical status rounds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RequiredDocumentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=100)),
                        ("for_whom", models.CharField(blank=True, max_length=200)),
                        (
                            "demand",
                            models.CharField(
                                choices=[
                                    ("required", "Skal være der"),
                                    ("optional", "Kan være der"),
                                    ("large_only", "Skal være der i større projekter"),
                                ],
                                default="required",
                                max_length=20,
                            ),
                        ),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "phase",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.phase",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical required document",
                        "verbose_name_plural": "historical required documents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Strategy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("digital", "Digitaliseringsstrategi"),
                                    ("other", "En af kommunens øvrige strategier"),
                                    ("joint", "Fælleskommunal strategi"),
                                ],
                                db_index=True,
                                default="digital",
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("link", models.URLField(blank=True, max_length=500)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_strategies",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaced_by_set",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-start", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("end", None), ("end__gte", models.F("start")), _connector="OR"),
                                name="strategy_ends_after_start",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategyAssessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField(unique=True)),
                        ("needed", models.BooleanField()),
                        ("what", models.TextField()),
                        ("decision", models.CharField(blank=True, max_length=60)),
                        ("follow_up", models.CharField(blank=True, max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("on", models.DateField()),
                        ("url", models.CharField(blank=True, max_length=200)),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year"],
                    },
                ),
                migrations.CreateModel(
                    name="StrategyAssessmentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField(db_index=True)),
                        ("needed", models.BooleanField()),
                        ("what", models.TextField()),
                        ("decision", models.CharField(blank=True, max_length=60)),
                        ("follow_up", models.CharField(blank=True, max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("on", models.DateField()),
                        ("url", models.CharField(blank=True, max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strategy assessment",
                        "verbose_name_plural": "historical strategy assessments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SupplierHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("cvr", models.CharField(blank=True, max_length=20)),
                        ("kitos_uuid", models.UUIDField(blank=True, db_index=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical supplier",
                        "verbose_name_plural": "historical suppliers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="System",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("support_ends_on", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("manual", "Skrevet ind her"),
                                    ("excel", "Fra en liste"),
                                    ("kitos", "Fra Kitos"),
                                ],
                                default="manual",
                                max_length=10,
                            ),
                        ),
                        ("kitos_usage_uuid", models.UUIDField(blank=True, null=True, unique=True)),
                        ("kitos_system_uuid", models.UUIDField(blank=True, db_index=True, null=True)),
                        ("removed_in_kitos_at", models.DateTimeField(blank=True, null=True)),
                        ("removal_reason", models.CharField(blank=True, max_length=10)),
                        ("short_name", models.CharField(blank=True, max_length=200)),
                        ("local_id", models.CharField(blank=True, max_length=100)),
                        ("former_name", models.CharField(blank=True, max_length=200)),
                        ("description", models.TextField(blank=True)),
                        ("purpose", models.TextField(blank=True)),
                        ("business_type", models.CharField(blank=True, max_length=300)),
                        (
                            "lifecycle",
                            models.CharField(
                                choices=[
                                    ("considered", "Overvejes"),
                                    ("pilot", "Under afprøvning"),
                                    ("phasing_in", "Under indfasning"),
                                    ("operational", "I drift"),
                                    ("phasing_out", "Under udfasning"),
                                    ("not_in_use", "Ikke i drift"),
                                    ("unknown", "Ukendt"),
                                ],
                                db_index=True,
                                default="unknown",
                                max_length=20,
                            ),
                        ),
                        ("in_use_from", models.DateField(blank=True, null=True)),
                        ("in_use_to", models.DateField(blank=True, null=True)),
                        ("active", models.BooleanField(blank=True, null=True)),
                        ("program_version", models.CharField(blank=True, max_length=100)),
                        ("users_from", models.PositiveIntegerField(blank=True, null=True)),
                        ("users_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("hosting", models.CharField(blank=True, max_length=100)),
                        ("licence_models", models.JSONField(blank=True, default=list)),
                        ("technical_types", models.JSONField(blank=True, default=list)),
                        ("business_critical", models.CharField(blank=True, max_length=100)),
                        ("socially_critical", models.CharField(blank=True, max_length=100)),
                        ("criticality_level", models.CharField(blank=True, max_length=300)),
                        ("ai", models.CharField(blank=True, max_length=100)),
                        ("accessibility", models.CharField(blank=True, max_length=100)),
                        ("accessibility_checked_on", models.DateField(blank=True, null=True)),
                        ("data_classification", models.CharField(blank=True, max_length=300)),
                        ("personal_data_level", models.CharField(blank=True, max_length=100)),
                        ("risk_result", models.CharField(blank=True, max_length=100)),
                        ("risk_on", models.DateField(blank=True, null=True)),
                        ("risk_next_on", models.DateField(blank=True, null=True)),
                        ("dpia_done", models.CharField(blank=True, max_length=100)),
                        ("oversight_next_on", models.DateField(blank=True, null=True)),
                        ("supplier_basis", models.CharField(blank=True, max_length=20)),
                        ("references", models.JSONField(blank=True, default=list)),
                        ("register_notes", models.TextField(blank=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_systems",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="styrehjul.system",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="systems",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "supplier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="systems",
                                to="styrehjul.supplier",
                            ),
                        ),
                        (
                            "using_units",
                            models.ManyToManyField(blank=True, related_name="used_systems", to="styrehjul.orgunit"),
                        ),
                        ("tasks", models.ManyToManyField(blank=True, related_name="systems", to="styrehjul.taskref")),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("name",), name="system_name_once")],
                    },
                ),
                migrations.CreateModel(
                    name="UnitGroupHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("code", models.SlugField(max_length=40)),
                        ("name", models.CharField(max_length=120)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical unit group",
                        "verbose_name_plural": "historical unit groups",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="WatchSettingsHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("only", models.PositiveSmallIntegerField(db_index=True, default=1, editable=False)),
                        (
                            "contract_end",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=18,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "notice",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=6,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "procurement",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=6,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "support_end",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=24,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "use_ends",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "target",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=12,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "risk",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=3,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        (
                            "oversight",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                default=3,
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(120)],
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical watch settings",
                        "verbose_name_plural": "historical watch settingss",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="AgendaVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("audit_head", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "members_pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "open_pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "reading_copy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="version_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Goal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("number", models.CharField(blank=True, max_length=10)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("goal", "Mål"), ("guiding_mark", "Pejlemærke")], default="goal", max_length=15
                            ),
                        ),
                        ("not_measured", models.BooleanField(default=False)),
                        ("end_reason", models.CharField(blank=True, max_length=300)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parts",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_goals",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="goals",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["title", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("end", None), ("end__gte", models.F("start")), _connector="OR"),
                                name="goal_ends_after_start",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerHint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("stranger", "Svar fra en, der ikke er indkaldt"),
                                    ("unsigned", "Svar fra en afsender, der ikke kan bekræftes"),
                                    ("counter", "Forslag om et andet tidspunkt"),
                                ],
                                default="stranger",
                                max_length=12,
                            ),
                        ),
                        ("sender", models.CharField(max_length=254)),
                        ("answer", models.CharField(blank=True, max_length=10)),
                        ("comment", models.CharField(blank=True, max_length=300)),
                        ("proposed_start", models.DateTimeField(blank=True, null=True)),
                        ("proposed_end", models.DateTimeField(blank=True, null=True)),
                        ("received_at", models.DateTimeField()),
                        ("source", models.CharField(max_length=64)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answer_hints",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["received_at", "pk"],
                        "constraints": [models.UniqueConstraint(fields=("meeting", "source"), name="answer_hint_once")],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingDeadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=40)),
                        ("label", models.CharField(max_length=120)),
                        ("responsible", models.CharField(blank=True, max_length=40)),
                        ("at", models.DateTimeField()),
                        ("suggested", models.BooleanField(default=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at"],
                        "constraints": [models.UniqueConstraint(fields=("meeting", "code"), name="deadline_code_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalDeadline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("text", models.CharField(blank=True, max_length=300)),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MoveRequestHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("waivers", models.JSONField(blank=True, default=list)),
                        ("reason", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Venter på formanden"),
                                    ("confirmed", "Bekræftet"),
                                    ("declined", "Afvist"),
                                ],
                                default="asked",
                                max_length=12,
                            ),
                        ),
                        ("answered_with", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical move request",
                        "verbose_name_plural": "historical move requests",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MoveRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("waivers", models.JSONField(blank=True, default=list)),
                        ("reason", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Venter på formanden"),
                                    ("confirmed", "Bekræftet"),
                                    ("declined", "Afvist"),
                                ],
                                default="asked",
                                max_length=12,
                            ),
                        ),
                        ("answered_with", models.TextField(blank=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="move_requests",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "asked")),
                                fields=("meeting",),
                                name="move_request_one_open",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveIntegerField()),
                        ("slot", models.CharField(blank=True, max_length=30)),
                        ("extra", models.BooleanField(default=False)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=160)),
                        ("link", models.URLField(blank=True, max_length=300)),
                        (
                            "room_state",
                            models.CharField(
                                choices=[
                                    ("not_wanted", "Ikke ønsket"),
                                    ("wanted", "Ønsket"),
                                    ("awaiting", "Afventer svar"),
                                    ("confirmed", "Bekræftet"),
                                    ("declined", "Afvist"),
                                    ("no_answer", "Intet svar"),
                                ],
                                default="wanted",
                                max_length=12,
                            ),
                        ),
                        ("room_address", models.EmailField(blank=True, max_length=254)),
                        ("room_reference", models.CharField(blank=True, max_length=120)),
                        ("room_called", models.EmailField(blank=True, max_length=254)),
                        ("room_asked_at", models.DateTimeField(blank=True, null=True)),
                        ("moved_by_hand", models.BooleanField(default=False)),
                        (
                            "calendar_state",
                            models.CharField(
                                choices=[("planned", "Planlagt"), ("invited", "Indkaldt"), ("cancelled", "Aflyst")],
                                default="planned",
                                max_length=12,
                            ),
                        ),
                        (
                            "agenda_state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("closed", "Frist for punkter udløbet"),
                                    ("to_chair", "Til formandsgodkendelse"),
                                    ("approved", "Godkendt"),
                                    ("sent", "Udsendt"),
                                    ("adopted", "Godkendt på mødet"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        (
                            "minutes_state",
                            models.CharField(
                                choices=[
                                    ("none", "Intet referat endnu"),
                                    ("draft", "Udkast"),
                                    ("with_chair", "Hos formanden"),
                                    ("commenting", "Til kommentering"),
                                    ("approved", "Godkendt"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        ("cancelled_because", models.TextField(blank=True)),
                        ("ical_uid", models.CharField(blank=True, max_length=160)),
                        ("ical_sequence", models.PositiveIntegerField(default=0)),
                        ("ical_stamp", models.DateTimeField(blank=True, null=True)),
                        ("ical_time_sequence", models.PositiveIntegerField(default=0)),
                        ("late_dispatch_because", models.TextField(blank=True)),
                        ("material_ready_at", models.DateTimeField(blank=True, null=True)),
                        ("material_changed", models.CharField(blank=True, max_length=300)),
                        ("items_called_at", models.DateTimeField(blank=True, null=True)),
                        ("agenda_objections", models.TextField(blank=True)),
                        ("approval_voided_by", models.CharField(blank=True, max_length=300)),
                        ("returned_with", models.TextField(blank=True)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("before_use", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "feeds",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "kommissorium",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.kommissorium",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "material_ready_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "meeting_chair",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "minutes_taker",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical meeting",
                        "verbose_name_plural": "historical meetings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="LeadHandoverHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "former",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical lead handover",
                        "verbose_name_plural": "historical lead handovers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="LeadHandover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="handovers",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "former",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalDeadlineHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("text", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical external deadline",
                        "verbose_name_plural": "historical external deadlines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CoverageConsentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("own_area", models.BooleanField(default=False)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("", "Afventer"), ("given", "Givet"), ("refused", "Afvist")],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "agreement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.coverageagreement",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical coverage consent",
                        "verbose_name_plural": "historical coverage consents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CoverageConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("own_area", models.BooleanField(default=False)),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("", "Afventer"), ("given", "Givet"), ("refused", "Afvist")],
                                max_length=10,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="styrehjul.coverageagreement",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="coverage_consents",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("agreement", "area"), name="consent_once_per_area"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                                    models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="consent_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CatalogueChangeHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("field", models.CharField(max_length=30)),
                        ("old", models.TextField(blank=True)),
                        ("new", models.TextField(blank=True)),
                        ("told_on", models.DateField()),
                        ("seen_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "version_told",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.catalogueversion",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical catalogue change",
                        "verbose_name_plural": "historical catalogue changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CatalogueChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("field", models.CharField(max_length=30)),
                        ("old", models.TextField(blank=True)),
                        ("new", models.TextField(blank=True)),
                        ("told_on", models.DateField()),
                        ("seen_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "version_told",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="styrehjul.catalogueversion",
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="told_changes",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-told_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)),
                                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="catalogue_change_seen_both",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingDeliveryHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "audience",
                            models.CharField(choices=[("board", "Direktionen"), ("forum", "Chefforum")], max_length=10),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "briefing",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.briefing",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical briefing delivery",
                        "verbose_name_plural": "historical briefing deliverys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BriefingDelivery",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "audience",
                            models.CharField(choices=[("board", "Direktionen"), ("forum", "Chefforum")], max_length=10),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("read_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deliveries",
                                to="styrehjul.briefing",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["audience", "person__name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("briefing", "audience", "person"), name="briefing_delivery_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_kind", models.CharField(max_length=20)),
                        ("seat_title", models.CharField(blank=True, max_length=200)),
                        (
                            "reply",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Har ikke svaret"),
                                    ("accepted", "Deltager"),
                                    ("declined", "Afbud"),
                                    ("tentative", "Måske"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("former_reply", models.CharField(blank=True, max_length=10)),
                        ("reply_comment", models.CharField(blank=True, max_length=300)),
                        ("reply_stamp", models.DateTimeField(blank=True, null=True)),
                        ("called_address", models.EmailField(blank=True, max_length=254)),
                        (
                            "status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Ikke noteret"),
                                    ("present", "Til stede"),
                                    ("apology", "Afbud"),
                                    ("absent", "Fraværende"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical attendance",
                        "verbose_name_plural": "historical attendances",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("seat_kind", models.CharField(max_length=20)),
                        ("seat_title", models.CharField(blank=True, max_length=200)),
                        (
                            "reply",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Har ikke svaret"),
                                    ("accepted", "Deltager"),
                                    ("declined", "Afbud"),
                                    ("tentative", "Måske"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("former_reply", models.CharField(blank=True, max_length=10)),
                        ("reply_comment", models.CharField(blank=True, max_length=300)),
                        ("reply_stamp", models.DateTimeField(blank=True, null=True)),
                        ("called_address", models.EmailField(blank=True, max_length=254)),
                        (
                            "status",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Ikke noteret"),
                                    ("present", "Til stede"),
                                    ("apology", "Afbud"),
                                    ("absent", "Fraværende"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendance",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendance",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("meeting", "person"), name="attendance_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerHintHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("stranger", "Svar fra en, der ikke er indkaldt"),
                                    ("unsigned", "Svar fra en afsender, der ikke kan bekræftes"),
                                    ("counter", "Forslag om et andet tidspunkt"),
                                ],
                                default="stranger",
                                max_length=12,
                            ),
                        ),
                        ("sender", models.CharField(max_length=254)),
                        ("answer", models.CharField(blank=True, max_length=10)),
                        ("comment", models.CharField(blank=True, max_length=300)),
                        ("proposed_start", models.DateTimeField(blank=True, null=True)),
                        ("proposed_end", models.DateTimeField(blank=True, null=True)),
                        ("received_at", models.DateTimeField()),
                        ("source", models.CharField(max_length=64)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical answer hint",
                        "verbose_name_plural": "historical answer hints",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanVersionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveIntegerField()),
                        ("number", models.PositiveIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Udkast"),
                                    ("submitted", "Indstillet"),
                                    ("live", "Gældende"),
                                    ("superseded", "Afløst"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("money", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("frozen", models.TextField(blank=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("why", models.TextField(blank=True)),
                        ("returned_because", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("live_from", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "run",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.planrun",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical plan version",
                        "verbose_name_plural": "historical plan versions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveIntegerField()),
                        ("number", models.PositiveIntegerField(default=1)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Udkast"),
                                    ("submitted", "Indstillet"),
                                    ("live", "Gældende"),
                                    ("superseded", "Afløst"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("money", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("frozen", models.TextField(blank=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("why", models.TextField(blank=True)),
                        ("returned_because", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("live_from", models.DateTimeField(blank=True, null=True)),
                        (
                            "run",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.planrun",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.pool",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["year", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "number"), name="plan_version_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "live")), fields=("year",), name="plan_one_live_a_year"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("draft", "submitted"))),
                                fields=("year",),
                                name="plan_one_prepared_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CapacityHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("quarter", models.DateField()),
                        ("gross", models.DecimalField(decimal_places=2, max_digits=9)),
                        ("absence", models.DecimalField(decimal_places=2, default=0, max_digits=9)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.pool",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical capacity",
                        "verbose_name_plural": "historical capacitys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Capacity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("quarter", models.DateField()),
                        ("gross", models.DecimalField(decimal_places=2, max_digits=9)),
                        ("absence", models.DecimalField(decimal_places=2, default=0, max_digits=9)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="capacity",
                                to="styrehjul.pool",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pool", "quarter"],
                        "constraints": [
                            models.UniqueConstraint(fields=("pool", "quarter"), name="capacity_once_a_quarter"),
                            models.CheckConstraint(
                                condition=models.Q(("absence__lte", models.F("gross"))), name="capacity_absence_within"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecordFiling",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(choices=[("agenda", "Dagsorden"), ("minutes", "Referat")], max_length=10),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("record_number", models.CharField(max_length=60)),
                        ("filed_on", models.DateField()),
                        (
                            "filed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="filings",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "kind", "number"), name="filing_once_per_document"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecordFilingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(choices=[("agenda", "Dagsorden"), ("minutes", "Referat")], max_length=10),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("record_number", models.CharField(max_length=60)),
                        ("filed_on", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "filed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical record filing",
                        "verbose_name_plural": "historical record filings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MinutesVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("approved_at", models.DateTimeField()),
                        ("approval", models.CharField(blank=True, max_length=300)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_versions",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "open_pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="minutes_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("meeting_uuid", models.UUIDField(blank=True, null=True)),
                        ("meeting_name", models.CharField(blank=True, max_length=200)),
                        ("meeting_url", models.CharField(blank=True, max_length=200)),
                        ("since", models.DateField()),
                        ("until", models.DateField()),
                        ("summary", models.TextField(blank=True)),
                        ("content", models.JSONField(blank=True, default=list)),
                        ("restricted", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("with_chair", "Hos formanden"),
                                    ("approved", "Godkendt"),
                                    ("sent", "Sendt"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("returned_because", models.TextField(blank=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.briefing",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical briefing",
                        "verbose_name_plural": "historical briefings",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StrategyHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("digital", "Digitaliseringsstrategi"),
                                    ("other", "En af kommunens øvrige strategier"),
                                    ("joint", "Fælleskommunal strategi"),
                                ],
                                db_index=True,
                                default="digital",
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("link", models.URLField(blank=True, max_length=500)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical strategy",
                        "verbose_name_plural": "historical strategys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="KitosObject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=20)),
                        ("uuid", models.UUIDField()),
                        ("name", models.CharField(blank=True, max_length=300)),
                        ("raw", models.JSONField(default=dict)),
                        ("unread", models.JSONField(blank=True, default=list)),
                        ("said", models.JSONField(blank=True, default=dict)),
                        ("told_at", models.DateTimeField()),
                        ("changed_at", models.DateTimeField()),
                        ("missed", models.PositiveSmallIntegerField(default=0)),
                        ("gone_at", models.DateTimeField(blank=True, null=True)),
                        ("gone_because", models.CharField(blank=True, max_length=10)),
                        ("seen_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "system",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="kitos_object",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("kind", "uuid"), name="kitos_object_once")],
                    },
                ),
                migrations.CreateModel(
                    name="SystemHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("support_ends_on", models.DateField(blank=True, null=True)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("manual", "Skrevet ind her"),
                                    ("excel", "Fra en liste"),
                                    ("kitos", "Fra Kitos"),
                                ],
                                default="manual",
                                max_length=10,
                            ),
                        ),
                        ("kitos_usage_uuid", models.UUIDField(blank=True, db_index=True, null=True)),
                        ("kitos_system_uuid", models.UUIDField(blank=True, db_index=True, null=True)),
                        ("removed_in_kitos_at", models.DateTimeField(blank=True, null=True)),
                        ("removal_reason", models.CharField(blank=True, max_length=10)),
                        ("short_name", models.CharField(blank=True, max_length=200)),
                        ("local_id", models.CharField(blank=True, max_length=100)),
                        ("former_name", models.CharField(blank=True, max_length=200)),
                        ("description", models.TextField(blank=True)),
                        ("purpose", models.TextField(blank=True)),
                        ("business_type", models.CharField(blank=True, max_length=300)),
                        (
                            "lifecycle",
                            models.CharField(
                                choices=[
                                    ("considered", "Overvejes"),
                                    ("pilot", "Under afprøvning"),
                                    ("phasing_in", "Under indfasning"),
                                    ("operational", "I drift"),
                                    ("phasing_out", "Under udfasning"),
                                    ("not_in_use", "Ikke i drift"),
                                    ("unknown", "Ukendt"),
                                ],
                                db_index=True,
                                default="unknown",
                                max_length=20,
                            ),
                        ),
                        ("in_use_from", models.DateField(blank=True, null=True)),
                        ("in_use_to", models.DateField(blank=True, null=True)),
                        ("active", models.BooleanField(blank=True, null=True)),
                        ("program_version", models.CharField(blank=True, max_length=100)),
                        ("users_from", models.PositiveIntegerField(blank=True, null=True)),
                        ("users_to", models.PositiveIntegerField(blank=True, null=True)),
                        ("hosting", models.CharField(blank=True, max_length=100)),
                        ("licence_models", models.JSONField(blank=True, default=list)),
                        ("technical_types", models.JSONField(blank=True, default=list)),
                        ("business_critical", models.CharField(blank=True, max_length=100)),
                        ("socially_critical", models.CharField(blank=True, max_length=100)),
                        ("criticality_level", models.CharField(blank=True, max_length=300)),
                        ("ai", models.CharField(blank=True, max_length=100)),
                        ("accessibility", models.CharField(blank=True, max_length=100)),
                        ("accessibility_checked_on", models.DateField(blank=True, null=True)),
                        ("data_classification", models.CharField(blank=True, max_length=300)),
                        ("personal_data_level", models.CharField(blank=True, max_length=100)),
                        ("risk_result", models.CharField(blank=True, max_length=100)),
                        ("risk_on", models.DateField(blank=True, null=True)),
                        ("risk_next_on", models.DateField(blank=True, null=True)),
                        ("dpia_done", models.CharField(blank=True, max_length=100)),
                        ("oversight_next_on", models.DateField(blank=True, null=True)),
                        ("supplier_basis", models.CharField(blank=True, max_length=20)),
                        ("references", models.JSONField(blank=True, default=list)),
                        ("register_notes", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.system",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "supplier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.supplier",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical system",
                        "verbose_name_plural": "historical systems",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SystemRelation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("to_name", models.CharField(blank=True, max_length=200)),
                        ("interface", models.CharField(blank=True, max_length=300)),
                        ("frequency", models.CharField(blank=True, max_length=300)),
                        ("description", models.TextField(blank=True)),
                        ("kitos_uuid", models.UUIDField(blank=True, null=True)),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relations",
                                to="styrehjul.system",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relations_in",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SystemRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("role", models.CharField(max_length=300)),
                        ("name", models.CharField(blank=True, max_length=200)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="register_roles",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("unit", models.CharField(blank=True, max_length=40)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("up", "Tallet skal op"),
                                    ("down", "Tallet skal ned"),
                                    ("keep", "Tallet skal holdes"),
                                ],
                                default="up",
                                max_length=5,
                            ),
                        ),
                        ("start_value", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("start_on", models.DateField(blank=True, null=True)),
                        ("target_value", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        (
                            "cadence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("month", "Hver måned"),
                                    ("quarter", "Hvert kvartal"),
                                    ("half_year", "Hvert halve år"),
                                    ("year", "Hvert år"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("next_on", models.DateField(blank=True, db_index=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="measures",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_measures",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Dispatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("at", models.DateTimeField()),
                        ("late_because", models.TextField(blank=True)),
                        ("recipients", models.JSONField(default=list)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to="styrehjul.agendaversion",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispatches",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="dispatch_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("unit", models.CharField(blank=True, max_length=40)),
                        (
                            "direction",
                            models.CharField(
                                choices=[
                                    ("up", "Tallet skal op"),
                                    ("down", "Tallet skal ned"),
                                    ("keep", "Tallet skal holdes"),
                                ],
                                default="up",
                                max_length=5,
                            ),
                        ),
                        ("start_value", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("start_on", models.DateField(blank=True, null=True)),
                        ("target_value", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        (
                            "cadence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("month", "Hver måned"),
                                    ("quarter", "Hvert kvartal"),
                                    ("half_year", "Hvert halve år"),
                                    ("year", "Hvert år"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("next_on", models.DateField(blank=True, db_index=True, null=True)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical measure",
                        "verbose_name_plural": "historical measures",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Approval",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("capacity", models.CharField(max_length=120)),
                        ("sha256", models.CharField(max_length=64)),
                        ("at", models.DateTimeField()),
                        ("voided_at", models.DateTimeField(blank=True, null=True)),
                        ("voided_because", models.CharField(blank=True, max_length=300)),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="styrehjul.agendaversion",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ActivityHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("begun_on", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical activity",
                        "verbose_name_plural": "historical activitys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Activity",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("begun_on", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReadMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="read_marks",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="read_marks",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="read_marks",
                                to="styrehjul.agendaversion",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("meeting", "person"), name="read_mark_once")],
                    },
                ),
                migrations.CreateModel(
                    name="GoalRelationHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("supports", "Støtter"),
                                    ("needs", "Har brug for"),
                                    ("conflicts", "Er i konflikt med"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical goal relation",
                        "verbose_name_plural": "historical goal relations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GoalRelation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("supports", "Støtter"),
                                    ("needs", "Har brug for"),
                                    ("conflicts", "Er i konflikt med"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(max_length=300)),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="relations",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relations",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("goal", "strategy", "kind"), name="goal_relation_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoalHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("number", models.CharField(blank=True, max_length=10)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("goal", "Mål"), ("guiding_mark", "Pejlemærke")], default="goal", max_length=15
                            ),
                        ),
                        ("not_measured", models.BooleanField(default=False)),
                        ("end_reason", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "replaced_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "strategy",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.strategy",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical goal",
                        "verbose_name_plural": "historical goals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MeasureValue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("value", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("corrected", models.BooleanField(default=False)),
                        (
                            "corrects",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="styrehjul.measurevalue",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="values",
                                to="styrehjul.measure",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("corrected", False)),
                                fields=("measure", "on"),
                                name="measure_value_once_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChangeSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Under udarbejdelse"),
                                    ("with_chair", "Hos formanden"),
                                    ("sent", "Udsendt"),
                                    ("dropped", "Droppet"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("late_because", models.TextField(blank=True)),
                        ("returned_with", models.TextField(blank=True)),
                        (
                            "built",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="change_sets",
                                to="styrehjul.agendaversion",
                            ),
                        ),
                        (
                            "dispatch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="change_sets",
                                to="styrehjul.dispatch",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="change_sets",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="change_set_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["draft", "with_chair"])),
                                fields=("meeting",),
                                name="change_set_one_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChangeSetHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Under udarbejdelse"),
                                    ("with_chair", "Hos formanden"),
                                    ("sent", "Udsendt"),
                                    ("dropped", "Droppet"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        ("late_because", models.TextField(blank=True)),
                        ("returned_with", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "built",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.agendaversion",
                            ),
                        ),
                        (
                            "dispatch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.dispatch",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical change set",
                        "verbose_name_plural": "historical change sets",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MeasureValueHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("value", models.DecimalField(decimal_places=2, max_digits=14)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("corrected", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.measurevalue",
                            ),
                        ),
                        (
                            "measure",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.measure",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical measure value",
                        "verbose_name_plural": "historical measure values",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Contract",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=300)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("manual", "Skrevet ind her"),
                                    ("excel", "Fra en liste"),
                                    ("kitos", "Fra Kitos"),
                                ],
                                default="manual",
                                max_length=10,
                            ),
                        ),
                        ("kitos_uuid", models.UUIDField(blank=True, null=True, unique=True)),
                        ("removed_in_kitos_at", models.DateTimeField(blank=True, null=True)),
                        ("removal_reason", models.CharField(blank=True, max_length=10)),
                        ("contract_no", models.CharField(blank=True, max_length=100)),
                        ("type", models.CharField(blank=True, max_length=300)),
                        ("template", models.CharField(blank=True, max_length=300)),
                        ("register_notes", models.TextField(blank=True)),
                        ("supplier_internal", models.BooleanField(blank=True, null=True)),
                        ("criticality", models.CharField(blank=True, max_length=300)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, db_index=True, null=True)),
                        ("active", models.BooleanField(blank=True, null=True)),
                        ("terminated_at", models.DateField(blank=True, null=True)),
                        ("notice_text", models.CharField(blank=True, max_length=300)),
                        ("notice_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("notice_by", models.CharField(blank=True, max_length=100)),
                        ("notice_extends", models.CharField(blank=True, max_length=100)),
                        ("is_continuous", models.BooleanField(blank=True, null=True)),
                        ("duration_years", models.PositiveIntegerField(blank=True, null=True)),
                        ("duration_months", models.PositiveIntegerField(blank=True, null=True)),
                        ("irrevocable_until", models.DateField(blank=True, null=True)),
                        ("extension_options", models.CharField(blank=True, max_length=300)),
                        ("extensions_used", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_quarter", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_strategy", models.CharField(blank=True, max_length=300)),
                        ("procurement_initiated", models.CharField(blank=True, max_length=100)),
                        ("purchase_type", models.CharField(blank=True, max_length=300)),
                        ("notice_on_set", models.DateField(blank=True, null=True)),
                        ("notice_reason", models.TextField(blank=True)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracts",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "supplier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracts",
                                to="styrehjul.supplier",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("notice_on_set__isnull", True),
                                    models.Q(("notice_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contract_notice_set_has_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaymentLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("internal", models.BooleanField(default=False)),
                        ("unit_name", models.CharField(blank=True, max_length=200)),
                        ("acquisition", models.BigIntegerField(default=0)),
                        ("operation", models.BigIntegerField(default=0)),
                        ("other", models.BigIntegerField(default=0)),
                        ("audit_status", models.CharField(blank=True, max_length=100)),
                        ("audit_on", models.DateField(blank=True, null=True)),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="payments",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["internal", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ContractHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=300)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("manual", "Skrevet ind her"),
                                    ("excel", "Fra en liste"),
                                    ("kitos", "Fra Kitos"),
                                ],
                                default="manual",
                                max_length=10,
                            ),
                        ),
                        ("kitos_uuid", models.UUIDField(blank=True, db_index=True, null=True)),
                        ("removed_in_kitos_at", models.DateTimeField(blank=True, null=True)),
                        ("removal_reason", models.CharField(blank=True, max_length=10)),
                        ("contract_no", models.CharField(blank=True, max_length=100)),
                        ("type", models.CharField(blank=True, max_length=300)),
                        ("template", models.CharField(blank=True, max_length=300)),
                        ("register_notes", models.TextField(blank=True)),
                        ("supplier_internal", models.BooleanField(blank=True, null=True)),
                        ("criticality", models.CharField(blank=True, max_length=300)),
                        ("valid_from", models.DateField(blank=True, null=True)),
                        ("valid_to", models.DateField(blank=True, db_index=True, null=True)),
                        ("active", models.BooleanField(blank=True, null=True)),
                        ("terminated_at", models.DateField(blank=True, null=True)),
                        ("notice_text", models.CharField(blank=True, max_length=300)),
                        ("notice_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("notice_by", models.CharField(blank=True, max_length=100)),
                        ("notice_extends", models.CharField(blank=True, max_length=100)),
                        ("is_continuous", models.BooleanField(blank=True, null=True)),
                        ("duration_years", models.PositiveIntegerField(blank=True, null=True)),
                        ("duration_months", models.PositiveIntegerField(blank=True, null=True)),
                        ("irrevocable_until", models.DateField(blank=True, null=True)),
                        ("extension_options", models.CharField(blank=True, max_length=300)),
                        ("extensions_used", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_quarter", models.PositiveIntegerField(blank=True, null=True)),
                        ("procurement_strategy", models.CharField(blank=True, max_length=300)),
                        ("procurement_initiated", models.CharField(blank=True, max_length=100)),
                        ("purchase_type", models.CharField(blank=True, max_length=300)),
                        ("notice_on_set", models.DateField(blank=True, null=True)),
                        ("notice_reason", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "responsible_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "supplier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.supplier",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical contract",
                        "verbose_name_plural": "historical contracts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CostShare",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "percent",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(0),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                            ),
                        ),
                        ("is_main", models.BooleanField(default=False)),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="shares",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("contract", "system"), name="cost_share_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("is_main", True)), fields=("system",), name="main_contract_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Watch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("contract_end", "Kontrakten udløber"),
                                    ("notice", "Sidste dag for opsigelse"),
                                    ("procurement", "Genanskaffelsen skal i gang"),
                                    ("support_end", "Leverandøren holder op med at vedligeholde systemet"),
                                    ("use_ends", "Systemet skal ud af brug"),
                                    ("target", "Retningen skal være nået"),
                                    ("risk", "Næste risikovurdering"),
                                    ("oversight", "Næste tilsyn med databehandler"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("on", models.DateField(db_index=True)),
                        ("shown_from", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("handled", "Taget hånd om"),
                                    ("moved", "Datoen er flyttet"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("handled_at", models.DateTimeField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("on_agenda", models.BooleanField(default=False)),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="watches",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "handled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="watches",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("contract__isnull", True), ("system__isnull", False)),
                                    models.Q(("contract__isnull", False), ("system__isnull", True)),
                                    _connector="OR",
                                ),
                                name="watch_of_one",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("system__isnull", False)),
                                fields=("kind", "system", "on"),
                                name="system_watch_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("contract__isnull", False)),
                                fields=("kind", "contract", "on"),
                                name="contract_watch_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WatchHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("contract_end", "Kontrakten udløber"),
                                    ("notice", "Sidste dag for opsigelse"),
                                    ("procurement", "Genanskaffelsen skal i gang"),
                                    ("support_end", "Leverandøren holder op med at vedligeholde systemet"),
                                    ("use_ends", "Systemet skal ud af brug"),
                                    ("target", "Retningen skal være nået"),
                                    ("risk", "Næste risikovurdering"),
                                    ("oversight", "Næste tilsyn med databehandler"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("on", models.DateField(db_index=True)),
                        ("shown_from", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("handled", "Taget hånd om"),
                                    ("moved", "Datoen er flyttet"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("handled_at", models.DateTimeField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("on_agenda", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "contract",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.contract",
                            ),
                        ),
                        (
                            "handled_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical watch",
                        "verbose_name_plural": "historical watchs",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Project",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.CharField(max_length=20, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        ("short_title", models.CharField(blank=True, max_length=40)),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="cross",
                                max_length=20,
                            ),
                        ),
                        (
                            "subtype",
                            models.CharField(
                                blank=True,
                                choices=[("inter_municipal", "Tværkommunalt"), ("own_cross", "Eget tværgående")],
                                max_length=20,
                            ),
                        ),
                        ("external_owner", models.CharField(blank=True, max_length=200)),
                        ("programme", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idé"),
                                    ("proposed", "Forslag"),
                                    ("awaiting_decision", "Til beslutning"),
                                    ("approved", "Godkendt"),
                                    ("active", "I gang"),
                                    ("paused", "På pause"),
                                    ("closing", "Under afslutning"),
                                    ("follow_up", "Gevinstopfølgning"),
                                    ("closed", "Afsluttet"),
                                    ("rejected", "Afvist"),
                                    ("withdrawn", "Trukket"),
                                    ("stopped", "Stoppet"),
                                ],
                                default="idea",
                                max_length=20,
                            ),
                        ),
                        ("phase", models.CharField(blank=True, max_length=40)),
                        ("summary", models.TextField(blank=True)),
                        ("purpose", models.TextField(blank=True)),
                        ("scope", models.TextField(blank=True)),
                        ("out_of_scope", models.TextField(blank=True)),
                        ("expected_result", models.TextField(blank=True)),
                        ("users", models.CharField(blank=True, max_length=300)),
                        ("gain", models.CharField(blank=True, max_length=300)),
                        ("cost_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("outside_deadline", models.CharField(blank=True, max_length=200)),
                        ("planned_start", models.DateField(blank=True, null=True)),
                        (
                            "planned_start_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("planned_end", models.DateField(blank=True, null=True)),
                        (
                            "planned_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("forecast_end", models.DateField(blank=True, null=True)),
                        (
                            "forecast_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("actual_start", models.DateField(blank=True, null=True)),
                        ("actual_end", models.DateField(blank=True, null=True)),
                        ("revisit_on", models.DateField(blank=True, null=True)),
                        ("priority", models.PositiveIntegerField(blank=True, null=True)),
                        ("steering_group", models.CharField(blank=True, max_length=200)),
                        ("large", models.BooleanField(default=False)),
                        (
                            "mandatory",
                            models.CharField(
                                choices=[
                                    ("none", "Nej, kommunen vælger selv"),
                                    ("law", "Ja, det følger af lov"),
                                    ("agreement", "Ja, det følger af en aftale"),
                                    ("committed", "Ja, kommunen har givet tilsagn"),
                                ],
                                default="none",
                                max_length=20,
                            ),
                        ),
                        ("mandatory_reference", models.CharField(blank=True, max_length=300)),
                        ("mandatory_deadline", models.DateField(blank=True, null=True)),
                        (
                            "strategic_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("strategic", "Strategisk"),
                                    ("tactical", "Taktisk"),
                                    ("operational", "Operationelt"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("kle", models.CharField(blank=True, max_length=100)),
                        ("case_number", models.CharField(blank=True, max_length=60)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("all", "Alle ansatte"),
                                    ("draft_owner", "Kun mig, indtil forslaget er indsendt"),
                                ],
                                default="all",
                                max_length=20,
                            ),
                        ),
                        ("may_start", models.BooleanField(default=False)),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("status_sentence", models.CharField(blank=True, max_length=300)),
                        ("status_on", models.DateField(blank=True, null=True)),
                        (
                            "trend",
                            models.CharField(
                                blank=True,
                                choices=[("better", "Bedre"), ("same", "Uændret"), ("worse", "Værre")],
                                max_length=10,
                            ),
                        ),
                        (
                            "second_light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("second_on", models.DateField(blank=True, null=True)),
                        ("imported", models.BooleanField(default=False)),
                        ("extra", models.JSONField(blank=True, default=dict)),
                        (
                            "catalogue_entry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposed_projects",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "lead_area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="led_projects",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "org_unit",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "phase_model",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="projects",
                                to="styrehjul.phasemodel",
                            ),
                        ),
                        (
                            "resubmits",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="resubmitted_as",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "steering_body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steered_projects",
                                to="styrehjul.body",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["category", "state"], name="project_category_idx"),
                            models.Index(fields=["state", "priority"], name="project_priority_idx"),
                            models.Index(fields=["lead_area", "state"], name="project_area_idx"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        [
                                            "idea",
                                            "proposed",
                                            "awaiting_decision",
                                            "approved",
                                            "active",
                                            "paused",
                                            "closing",
                                            "follow_up",
                                            "closed",
                                            "rejected",
                                            "withdrawn",
                                            "stopped",
                                        ],
                                    )
                                ),
                                name="project_state_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("subtype", ""), ("category", "cross"), _connector="OR"),
                                name="project_subtype_only_cross",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visibility", "all"), ("state", "idea"), _connector="OR"),
                                name="project_draft_is_idea",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Benefit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.CharField(max_length=20, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        ("baseline", models.CharField(blank=True, max_length=60)),
                        ("target", models.CharField(blank=True, max_length=60)),
                        ("measure_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("potential", "Mulig"),
                                    ("planned", "Planlagt"),
                                    ("under_way", "Under realisering"),
                                    ("realised", "Realiseret"),
                                    ("partly", "Delvist realiseret"),
                                    ("not_realised", "Ikke realiseret"),
                                    ("dropped", "Bortfaldet"),
                                ],
                                default="potential",
                                max_length=20,
                            ),
                        ),
                        ("state_reason", models.CharField(blank=True, max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("efficiency", "Effektivisering"),
                                    ("quality", "Kvalitetsløft"),
                                    ("avoided_cost", "Undgået omkostning"),
                                    ("negative", "Negativ gevinst"),
                                ],
                                default="quality",
                                max_length=20,
                            ),
                        ),
                        (
                            "receiver",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("own_budget", "Kommunens budget"),
                                    ("own_capacity", "Kommunens egen tid"),
                                    ("other_public", "Andre offentlige"),
                                    ("citizen", "Borgerne"),
                                    ("business", "Virksomhederne"),
                                    ("employee", "Medarbejderne"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=40)),
                        ("measure_name", models.CharField(blank=True, max_length=200)),
                        (
                            "direction",
                            models.CharField(blank=True, choices=[("up", "Op"), ("down", "Ned")], max_length=10),
                        ),
                        (
                            "shape",
                            models.CharField(
                                choices=[("flow", "Lægges sammen over året"), ("level", "Et niveau, der måles")],
                                default="level",
                                max_length=10,
                            ),
                        ),
                        (
                            "aggregation",
                            models.CharField(
                                choices=[
                                    ("sum", "Målingerne lægges sammen"),
                                    ("average", "Gennemsnittet af målingerne"),
                                    ("latest", "Den seneste måling"),
                                    ("max", "Den højeste måling"),
                                    ("min", "Den laveste måling"),
                                ],
                                default="latest",
                                max_length=10,
                            ),
                        ),
                        ("method", models.CharField(blank=True, max_length=300)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        (
                            "baseline_number",
                            models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True),
                        ),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("baseline_evidence", models.CharField(blank=True, max_length=300)),
                        ("baseline_plan_on", models.DateField(blank=True, null=True)),
                        ("target_number", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_low", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_high", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("low", "Usikker"), ("likely", "Sandsynlig"), ("high", "Sikker")],
                                max_length=10,
                            ),
                        ),
                        ("confidence_on", models.DateField(blank=True, null=True)),
                        (
                            "used_for",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("budget", "Tages ud af budgettet"),
                                    ("redeployed", "Bruges til andet arbejde"),
                                    ("undecided", "Ikke besluttet"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("used_for_text", models.CharField(blank=True, max_length=200)),
                        ("loser", models.CharField(blank=True, max_length=200)),
                        ("unplanned", models.BooleanField(default=False)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_on", models.DateField(blank=True, null=True)),
                        ("declined_at", models.DateTimeField(blank=True, null=True)),
                        ("declined_reason", models.CharField(blank=True, max_length=300)),
                        ("settled_words", models.CharField(blank=True, max_length=400)),
                        (
                            "closing_forecast",
                            models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True),
                        ),
                        ("closing_words", models.CharField(blank=True, max_length=200)),
                        ("closing_on", models.DateField(blank=True, null=True)),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "confidence_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "measurer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_benefits",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefits",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "indexes": [
                            models.Index(fields=["project", "state"], name="benefit_project_idx"),
                            models.Index(fields=["owner", "measure_on"], name="benefit_owner_idx"),
                            models.Index(fields=["state", "measure_on"], name="benefit_due_idx"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at", None), ("accepted_by", None)),
                                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="benefit_accepted_both",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("delivery", "Leverance"),
                                    ("go_live", "Ibrugtagning"),
                                    ("gate", "Faseovergang"),
                                    ("external", "Dato udefra"),
                                    ("benefit_start", "Gevinst begynder"),
                                ],
                                default="delivery",
                                max_length=20,
                            ),
                        ),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("forecast_on", models.DateField()),
                        ("actual_on", models.DateField(blank=True, null=True)),
                        ("moved_because", models.CharField(blank=True, max_length=300)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["forecast_on", "pk"],
                        "indexes": [
                            models.Index(fields=["project", "actual_on", "forecast_on"], name="milestone_next_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanLineHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("score", models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("scored_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "lock",
                            models.CharField(
                                choices=[
                                    ("free", "Frit"),
                                    ("must", "Bundet"),
                                    ("running", "I gang"),
                                    ("out", "Holdes ude"),
                                ],
                                default="free",
                                max_length=10,
                            ),
                        ),
                        ("lock_reason", models.CharField(blank=True, max_length=300)),
                        ("chosen", models.BooleanField(default=False)),
                        ("start", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("quarters", models.PositiveSmallIntegerField(default=2)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("money", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("moved_because", models.CharField(blank=True, max_length=300)),
                        ("moved_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.activity",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "moved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "scored_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.planversion",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical plan line",
                        "verbose_name_plural": "historical plan lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PlanLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("score", models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("scored_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "lock",
                            models.CharField(
                                choices=[
                                    ("free", "Frit"),
                                    ("must", "Bundet"),
                                    ("running", "I gang"),
                                    ("out", "Holdes ude"),
                                ],
                                default="free",
                                max_length=10,
                            ),
                        ),
                        ("lock_reason", models.CharField(blank=True, max_length=300)),
                        ("chosen", models.BooleanField(default=False)),
                        ("start", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("quarters", models.PositiveSmallIntegerField(default=2)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("money", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("moved_because", models.CharField(blank=True, max_length=300)),
                        ("moved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_lines",
                                to="styrehjul.activity",
                            ),
                        ),
                        (
                            "moved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "scored_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="styrehjul.planversion",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan_lines",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("activity__isnull", True), ("project__isnull", False)),
                                    models.Q(("activity__isnull", False), ("project__isnull", True)),
                                    _connector="OR",
                                ),
                                name="plan_line_of_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("score__isnull", True), ("score__range", (0, 5)), _connector="OR"),
                                name="plan_line_score",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("start__isnull", True), ("start__range", (1, 4)), _connector="OR"),
                                name="plan_line_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarters__range", (1, 8))), name="plan_line_quarters"
                            ),
                            models.UniqueConstraint(fields=("plan", "project"), name="plan_line_project_once"),
                            models.UniqueConstraint(fields=("plan", "activity"), name="plan_line_activity_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("delivery", "Leverance"),
                                    ("go_live", "Ibrugtagning"),
                                    ("gate", "Faseovergang"),
                                    ("external", "Dato udefra"),
                                    ("benefit_start", "Gevinst begynder"),
                                ],
                                default="delivery",
                                max_length=20,
                            ),
                        ),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("forecast_on", models.DateField()),
                        ("actual_on", models.DateField(blank=True, null=True)),
                        ("moved_because", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical milestone",
                        "verbose_name_plural": "historical milestones",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MatterHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        (
                            "access",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent punkt"),
                                    ("closed", "Lukket punkt"),
                                    ("closed_title_hidden", "Lukket punkt, også titlen"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        ("record_number", models.CharField(blank=True, max_length=60)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical matter",
                        "verbose_name_plural": "historical matters",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Matter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        (
                            "access",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent punkt"),
                                    ("closed", "Lukket punkt"),
                                    ("closed_title_hidden", "Lukket punkt, også titlen"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        ("record_number", models.CharField(blank=True, max_length=60)),
                        ("areas", models.ManyToManyField(blank=True, related_name="matters", to="styrehjul.orgunit")),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="matters",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LargeMarkHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("large", models.BooleanField()),
                        ("rule", models.CharField(blank=True, max_length=300)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical large mark",
                        "verbose_name_plural": "historical large marks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="LargeMark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("large", models.BooleanField()),
                        ("rule", models.CharField(blank=True, max_length=300)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="large_mark",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("row", models.PositiveIntegerField()),
                        ("key", models.CharField(blank=True, max_length=200)),
                        ("created", models.BooleanField(default=False)),
                        ("version_before", models.PositiveIntegerField(blank=True, null=True)),
                        ("version_after", models.PositiveIntegerField()),
                        ("said", models.JSONField(default=dict)),
                        (
                            "run",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="styrehjul.importrun",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="imported_rows",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["project", "-run"], name="imported_row_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ImpactHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("from_quarter", models.DateField()),
                        ("to_quarter", models.DateField()),
                        ("intensity", models.PositiveSmallIntegerField()),
                        ("staff", models.PositiveIntegerField(blank=True, null=True)),
                        ("go_live", models.BooleanField(default=False)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical impact",
                        "verbose_name_plural": "historical impacts",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Impact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("from_quarter", models.DateField()),
                        ("to_quarter", models.DateField()),
                        ("intensity", models.PositiveSmallIntegerField()),
                        ("staff", models.PositiveIntegerField(blank=True, null=True)),
                        ("go_live", models.BooleanField(default=False)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="impacts",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="impacts",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_quarter", "pk"],
                        "indexes": [models.Index(fields=["area", "from_quarter"], name="impact_area_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_quarter__gte", models.F("from_quarter"))), name="impact_period"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("intensity__gte", 1), ("intensity__lte", 3)),
                                name="impact_intensity",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GatePassageHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("passed", "Passeret"),
                                    ("passed_with_conditions", "Passeret på betingelser"),
                                    ("not_passed", "Ikke passeret"),
                                ],
                                default="passed",
                                max_length=30,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("body_code", models.CharField(blank=True, max_length=60)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "gate",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.gate",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gate passage",
                        "verbose_name_plural": "historical gate passages",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GatePassage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("passed", "Passeret"),
                                    ("passed_with_conditions", "Passeret på betingelser"),
                                    ("not_passed", "Ikke passeret"),
                                ],
                                default="passed",
                                max_length=30,
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("body_code", models.CharField(blank=True, max_length=60)),
                        (
                            "gate",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="passages",
                                to="styrehjul.gate",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passages",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("body_code", ""), ("decision_ref", "")),
                                    models.Q(
                                        models.Q(("decision_ref", ""), _negated=True),
                                        models.Q(("body_code", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="gate_passage_decision_both",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EconomyLineHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("drift", "Drift"), ("anlaeg", "Anlæg"), ("service", "Service")],
                                default="drift",
                                max_length=10,
                            ),
                        ),
                        ("text", models.CharField(blank=True, max_length=200)),
                        ("budget", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("forecast", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("spent", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        ("permanent", models.BooleanField(default=False)),
                        ("price_level", models.PositiveSmallIntegerField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical economy line",
                        "verbose_name_plural": "historical economy lines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="EconomyLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("drift", "Drift"), ("anlaeg", "Anlæg"), ("service", "Service")],
                                default="drift",
                                max_length=10,
                            ),
                        ),
                        ("text", models.CharField(blank=True, max_length=200)),
                        ("budget", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("forecast", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("spent", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        ("permanent", models.BooleanField(default=False)),
                        ("price_level", models.PositiveSmallIntegerField()),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="economy",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["year", "kind", "pk"],
                        "indexes": [models.Index(fields=["project", "year"], name="economy_year_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ClosingReportHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("delivered", models.TextField(blank=True)),
                        ("time_and_money", models.TextField(blank=True)),
                        ("spent_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("spent_hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("handover", models.TextField(blank=True)),
                        ("lessons", models.TextField(blank=True)),
                        ("products", models.TextField(blank=True)),
                        ("usable_by", models.CharField(blank=True, max_length=300)),
                        ("to_follow", models.CharField(blank=True, max_length=300)),
                        ("recommendation", models.TextField(blank=True)),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("frozen", models.JSONField(blank=True, default=dict)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "begun_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical closing report",
                        "verbose_name_plural": "historical closing reports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ClosingReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("delivered", models.TextField(blank=True)),
                        ("time_and_money", models.TextField(blank=True)),
                        ("spent_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("spent_hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("handover", models.TextField(blank=True)),
                        ("lessons", models.TextField(blank=True)),
                        ("products", models.TextField(blank=True)),
                        ("usable_by", models.CharField(blank=True, max_length=300)),
                        ("to_follow", models.CharField(blank=True, max_length=300)),
                        ("recommendation", models.TextField(blank=True)),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("frozen", models.JSONField(blank=True, default=dict)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        (
                            "begun_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="closing_reports",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["project", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.CharField(db_index=True, max_length=20)),
                        ("title", models.CharField(max_length=200)),
                        ("baseline", models.CharField(blank=True, max_length=60)),
                        ("target", models.CharField(blank=True, max_length=60)),
                        ("measure_on", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("potential", "Mulig"),
                                    ("planned", "Planlagt"),
                                    ("under_way", "Under realisering"),
                                    ("realised", "Realiseret"),
                                    ("partly", "Delvist realiseret"),
                                    ("not_realised", "Ikke realiseret"),
                                    ("dropped", "Bortfaldet"),
                                ],
                                default="potential",
                                max_length=20,
                            ),
                        ),
                        ("state_reason", models.CharField(blank=True, max_length=300)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("efficiency", "Effektivisering"),
                                    ("quality", "Kvalitetsløft"),
                                    ("avoided_cost", "Undgået omkostning"),
                                    ("negative", "Negativ gevinst"),
                                ],
                                default="quality",
                                max_length=20,
                            ),
                        ),
                        (
                            "receiver",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("own_budget", "Kommunens budget"),
                                    ("own_capacity", "Kommunens egen tid"),
                                    ("other_public", "Andre offentlige"),
                                    ("citizen", "Borgerne"),
                                    ("business", "Virksomhederne"),
                                    ("employee", "Medarbejderne"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("unit", models.CharField(blank=True, max_length=40)),
                        ("measure_name", models.CharField(blank=True, max_length=200)),
                        (
                            "direction",
                            models.CharField(blank=True, choices=[("up", "Op"), ("down", "Ned")], max_length=10),
                        ),
                        (
                            "shape",
                            models.CharField(
                                choices=[("flow", "Lægges sammen over året"), ("level", "Et niveau, der måles")],
                                default="level",
                                max_length=10,
                            ),
                        ),
                        (
                            "aggregation",
                            models.CharField(
                                choices=[
                                    ("sum", "Målingerne lægges sammen"),
                                    ("average", "Gennemsnittet af målingerne"),
                                    ("latest", "Den seneste måling"),
                                    ("max", "Den højeste måling"),
                                    ("min", "Den laveste måling"),
                                ],
                                default="latest",
                                max_length=10,
                            ),
                        ),
                        ("method", models.CharField(blank=True, max_length=300)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        (
                            "baseline_number",
                            models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True),
                        ),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("baseline_evidence", models.CharField(blank=True, max_length=300)),
                        ("baseline_plan_on", models.DateField(blank=True, null=True)),
                        ("target_number", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_low", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_high", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        (
                            "confidence",
                            models.CharField(
                                blank=True,
                                choices=[("low", "Usikker"), ("likely", "Sandsynlig"), ("high", "Sikker")],
                                max_length=10,
                            ),
                        ),
                        ("confidence_on", models.DateField(blank=True, null=True)),
                        (
                            "used_for",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("budget", "Tages ud af budgettet"),
                                    ("redeployed", "Bruges til andet arbejde"),
                                    ("undecided", "Ikke besluttet"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("used_for_text", models.CharField(blank=True, max_length=200)),
                        ("loser", models.CharField(blank=True, max_length=200)),
                        ("unplanned", models.BooleanField(default=False)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_on", models.DateField(blank=True, null=True)),
                        ("declined_at", models.DateTimeField(blank=True, null=True)),
                        ("declined_reason", models.CharField(blank=True, max_length=300)),
                        ("settled_words", models.CharField(blank=True, max_length=400)),
                        (
                            "closing_forecast",
                            models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True),
                        ),
                        ("closing_words", models.CharField(blank=True, max_length=200)),
                        ("closing_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "confidence_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "measurer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit",
                        "verbose_name_plural": "historical benefits",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BaselineHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("serial", models.PositiveIntegerField()),
                        ("on", models.DateField()),
                        ("reason", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("planned_start", models.DateField(blank=True, null=True)),
                        ("planned_end", models.DateField(blank=True, null=True)),
                        (
                            "planned_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("cost_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("detail", models.JSONField(blank=True, default=dict)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical baseline",
                        "verbose_name_plural": "historical baselines",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Baseline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("serial", models.PositiveIntegerField()),
                        ("on", models.DateField()),
                        ("reason", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("planned_start", models.DateField(blank=True, null=True)),
                        ("planned_end", models.DateField(blank=True, null=True)),
                        (
                            "planned_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("cost_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("detail", models.JSONField(blank=True, default=dict)),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="baselines",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["project", "serial"],
                        "constraints": [
                            models.UniqueConstraint(fields=("project", "serial"), name="baseline_serial_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AllocationHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("quarter", models.DateField()),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("requested", "Ønsket"), ("confirmed", "Bekræftet")],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("body_code", models.CharField(blank=True, max_length=60)),
                        ("given_on", models.DateField()),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("released_on", models.DateField(blank=True, null=True)),
                        ("plan_year", models.PositiveIntegerField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.pool",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical allocation",
                        "verbose_name_plural": "historical allocations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Allocation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("quarter", models.DateField()),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=9)),
                        (
                            "unit",
                            models.CharField(
                                choices=[("hours", "Timer"), ("fte", "Årsværk")], default="hours", max_length=10
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("requested", "Ønsket"), ("confirmed", "Bekræftet")],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("body_code", models.CharField(blank=True, max_length=60)),
                        ("given_on", models.DateField()),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("released_on", models.DateField(blank=True, null=True)),
                        ("plan_year", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="allocations",
                                to="styrehjul.pool",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="allocations",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["quarter", "pk"],
                        "indexes": [models.Index(fields=["pool", "quarter"], name="allocation_pool_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pool__isnull", False), ("person__isnull", False), _connector="OR"),
                                name="allocation_of_somebody",
                            ),
                            models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="allocation_positive"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectArea",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "area",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_area_links",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="area_links",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("project", "area"), name="project_area_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectAreaHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project area",
                        "verbose_name_plural": "historical project areas",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(db_index=True)),
                        ("kind", models.CharField(max_length=40)),
                        ("old", models.CharField(blank=True, max_length=300)),
                        ("new", models.CharField(blank=True, max_length=300)),
                        ("reason", models.TextField(blank=True)),
                        ("decision_ref", models.CharField(blank=True, max_length=30)),
                        ("body_code", models.CharField(blank=True, max_length=60)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-at", "-pk"],
                        "indexes": [models.Index(fields=["project", "-at"], name="change_project_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectGoal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("weight", models.PositiveSmallIntegerField(default=2)),
                        ("sentence", models.CharField(blank=True, max_length=300)),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_links",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goal_links",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-weight", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("project", "goal"), name="project_goal_once"),
                            models.CheckConstraint(
                                condition=models.Q(("weight__gte", 1), ("weight__lte", 3)), name="project_goal_weight"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectGoalHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("weight", models.PositiveSmallIntegerField(default=2)),
                        ("sentence", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project goal",
                        "verbose_name_plural": "historical project goals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.CharField(db_index=True, max_length=20)),
                        ("title", models.CharField(max_length=200)),
                        ("short_title", models.CharField(blank=True, max_length=40)),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("national", "Nationale og fælleskommunale"),
                                    ("cross", "Tværkommunale og egne tværgående"),
                                    ("local", "Lokale projekter"),
                                ],
                                default="cross",
                                max_length=20,
                            ),
                        ),
                        (
                            "subtype",
                            models.CharField(
                                blank=True,
                                choices=[("inter_municipal", "Tværkommunalt"), ("own_cross", "Eget tværgående")],
                                max_length=20,
                            ),
                        ),
                        ("external_owner", models.CharField(blank=True, max_length=200)),
                        ("programme", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("idea", "Idé"),
                                    ("proposed", "Forslag"),
                                    ("awaiting_decision", "Til beslutning"),
                                    ("approved", "Godkendt"),
                                    ("active", "I gang"),
                                    ("paused", "På pause"),
                                    ("closing", "Under afslutning"),
                                    ("follow_up", "Gevinstopfølgning"),
                                    ("closed", "Afsluttet"),
                                    ("rejected", "Afvist"),
                                    ("withdrawn", "Trukket"),
                                    ("stopped", "Stoppet"),
                                ],
                                default="idea",
                                max_length=20,
                            ),
                        ),
                        ("phase", models.CharField(blank=True, max_length=40)),
                        ("summary", models.TextField(blank=True)),
                        ("purpose", models.TextField(blank=True)),
                        ("scope", models.TextField(blank=True)),
                        ("out_of_scope", models.TextField(blank=True)),
                        ("expected_result", models.TextField(blank=True)),
                        ("users", models.CharField(blank=True, max_length=300)),
                        ("gain", models.CharField(blank=True, max_length=300)),
                        ("cost_tdkk", models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True)),
                        ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True)),
                        ("outside_deadline", models.CharField(blank=True, max_length=200)),
                        ("planned_start", models.DateField(blank=True, null=True)),
                        (
                            "planned_start_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("planned_end", models.DateField(blank=True, null=True)),
                        (
                            "planned_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("forecast_end", models.DateField(blank=True, null=True)),
                        (
                            "forecast_end_precision",
                            models.CharField(
                                choices=[
                                    ("day", "På dagen"),
                                    ("month", "Måned"),
                                    ("quarter", "Kvartal"),
                                    ("year", "År"),
                                ],
                                default="day",
                                max_length=10,
                            ),
                        ),
                        ("actual_start", models.DateField(blank=True, null=True)),
                        ("actual_end", models.DateField(blank=True, null=True)),
                        ("revisit_on", models.DateField(blank=True, null=True)),
                        ("priority", models.PositiveIntegerField(blank=True, null=True)),
                        ("steering_group", models.CharField(blank=True, max_length=200)),
                        ("large", models.BooleanField(default=False)),
                        (
                            "mandatory",
                            models.CharField(
                                choices=[
                                    ("none", "Nej, kommunen vælger selv"),
                                    ("law", "Ja, det følger af lov"),
                                    ("agreement", "Ja, det følger af en aftale"),
                                    ("committed", "Ja, kommunen har givet tilsagn"),
                                ],
                                default="none",
                                max_length=20,
                            ),
                        ),
                        ("mandatory_reference", models.CharField(blank=True, max_length=300)),
                        ("mandatory_deadline", models.DateField(blank=True, null=True)),
                        (
                            "strategic_level",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("strategic", "Strategisk"),
                                    ("tactical", "Taktisk"),
                                    ("operational", "Operationelt"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("kle", models.CharField(blank=True, max_length=100)),
                        ("case_number", models.CharField(blank=True, max_length=60)),
                        (
                            "visibility",
                            models.CharField(
                                choices=[
                                    ("all", "Alle ansatte"),
                                    ("draft_owner", "Kun mig, indtil forslaget er indsendt"),
                                ],
                                default="all",
                                max_length=20,
                            ),
                        ),
                        ("may_start", models.BooleanField(default=False)),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("status_sentence", models.CharField(blank=True, max_length=300)),
                        ("status_on", models.DateField(blank=True, null=True)),
                        (
                            "trend",
                            models.CharField(
                                blank=True,
                                choices=[("better", "Bedre"), ("same", "Uændret"), ("worse", "Værre")],
                                max_length=10,
                            ),
                        ),
                        (
                            "second_light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("second_on", models.DateField(blank=True, null=True)),
                        ("imported", models.BooleanField(default=False)),
                        ("extra", models.JSONField(blank=True, default=dict)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "catalogue_entry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.nationalproject",
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "lead_area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "org_unit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "phase_model",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.phasemodel",
                            ),
                        ),
                        (
                            "resubmits",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "steering_body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project",
                        "verbose_name_plural": "historical projects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectPartner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("role", models.CharField(blank=True, max_length=200)),
                        ("contribution", models.CharField(blank=True, max_length=300)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partner_links",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("project", "name"), name="project_partner_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectPartnerHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("role", models.CharField(blank=True, max_length=200)),
                        ("contribution", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project partner",
                        "verbose_name_plural": "historical project partners",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectPartnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_links",
                                to="styrehjul.partnership",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partnership_links",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("project", "partnership"), name="project_partnership_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectPartnershipHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.partnership",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project partnership",
                        "verbose_name_plural": "historical project partnerships",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("owner", "Projektejer"),
                                    ("manager", "Projektleder"),
                                    ("local_coordinator", "Lokal koordinator"),
                                    ("participant", "Deltager"),
                                ],
                                default="manager",
                                max_length=20,
                            ),
                        ),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_roles",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="roles",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person", "kind"], name="project_role_person_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectRoleHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("owner", "Projektejer"),
                                    ("manager", "Projektleder"),
                                    ("local_coordinator", "Lokal koordinator"),
                                    ("participant", "Deltager"),
                                ],
                                default="manager",
                                max_length=20,
                            ),
                        ),
                        ("start", models.DateField()),
                        ("end", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project role",
                        "verbose_name_plural": "historical project roles",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Risk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "sign",
                            models.CharField(choices=[("-", "Risiko"), ("+", "Mulighed")], default="-", max_length=1),
                        ),
                        ("cause", models.CharField(blank=True, max_length=300)),
                        ("event", models.CharField(max_length=300)),
                        ("consequence", models.CharField(blank=True, max_length=300)),
                        ("scale", models.PositiveSmallIntegerField(default=5)),
                        ("likelihood", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("impact", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "response",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Ikke valgt"),
                                    ("avoid", "Undgå"),
                                    ("reduce", "Mindske"),
                                    ("transfer", "Overføre til andre"),
                                    ("accept", "Acceptere"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("actions", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("happened", "Indtruffet"), ("closed", "Lukket")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("source_words", models.CharField(blank=True, max_length=300)),
                        ("source_url", models.CharField(blank=True, max_length=200)),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="owned_risks",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="risks",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [models.Index(fields=["project", "state"], name="risk_project_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("likelihood", None),
                                        models.Q(("likelihood__gte", 1), ("likelihood__lte", models.F("scale"))),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("impact", None),
                                        models.Q(("impact__gte", 1), ("impact__lte", models.F("scale"))),
                                        _connector="OR",
                                    ),
                                ),
                                name="risk_on_its_scale",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "sign",
                            models.CharField(choices=[("-", "Risiko"), ("+", "Mulighed")], default="-", max_length=1),
                        ),
                        ("cause", models.CharField(blank=True, max_length=300)),
                        ("event", models.CharField(max_length=300)),
                        ("consequence", models.CharField(blank=True, max_length=300)),
                        ("scale", models.PositiveSmallIntegerField(default=5)),
                        ("likelihood", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("impact", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "response",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Ikke valgt"),
                                    ("avoid", "Undgå"),
                                    ("reduce", "Mindske"),
                                    ("transfer", "Overføre til andre"),
                                    ("accept", "Acceptere"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("actions", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("happened", "Indtruffet"), ("closed", "Lukket")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        ("review_on", models.DateField(blank=True, null=True)),
                        ("source_words", models.CharField(blank=True, max_length=300)),
                        ("source_url", models.CharField(blank=True, max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical risk",
                        "verbose_name_plural": "historical risks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="SecondOpinion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="second_opinions",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SecondOpinionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="none",
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical second opinion",
                        "verbose_name_plural": "historical second opinions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Stakeholder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("interest", models.CharField(blank=True, max_length=300)),
                        ("influence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "attitude",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Kendes ikke"),
                                    ("for", "For"),
                                    ("neutral", "Afventende"),
                                    ("against", "Imod"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("involved", models.CharField(blank=True, max_length=300)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stakeholders",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-influence", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="StakeholderHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(max_length=200)),
                        ("interest", models.CharField(blank=True, max_length=300)),
                        ("influence", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "attitude",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Kendes ikke"),
                                    ("for", "For"),
                                    ("neutral", "Afventende"),
                                    ("against", "Imod"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("involved", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical stakeholder",
                        "verbose_name_plural": "historical stakeholders",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="green",
                                max_length=10,
                            ),
                        ),
                        (
                            "trend",
                            models.CharField(
                                blank=True,
                                choices=[("better", "Bedre"), ("same", "Uændret"), ("worse", "Værre")],
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(max_length=300)),
                        ("forecast_end", models.DateField(blank=True, null=True)),
                        ("on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("submitted", "Til projektejerens godkendelse"),
                                    ("frozen", "Givet"),
                                ],
                                default="frozen",
                                max_length=10,
                            ),
                        ),
                        ("suggested", models.CharField(blank=True, max_length=10)),
                        ("baseline_serial", models.PositiveIntegerField(blank=True, null=True)),
                        ("need_question", models.CharField(blank=True, max_length=300)),
                        ("need_by", models.DateField(blank=True, null=True)),
                        ("marks", models.JSONField(blank=True, default=list)),
                        ("happened", models.TextField(blank=True)),
                        ("next_steps", models.TextField(blank=True)),
                        ("milestone_changes", models.TextField(blank=True)),
                        (
                            "forecast_cost_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "track",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("back_to_plan", "Tilbage til planen"),
                                    ("new_plan", "Ny plan"),
                                    ("close", "Projektet bør lukkes"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("track_by", models.DateField(blank=True, null=True)),
                        ("approved_on", models.DateField(blank=True, null=True)),
                        ("returned_because", models.TextField(blank=True)),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="styrehjul.statusreport",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_reports",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "track_owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "indexes": [models.Index(fields=["project", "state", "-on"], name="status_project_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectDocumentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("phase_key", models.CharField(blank=True, max_length=40)),
                        ("name", models.CharField(max_length=100)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("added_on", models.DateField()),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project document",
                        "verbose_name_plural": "historical project documents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectDocument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("phase_key", models.CharField(blank=True, max_length=40)),
                        ("name", models.CharField(max_length=100)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("added_on", models.DateField()),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="documents",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.storedfile"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "-edition", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("project", "name", "edition"), name="project_document_edition_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectSystemHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("introduces", "Indfører"),
                                    ("replaces", "Erstatter"),
                                    ("changes", "Ændrer"),
                                    ("integrates", "Integrerer med"),
                                    ("retires", "Udfaser"),
                                    ("uses", "Bruger"),
                                ],
                                default="uses",
                                max_length=20,
                            ),
                        ),
                        ("owner_told_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project system",
                        "verbose_name_plural": "historical project systems",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ProjectSystem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("introduces", "Indfører"),
                                    ("replaces", "Erstatter"),
                                    ("changes", "Ændrer"),
                                    ("integrates", "Integrerer med"),
                                    ("retires", "Udfaser"),
                                    ("uses", "Bruger"),
                                ],
                                default="uses",
                                max_length=20,
                            ),
                        ),
                        ("owner_told_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="system_links",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_links",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("project", "system", "role"), name="project_system_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField()),
                        ("account", models.CharField(max_length=200)),
                        ("amount", models.DecimalField(decimal_places=1, max_digits=12)),
                        ("permanent", models.BooleanField(default=False)),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("proposed", "Foreslået"),
                                    ("decided", "Besluttet"),
                                    ("in_budget", "Indarbejdet i budgettet"),
                                    ("verified", "Verificeret i regnskabet"),
                                    ("reverted", "Tilbageført"),
                                ],
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        ("verified_mark", models.CharField(blank=True, max_length=420)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budget_rows",
                                to="styrehjul.benefit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["year", "pk"],
                        "indexes": [models.Index(fields=["benefit", "year"], name="budget_row_benefit_idx")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("step", "verified")),
                                fields=("year", "verified_mark"),
                                name="budget_row_verified_once",
                            ),
                            models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="budget_row_amount"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitGoal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="goal_links",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefit_links",
                                to="styrehjul.goal",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("benefit", "goal"), name="benefit_goal_once")],
                    },
                ),
                migrations.CreateModel(
                    name="GroupMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("share", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                        ("place", models.PositiveSmallIntegerField(default=1)),
                        (
                            "benefit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="group_member",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="styrehjul.doublecountgroup",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["place", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Measurement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("value", models.CharField(max_length=60)),
                        ("number", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("covers_from", models.DateField(blank=True, null=True)),
                        ("covers_to", models.DateField(blank=True, null=True)),
                        ("evidence", models.CharField(blank=True, max_length=300)),
                        ("comment", models.CharField(blank=True, max_length=300)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measurements",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="styrehjul.measurement",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                        "indexes": [models.Index(fields=["benefit", "-on"], name="measurement_benefit_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("covers_from", None),
                                    ("covers_to", None),
                                    ("covers_to__gte", models.F("covers_from")),
                                    _connector="OR",
                                ),
                                name="measurement_covers_forward",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitCurve",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "offset_months",
                            models.SmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(-120),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                            ),
                        ),
                        ("ramp", models.CharField(blank=True, max_length=200)),
                        ("rate", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("end_on", models.DateField(blank=True, null=True)),
                        ("start_on", models.DateField(blank=True, null=True)),
                        (
                            "benefit",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="curve",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "anchor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="benefit_curves",
                                to="styrehjul.milestone",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OriginalCurveHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "offset_months",
                            models.SmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(-120),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                            ),
                        ),
                        ("ramp", models.CharField(blank=True, max_length=200)),
                        ("rate", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("end_on", models.DateField(blank=True, null=True)),
                        ("serial", models.PositiveIntegerField()),
                        ("on", models.DateField()),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("anchor_on", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "anchor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.milestone",
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical original curve",
                        "verbose_name_plural": "historical original curves",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="OriginalCurve",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "offset_months",
                            models.SmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(-120),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                            ),
                        ),
                        ("ramp", models.CharField(blank=True, max_length=200)),
                        ("rate", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("end_on", models.DateField(blank=True, null=True)),
                        ("serial", models.PositiveIntegerField()),
                        ("on", models.DateField()),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("anchor_on", models.DateField()),
                        (
                            "anchor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.milestone",
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="originals",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["benefit", "serial"],
                        "constraints": [
                            models.UniqueConstraint(fields=("benefit", "serial"), name="original_curve_serial_once"),
                            models.CheckConstraint(
                                condition=models.Q(("rate__isnull", False)), name="original_curve_has_rate"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupMemberHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("share", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                        ("place", models.PositiveSmallIntegerField(default=1)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.doublecountgroup",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical group member",
                        "verbose_name_plural": "historical group members",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BudgetRowHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("year", models.PositiveSmallIntegerField()),
                        ("account", models.CharField(max_length=200)),
                        ("amount", models.DecimalField(decimal_places=1, max_digits=12)),
                        ("permanent", models.BooleanField(default=False)),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("proposed", "Foreslået"),
                                    ("decided", "Besluttet"),
                                    ("in_budget", "Indarbejdet i budgettet"),
                                    ("verified", "Verificeret i regnskabet"),
                                    ("reverted", "Tilbageført"),
                                ],
                                default="proposed",
                                max_length=20,
                            ),
                        ),
                        ("verified_mark", models.CharField(blank=True, max_length=420)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical budget row",
                        "verbose_name_plural": "historical budget rows",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BenefitGoalHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "goal",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.goal",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit goal",
                        "verbose_name_plural": "historical benefit goals",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BenefitCurveHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "offset_months",
                            models.SmallIntegerField(
                                default=0,
                                validators=[
                                    django.core.validators.MinValueValidator(-120),
                                    django.core.validators.MaxValueValidator(120),
                                ],
                            ),
                        ),
                        ("ramp", models.CharField(blank=True, max_length=200)),
                        ("rate", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_low", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("rate_high", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("end_on", models.DateField(blank=True, null=True)),
                        ("start_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "anchor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.milestone",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit curve",
                        "verbose_name_plural": "historical benefit curves",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PrerequisiteHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical prerequisite",
                        "verbose_name_plural": "historical prerequisites",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Prerequisite",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prerequisites",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                        "indexes": [models.Index(fields=["owner", "due"], name="prerequisite_owner_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="CriterionAnswerHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nej"), ("not_relevant", "Ikke relevant")],
                                max_length=20,
                            ),
                        ),
                        ("number", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "criterion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.gatecriterion",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.gatepassage",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical criterion answer",
                        "verbose_name_plural": "historical criterion answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CriterionAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Ja"), ("no", "Nej"), ("not_relevant", "Ikke relevant")],
                                max_length=20,
                            ),
                        ),
                        ("number", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("on", models.DateField()),
                        (
                            "criterion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="styrehjul.gatecriterion",
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="styrehjul.gatepassage",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criterion_answers",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["criterion__position", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("passage__isnull", True)),
                                fields=("project", "criterion"),
                                name="criterion_answer_open_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitProjectHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("percent", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit project",
                        "verbose_name_plural": "historical benefit projects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BenefitProject",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("percent", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="project_links",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefit_links",
                                to="styrehjul.project",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("benefit", "project"), name="benefit_project_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("percent", None),
                                    models.Q(("percent__gte", 1), ("percent__lte", 99)),
                                    _connector="OR",
                                ),
                                name="benefit_project_percent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectTask",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("doing", "I gang"),
                                    ("done", "Udført"),
                                    ("dropped", "Udgået"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "–"),
                                    ("decision", "Beslutning"),
                                    ("meeting", "Møde"),
                                    ("gate", "Faseovergang"),
                                    ("risk", "Risiko"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("source_words", models.CharField(blank=True, max_length=200)),
                        ("reminder_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tasks",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="project_tasks",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="tasks",
                                to="styrehjul.risk",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                        "indexes": [
                            models.Index(fields=["responsible", "state", "due"], name="task_person_idx"),
                            models.Index(fields=["state", "due"], name="task_overdue_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProjectTaskHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("title", models.CharField(max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åben"),
                                    ("doing", "I gang"),
                                    ("done", "Udført"),
                                    ("dropped", "Udgået"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "–"),
                                    ("decision", "Beslutning"),
                                    ("meeting", "Møde"),
                                    ("gate", "Faseovergang"),
                                    ("risk", "Risiko"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("source_words", models.CharField(blank=True, max_length=200)),
                        ("reminder_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.risk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical project task",
                        "verbose_name_plural": "historical project tasks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RiskScore",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("scale", models.PositiveSmallIntegerField()),
                        ("likelihood", models.PositiveSmallIntegerField()),
                        ("impact", models.PositiveSmallIntegerField()),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="styrehjul.risk"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RiskScoreHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("scale", models.PositiveSmallIntegerField()),
                        ("likelihood", models.PositiveSmallIntegerField()),
                        ("impact", models.PositiveSmallIntegerField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.risk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical risk score",
                        "verbose_name_plural": "historical risk scores",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusReportHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "light",
                            models.CharField(
                                choices=[
                                    ("green", "Efter planen"),
                                    ("yellow", "Opmærksomhed"),
                                    ("red", "Kritisk"),
                                    ("none", "Ingen status"),
                                ],
                                default="green",
                                max_length=10,
                            ),
                        ),
                        (
                            "trend",
                            models.CharField(
                                blank=True,
                                choices=[("better", "Bedre"), ("same", "Uændret"), ("worse", "Værre")],
                                max_length=10,
                            ),
                        ),
                        ("sentence", models.CharField(max_length=300)),
                        ("forecast_end", models.DateField(blank=True, null=True)),
                        ("on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("submitted", "Til projektejerens godkendelse"),
                                    ("frozen", "Givet"),
                                ],
                                default="frozen",
                                max_length=10,
                            ),
                        ),
                        ("suggested", models.CharField(blank=True, max_length=10)),
                        ("baseline_serial", models.PositiveIntegerField(blank=True, null=True)),
                        ("need_question", models.CharField(blank=True, max_length=300)),
                        ("need_by", models.DateField(blank=True, null=True)),
                        ("marks", models.JSONField(blank=True, default=list)),
                        ("happened", models.TextField(blank=True)),
                        ("next_steps", models.TextField(blank=True)),
                        ("milestone_changes", models.TextField(blank=True)),
                        (
                            "forecast_cost_tdkk",
                            models.DecimalField(blank=True, decimal_places=1, max_digits=12, null=True),
                        ),
                        (
                            "track",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("back_to_plan", "Tilbage til planen"),
                                    ("new_plan", "Ny plan"),
                                    ("close", "Projektet bør lukkes"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("track_by", models.DateField(blank=True, null=True)),
                        ("approved_on", models.DateField(blank=True, null=True)),
                        ("returned_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.statusreport",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "track_owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical status report",
                        "verbose_name_plural": "historical status reports",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusAskHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.statusreport",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.statusround",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical status ask",
                        "verbose_name_plural": "historical status asks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="StatusAsk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="status_asks",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="status_asks",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="styrehjul.statusreport",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="asks",
                                to="styrehjul.statusround",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person", "report"], name="status_ask_person_idx")],
                        "constraints": [models.UniqueConstraint(fields=("round", "project"), name="status_ask_once")],
                    },
                ),
                migrations.CreateModel(
                    name="DependencyHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("needs_finished", "Kan først begynde, når det andet er færdigt"),
                                    ("needs_started", "Kan først begynde, når det andet er i gang"),
                                    ("needs_milestone", "Venter på en milepæl i det andet"),
                                    ("shares_resource", "Bruger de samme folk som det andet"),
                                    ("excludes", "Kan ikke laves sammen med det andet"),
                                    ("needs_live", "Kræver, at systemet er i drift"),
                                    ("needs_change", "Kræver en ændring i systemet"),
                                    ("needs_contract", "Kræver en aftale om systemet"),
                                    ("external", "Venter på noget uden for kommunen"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("outside", models.CharField(blank=True, max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.milestone",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "on_project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "on_system",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical dependency",
                        "verbose_name_plural": "historical dependencys",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Dependency",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("needs_finished", "Kan først begynde, når det andet er færdigt"),
                                    ("needs_started", "Kan først begynde, når det andet er i gang"),
                                    ("needs_milestone", "Venter på en milepæl i det andet"),
                                    ("shares_resource", "Bruger de samme folk som det andet"),
                                    ("excludes", "Kan ikke laves sammen med det andet"),
                                    ("needs_live", "Kræver, at systemet er i drift"),
                                    ("needs_change", "Kræver en ændring i systemet"),
                                    ("needs_contract", "Kræver en aftale om systemet"),
                                    ("external", "Venter på noget uden for kommunen"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("outside", models.CharField(blank=True, max_length=200)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "milestone",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.milestone",
                            ),
                        ),
                        (
                            "on_project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dependents",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dependencies",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "on_system",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dependents",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("on_project__isnull", False), ("on_system", None), ("outside", "")),
                                    models.Q(("on_project", None), ("on_system__isnull", False), ("outside", "")),
                                    models.Q(
                                        ("on_project", None),
                                        ("on_system", None),
                                        models.Q(("outside", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="dependency_one_end",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("on_project", None),
                                    models.Q(("on_project", models.F("project")), _negated=True),
                                    _connector="OR",
                                ),
                                name="dependency_not_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BenefitSystemHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical benefit system",
                        "verbose_name_plural": "historical benefit systems",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BenefitSystem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="system_links",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "system",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benefit_links",
                                to="styrehjul.system",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("benefit", "system"), name="benefit_system_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Treatment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "profile",
                            models.CharField(
                                choices=[
                                    ("ordinary", "Almindeligt punkt"),
                                    ("procedural", "Formalia"),
                                    ("standing", "Fast punkt"),
                                ],
                                default="ordinary",
                                max_length=12,
                            ),
                        ),
                        ("standing_key", models.CharField(blank=True, max_length=80)),
                        ("kind", models.CharField(default="decision", max_length=40)),
                        ("title", models.CharField(max_length=200)),
                        ("minutes_allotted", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "access",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent punkt"),
                                    ("closed", "Lukket punkt"),
                                    ("closed_title_hidden", "Lukket punkt, også titlen"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("proposed", "Foreslået"),
                                    ("accepted", "Modtaget"),
                                    ("in_work", "Under udarbejdelse"),
                                    ("in_review", "Til gennemsyn"),
                                    ("returned", "Sendt retur"),
                                    ("ready", "Klar"),
                                    ("on_agenda", "På dagsorden"),
                                    ("sent", "Udsendt"),
                                    ("in_progress", "Under behandling"),
                                    ("treated", "Behandlet"),
                                    ("closed", "Afsluttet"),
                                    ("rejected", "Afvist"),
                                    ("withdrawn", "Trukket"),
                                    ("dropped", "Udgået"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("case_presentation", models.TextField(blank=True)),
                        ("financial_impact", models.TextField(blank=True)),
                        ("next_steps", models.TextField(blank=True)),
                        ("frozen_content", models.JSONField(blank=True, null=True)),
                        ("material_due_at", models.DateTimeField(blank=True, null=True)),
                        ("late_because", models.TextField(blank=True)),
                        ("returned_because", models.TextField(blank=True)),
                        ("left_because", models.TextField(blank=True)),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("discuss", "drøfter"),
                                    ("recommend", "indstiller"),
                                    ("decide", "beslutter"),
                                    ("inform", "orienteres"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("decides_here", models.BooleanField(blank=True, null=True)),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("meeting", "På møde"),
                                    ("written", "Skriftlig høring"),
                                    ("chair", "Formandsbeslutning"),
                                ],
                                default="meeting",
                                max_length=10,
                            ),
                        ),
                        (
                            "ad_hoc",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "Alle tilstedeværende er enige"),
                                    ("obvious", "Mødelederen har tilladt det, fordi det er oplagt"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("why_now", models.TextField(blank=True)),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                        ("set_ready_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="treatments",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="carried_to",
                                to="styrehjul.treatment",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="treatments",
                                to="styrehjul.matter",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="treatments",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "minutes_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approving_items",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="sub_items",
                                to="styrehjul.treatment",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "referred_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="treatments",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "set_ready_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "wished_meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "indexes": [
                            models.Index(fields=["meeting", "position"], name="treatment_agenda_idx"),
                            models.Index(fields=["body", "state"], name="treatment_state_idx"),
                            models.Index(fields=["responsible", "state"], name="treatment_resp_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Annex",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("title", models.CharField(max_length=200)),
                        ("link", models.URLField(blank=True, max_length=300)),
                        ("closed", models.BooleanField(default=False)),
                        ("accessible", models.BooleanField(blank=True, null=True)),
                        ("scanned", models.BooleanField(default=False)),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="annexes",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file__isnull", False), ("link", "")),
                                    models.Q(("file__isnull", True), models.Q(("link", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="annex_file_or_link",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationPoint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("text", models.CharField(max_length=600)),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="points",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("provisional", "Foreløbig"),
                                    ("confirmed", "Bekræftet"),
                                    ("in_force", "I kraft"),
                                    ("revoked", "Ophævet"),
                                ],
                                default="provisional",
                                max_length=12,
                            ),
                        ),
                        ("year", models.PositiveIntegerField(blank=True, null=True)),
                        ("serial", models.PositiveIntegerField(blank=True, null=True)),
                        ("number", models.CharField(blank=True, max_length=30)),
                        ("waits_for_minutes", models.BooleanField(default=False)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("in_force_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="superseded_by",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["body", "-in_force_at"], name="decision_log_idx")],
                        "constraints": [
                            models.UniqueConstraint(fields=("treatment",), name="decision_once_per_treatment"),
                            models.UniqueConstraint(
                                condition=models.Q(("serial__isnull", False)),
                                fields=("body", "year", "serial"),
                                name="decision_number_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasuringDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        (
                            "benefit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measuring_days",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "measurement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="days",
                                to="styrehjul.measurement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at", None)), fields=["on"], name="measuring_day_open_idx"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at", None)),
                                fields=("benefit", "on"),
                                name="measuring_day_open_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("way", models.CharField(max_length=20)),
                        ("sha256", models.CharField(max_length=64)),
                        ("due_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes_rounds",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="minutes_round_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("meeting",),
                                name="minutes_round_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasuringDayHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "measurement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.measurement",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical measuring day",
                        "verbose_name_plural": "historical measuring days",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MeasurementHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        ("value", models.CharField(max_length=60)),
                        ("number", models.DecimalField(blank=True, decimal_places=3, max_digits=16, null=True)),
                        ("covers_from", models.DateField(blank=True, null=True)),
                        ("covers_to", models.DateField(blank=True, null=True)),
                        ("evidence", models.CharField(blank=True, max_length=300)),
                        ("comment", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "benefit",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.benefit",
                            ),
                        ),
                        (
                            "corrects",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.measurement",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical measurement",
                        "verbose_name_plural": "historical measurements",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BudgetStepHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("proposed", "Foreslået"),
                                    ("decided", "Besluttet"),
                                    ("in_budget", "Indarbejdet i budgettet"),
                                    ("verified", "Verificeret i regnskabet"),
                                    ("reverted", "Tilbageført"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("reference", models.CharField(max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "row",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.budgetrow",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical budget step",
                        "verbose_name_plural": "historical budget steps",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="BudgetStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("proposed", "Foreslået"),
                                    ("decided", "Besluttet"),
                                    ("in_budget", "Indarbejdet i budgettet"),
                                    ("verified", "Verificeret i regnskabet"),
                                    ("reverted", "Tilbageført"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("reference", models.CharField(max_length=200)),
                        (
                            "row",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="styrehjul.budgetrow",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="GateConditionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "passage",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.gatepassage",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.projecttask",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical gate condition",
                        "verbose_name_plural": "historical gate conditions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="GateCondition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "passage",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conditions",
                                to="styrehjul.gatepassage",
                            ),
                        ),
                        (
                            "task",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="conditions",
                                to="styrehjul.projecttask",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("sent_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_rounds",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("treatment", "number"), name="review_round_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewRoundHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("sent_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical review round",
                        "verbose_name_plural": "historical review rounds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="RecommendationPointHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("text", models.CharField(max_length=600)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical recommendation point",
                        "verbose_name_plural": "historical recommendation points",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PriorTreatmentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recommended", "Anbefalet"),
                                    ("recommended_with_remarks", "Anbefalet med bemærkninger"),
                                    ("not_recommended", "Ikke anbefalet"),
                                    ("discussed", "Drøftet"),
                                    ("noted", "Taget til efterretning"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("remarks", models.TextField(blank=True)),
                        ("entered_at", models.DateTimeField(blank=True, null=True)),
                        ("entered_by_name", models.CharField(blank=True, max_length=120)),
                        ("waived_because", models.TextField(blank=True)),
                        ("link_secret", models.CharField(blank=True, max_length=40)),
                        ("link_expires_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.matter",
                            ),
                        ),
                        (
                            "outside",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.outsidebody",
                            ),
                        ),
                        (
                            "waived_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical prior treatment",
                        "verbose_name_plural": "historical prior treatments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="PriorTreatment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("on", models.DateField()),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("recommended", "Anbefalet"),
                                    ("recommended_with_remarks", "Anbefalet med bemærkninger"),
                                    ("not_recommended", "Ikke anbefalet"),
                                    ("discussed", "Drøftet"),
                                    ("noted", "Taget til efterretning"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("remarks", models.TextField(blank=True)),
                        ("entered_at", models.DateTimeField(blank=True, null=True)),
                        ("entered_by_name", models.CharField(blank=True, max_length=120)),
                        ("waived_because", models.TextField(blank=True)),
                        ("link_secret", models.CharField(blank=True, max_length=40)),
                        ("link_expires_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="priors",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="priors",
                                to="styrehjul.matter",
                            ),
                        ),
                        (
                            "outside",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="priors",
                                to="styrehjul.outsidebody",
                            ),
                        ),
                        (
                            "waived_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="priors",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("body__isnull", True), ("outside__isnull", False)),
                                    models.Q(("body__isnull", False), ("outside__isnull", True)),
                                    _connector="OR",
                                ),
                                name="prior_one_place",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.TextField()),
                        ("at", models.DateTimeField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="styrehjul.person"
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("person", "treatment"), name="note_once")],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesRoundHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        ("way", models.CharField(max_length=20)),
                        ("sha256", models.CharField(max_length=64)),
                        ("due_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "adopted_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical minutes round",
                        "verbose_name_plural": "historical minutes rounds",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MemoHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical memo",
                        "verbose_name_plural": "historical memos",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Memo",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="memos",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ItemPresenceHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(blank=True, max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("left", "Forlod mødet"),
                                    ("joined", "Kom til stede"),
                                    ("guest", "Gæst under punktet"),
                                    ("conflicted", "Inhabil"),
                                    ("excluded", "Deltager ikke i behandlingen"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("noted_at", models.DateTimeField()),
                        ("note", models.CharField(blank=True, max_length=200)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical item presence",
                        "verbose_name_plural": "historical item presences",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ItemPresence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("name", models.CharField(blank=True, max_length=160)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("left", "Forlod mødet"),
                                    ("joined", "Kom til stede"),
                                    ("guest", "Gæst under punktet"),
                                    ("conflicted", "Inhabil"),
                                    ("excluded", "Deltager ikke i behandlingen"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("noted_at", models.DateTimeField()),
                        ("note", models.CharField(blank=True, max_length=200)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presence",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["noted_at", "pk"],
                        "indexes": [models.Index(fields=["person", "kind"], name="presence_barred_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person__isnull", False), models.Q(("name", ""), _negated=True), _connector="OR"
                                ),
                                name="presence_has_a_name",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("treatment", "person", "kind"),
                                name="presence_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemCheckHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("chief", "Egen chef"),
                                    ("technical", "Teknik"),
                                    ("contract", "Kontrakt"),
                                    ("data_protection", "Databeskyttelse"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("content", models.TextField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("ok", "Ingen bemærkninger"), ("comment", "Har en bemærkning")],
                                max_length=10,
                            ),
                        ),
                        ("remark", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical item check",
                        "verbose_name_plural": "historical item checks",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ItemCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("chief", "Egen chef"),
                                    ("technical", "Teknik"),
                                    ("contract", "Kontrakt"),
                                    ("data_protection", "Databeskyttelse"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("content", models.TextField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("ok", "Ingen bemærkninger"), ("comment", "Har en bemærkning")],
                                max_length=10,
                            ),
                        ),
                        ("remark", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="item_checks",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="checks",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("treatment", "kind"), name="item_check_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CorrectionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("text", models.TextField()),
                        ("because", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Venter på formanden"),
                                    ("approved", "Godkendt"),
                                    ("declined", "Ikke godkendt"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("declined_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical correction",
                        "verbose_name_plural": "historical corrections",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Correction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("text", models.TextField()),
                        ("because", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "Venter på formanden"),
                                    ("approved", "Godkendt"),
                                    ("declined", "Ikke godkendt"),
                                ],
                                default="proposed",
                                max_length=12,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("declined_because", models.TextField(blank=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("number__isnull", False)),
                                fields=("meeting", "number"),
                                name="correction_number_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnnexHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("title", models.CharField(max_length=200)),
                        ("link", models.URLField(blank=True, max_length=300)),
                        ("closed", models.BooleanField(default=False)),
                        ("accessible", models.BooleanField(blank=True, null=True)),
                        ("scanned", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical annex",
                        "verbose_name_plural": "historical annexs",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TreatmentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "profile",
                            models.CharField(
                                choices=[
                                    ("ordinary", "Almindeligt punkt"),
                                    ("procedural", "Formalia"),
                                    ("standing", "Fast punkt"),
                                ],
                                default="ordinary",
                                max_length=12,
                            ),
                        ),
                        ("standing_key", models.CharField(blank=True, max_length=80)),
                        ("kind", models.CharField(default="decision", max_length=40)),
                        ("title", models.CharField(max_length=200)),
                        ("minutes_allotted", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "access",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent punkt"),
                                    ("closed", "Lukket punkt"),
                                    ("closed_title_hidden", "Lukket punkt, også titlen"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Kladde"),
                                    ("proposed", "Foreslået"),
                                    ("accepted", "Modtaget"),
                                    ("in_work", "Under udarbejdelse"),
                                    ("in_review", "Til gennemsyn"),
                                    ("returned", "Sendt retur"),
                                    ("ready", "Klar"),
                                    ("on_agenda", "På dagsorden"),
                                    ("sent", "Udsendt"),
                                    ("in_progress", "Under behandling"),
                                    ("treated", "Behandlet"),
                                    ("closed", "Afsluttet"),
                                    ("rejected", "Afvist"),
                                    ("withdrawn", "Trukket"),
                                    ("dropped", "Udgået"),
                                ],
                                default="draft",
                                max_length=12,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("case_presentation", models.TextField(blank=True)),
                        ("financial_impact", models.TextField(blank=True)),
                        ("next_steps", models.TextField(blank=True)),
                        ("frozen_content", models.JSONField(blank=True, null=True)),
                        ("material_due_at", models.DateTimeField(blank=True, null=True)),
                        ("late_because", models.TextField(blank=True)),
                        ("returned_because", models.TextField(blank=True)),
                        ("left_because", models.TextField(blank=True)),
                        (
                            "role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("discuss", "drøfter"),
                                    ("recommend", "indstiller"),
                                    ("decide", "beslutter"),
                                    ("inform", "orienteres"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("decides_here", models.BooleanField(blank=True, null=True)),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    ("meeting", "På møde"),
                                    ("written", "Skriftlig høring"),
                                    ("chair", "Formandsbeslutning"),
                                ],
                                default="meeting",
                                max_length=10,
                            ),
                        ),
                        (
                            "ad_hoc",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "Alle tilstedeværende er enige"),
                                    ("obvious", "Mødelederen har tilladt det, fordi det er oplagt"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("why_now", models.TextField(blank=True)),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                        ("set_ready_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.matter",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "minutes_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "referred_to",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "set_ready_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "wished_meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical treatment",
                        "verbose_name_plural": "historical treatments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="WorkingPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        (
                            "added_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.storedfile"
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="working_papers",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-added_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Circulation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("opened_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("silence_agrees", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Til svar"),
                                    ("agreed", "Besluttet"),
                                    ("to_meeting", "Kommer på et møde"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circulations",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MinutesConsentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("note", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.minutesround",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical minutes consent",
                        "verbose_name_plural": "historical minutes consents",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MinutesConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="styrehjul.minutesround",
                            ),
                        ),
                        (
                            "entered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "person"), name="minutes_consent_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("done", "Udført"), ("dropped", "Frafaldet")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("imported", models.BooleanField(default=False)),
                        ("decision_text", models.CharField(blank=True, max_length=300)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["responsible", "state", "due"], name="followup_mine_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionRevisionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("because", models.TextField()),
                        (
                            "former_outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("former_text", models.TextField(blank=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical decision revision",
                        "verbose_name_plural": "historical decision revisions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DecisionRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("because", models.TextField()),
                        (
                            "former_outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("former_text", models.TextField(blank=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="revisions",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("decision", "number"), name="decision_revision_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionNeed",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("question", models.CharField(max_length=300)),
                        ("background", models.TextField(blank=True)),
                        ("raised_on", models.DateField()),
                        ("wanted_by", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent"),
                                    ("taken_forward", "Ført videre"),
                                    ("decided", "Besluttet"),
                                    ("withdrawn", "Trukket"),
                                ],
                                default="open",
                                max_length=14,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="styrehjul.body"
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs_to_answer",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="styrehjul.matter"
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs_raised",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs_taken",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "ticked_at",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs_ticked",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="styrehjul.person"
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="needs",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["raised_on", "pk"],
                        "indexes": [models.Index(fields=["state", "body"], name="need_state_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ReviewAnswerHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("ok", "OK"), ("comment", "Har en bemærkning")], max_length=10
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("reply", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "replied_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.reviewround",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical review answer",
                        "verbose_name_plural": "historical review answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="ReviewAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("ok", "OK"), ("comment", "Har en bemærkning")], max_length=10
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("reply", models.TextField(blank=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review_answers",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "replied_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="styrehjul.reviewround",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("round", "person"), name="review_answer_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Change",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("correction", "Rettelse"),
                                    ("new_annex", "Nyt bilag"),
                                    ("additional", "Tillægspunkt"),
                                    ("withdrawn", "Punkt udgår"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("content", models.JSONField(blank=True, default=dict)),
                        ("reason", models.TextField(blank=True)),
                        (
                            "of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="annexes",
                                to="styrehjul.change",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.annex",
                            ),
                        ),
                        (
                            "change_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="changes",
                                to="styrehjul.changeset",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind__in", ["correction", "withdrawn"])),
                                fields=("change_set", "treatment", "kind"),
                                name="change_once_per_item",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesCommentHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.TextField()),
                        ("objection", models.BooleanField(default=False)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.minutesround",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical minutes comment",
                        "verbose_name_plural": "historical minutes comments",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="MinutesComment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.TextField()),
                        ("objection", models.BooleanField(default=False)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="styrehjul.minutesround",
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="styrehjul.person"
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("text", models.CharField(max_length=300)),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Åben"), ("done", "Udført"), ("dropped", "Frafaldet")],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("imported", models.BooleanField(default=False)),
                        ("decision_text", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical follow up",
                        "verbose_name_plural": "historical follow ups",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DecisionNeedHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("question", models.CharField(max_length=300)),
                        ("background", models.TextField(blank=True)),
                        ("raised_on", models.DateField()),
                        ("wanted_by", models.DateField(blank=True, null=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Åbent"),
                                    ("taken_forward", "Ført videre"),
                                    ("decided", "Besluttet"),
                                    ("withdrawn", "Trukket"),
                                ],
                                default="open",
                                max_length=14,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_because", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "matter",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.matter",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "taken_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "ticked_at",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical decision need",
                        "verbose_name_plural": "historical decision needs",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="DecisionHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("approved", "Indstillingen følges"),
                                    ("adopted", "Godkendt"),
                                    ("approved_with_changes", "Godkendt med ændringer"),
                                    ("not_approved", "Ikke godkendt"),
                                    ("postponed", "Udsat til næste møde"),
                                    ("returned", "Sendt retur"),
                                    ("referred", "Oversendt"),
                                    ("recommended", "Anbefalet"),
                                    ("noted", "Taget til efterretning"),
                                    ("discussed", "Drøftet"),
                                    ("dropped", "Udgået"),
                                ],
                                max_length=24,
                            ),
                        ),
                        ("text", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("provisional", "Foreløbig"),
                                    ("confirmed", "Bekræftet"),
                                    ("in_force", "I kraft"),
                                    ("revoked", "Ophævet"),
                                ],
                                default="provisional",
                                max_length=12,
                            ),
                        ),
                        ("year", models.PositiveIntegerField(blank=True, null=True)),
                        ("serial", models.PositiveIntegerField(blank=True, null=True)),
                        ("number", models.CharField(blank=True, max_length=30)),
                        ("waits_for_minutes", models.BooleanField(default=False)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                        ("in_force_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "body",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.body",
                            ),
                        ),
                        (
                            "supersedes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical decision",
                        "verbose_name_plural": "historical decisions",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CirculationHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("content", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("opened_at", models.DateTimeField()),
                        ("due_at", models.DateTimeField()),
                        ("silence_agrees", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Til svar"),
                                    ("agreed", "Besluttet"),
                                    ("to_meeting", "Kommer på et møde"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_because", models.CharField(blank=True, max_length=300)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical circulation",
                        "verbose_name_plural": "historical circulations",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CirculationAnswerHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("agrees", "Enig"), ("disagrees", "Uenig"), ("meeting", "Kræver møde")],
                                max_length=10,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "circulation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.circulation",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical circulation answer",
                        "verbose_name_plural": "historical circulation answers",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="CirculationAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("agrees", "Enig"), ("disagrees", "Uenig"), ("meeting", "Kræver møde")],
                                max_length=10,
                            ),
                        ),
                        ("comment", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "circulation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="styrehjul.circulation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circulation_answers",
                                to="styrehjul.person",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("circulation", "person"), name="answer_once")],
                    },
                ),
                migrations.CreateModel(
                    name="EffectHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("command", models.CharField(max_length=60)),
                        ("args", models.JSONField(blank=True, default=dict)),
                        ("expected", models.JSONField(blank=True, default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "Venter"),
                                    ("applied", "Gennemført"),
                                    ("conflict", "Kunne ikke gennemføres"),
                                    ("dropped", "Frafaldet"),
                                ],
                                default="pending",
                                max_length=12,
                            ),
                        ),
                        ("made_in_meeting", models.BooleanField(default=False)),
                        ("found", models.JSONField(blank=True, null=True)),
                        ("conflict_because", models.CharField(blank=True, max_length=300)),
                        ("dropped_because", models.TextField(blank=True)),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decisionrevision",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.recommendationpoint",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical effect",
                        "verbose_name_plural": "historical effects",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="Effect",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        ("position", models.PositiveIntegerField(default=0)),
                        ("command", models.CharField(max_length=60)),
                        ("args", models.JSONField(blank=True, default=dict)),
                        ("expected", models.JSONField(blank=True, default=dict)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("pending", "Venter"),
                                    ("applied", "Gennemført"),
                                    ("conflict", "Kunne ikke gennemføres"),
                                    ("dropped", "Frafaldet"),
                                ],
                                default="pending",
                                max_length=12,
                            ),
                        ),
                        ("made_in_meeting", models.BooleanField(default=False)),
                        ("found", models.JSONField(blank=True, null=True)),
                        ("conflict_because", models.CharField(blank=True, max_length=300)),
                        ("dropped_because", models.TextField(blank=True)),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="effects",
                                to="styrehjul.decision",
                            ),
                        ),
                        (
                            "revision",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="effects",
                                to="styrehjul.decisionrevision",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="effects",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "point",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="effects",
                                to="styrehjul.recommendationpoint",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Topic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("current", "Aktuelt emne"), ("general", "Generel problemstilling")],
                                max_length=10,
                            ),
                        ),
                        ("text", models.CharField(max_length=300)),
                        ("done", models.BooleanField(default=False)),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="carried_to",
                                to="styrehjul.topic",
                            ),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.followup",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.decisionneed",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="topics",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="topics",
                                to="styrehjul.risk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChangeHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("correction", "Rettelse"),
                                    ("new_annex", "Nyt bilag"),
                                    ("additional", "Tillægspunkt"),
                                    ("withdrawn", "Punkt udgår"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("content", models.JSONField(blank=True, default=dict)),
                        ("reason", models.TextField(blank=True)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.change",
                            ),
                        ),
                        (
                            "replaces",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.annex",
                            ),
                        ),
                        (
                            "change_set",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.changeset",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.storedfile",
                            ),
                        ),
                        (
                            "treatment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.treatment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical change",
                        "verbose_name_plural": "historical changes",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="TopicHistory",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("uuid", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("created_at", models.DateTimeField()),
                        ("updated_at", models.DateTimeField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("current", "Aktuelt emne"), ("general", "Generel problemstilling")],
                                max_length=10,
                            ),
                        ),
                        ("text", models.CharField(max_length=300)),
                        ("done", models.BooleanField(default=False)),
                        ("history_change_reason", models.TextField(null=True)),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "area",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.orgunit",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "carried_from",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.topic",
                            ),
                        ),
                        (
                            "follow_up",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.followup",
                            ),
                        ),
                        (
                            "history_user",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="styrehjul.person",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.meeting",
                            ),
                        ),
                        (
                            "need",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.decisionneed",
                            ),
                        ),
                        (
                            "project",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.project",
                            ),
                        ),
                        (
                            "risk",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="styrehjul.risk",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical topic",
                        "verbose_name_plural": "historical topics",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
            ],
        ),
        migrations.AddField(
            model_name="contract",
            name="systems",
            field=models.ManyToManyField(
                related_name="contracts", through="styrehjul.CostShare", to="styrehjul.system"
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="areas",
            field=models.ManyToManyField(
                blank=True, related_name="shared_projects", through="styrehjul.ProjectArea", to="styrehjul.orgunit"
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="goals",
            field=models.ManyToManyField(
                blank=True, related_name="projects", through="styrehjul.ProjectGoal", to="styrehjul.goal"
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="systems",
            field=models.ManyToManyField(
                blank=True, related_name="projects", through="styrehjul.ProjectSystem", to="styrehjul.system"
            ),
        ),
    ]
