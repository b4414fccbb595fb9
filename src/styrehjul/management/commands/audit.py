"""./styrehjul audit verify"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from styrehjul.audit.chain import verify
from styrehjul.management.base import HouseCommand, refused


class Command(HouseCommand):
    help = "Efterprøv hændelsesloggens kæde fra første til sidste række."
    needs = "database"

    def add_arguments(self, parser: CommandParser) -> None:
        ways = parser.add_subparsers(dest="way", required=True, metavar="verify")
        way = ways.add_parser("verify", help="gå kæden igennem", description="gå kæden igennem")
        way.add_argument("--anchor", metavar="HASH", help="en kædetop, der er skrevet ned et andet sted")
        way.add_argument("--json", action="store_true", help="udskriv ét JSON-dokument")
        way.add_argument("--data", metavar="MAPPE", help="mappen med data (ellers STYREHJUL_DATA, ellers ./data)")

    def handle(self, *args: Any, **options: Any) -> None:
        anchor = (options["anchor"] or "").strip().lower() or None
        found = verify(anchor)
        if found.bad_seq is not None:
            raise refused("audit.broken", f"Række {found.bad_seq} i loggen {found.because}.", f"seq/{found.bad_seq}")
        if found.anchor_found is False:
            raise refused("audit.anchor", f"Kæden holder, men {anchor} er ikke i den: slutningen kan være skåret af.")
        if options["json"]:
            self.document(
                {
                    "format": "styrehjul.audit/1",
                    "events": found.events,
                    "head": found.head,
                    "anchor_found": found.anchor_found,
                }
            )
            return
        said = f"Kæden holder: {found.events} hændelser. Kædetop: {found.head}"
        self.tell(f"{said}\nDen angivne kædetop er i kæden." if found.anchor_found else said)
