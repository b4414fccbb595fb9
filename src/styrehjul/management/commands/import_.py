"""./styrehjul import projects|organisation|followups FILE, and ./styrehjul import kitos"""

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
from styrehjul.imports.kitos_words import ASKS, told
from styrehjul.imports.kitos_worker import run_now as run_kitos
from styrehjul.imports.models import KitosRun
from styrehjul.imports.reading import KINDS, Asked, plan_of
from styrehjul.imports.reading.catalogue import load, plan_of_catalogue
from styrehjul.imports.reading.files import given_fields
from styrehjul.imports.words import FATES, summary
from styrehjul.kernel.refusal import Refused
from styrehjul.management.base import CommandRefused, HouseCommand, Problem, existing_file
from styrehjul.portfolio.reading import read_catalogue
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
    help = "Læs projekter, organisation eller opfølgninger ind fra Excel eller CSV, eller hent systemer fra Kitos. Alt eller intet."
    has_json = True
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", metavar="|".join((*KINDS, "kitos")), choices=(*KINDS, "kitos"))
        parser.add_argument("file", metavar="FIL", type=existing_file, nargs="?", help="regnearket; ikke til kitos")
        parser.add_argument("--changes", action="store_true", help="kitos: hent kun det, der er ændret siden sidst")
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
        if kind == "kitos":
            if file is not None:
                self.create_parser("styrehjul", "import").error("kitos læses ikke fra en fil")
            self._kitos(full=not options["changes"], dry_run=dry_run, as_json=options["json"])
            return
        if file is None:
            self.create_parser("styrehjul", "import").error("der mangler en fil")
        if options["as_what"]:
            self._catalogue(file, options)
            return
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

    def _kitos(self, *, full: bool, dry_run: bool, as_json: bool) -> None:
        try:
            done = run_kitos(full=full, dry_run=dry_run, say=self.tell if not as_json else lambda words: None)
        except Refused as refused:
            raise CommandRefused(
                *(
                    Problem("kitos", reason.code, refusals.in_full(Refused.because([reason])))
                    for reason in refused.reasons
                )
            ) from refused
        if as_json:
            self.document(document_of_kitos(done, dry_run=dry_run))
        else:
            for line in told(done):
                self.tell(line)
            if dry_run:
                self.tell("Prøvekørsel: intet er skrevet.")
        if done.state == KitosRun.State.ASKS:
            raise CommandRefused(
                Problem("kitos", f"kitos.{done.asks}", f"{ASKS[done.asks]} Svar på siden Systemer, Kitos.")
            )

    def _catalogue(self, file: Path, options: dict[str, Any]) -> None:
        if options["kind"] != "projects":
            self.create_parser("styrehjul", "import").error("--as catalogue hører til projects")
        try:
            found = read_catalogue(file.name, file.read_bytes(), sheet=options["sheet"], skipped=options["skip"])
        except Refused as refused:
            raise _with_places(refused, file) from refused
        dry_run = options["dry_run"]
        plan = plan_of_catalogue(found, options["skip"])
        if not plan.is_ready:
            problems = [Problem(error.path, error.code, error.message) for error in plan.errors]
            raise CommandRefused(*problems, document=document_of(plan, dry_run=dry_run, written=False))
        written = not dry_run and bool(plan.writes or plan.absent)
        if written:
            run(lambda: load(found, by=None, at=timezone.now()))
        if options["json"]:
            self.document(document_of(plan, dry_run=dry_run, written=written))
            return
        self._tell(plan, dry_run=dry_run)

    def _asked(self, kind: str, file: Path, options: dict[str, Any]) -> Asked:
        try:
            given = given_fields(kind, dict(options["given"]))
        except KeyError as unknown:
            self.create_parser("styrehjul", "import").error(f"--set: feltet {unknown.args[0]} kendes ikke")
        return Asked(kind, file.name, file.read_bytes(), options["sheet"], given, options["skip"], by_person=False)

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


def document_of_kitos(done: KitosRun, *, dry_run: bool) -> dict[str, Any]:
    """The document styrehjul.kitos/1."""
    return {
        "format": "styrehjul.kitos/1",
        "dry_run": dry_run,
        "written": not dry_run and done.state == KitosRun.State.DONE,
        "state": str(done.state),
        "counts": done.counts,
        **{name: done.report.get(name, []) for name in ("new", "changed", "removed", "missed", "same", "faults")},
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
