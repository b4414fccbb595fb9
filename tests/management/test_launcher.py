"""The root script: what it sets up, what it says when it cannot, and how fast it hands over."""

from __future__ import annotations

import errno
import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from styrehjul.management.names import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "styrehjul"


@pytest.fixture
def launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, in a repository of its own with the real pins."""
    loader = importlib.machinery.SourceFileLoader("launcher", str(SCRIPT))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    home = tmp_path / ".styrehjul"
    (home / "stamps").mkdir(parents=True)
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/core.txt", "requirements/dev.txt", "package.json", "package-lock.json", "styrehjul"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for name, value in {
        "ROOT": tmp_path, "HOME": home, "BUILD": tmp_path / "build", "MODULES": tmp_path / "node_modules",
        "LOG": home / "setup.log",
    }.items():  # fmt: skip
        monkeypatch.setattr(module, name, str(value))
    return module


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *arguments], capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )  # fmt: skip


def test_help_names_every_command_and_needs_no_environment() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert [name for name in COMMANDS if f"  {name} " not in done.stdout] == []


@pytest.mark.parametrize("arguments", [(), ("findesikke",), ("--findesikke",)])
def test_wrong_use_is_status_2_and_leaves_standard_output_empty(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_a_step_is_done_only_while_its_pins_are_what_they_were(launcher: ModuleType) -> None:
    python = Path(launcher.python_in(launcher.venv_folder("venv")))
    python.parent.mkdir(parents=True)
    python.touch()
    Path(launcher.stamp_of("core")).write_text(launcher.seal_of("core"))
    assert launcher.is_done("core")
    pins = Path(launcher.ROOT, "requirements", "core.txt")
    pins.write_text(pins.read_text() + "\n")
    assert not launcher.is_done("core")


def test_a_step_whose_result_somebody_removed_is_not_done(launcher: ModuleType) -> None:
    Path(launcher.stamp_of("core")).write_text(launcher.seal_of("core"))
    assert not launcher.is_done("core")


def test_only_commands_that_show_pages_fetch_the_front_end(launcher: ModuleType) -> None:
    assert launcher.steps_for("kommissorium") == ["venv", "core"]
    assert launcher.steps_for("demo") == ["venv", "core", "npm", "assets"]
    assert launcher.steps_for("test") == ["venv", "core", "dev", "npm", "assets"]
    assert launcher.steps_for("demo", asks_for_help=True) == ["venv", "core"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("error: failed to lookup address information: Temporary failure in name resolution", "netværket"),
        ("npm error code ENOTFOUND", "netværket"),
        ("WARNING: Retrying ... NewConnectionError('<pip._vendor...>')", "netværket"),
        ("OSError: [Errno 28] No space left on device", "disken er fuld"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "ikke den, der er låst til"),
        ("npm error code EINTEGRITY", "ikke den, der er låst til"),
        ("cause: HTTP status server error (503 Service Unavailable) for url (...)", "svarer ikke lige nu"),
        ("npm error code E502", "svarer ikke lige nu"),
        ("something nobody has seen before", "setup.log"),
    ],
)
def test_a_failed_install_is_one_sentence_with_its_cause(launcher: ModuleType, said: str, told: str) -> None:
    with pytest.raises(launcher.Missing) as missing:
        launcher.run([sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"], "Pakkerne kunne ikke hentes")
    sentence = str(missing.value)
    assert told in sentence
    assert sentence.startswith("Pakkerne kunne ikke hentes")
    assert "\n" not in sentence


def test_a_cause_from_an_earlier_run_is_not_told_again(launcher: ModuleType) -> None:
    for said in ("ENOSPC", "something else"):
        with pytest.raises(launcher.Missing) as missing:
            launcher.run([sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"], "Pakkerne kunne ikke hentes")
    assert "fuld" not in str(missing.value)


@pytest.mark.parametrize(
    ("said", "minutes", "tries"),
    [
        ("npm error code E503", "5", 3),
        ("npm error code ENOTFOUND", "5", 3),
        ("npm error code E503", "", 1),
        ("npm error code EINTEGRITY", "5", 1),
    ],
)
def test_a_place_that_is_away_is_asked_again_where_one_chose_to_wait(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, minutes: str, tries: int
) -> None:
    """What is tried fails twice and then goes well; what waiting cannot mend is told at once."""
    monkeypatch.setenv("STYREHJUL_WAIT_FOR_PACKAGES", minutes)
    monkeypatch.setattr(launcher, "PAUSE", 0)
    count = tmp_path / "count"
    script = f"n = {str(count)!r}; open(n, 'a').write('x'); print({said!r}); raise SystemExit(len(open(n).read()) < 3)"
    call = [sys.executable, "-c", script]
    if tries == 3:
        launcher.run(call, "Pakkerne kunne ikke hentes")
    else:
        with pytest.raises(launcher.Missing):
            launcher.run(call, "Pakkerne kunne ikke hentes")
    assert len(count.read_text()) == tries


@pytest.mark.parametrize(("kept", "asked"), [(True, ["--offline"]), (False, ["--offline", ""])])
def test_what_the_machine_has_fetched_before_is_installed_without_asking_anybody(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: bool, asked: list[str]
) -> None:
    """A uv that goes well offline only where its cache has the packages, and always when it may ask."""
    uv, calls = tmp_path / "uv", tmp_path / "calls"
    offline = "exit 0" if kept else "exit 1"
    uv.write_text(
        "#!/bin/sh\n"
        f'for last; do :; done\n[ "$last" = --offline ] || last=\necho "$last" >> {calls}\n'
        f'[ -z "$last" ] || {offline}\n'
    )
    uv.chmod(0o755)
    monkeypatch.setattr(launcher, "uv_program", lambda: str(uv))
    launcher.install("venv", "core", "Python-pakkerne")
    assert calls.read_text().split("\n")[:-1] == asked


def test_a_python_without_venv_is_told_what_to_install(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launcher, "uv_program", lambda: None)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(launcher.Missing, match="apt install python3-venv"):
        launcher.make_venv("venv")


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "Disken er fuld"), (errno.EACCES, "skriveret"), (errno.EIO, "ikke gøres færdig")],
)
def test_a_fault_of_the_disk_is_one_sentence_and_status_1(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, told: str
) -> None:
    def fail(arguments: list[str]) -> int:
        raise OSError(number, os.strerror(number), "/x")

    monkeypatch.setattr(launcher, "main", fail)
    assert launcher.begin() == 1
    assert told in capsys.readouterr().err


def test_the_pruned_set_follows_the_style_sheet(launcher: ModuleType) -> None:
    dist, htmx = Path(launcher.MODULES, "dkfds", "dist"), Path(launcher.MODULES, "htmx.org")
    plex = dist / "fonts" / "IBMPlexSans" / "complete"
    files = {
        dist
        / "css"
        / "dkfds.min.css": 'a{b:url("../img/x.svg#part")}c{d:url(../fonts/IBMPlexSans/complete/woff2/f.woff2?v=1)}'
        "e{f:url(data:image/png;base64,AA==)}/*# sourceMappingURL=dkfds.min.css.map*/",
        dist / "css" / "dkfds.min.css.map": "{}",
        dist / "js" / "dkfds.min.js": "1;\n//# sourceMappingURL=dkfds.min.js.map",
        dist / "js" / "dkfds.min.js.map": "{}",
        dist / "img" / "x.svg": "<svg/>",
        dist / "img" / "logo-borgerdk.svg": "<svg/>",
        dist / "img" / "all-svg-icons.svg": "<svg/>",
        dist / "LICENSE.md": "MIT",
        plex / "woff2" / "f.woff2": "font",
        plex / "ttf" / "license.txt": "OFL",
        htmx / "dist" / "htmx.min.js": "2;",
        htmx / "LICENSE": "0BSD",
        **{plex / "ttf" / f"IBMPlexSans-{face}.ttf": face for face in launcher.FONTS},
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    launcher.pick_assets()
    build = Path(launcher.BUILD)
    assert sorted(path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_file()) == sorted([
        "frontend/dkfds/LICENSE.md", "frontend/dkfds/css/dkfds.min.css", "frontend/dkfds/css/dkfds.min.css.map",
        "frontend/dkfds/js/dkfds.min.js", "frontend/dkfds/js/dkfds.min.js.map", "frontend/dkfds/img/x.svg",
        "frontend/dkfds/img/all-svg-icons.svg", "frontend/dkfds/fonts/IBMPlexSans/complete/woff2/f.woff2",
        "frontend/dkfds/fonts/IBMPlexSans/complete/ttf/license.txt", "frontend/htmx/htmx.min.js", "frontend/htmx/LICENSE",
        "fonts/license.txt", *(f"fonts/IBMPlexSans-{face}.ttf" for face in launcher.FONTS),
    ])  # fmt: skip


def test_a_file_that_the_style_sheet_names_and_nobody_has_stops_the_set_up(launcher: ModuleType) -> None:
    css = Path(launcher.MODULES, "dkfds", "dist", "css", "dkfds.min.css")
    css.parent.mkdir(parents=True)
    css.write_text("a{b:url(../img/gone.svg)}")
    script = Path(launcher.MODULES, "dkfds", "dist", "js", "dkfds.min.js")
    script.parent.mkdir()
    script.touch()
    with pytest.raises(launcher.Missing, match="mangler i de hentede pakker"):
        launcher.pick_assets()


def test_a_machine_that_is_set_up_loses_well_under_a_second(launcher: ModuleType) -> None:
    python = Path(launcher.python_in(launcher.venv_folder("venv")))
    python.parent.mkdir(parents=True)
    python.touch()
    for step in launcher.steps_for("test"):
        Path(launcher.stamp_of(step)).write_text(launcher.seal_of(step))
        Path(launcher.proof_of(step)).parent.mkdir(parents=True, exist_ok=True)
        Path(launcher.proof_of(step)).touch()
    start = time.perf_counter()
    assert all(launcher.is_done(step) for step in launcher.steps_for("test"))
    assert time.perf_counter() - start < 0.1
