"""The product as an operator meets it: processes, folders and exit statuses, on SQLite in a folder of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
KOMMISSORIUM = ROOT / "kommissorier" / "eksempel.toml"
PATIENCE = 40


def environment(data: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STYREHJUL_", "DATABASE_URL"))}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "STYREHJUL_DATA": str(data), **more}


def styrehjul(*arguments: str, data: Path, **more: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "styrehjul", *arguments]
    return subprocess.run(
        call, env=environment(data, **more), capture_output=True, text=True, check=False, cwd=data.parent
    )


@pytest.fixture(scope="module")
def municipality(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an empty municipality, made by the command itself."""
    data = tmp_path_factory.mktemp("place") / "data"
    done = styrehjul("init", "--kommissorium", str(KOMMISSORIUM), "--from", "2027-01-01", data=data)
    assert done.returncode == 0, done.stderr
    return data


def test_before_there_is_a_municipality_every_command_names_init_and_leaves_no_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for arguments in (("serve",), ("year", "2027"), ("upgrade",), ("worker",)):
        done = styrehjul(*arguments, data=data)
        assert (done.returncode, "init" in done.stderr) == (1, True), arguments
    assert not data.exists()


def test_settings_are_one_document_and_never_a_secret(tmp_path: Path) -> None:
    key = "hemmelighed-" * 6
    done = styrehjul("settings", "--json", data=tmp_path / "data", STYREHJUL_SECRET_KEY=key, STYREHJUL_DEBUG="nej")
    document = json.loads(done.stdout)
    assert document["format"] == "styrehjul.settings/1"
    found = {setting["name"]: setting for setting in document["settings"]}
    assert found["STYREHJUL_SECRET_KEY"] == {
        "name": "STYREHJUL_SECRET_KEY", "default": "trækkes ved første start og gemmes i datamappen", "secret": True,
        "meaning": found["STYREHJUL_SECRET_KEY"]["meaning"], "set": True,
    }  # fmt: skip
    assert found["STYREHJUL_DATA"]["default"] == "./data"
    assert "hemmelighed-" not in done.stdout + done.stderr


def test_a_wrong_setting_is_one_sentence_and_status_1(tmp_path: Path) -> None:
    done = styrehjul("settings", data=tmp_path / "data", STYREHJUL_DEBUG="måske")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "STYREHJUL_DEBUG skal være 1 eller 0, ikke 'måske'.\n"


def test_the_option_for_data_wins_over_the_variable(municipality: Path, tmp_path: Path) -> None:
    done = styrehjul("upgrade", "--data", str(municipality), data=tmp_path / "elsewhere")
    assert (done.returncode, done.stdout) == (0, "Databasen er af denne version.\n")


def test_a_second_init_in_the_same_place_is_refused(municipality: Path) -> None:
    done = styrehjul("init", "--kommissorium", str(KOMMISSORIUM), "--from", "2027-01-01", data=municipality)
    assert done.returncode == 1
    assert done.stdout == ""


def test_what_holds_personal_data_is_its_owners_alone(municipality: Path) -> None:
    assert (municipality / "styrehjul.sqlite3").stat().st_mode & 0o077 == 0


