"""/api/v1/projects as another program meets it: keys, versions, refusals, and never more than the person may."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.api.actions import make_token, revoke_token
from styrehjul.api.domain.fields import FIELDS
from styrehjul.api.models import ApiToken
from styrehjul.api.views.openapi import description
from styrehjul.audit.unit import run
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def a_key(person: Person, *, may_write: bool = False, days: int = 90) -> str:
    return make_token(name="Regneark", days=days, may_write=may_write, by=person, at=AT)[1]


class Program:
    """Another program with a key."""

    def __init__(self, key: str) -> None:
        self.client = Client()
        self.headers = {"Authorization": f"Bearer {key}"}

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=self.headers | headers)

    def send(self, method: str, path: str, body: Any, *, key: str | None = None, **headers: str) -> Any:
        more = {"Idempotency-Key": key or str(uuid4())} | headers
        text = body if isinstance(body, str) else json.dumps(body)
        return self.client.generic(method, path, text, content_type="application/json", headers=self.headers | more)


class TestReading:
    def test_the_list_in_pages_with_all_that_openapi_promises(self, town: Town) -> None:
        for number in range(3):
            a_proposal(town, title=f"Projekt {number}")
        program = Program(a_key(town.olga))
        first = program.get("/api/v1/projects?limit=2").json()
        assert [item["title"] for item in first["items"]] == ["Projekt 0", "Projekt 1"]
        second = program.get(first["next"]).json()
        assert ([item["title"] for item in second["items"]], second["next"]) == (["Projekt 2"], None)
        item = first["items"][0]
        assert set(item) == {field.name for field in FIELDS}
        assert set(description()["components"]["schemas"]["Project"]["required"]) == set(item)
        assert (item["owner"]["name"], item["lead_area"]["name"]) == ("Jonas Bak", "Sundhed og Omsorg")
        assert (item["goals"], item["planned_end"]) == (["Mindre dobbeltarbejde"], "2027-12-31")

    def test_the_first_page_is_kept_until_somebody_writes_and_is_each_persons_own(self, town: Town) -> None:
        project = run(lambda: a_proposal(town, title="Projekt 0"))
        program, other = Program(a_key(town.olga)), Program(a_key(town.mette))
        path = "/api/v1/projects"
        tag = program.get(path)["ETag"]
        assert other.get(path)["ETag"] != tag
        with CaptureQueriesContext(connection) as queries:
            assert program.get(path).json()["items"][0]["title"] == "Projekt 0"
        assert len(queries) <= 3
        assert program.get(path, **{"If-None-Match": tag}).status_code == 304
        run(lambda: actions.change_project(project, by=town.mette, at=AT, title="Et nyt navn"))
        changed = program.get(path, **{"If-None-Match": tag})
        assert (changed.status_code, changed.json()["items"][0]["title"]) == (200, "Et nyt navn")
        assert changed["ETag"] != tag
        assert other.get(path).json()["items"][0]["title"] == "Et nyt navn"

    def test_three_projects_cost_as_many_questions_as_one(self, town: Town) -> None:
        program = Program(a_key(town.olga))

        def cost() -> int:
            with CaptureQueriesContext(connection) as caught:
                assert program.get("/api/v1/projects").status_code == 200
            return len(caught)

        a_proposal(town)
        one = cost()
        a_proposal(town, title="To")
        a_proposal(town, title="Tre")
        assert cost() == one <= 8

    def test_filters_and_what_is_no_filter(self, town: Town) -> None:
        an_active(town, title="Aula")
        a_proposal(town, title="Byg")
        program = Program(a_key(town.olga))
        assert [one["title"] for one in program.get("/api/v1/projects?state=active,paused").json()["items"]] == ["Aula"]
        assert [one["title"] for one in program.get("/api/v1/projects?q=byg").json()["items"]] == ["Byg"]
        for query in ("state=hvad", "limit=0", "limit=501", "area=x", "changed_since=igår"):
            refused = program.get(f"/api/v1/projects?{query}")
            assert (refused.status_code, refused["Content-Type"]) == (422, "application/problem+json")

    def test_what_is_unchanged_is_not_sent_again(self, town: Town) -> None:
        project = a_proposal(town)
        program = Program(a_key(town.olga))
        for path in ("/api/v1/projects", f"/api/v1/projects/{project.uuid}"):
            tag = program.get(path)["ETag"]
            again = program.get(path, **{"If-None-Match": tag})
            assert (again.status_code, again.content) == (304, b"")
        actions.change_project(project, by=town.mette, at=AT, gain="Ro")
        assert program.get("/api/v1/projects", **{"If-None-Match": tag}).status_code == 200

    def test_a_draft_is_its_authors_alone(self, town: Town) -> None:
        draft = a_proposal(town, title="Hemmelig", ready=False)
        Project.objects.filter(pk=draft.pk).update(visibility="draft_owner", state="idea")
        for person, seen in ((town.mette, 1), (town.olga, 0)):
            program = Program(a_key(person))
            assert len(program.get("/api/v1/projects").json()["items"]) == seen
            assert program.get(f"/api/v1/projects/{draft.uuid}").status_code == (200 if seen else 404)


class TestKeys:
    def test_no_key_a_wrong_one_an_old_one_and_one_taken_back(self, town: Town) -> None:
        key = a_key(town.olga, days=30)
        assert Client().get("/api/v1/projects").status_code == 401
        wrong = Program("sh_forkert").get("/api/v1/projects")
        assert (wrong.status_code, wrong.json()["code"]) == (401, "api.signed_out")
        assert wrong["WWW-Authenticate"].startswith("Bearer")
        with time_machine.travel(AT + timedelta(days=31), tick=False):
            assert Program(key).get("/api/v1/projects").status_code == 401
        assert Program(key).get("/api/v1/projects").status_code == 200
        revoke_token(ApiToken.objects.get(), by=town.olga, at=AT)
        assert Program(key).get("/api/v1/projects").status_code == 401

    def test_only_the_hash_is_kept(self, town: Town) -> None:
        key = a_key(town.olga)
        token = ApiToken.objects.get()
        assert key not in (token.token_hash, token.start, token.name)
        assert len(token.token_hash) == 64

    def test_too_many_requests_are_told_when_to_come_again(self, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("styrehjul.api.views.endpoint.MOST_REQUESTS", 2)
        program = Program(a_key(town.olga))
        answers = [program.get("/api/v1/projects").status_code for _ in range(3)]
        last = program.get("/api/v1/projects")
        assert (answers, last.status_code) == ([200, 200, 429], 429)
        assert 0 < int(last["Retry-After"]) <= 60

    def test_the_page_shows_the_key_once_and_takes_it_back(self, town: Town, client: Client, settings: Any) -> None:
        settings.DEMO = True
        sign_in(client, town.olga)
        sent = {"_key": str(uuid4()), "name": "Regneark", "days": "30", "may_write": "read"}
        made = client.post("/konto/adgangsnoegler/", sent)
        key = made.context["text"]
        assert Program(key).get("/api/v1/projects").status_code == 200
        again = client.post("/konto/adgangsnoegler/", sent)
        assert (again.context["text"], ApiToken.objects.count()) == ("", 1)
        assert key not in client.get("/konto/adgangsnoegler/").content.decode()
        token = ApiToken.objects.get()
        client.post(f"/konto/adgangsnoegler/{token.uuid}/tilbage/", {"_key": str(uuid4())})
        assert Program(key).get("/api/v1/projects").status_code == 401

    def test_another_ones_key_is_not_there(self, town: Town, client: Client, settings: Any) -> None:
        settings.DEMO = True
        a_key(town.mette)
        sign_in(client, town.olga)
        token = ApiToken.objects.get()
        assert client.post(f"/konto/adgangsnoegler/{token.uuid}/tilbage/", {"_key": str(uuid4())}).status_code == 404


class TestWriting:
    def test_a_change_by_the_same_action_as_the_page(self, town: Town) -> None:
        project = a_proposal(town)
        program = Program(a_key(town.mette, may_write=True))
        path = f"/api/v1/projects/{project.uuid}"
        tag = program.get(path)["ETag"]
        done = program.send("PATCH", path, {"gain": "Kortere svartid", "cost_tdkk": "1250.5"}, **{"If-Match": tag})
        assert (done.status_code, done.json()["gain"], done.json()["cost_tdkk"]) == (200, "Kortere svartid", "1250.5")
        assert done["ETag"] != tag
        project.refresh_from_db()
        assert project.history.first().history_user == town.mette

    def test_what_must_come_along(self, town: Town) -> None:
        project = a_proposal(town)
        program = Program(a_key(town.mette, may_write=True))
        path = f"/api/v1/projects/{project.uuid}"
        assert program.send("PATCH", path, {"gain": "x"}).json()["code"] == "api.if_match"
        lacking = program.send("PATCH", path, {"gain": "x"}, key="ikke et uuid", **{"If-Match": '"1"'})
        assert (lacking.status_code, lacking.json()["code"]) == (428, "api.key")
        stale = program.send("PATCH", path, {"gain": "x"}, **{"If-Match": '"999"'})
        assert (stale.status_code, stale.json()["code"]) == (412, "api.stale")
        unreadable = program.send("PATCH", path, "{", **{"If-Match": "*"})
        assert (unreadable.status_code, unreadable.json()["code"]) == (400, "api.unreadable")
        wrong = program.send("PATCH", path, {"gain": 7, "planned_start": "snart", "number": "P-1"}, **{"If-Match": "*"})
        assert wrong.status_code == 422
        assert [fault["path"] for fault in wrong.json()["error"]] == ["/gain", "/planned_start", "/number"]

    def test_the_same_key_again_does_it_once(self, town: Town) -> None:
        program = Program(a_key(town.mette, may_write=True))
        body = {"title": "Ny indgang", "purpose": "Ét sted", "lead_area": str(town.care.uuid)}
        key = str(uuid4())
        first = program.send("POST", "/api/v1/projects", body, key=key)
        again = program.send("POST", "/api/v1/projects", body, key=key)
        assert (first.status_code, again.status_code, again.json()["uuid"]) == (201, 201, first.json()["uuid"])
        assert Project.objects.count() == 1
        other = program.send("POST", "/api/v1/projects", body | {"title": "En anden"}, key=key)
        assert (other.status_code, other.json()["code"]) == (422, "key.reused")

    def test_a_key_that_only_reads(self, town: Town) -> None:
        project = a_proposal(town)
        refused = Program(a_key(town.mette)).send("PATCH", f"/api/v1/projects/{project.uuid}", {"gain": "x"})
        assert (refused.status_code, refused.json()["code"]) == (403, "api.read_only")

    def test_a_person_without_the_right_is_told_whose_it_is(self, town: Town) -> None:
        project = a_proposal(town)
        refused = Program(a_key(town.olga, may_write=True)).send(
            "PATCH", f"/api/v1/projects/{project.uuid}", {"gain": "x"}, **{"If-Match": "*"}
        )
        assert (refused.status_code, refused["Content-Type"]) == (403, "application/problem+json")
        assert refused.json()["facts"]["who"]
        project.refresh_from_db()
        assert project.gain == ""

    def test_what_a_body_must_decide_is_refused_with_the_body(self, town: Town) -> None:
        project = an_active(town)
        program = Program(a_key(town.anna, may_write=True))
        body = {"command": "project.stop", "reason": "Penge"}
        refused = program.send("POST", f"/api/v1/projects/{project.uuid}/commands", body, **{"If-Match": "*"})
        assert (refused.status_code, refused.json()["code"]) == (409, "mandate.needed")
        assert "styregruppen" in refused.json()["title"]
        paused = program.send(
            "POST", f"/api/v1/projects/{project.uuid}/commands",
            {"command": "project.pause", "reason": "Ferie", "args": {"revisit_on": "2027-08-15"}}, **{"If-Match": "*"},
        )  # fmt: skip
        assert (paused.status_code, paused.json()["state"]) == (200, "paused")

    def test_a_status_and_a_local_project(self, town: Town) -> None:
        project = an_active(town)
        program = Program(a_key(town.mette, may_write=True))
        given = program.send(
            "POST",
            f"/api/v1/projects/{project.uuid}/status",
            {"light": "green", "sentence": "Det går"},
            **{"If-Match": "*"},
        )
        assert (given.status_code, given.json()["light"]) == (200, "green")
        local = {"title": "Tablets", "purpose": "Leg", "category": "local", "org_unit": str(town.school.uuid)}
        made = Program(a_key(town.lis, may_write=True)).send("POST", "/api/v1/projects", local)
        assert (made.status_code, made.json()["manager"]["name"]) == (201, "Lis Krogh")
        refused = Program(a_key(town.mette, may_write=True)).send("POST", "/api/v1/projects", local)
        assert refused.status_code == 403

    def test_a_session_without_the_forms_secret_writes_nothing(self, town: Town) -> None:
        project = a_proposal(town)
        browser = Client(enforce_csrf_checks=True)
        sign_in(browser, town.mette)
        answer = browser.patch(
            f"/api/v1/projects/{project.uuid}", "{}", content_type="application/json", headers={"If-Match": "*"}
        )
        assert answer.status_code == 401

    def test_other_ways_and_unknown_ones(self, town: Town) -> None:
        program = Program(a_key(town.mette, may_write=True))
        assert program.send("DELETE", "/api/v1/projects", {}).status_code == 405
        assert program.get(f"/api/v1/projects/{uuid4()}").json()["code"] == "api.not_found"
        assert program.get("/api/v1/openapi.json").json()["openapi"] == "3.1.0"

    @pytest.mark.parametrize(
        "args", [{"mandate": {"body": "styregruppe"}}, {"by": 1}, {"expected": {}}, {"farve": "rød"}, [1]]
    )
    def test_nobody_brings_a_mandate_of_their_own(self, town: Town, args: Any) -> None:
        project = an_active(town)
        program = Program(a_key(town.anna, may_write=True))
        body = {"command": "project.stop", "reason": "Penge", "args": args}
        refused = program.send("POST", f"/api/v1/projects/{project.uuid}/commands", body, **{"If-Match": "*"})
        assert refused.status_code in (409, 422)
        project.refresh_from_db()
        assert project.state == "active"


@pytest.mark.parametrize(
    ("body", "status", "path"),
    [
        ({"title": ""}, 422, "/title"),
        ({"title": " "}, 422, "/title"),
        ({"title": "To\r\nlinjer"}, 422, "/title"),
        ({"purpose": "a\x0bb"}, 422, "/purpose"),
        ({"planned_start": "0001-01-01"}, 422, "/planned_start"),
        ({"planned_start": "20270101"}, 422, "/planned_start"),
        ({"planned_start": "2027-W01-1"}, 422, "/planned_start"),
        ({"cost_tdkk": "-5"}, 422, "/cost_tdkk"),
        ({"cost_tdkk": "1_000"}, 422, "/cost_tdkk"),
        ({"hours": "٣"}, 422, "/hours"),
        ({"lead_area": None}, 422, "/lead_area"),
        ({"title": "\ud800"}, 400, None),
        ({"\ud800": "x"}, 400, None),
        ({"reason": "\ud800"}, 400, None),
        ('{"title":"a","title":"b"}', 400, None),
    ],
)
def test_what_no_field_can_hold_is_refused_at_its_place(town: Town, body: Any, status: int, path: str | None) -> None:
    project = an_active(town)
    program = Program(a_key(town.anna, may_write=True))
    answer = program.send("PATCH", f"/api/v1/projects/{project.uuid}", body, **{"If-Match": "*"})
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    if path:
        assert [wrong["path"] for wrong in answer.json()["error"]] == [path]
    version = project.version
    project.refresh_from_db()
    assert project.version == version


@pytest.mark.parametrize(
    ("command", "args", "status"),
    [
        ("project.set_priority", {"priority": 2**70}, 409),
        ("project.set_priority", {"priority": 10_000}, 409),
        ("project.set_large", {"large": "\ud800"}, 400),
    ],
)
def test_a_command_with_what_nobody_means_is_refused(
    town: Town, command: str, args: dict[str, Any], status: int
) -> None:
    project = an_active(town)
    program = Program(a_key(town.anna, may_write=True))
    body = {"command": command, "args": args, "reason": "en god grund"}
    answer = program.send("POST", f"/api/v1/projects/{project.uuid}/commands", body, **{"If-Match": "*"})
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("query", ["foo=1", "limit=٣"])
def test_a_misspelt_question_does_not_answer_with_everything(town: Town, query: str) -> None:
    assert Program(a_key(town.anna)).get(f"/api/v1/projects?{query}").status_code == 422


def test_a_body_larger_than_is_read_is_a_problem_of_its_own(town: Town) -> None:
    project = an_active(town)
    program = Program(a_key(town.anna, may_write=True))
    body = {"purpose": "x" * 6_000_000}
    answer = program.send("PATCH", f"/api/v1/projects/{project.uuid}", body, **{"If-Match": "*"})
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")


def test_a_search_with_a_character_that_no_database_takes(town: Town) -> None:
    assert Program(a_key(town.anna)).get("/api/v1/projects?q=%00").status_code == 200
