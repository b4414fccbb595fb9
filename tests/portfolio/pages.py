"""What the tests of the portfolio's pages share: how a page reads, and what it costs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.portfolio.town import AT, Town


def text_of(response: Any) -> str:
    """The page with its white space as single spaces."""
    return " ".join(response.content.decode().split())


def titles(client: Client, query: str) -> list[str]:
    """What the table shows, in its order."""
    return [row.title for row in client.get(f"/projekter/?{query}").context["rows"]]


def queries(client: Client, url: str) -> int:
    """How many statements the page costs the second time, when what is shared by all pages is known."""
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def cold(client: Client, url: str) -> int:
    """How many statements it costs when nothing at all is known."""
    from styrehjul.audit.current import forget_all

    forget_all()
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    # The session's own mark of when it was used comes now and then, whatever the page.
    return sum("SAVEPOINT" not in one["sql"] and "django_session" not in one["sql"] for one in caught.captured_queries)


def a_local(town: Town, title: str, **more: Any) -> Project:
    """A local project of the school, registered by the portfolio's administrator."""
    return actions.register_local(
        title=title,
        purpose="Tid",
        unit=more.pop("unit", town.school),
        responsible_id=town.olga.pk,
        by=town.anna,
        at=AT,
        **more,
    )


def a_report(project: Project, light: str, sentence: str, town: Town, *, at: datetime = AT) -> None:
    """A status from the manager; what is not green says how it comes right."""
    track = {"track": "back_to_plan", "track_owner_id": town.jonas.pk, "track_by": at.date()}
    troubled: dict[str, Any] = {} if light == "green" else track
    actions.report_status(project, light=light, sentence=sentence, by=town.mette, at=at, **troubled)