def test_an_older_database_stops_every_command_until_it_is_upgraded(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    call = [sys.executable, "-m", "django", "migrate", "styrehjul", "0001", "--verbosity", "0", "--skip-checks"]
    subprocess.run(
        call, env=environment(data, DJANGO_SETTINGS_MODULE="styrehjul.config.settings"), check=True, cwd=tmp_path
    )
    refused = styrehjul("year", "2027", "--json", data=data)
    assert refused.returncode == 1
    assert json.loads(refused.stdout)["error"][0]["code"] == "upgrade.needed"
    done = styrehjul("upgrade", data=data)
    assert done.returncode == 0, done.stderr
    assert len(list((data / "copies").glob("*.sqlite3"))) == 1
    assert "init" in styrehjul("year", "2027", data=data).stderr


def test_a_database_of_a_newer_version_is_left_alone(municipality: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with (
        sqlite3.connect(municipality / "styrehjul.sqlite3") as source,
        sqlite3.connect(data / "styrehjul.sqlite3") as copy,
    ):
        source.backup(copy)
        copy.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('styrehjul', '9999_later', '2030-01-01')"
        )
    done = styrehjul("year", "2027", data=data)
    assert done.returncode == 1
    assert "nyere version" in done.stderr


def test_the_demo_never_enters_a_real_municipalitys_folder(municipality: Path) -> None:
    before = (municipality / "styrehjul.sqlite3").read_bytes()
    done = styrehjul("demo", "--fresh", "--data", str(municipality), data=municipality)
    assert done.returncode == 1
    assert "ikke er demoen" in done.stderr
    assert (municipality / "styrehjul.sqlite3").read_bytes() == before


@pytest.mark.parametrize(("host", "told"), [("0.0.0.0", "STYREHJUL_URL"), ("192.0.2.7", "STYREHJUL_URL")])  # noqa: S104
def test_without_https_it_listens_on_this_machine_alone(municipality: Path, host: str, told: str) -> None:
    done = styrehjul("serve", "--host", host, data=municipality)
    assert done.returncode == 1
    assert told in done.stderr


def test_a_port_that_is_taken_is_a_sentence(municipality: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = styrehjul("serve", "--port", str(other.getsockname()[1]), data=municipality)
    assert done.returncode == 1
    assert "er optaget" in done.stderr


# --- the server -----------------------------------------------------------------------------------------------------


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The server with its worker on a free port; killed where a test leaves it running."""
    if not (ROOT / "build" / "frontend").is_dir():
        pytest.skip("set-up has not picked the front-end files; ./styrehjul test does")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "styrehjul", "serve", "--port", str(port)], env=environment(data), cwd=data.parent,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)


def pulse(address: str) -> dict[str, str] | None:
    """What /healthz says, or None while nobody answers."""
    try:
        with urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310 - our own server
            return dict(json.load(answer))
    except HTTPError as failing:
        return dict(json.load(failing))
    except (URLError, ConnectionError, TimeoutError):
        return None


def wait_for(address: str, wanted: dict[str, str] | None) -> None:
    until = time.monotonic() + PATIENCE
    while (found := pulse(address)) != wanted:
        assert time.monotonic() < until, f"still {found}"
        time.sleep(0.1)


def headers_of(address: str) -> dict[str, str]:
    with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
        return {name.lower(): value for name, value in answer.headers.items()}


def styles_of(address: str) -> list[str]:
    """The style sheets that a page asks for."""
    with urlopen(f"{address}/was", timeout=5) as answer:  # noqa: S310 - our own server
        return re.findall(r'rel="stylesheet" href="([^"]+)"', answer.read().decode())


def test_hashed_files_are_kept_for_ever_and_carry_the_headers_too(municipality: Path) -> None:
    with served(municipality) as (_process, address):
        wait_for(address, ALL_WELL)
        found = headers_of(f"{address}{styles_of(address)[0]}")
    assert set(found["cache-control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
    assert found["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in found["content-security-policy"]
    assert "access-control-allow-origin" not in found


ALL_WELL = {"status": "ok", "database": "ok", "worker": "ok"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_server_brings_its_worker_and_both_stop_cleanly(municipality: Path, number: signal.Signals) -> None:
    with served(municipality) as (process, address):
        wait_for(address, ALL_WELL)
        process.send_signal(number)
        assert process.wait(PATIENCE) == 0
        assert pulse(address) is None


def test_a_server_that_was_killed_leaves_nobody_on_its_port(municipality: Path) -> None:
    with served(municipality) as (process, address):
        wait_for(address, ALL_WELL)
        process.kill()
        process.wait(PATIENCE)
        wait_for(address, None)
