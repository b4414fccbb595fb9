"""./styrehjul year YYYY"""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from styrehjul.audit.unit import run
from styrehjul.kernel.danish import weekday_text
from styrehjul.management.base import HouseCommand
from styrehjul.wheel.actions import roll_year, status_words
from styrehjul.wheel.domain.rolling import PlannedMeeting, RollStatus, YearProposal
from styrehjul.wheel.queries import proposal_of


def a_year(text: str) -> int:
    """Four digits."""
    if len(text) != 4 or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text} er ikke et årstal; skriv for eksempel 2027.")
    return int(text)


class Command(HouseCommand):
    help = "Læg et års møder, frister, faste punkter og aktiviteter ud fra kommissoriet."
    has_json = True
    needs = "municipality"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("year", metavar="ÅÅÅÅ", type=a_year)
        parser.add_argument("--dry-run", action="store_true", help="vis forslaget uden at oprette noget")

    def handle(self, *args: Any, **options: Any) -> None:
        year, at = options["year"], timezone.now()
        if options["dry_run"]:
            proposal = proposal_of(year, timezone.localdate())
        else:
            proposal = run(lambda: roll_year(year, by=None, at=at)).proposal
        if options["json"]:
            self.document(document_of(proposal, dry_run=options["dry_run"]))
            return
        self._tell(proposal, dry_run=options["dry_run"])

    def _tell(self, proposal: YearProposal, *, dry_run: bool) -> None:
        for planned in proposal.meetings:
            before = f", før {planned.feeds[0]} {weekday_text(planned.feeds[1])}" if planned.feeds else ""
            self.tell(f"{weekday_text(planned.date, year=True):28} {planned.body}{before}: {status_words(planned)}")
        for activity in proposal.activities:
            if not activity.optional:
                when = weekday_text(activity.date, year=True) if activity.date else f"{activity.quarter}. kvartal"
                self.tell(f"{when:28} {activity.title}")
        new = len(proposal.new_meetings)
        if not new:
            self.tell(f"{proposal.year} er allerede lagt ud. Intet nyt.")
        elif dry_run:
            self.tell(f"Prøvekørsel: {new} møder ville blive oprettet. Intet er skrevet.")
        else:
            self.tell(f"{new} møder er oprettet.")


def document_of(proposal: YearProposal, *, dry_run: bool) -> dict[str, Any]:
    """The document styrehjul.year/1."""
    return {
        "format": "styrehjul.year/1",
        "year": proposal.year,
        "dry_run": dry_run,
        # What lies before the product was taken into use is owed to nobody, and is no meeting of this document.
        "meetings": [_meeting(planned) for planned in proposal.meetings if planned.status is not RollStatus.BEFORE_USE],
        "activities": [
            {
                "key": row.key,
                "body": row.body,
                "quarter": row.quarter,
                "date": row.date,
                "optional": row.optional,
                "movable": row.movable,
                "certainty": float(row.certainty),
                "status": row.status.value,
            }
            for row in proposal.activities
            if row.status is not RollStatus.BEFORE_USE
        ],
    }


def _meeting(planned: PlannedMeeting) -> dict[str, Any]:
    return {
        "body": planned.body,
        "date": planned.date,
        "start": planned.start.strftime("%H:%M"),
        "feeds": {"body": planned.feeds[0], "date": planned.feeds[1]} if planned.feeds else None,
        "status": planned.status.value,
        "deadlines": [{"code": d.code, "at": d.at} for d in planned.deadlines],
        "items": list(planned.items),
    }
