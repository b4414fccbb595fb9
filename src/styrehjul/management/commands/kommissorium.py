"""./styrehjul kommissorium check|diff|show|apply"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.bodies.actions import apply_kommissorium
from styrehjul.bodies.domain.kommissorium import (
    Change,
    KommissoriumErrors,
    KommissoriumText,
    differences,
    read,
    warnings_of,
    write,
)
from styrehjul.bodies.models import Kommissorium
from styrehjul.bodies.queries import newest_version, text_of, version_on
from styrehjul.kernel.danish import day_text
from styrehjul.management import database
from styrehjul.management.base import CommandRefused, HouseCommand, Problem, a_day, existing_file


class Command(HouseCommand):
    help = "Kontrollér, vis eller sammenlign et kommissorium, eller sæt det i kraft."

    def add_arguments(self, parser: CommandParser) -> None:
        ways = parser.add_subparsers(dest="way", required=True, metavar="check|diff|show|apply")
        for name, words in (
            ("check", "kontrollér filen; hver fejl nævnes med linje, nøgle og rettelse"),
            ("diff", "hvad ville ændre sig i forhold til det, der gælder"),
            ("show", "udskriv filen, eller det der gælder, i fast form"),
            ("apply", "sæt filen i kraft fra datoen"),
        ):
            way = ways.add_parser(name, help=words, description=words)
            way.add_argument("file", metavar="FIL", type=existing_file, nargs="?" if name == "show" else None)
            way.add_argument("--data", metavar="MAPPE", help="mappen med data (ellers STYREHJUL_DATA, ellers ./data)")
            if name != "show":
                way.add_argument("--json", action="store_true", help="udskriv ét JSON-dokument")
            if name == "apply":
                way.add_argument(
                    "--from", metavar="DATO", type=a_day, dest="start", help="gælder fra; vinder over filens"
                )
                way.add_argument("--decision", metavar="TEKST", default="", help="beslutningen bag ændringen")

    def handle(self, *args: Any, **options: Any) -> None:
        getattr(self, f"_{options['way']}")(options)

    def _check(self, options: dict[str, Any]) -> None:
        file: Path = options["file"]
        data = file.read_bytes()
        text = parsed(data, file)
        found = warnings_of(data, file=str(file))
        if options["json"]:
            self.document(
                {
                    "format": "styrehjul.kommissorium-check/1",
                    "file": str(file),
                    "name": text.name,
                    "version": text.version,
                    "applies_from": text.applies_from,
                    "bodies": len(text.bodies),
                    "seats": sum(len(body.seats) for body in text.bodies),
                    "warnings": [{"path": row.path, "code": row.code, "message": row.message} for row in found],
                }
            )
            return
        for row in found:
            self.say(f"{row.path}: {row.message}")
        seats = sum(len(body.seats) for body in text.bodies)
        self.tell(f"{file} kan bruges: {text.name}, {len(text.bodies)} organer med {seats} slags pladser.")

    def _diff(self, options: dict[str, Any]) -> None:
        database.require(municipality=True)
        file: Path = options["file"]
        new = parsed(file.read_bytes(), file)
        old = in_force()
        self._tell_changes(old, differences(text_of(old), new), options["json"])

    def _show(self, options: dict[str, Any]) -> None:
        if options["file"] is not None:
            text = parsed(options["file"].read_bytes(), options["file"])
        else:
            database.require(municipality=True)
            text = text_of(in_force())
        self.tell(write(text))

    def _apply(self, options: dict[str, Any]) -> None:
        database.require(municipality=True)
        file: Path = options["file"]
        data = file.read_bytes()
        new = parsed(data, file)
        before = newest_version() or in_force()
        version = run(
            lambda: apply_kommissorium(
                data,
                file=str(file),
                applies_from=options["start"],
                decision=options["decision"],
                by=None,
                at=timezone.now(),
            )
        )
        if version.pk == before.pk:
            self._tell_changes(before, [], options["json"])
            return
        self._tell_changes(before, differences(text_of(before), text_of(version)), options["json"])
        self.say(f"{new.name} gælder fra {day_text(version.applies_from)}.")

    def _tell_changes(self, old: Kommissorium, changes: list[Change], as_json: bool) -> None:
        if as_json:
            text = text_of(old)
            self.document(
                {
                    "format": "styrehjul.kommissorium-diff/1",
                    "from": {"name": text.name, "version": text.version, "applies_from": old.applies_from},
                    "changes": [asdict(change) for change in changes],
                }
            )
            return
        if not changes:
            self.tell(f"Ingen forskel: det svarer til det, der gælder fra {day_text(old.applies_from)}.")
        for change in changes:
            self.tell(change.text)


def in_force() -> Kommissorium:
    """The version that applies today, by the municipality's clock."""
    version = version_on(timezone.localdate())
    if version is None:
        raise CommandRefused(Problem("", "municipality.none", database.NO_MUNICIPALITY))
    return version


def parsed(data: bytes, file: Path) -> KommissoriumText:
    """What the file says; CommandRefused with every fault and its line."""
    try:
        return read(data, file=str(file))
    except KommissoriumErrors as errors:
        raise CommandRefused(
            *(
                Problem(row.path, row.code, f"{row.key}: {row.message}" if row.key else row.message)
                for row in errors.errors
            )
        ) from None
