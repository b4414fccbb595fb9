"""./styrehjul import projects|organisation|followups FILE"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.lines import Fate, Plan
from styrehjul.imports.reading import KINDS, Asked, plan_of
from styrehjul.imports.reading.files import given_fields
from styrehjul.imports.words import FATES, summary
from styrehjul.kernel.refusal import Refused
from styrehjul.management.base import CommandRefused, HouseCommand, Problem, existing_file
from styrehjul.ui import refusals


def a_setting(text: str) -> tuple[str, str]:
    """FIELD=VALUE."""
    name, mark, value = text.partition("=")
    if not mark or not name.strip():
        raise argparse.ArgumentTypeError(f"{text} er ikke på formen FELT=VÆRDI")
    return name.strip(), value.strip()


def some_rows(text: str) -> frozenset[int]:
    """ "14,20-22"."""
    rows: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 20:
            raise argparse.ArgumentTypeError(f"{text} er ikke rækker på formen 14,20-22")
        low, high = int(first), int(last or first)
        if high < low or high - low > 100_000:
            raise argparse.ArgumentTypeError(f"{part.strip()} er ikke en række fra og til")
        rows.update(range(low, high + 1))
    return frozenset(rows)


class Command(HouseCommand):
    help = "Læs projekter, organisation eller opfølgninger ind fra Excel eller CSV. Alt eller intet."
    has_json = True
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", metavar="|".join(KINDS), choices=tuple(KINDS))
        parser.add_argument("file", metavar="FIL", type=existing_file)
        parser.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske, uden at skrive noget")
        parser.add_argument("--sheet", metavar="ARK", help="arket i projektmappen (ellers det første med indhold)")
        parser.add_argument(
            "--set",
            metavar="FELT=VÆRDI",
            type=a_setting,
            action="append",
            default=[],
            dest="given",
            help="en værdi for hele filen, hvor feltet er tomt; kan gentages",
        )
        parser.add_argument(
            "--skip", metavar="RÆKKER", type=some_rows, default=frozenset(), help="rækker, der lades ude: 14,20-22"
        )
        parser.add_argument(
            "--as", choices=("catalogue",), dest="as_what", help="læs filen ind som det nationale katalog"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        kind, file, dry_run = options["kind"], options["file"], options["dry_run"]
        if options["as_what"]:
            raise Refused("import.no_catalogue")
        asked = self._asked(kind, file, options)
        try:
            plan = plan_of(asked, timezone.localdate())
        except Refused as refused:
            raise _with_places(refused, file) from refused
        written = False
        if not dry_run and plan.is_ready:
            plan = run(lambda: carry_out(asked, by=None, at=timezone.now()))
            written = bool(plan.writes)
        if not plan.is_ready:
            problems = [Problem(error.path, error.code, error.message) for error in plan.errors]
            raise CommandRefused(*problems, document=document_of(plan, dry_run=dry_run, written=False))
        if options["json"]:
            self.document(document_of(plan, dry_run=dry_run, written=written))
            return
        self._tell(plan, dry_run=dry_run)

    def _asked(self, kind: str, file: Path, options: dict[str, Any]) -> Asked:
        try:
            given = given_fields(kind, dict(options["given"]))
        except KeyError as unknown:
            self.create_parser("styrehjul", "import").error(f"--set: feltet {unknown.args[0]} kendes ikke")
        return Asked(kind, file.name, file.read_bytes(), options["sheet"], given, options["skip"])

    def _tell(self, plan: Plan, *, dry_run: bool) -> None:
        for line in plan.lines:
            if line.fate in (Fate.UPDATE, Fate.NEEDS_DECISION):
                told = "; ".join(
                    f"{change.field}: {change.old or 'tom'} -> {change.new or 'tom'}" for change in line.changes
                )
                self.tell(f"Række {line.row}, {line.key}: {FATES[line.fate]}. {told} {line.note}".strip())
        self.tell(summary(plan, dry_run=dry_run))


def document_of(plan: Plan, *, dry_run: bool, written: bool) -> dict[str, Any]:
    """The document styrehjul.import/1."""
    return {
        "format": "styrehjul.import/1",
        "kind": plan.kind,
        "file_sha256": plan.file_sha256,
        "dry_run": dry_run,
        "written": written,
        "rows": len(plan.lines),
        "counts": plan.counts,
        "lines": [
            {
                "sheet": line.sheet,
                "row": line.row,
                "fate": line.fate.value,
                "key": line.key,
                "changes": [
                    {"field": change.name, "old": change.was, "new": change.becomes} for change in line.changes
                ],
                "errors": [asdict(error) for error in line.errors],
            }
            for line in plan.lines
        ],
        "absent": list(plan.absent),
    }


def _with_places(refused: Refused, file: Path) -> CommandRefused:
    """What no row can mend, with the cell where there is one; else the file."""
    return CommandRefused(
        *(
            Problem(
                str(reason.facts.get("place", file.name)),
                reason.code,
                f"{refusals.sentence(reason)} {refusals.way(reason)}".strip(),
            )
            for reason in refused.reasons
        )
    )
