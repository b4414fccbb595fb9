"""./styrehjul settings"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.conf import settings

from styrehjul.management.base import HouseCommand


class Command(HouseCommand):
    help = "Vis alle indstillinger: navn, standardværdi, betydning, og om den er sat. En værdi vises aldrig."
    has_json = True

    def handle(self, *args: Any, **options: Any) -> None:
        found = settings.DECLARED_SETTINGS()
        if options["json"]:
            self.document({"format": "styrehjul.settings/1", "settings": [asdict(setting) for setting in found]})
            return
        self.tell("Hver kan også gives som NAVN_FILE: stien til en fil, der rummer værdien.\n")
        for setting in found:
            self.tell(f"{setting.name}{' (sat)' if setting.set else ''}")
            self.tell(f"    {setting.meaning}")
            self.tell(f"    Standard: {setting.default or 'ingen'}{' · hemmelig' if setting.secret else ''}")
