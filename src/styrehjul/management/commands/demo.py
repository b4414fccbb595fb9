"""./styrehjul demo"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connections

from styrehjul.home.roles import ROLES
from styrehjul.management import database, server
from styrehjul.management.base import HouseCommand, refused
from styrehjul.management.commands.serve import add_server_arguments
from styrehjul.people.models import User

MARK = "demo"  # a file that says: this folder is the demo's own, and may be emptied
OWN = ("styrehjul.sqlite3", "styrehjul.sqlite3-wal", "styrehjul.sqlite3-shm", "uploads", "mail", "copies", "making")


class Command(HouseCommand):
    help = "Lav en demokommune med to års liv, og vis den på denne maskine. Anden gang fortsættes der med det, der er."

    def add_arguments(self, parser: CommandParser) -> None:
        add_server_arguments(parser)
        parser.add_argument("--fresh", action="store_true", help="lav demoen forfra (rører kun demoens egen mappe)")

    def handle(self, *args: Any, **options: Any) -> None:
        data: Path = settings.DATA
        refuse_foreign_folder(data)
        if options["fresh"] or not is_made(data):
            empty(data)
            self.say("Laver demokommunen; det tager et øjeblik ...")
            if not apart(self.make):
                raise refused("demo.not_made", "Demokommunen blev ikke lavet færdig. Årsagen står ovenfor; prøv igen.")
            (data / MARK).write_text("made\n", encoding="ascii")
        database.require(municipality=True)
        users, port = demo_users(), options["port"]
        server.serve("127.0.0.1", port, options["workers"], say=self.say, ready=lambda: self.welcome(port, users))

    def make(self) -> None:
        """The tables, and two years of life in them."""
        from styrehjul.home.demo import make  # years of life are not read where they are made already

        database.bring_up_to_date()
        make.make_demo(say=self.say)

    def welcome(self, port: int, users: list[str]) -> None:
        """Where it is and who is there."""
        self.say(f"\nDemoen kører på http://127.0.0.1:{port}/\nVælg en rolle på forsiden. Brugerne:")
        for user in users:
            self.say(f"  {user}")
        self.say("\nStop med Ctrl+C.")


def apart(work: Callable[[], None]) -> bool:
    """Carry the work out in a process of its own; whether it went well.

    Printing a document starts threads that a fork does not take with it. The server forks: had the process it forks
    from printed anything, each of its own would wait for those threads for ever.
    """
    connections.close_all()
    sys.stdout.flush()
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join()
    return child.exitcode == 0


def demo_users() -> list[str]:
    """The role, name and address of each that can be entered with one click."""
    names = dict(User.objects.filter(email__in=[role.email for role in ROLES]).values_list("email", "person__name"))
    return [f"{role.title}: {names[role.email]} <{role.email}>" for role in ROLES if role.email in names]


def refuse_foreign_folder(data: Path) -> None:
    """A folder with a database that no demo made is somebody's real municipality."""
    if (data / "styrehjul.sqlite3").exists() and not (data / MARK).exists():
        raise refused("demo.folder", f"Mappen {data} har en kommune, der ikke er demoen; vælg en anden med --data.")


def is_made(data: Path) -> bool:
    """Whether a demo was finished here; one that was cut off is made anew."""
    mark = data / MARK
    return mark.exists() and mark.read_text(encoding="ascii") == "made\n" and (data / "styrehjul.sqlite3").exists()


def empty(data: Path) -> None:
    """Remove what a demo leaves, by name, and mark the folder as the demo's before anything is made in it."""
    connections.close_all()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    (data / MARK).write_text("making\n", encoding="ascii")
    for name in OWN:
        target = data / name
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)
