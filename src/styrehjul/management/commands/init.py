"""./styrehjul init"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.core.validators import validate_email
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.bodies.actions import apply_kommissorium, create_municipality
from styrehjul.bodies.domain.kommissorium import KommissoriumText
from styrehjul.management import database
from styrehjul.management.base import HouseCommand, a_day, existing_file, refused
from styrehjul.management.commands.kommissorium import parsed
from styrehjul.people.actions import create_person, give_role, make_address
from styrehjul.people.domain.roles import Role


class Command(HouseCommand):
    help = "Opret en tom kommune ud fra et kommissorium, og få en engangsadresse til den første administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--kommissorium", metavar="FIL", type=existing_file, required=True, help="kommissoriets fil"
        )
        parser.add_argument("--from", metavar="DATO", type=a_day, dest="start", help="kommissoriet gælder fra")
        parser.add_argument("--name", metavar="NAVN", help="kommunens navn (ellers filens)")
        parser.add_argument("--in-use-from", metavar="DATO", type=a_day, help="Styrehjul er i brug fra (ellers i dag)")
        parser.add_argument("--admin", metavar="E-MAIL", help="den første administrator (ellers spørger siden)")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["kommissorium"]
        email = (options["admin"] or "").strip()
        if email:
            refuse_wrong_address(email)
        data = file.read_bytes()
        text = parsed(data, file)
        if options["start"] is None and text.applies_from is None:
            raise refused(
                "kommissorium.no_date",
                'Det står ikke, hvornår kommissoriet gælder fra. Giv datoen med --from, eller skriv "gaeldende_fra" i filen.',
                f"{file}:1",
            )
        if database.is_there() and database.has_municipality():
            raise refused("municipality.there", "Her er allerede en kommune. Vælg en anden mappe med --data.")
        database.bring_up_to_date()
        now = timezone.now()
        token = run(lambda: make(data, text, options, email, at=now))
        self.say(f"{options['name'] or text.municipality} er oprettet.")
        self.say("Log ind første gang på denne adresse. Den virker én gang, inden for 24 timer:")
        self.tell(address(token))


def make(data: bytes, text: KommissoriumText, options: dict[str, Any], email: str, *, at: datetime) -> str:
    """Municipality, kommissorium and the first administrator, or none of them."""
    today: date = timezone.localtime(at).date()
    create_municipality(
        name=options["name"] or text.municipality, in_use_from=options["in_use_from"] or today, by=None, at=at
    )
    apply_kommissorium(data, file=str(options["kommissorium"]), applies_from=options["start"], by=None, at=at)
    if email:
        # The name is told by the person at the first sign-in.
        person = create_person(name=email, email=email, by=None, at=at)
        give_role(person, Role.ADMINISTRATOR, start=today, by=None, at=at)
    return make_address(email, by=None, at=at)


def refuse_wrong_address(email: str) -> None:
    """A mistyped address would lock its owner out."""
    try:
        validate_email(email)
    except ValidationError:
        raise refused("email", f"{email} er ikke en mailadresse.") from None


def address(token: str) -> str:
    """The whole one-time address."""
    return f"{settings.PUBLIC_URL}/start/adgang/{token}/"
