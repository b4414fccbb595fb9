"""./styrehjul upgrade"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from styrehjul.management import database
from styrehjul.management.base import HouseCommand, refused


class Command(HouseCommand):
    help = "Kopiér databasen (SQLite), og før den op til denne version."

    def handle(self, *args: Any, **options: Any) -> None:
        if not database.is_there():
            raise refused("municipality.none", database.NO_MUNICIPALITY)
        copy = database.copy_aside(timezone.localtime())
        if copy is not None:
            self.say(f"Kopi af databasen: {copy}")
        done = database.bring_up_to_date()
        self.tell(
            f"Databasen er ført op til denne version: {', '.join(done)}." if done else "Databasen er af denne version."
        )
