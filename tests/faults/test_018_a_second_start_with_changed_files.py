"""A second start whose static files were other emptied the folder that a running server read its own from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from styrehjul.config.headers import StaticFilesMiddleware
from styrehjul.management import static_files


@pytest.fixture
def sources(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A front end of two files, and a folder of its own for what is made of them."""
    found = tmp_path / "build" / "frontend"
    found.mkdir(parents=True)
    (found / "side.css").write_text("p { background: url(prik.svg) }")
    (found / "prik.svg").write_text("<svg/>")
    settings.BUILD = tmp_path / "build"
    settings.STATIC_HOME = tmp_path / "static-root"
    settings.STATIC_ROOT = settings.STATIC_HOME
    settings.STATICFILES_DIRS = [found]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = False
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    monkeypatch.setenv("STYREHJUL_STATIC", "")
    yield found
    os.environ.pop("STYREHJUL_STATIC", None)


def a_server() -> StaticFilesMiddleware:
    """What a started server has: the files of the folder that its start chose."""
    return StaticFilesMiddleware(lambda request: HttpResponse(status=404))


def answer(server: StaticFilesMiddleware, path: Path) -> int:
    response = server(RequestFactory().get(f"/static/{path.name}", headers={"Accept-Encoding": "gzip"}))
    if hasattr(response, "file_to_stream"):
        response.file_to_stream.close()
    return int(response.status_code)


def test_a_running_server_keeps_its_files(sources: Path, settings: Any) -> None:
    assert static_files.collect_when_stale()
    first = Path(settings.STATIC_ROOT)
    server = a_server()
    (sources / "side.css").write_text("p { background: url(prik.svg); color: red }")
    (sources / "prik.svg").unlink()
    (sources / "prik.svg").write_text("<svg><g/></svg>")
    assert static_files.collect_when_stale()
    assert Path(settings.STATIC_ROOT) != first
    served = [path for path in first.iterdir() if path.suffix in (".css", ".svg")]
    assert len(served) == 4
    assert [answer(server, path) for path in served] == [200] * 4
    newer = a_server()
    assert {answer(newer, path) for path in Path(settings.STATIC_ROOT).glob("*.css")} == {200}


def test_the_same_files_are_not_made_again_also_after_others(sources: Path, settings: Any) -> None:
    static_files.collect_when_stale()
    first = settings.STATIC_ROOT
    (sources / "prik.svg").write_text("<svg><g/></svg>")
    static_files.collect_when_stale()
    (sources / "prik.svg").write_text("<svg/>")
    assert not static_files.collect_when_stale()
    assert first == settings.STATIC_ROOT
    assert os.environ["STYREHJUL_STATIC"] == str(first)


def test_nothing_half_made_has_a_servers_name(sources: Path, settings: Any) -> None:
    """A start that was cut off leaves a draft; the next one makes the folder whole."""
    home = Path(settings.STATIC_HOME)
    draft = home / f".ny-{os.getpid()}"
    draft.mkdir(parents=True)
    (draft / "rest.css").write_text("")
    assert static_files.collect_when_stale()
    assert [found.name for found in home.iterdir()] == [static_files.fingerprint()]
    assert not (Path(settings.STATIC_ROOT) / "rest.css").exists()


def test_the_oldest_of_very_many_sets_goes(sources: Path, settings: Any) -> None:
    made = []
    for n in range(static_files.KEPT + 2):
        (sources / "prik.svg").write_text(f"<svg><g id='{n}'/></svg>")
        static_files.collect_when_stale()
        made.append(Path(settings.STATIC_ROOT))
        os.utime(made[-1], (n, n))
    kept = [folder.exists() for folder in made]
    assert kept == [False] * 2 + [True] * static_files.KEPT
