"""Who may make keys for other programs. What a key opens is what its person may do: there is no second rule."""

from __future__ import annotations

from styrehjul.people.permissions import EVERYONE, ONESELF
from styrehjul.people.policy import Row

ROWS = (
    Row("token.make", EVERYONE, "Alle ansatte kan lave adgangsnøgler, der kan det samme som de selv og ikke mere."),
    Row("token.revoke", ONESELF, "Den, der har lavet en adgangsnøgle, kan trække den tilbage."),
)
