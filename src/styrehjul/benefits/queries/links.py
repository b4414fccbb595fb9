"""The link in the mail by which whoever is asked measures a benefit: one benefit, one person, one measuring day."""

from __future__ import annotations

from datetime import date

from django.core.signing import BadSignature, Signer

from styrehjul.benefits.models import Benefit
from styrehjul.people.models import Person

_SALT = "benefit-measuring"


def link_path(benefit: Benefit, person: Person, day: date) -> str:
    """The address that asks that person for that day's number."""
    return f"/maaling/{Signer(salt=_SALT).sign(f'{benefit.uuid.hex}.{person.uuid.hex}.{day:%Y%m%d}')}/"


def asked_by_token(token: str) -> tuple[Benefit, Person, date] | None:
    """The benefit, the person and the day that the address belongs to; None where it was not made here."""
    try:
        benefit_key, person_key, written = Signer(salt=_SALT).unsign(token).split(".")
        day = date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except (BadSignature, ValueError):
        return None
    related = ("owner", "measurer", "project")
    benefit = Benefit.objects.filter(uuid=benefit_key).select_related(*related).first()
    person = Person.objects.filter(uuid=person_key).first()
    return (benefit, person, day) if benefit and person else None
