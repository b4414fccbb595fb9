"""The commands that are promised are there, and no other."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from styrehjul.management.names import COMMANDS, WITHOUT_DJANGO, module_of
from tests.house.repository import ROOT, texts

FOLDER = ROOT / "src" / "styrehjul" / "management" / "commands"
OF_DJANGO = {"makemigrations", "migrate"}  # a rule of ours on top of Django's own; no commands of the product


def test_every_module_of_a_command_stands_in_the_table_and_the_other_way_round() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("__")} - OF_DJANGO
    assert modules == {module_of(command) for command in COMMANDS}


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in WITHOUT_DJANGO])
def test_every_command_takes_help_and_data(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        import_module(f"styrehjul.management.commands.{module_of(command)}").Command().run_from_argv(
            ["styrehjul", command, "--help"]
        )
    assert leaving.value.code == 0
    assert "--data" in capsys.readouterr().out


def test_every_command_in_the_documentation_exists() -> None:
    written = re.compile(r"\./styrehjul ([a-z][a-z-]+)(?=[\s`.,:;)\"'<]|$)")
    unknown = {
        f"{name}: {command}"
        for name, text in texts(".md", ".html", ".toml")
        for command in written.findall(text)
        if command not in COMMANDS
    }
    assert unknown == set()
