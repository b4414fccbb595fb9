"""A project registered with the name of another's was received without a word about the other."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.alike import alike
from styrehjul.portfolio.models import Project
from tests.portfolio.town import AT, Town, a_town, sign_in


@pytest.mark.parametrize(
    ("title", "other", "near"),
    [
        ("Digital vagtplan", "Vagtplanlægning i hjemmeplejen", True),
        ("Fælles booking af lokaler", "Booking af lokaler på skolerne", True),
        ("Tablets i 0. klasse", "Tablets til 0. klasse", True),
        ("Digital frokostordning", "Digital indskrivning", False),
        ("Ny løsning", "Nyt projekt", False),
        ("", "Digital vagtplan", False),
    ],
)
def test_titles_are_alike_when_half_of_their_telling_words_are(title: str, other: str, near: bool) -> None:
    assert alike(title, [(7, other)]) == ([7] if near else [])


def test_the_nearest_come_first_and_three_are_enough() -> None:
    others = [(number, "Booking af lokaler") for number in range(1, 5)]
    assert alike("Booking af lokaler", [(9, "Booking af lokaler på biblioteket"), *others]) == [1, 2, 3]


def registered(client: Client, town: Town, title: str) -> str:
    sent = {
        "title": title, "purpose": "Tid", "responsible_id": town.lis.pk, "unit_id": town.school.pk, "state": "active",
        "_key": str(uuid4()),
    }  # fmt: skip
    answer = client.post("/projekter/lokalt/", sent, follow=True)
    assert answer.status_code == 200
    assert Project.objects.filter(title=title).exists(), "a hint never holds back"
    return " ".join(answer.content.decode().split())


@pytest.mark.django_db
def test_the_receipt_names_the_one_it_resembles_and_whom_to_ask(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    first = actions.register_local(
        title="Vagtplan på biblioteket",
        purpose="Tid",
        unit=town.library,
        responsible_id=town.olga.pk,
        by=town.anna,
        at=AT,
    )
    idea = actions.propose_project(
        title="Vagtplan <hemmelig>", lead_area=town.care, purpose="Tid", by=town.mette, at=AT, submit=False,
        visibility="draft_owner",
    )  # fmt: skip
    sign_in(client, town.lis)
    page = registered(client, town, "Digital vagtplan")
    assert "Det ligner et projekt, der er i forvejen:" in page
    assert f'<a href="/projekter/{first.number}/">Vagtplan på biblioteket</a> (Bibliotek · spørg Olga Ravn)' in page
    assert "hemmelig" not in page, idea
    assert "Det ligner" not in registered(client, town, "Skak i skolegården")


@pytest.mark.django_db
def test_a_proposal_gets_the_same_hint(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    actions.register_local(
        title="Vagtplan på biblioteket",
        purpose="Tid",
        unit=town.library,
        responsible_id=town.olga.pk,
        by=town.anna,
        at=AT,
    )
    sign_in(client, town.mette)
    sent = {
        "title": "Vagtplan for alle", "purpose": "Tid", "summary": "", "lead_area_id": town.care.pk, "category": "cross",
        "subtype": "own_cross", "mandatory": "none", "visibility": "all", "idea": "1", "_key": str(uuid4()),
    }  # fmt: skip
    answer = client.post("/projekter/nyt/", sent, follow=True)
    assert "Vagtplan på biblioteket</a> (Bibliotek · spørg Olga Ravn)" in " ".join(answer.content.decode().split())
