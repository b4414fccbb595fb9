"""`python -m styrehjul <command>`: what the root script hands over to.

The data folder and the demo's own ways are put into the environment before the settings are read; after that a
command is an ordinary Django management command.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from styrehjul.management.names import COMMANDS, WITHOUT_DJANGO, module_of

DEMO_DATA = Path(__file__).resolve().parents[2] / "data" / "demo"


def main(arguments: list[str]) -> None:
    """Run one command; it leaves by SystemExit where its status is not 0."""
    if not arguments or arguments[0] not in COMMANDS:
        print("styrehjul: ukendt kommando. Se ./styrehjul --help.", file=sys.stderr)  # noqa: T201 - the only voice here
        sys.exit(2)
    command, rest = arguments[0], arguments[1:]
    prepare(command, rest)
    if command not in WITHOUT_DJANGO:
        os.umask(0o077)  # what is written holds personal data
        start_django()
    module = import_module(f"styrehjul.management.commands.{module_of(command)}")
    module.Command().run_from_argv(["styrehjul", command, *rest])


def prepare(command: str, arguments: list[str]) -> None:
    """What must stand in the environment before the settings are read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrehjul.config.settings")
    if data := option(arguments, "--data"):
        os.environ["STYREHJUL_DATA"] = data
        os.environ.pop("STYREHJUL_DATA_FILE", None)
    if command == "demo":
        # The demo touches its own folder and nothing else: neither another database nor a real mail server.
        if not data:
            os.environ["STYREHJUL_DATA"] = os.environ.get("STYREHJUL_DATA") or str(DEMO_DATA)
        os.environ["STYREHJUL_DEMO"] = "1"
        if not os.environ.get("STYREHJUL_LOG_LEVEL_FILE"):
            # The one who tries it looks for the address in the window, not for what the log tells an operator.
            os.environ.setdefault("STYREHJUL_LOG_LEVEL", "WARNING")
        for name in ("DATABASE_URL", "DATABASE_URL_FILE", "STYREHJUL_URL_FILE"):
            os.environ.pop(name, None)
        os.environ["STYREHJUL_URL"] = f"http://127.0.0.1:{option(arguments, '--port') or 8000}"
    elif command == "serve" and not (os.environ.get("STYREHJUL_URL") or os.environ.get("STYREHJUL_URL_FILE")):
        # Links in mails lead to where this server is tried.
        os.environ["STYREHJUL_URL"] = f"http://127.0.0.1:{option(arguments, '--port') or 8000}"


def option(arguments: list[str], name: str) -> str | None:
    """The value of `--name VALUE` or `--name=VALUE`; the last one counts, as argparse has it."""
    found = None
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
        elif argument == name and position + 1 < len(arguments):
            found = arguments[position + 1]
    return found


def start_django() -> None:
    """Read the settings; a wrong value is one sentence."""
    from django.core.exceptions import ImproperlyConfigured

    from styrehjul.config.env import SettingError

    try:
        import django

        django.setup()
    except (SettingError, ImproperlyConfigured) as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - as above
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
