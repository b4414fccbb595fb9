"""What an item lacks because its project lacks it is mended on the project, and the item leads there."""

from __future__ import annotations

import pytest

from tests.making import signed_in
from tests.meetings.turn import a_turn

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("now")
def test_a_refusal_about_the_project_stands_beside_the_way_to_it() -> None:
    """Given a proposal without a goal, when Olga sets its item ready, then she is two links from where the goal is written."""
    turn = a_turn()
    turn.project.goal_links.all().delete()
    olga = signed_in(turn.cast.olga)
    form = {"do": "ready", "title": turn.item.title, "kind": turn.item.kind, "responsible": turn.cast.olga.name}
    form |= {"version": str(turn.item.version), "p0-text": "projektforslaget godkendes", "financial_impact": "Ingen"}
    form |= {
        "p0-fx": "proposal.approve",
        "p0-project": str(turn.project.pk),
        "summary": "Breve sendes på modtagerens eget sprog.",
    }

    answer = olga.post(f"{turn.item.get_absolute_url()}ret/", form)

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Projektet mangler et mål." in page
    assert f'<a href="{turn.project.get_absolute_url()}">' in page
    assert 'href="ret/"' in olga.get(turn.project.get_absolute_url()).content.decode()
    turn.item.refresh_from_db()
    assert turn.item.state != "on_agenda"
