"""./styrehjul admin"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.kernel.refusal import Refused
from styrehjul.management.base import HouseCommand
from styrehjul.management.commands.init import address, refuse_wrong_address
from styrehjul.people.actions import create_person, give_role, make_address
from styrehjul.people.domain.roles import Role
from styrehjul.people.queries import administrators_with_account, has_role, person_with_email


class Command(HouseCommand):
    help = "Lav en ny engangsadresse til en administrator, hvis den første er tabt eller udløbet."
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", metavar="E-MAIL")

    def handle(self, *args: Any, **options: Any) -> None:
        email = options["email"].strip()
        refuse_wrong_address(email)
        now = timezone.now()
        token = run(lambda: make(email, at=now))
        self.say("Adressen virker én gang, inden for 24 timer. Adgangskode og to-trins-login sættes på ny:")
        self.tell(address(token))


def make(email: str, *, at: datetime) -> str:
    """An address for an administrator. Where none can sign in at all, this person becomes one."""
    today = timezone.localtime(at).date()
    person = person_with_email(email)
    if person is None or not has_role(person, Role.ADMINISTRATOR, today):
        if administrators_with_account(today):
            raise Refused("account.not_administrator", email=email)
        person = person or create_person(name=email, email=email, by=None, at=at)
        give_role(person, Role.ADMINISTRATOR, start=today, by=None, at=at)
    return make_address(email, by=None, at=at)
