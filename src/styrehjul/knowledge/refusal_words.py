"""What lessons say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {"lesson.lacks_text": (_("Der står ikke, hvad der er lært."), _("Skriv det, så andre kan bruge det."))}
