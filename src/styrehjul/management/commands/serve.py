"""./styrehjul serve"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from styrehjul.management import server
from styrehjul.management.base import HouseCommand


def add_server_arguments(parser: CommandParser) -> None:
    """What `serve` and `demo` share."""
    parser.add_argument("--port", type=int, default=8000, help="porten (8000)")
    parser.add_argument("--workers", type=int, default=2, help="antal serverprocesser (2)")


class Command(HouseCommand):
    help = "Kør serveren og dens baggrundsarbejde. Stop med Ctrl+C."
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="adressen, der lyttes på (127.0.0.1)")
        add_server_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        host, port = options["host"], options["port"]
        server.serve(
            host,
            port,
            options["workers"],
            say=self.say,
            ready=lambda: self.say(f"Styrehjul kører på http://{host}:{port}/"),
        )
