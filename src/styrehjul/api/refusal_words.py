"""What the API says no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "token.name": (_("Adgangsnøglen skal have et navn."), _("Skriv, hvilket program den er til.")),
    "token.days": (
        _("En adgangsnøgle gælder højst et år."),
        _("Vælg en kortere tid; lav en ny, når den løber ud."),
    ),
    "token.revoked": (_("Adgangsnøglen er allerede trukket tilbage."), _("Den åbner ikke for noget mere.")),
    "api.unreadable": (_("Indholdet kan ikke læses som JSON."), _("Send ét JSON-objekt i UTF-8.")),
    "api.too_big": (_("Indholdet er for stort."), _("Send én ændring ad gangen.")),
    "api.signed_out": (
        _("Der mangler en adgangsnøgle, eller den gælder ikke mere."),
        _("Send Authorization: Bearer med en nøgle, der er lavet under Min konto."),
    ),
    "api.read_only": (_("Adgangsnøglen kan kun læse."), _("Lav en nøgle, der også kan skrive.")),
    "api.not_found": (_("Det findes ikke, eller du må ikke se det."), ""),
    "api.stale": (_("Projektet er ændret siden."), _("Hent det igen, og send ændringen med det nye If-Match.")),
    "api.if_match": (_("If-Match mangler."), _("Send den ETag, projektet blev hentet med.")),
    "api.key": (_("Idempotency-Key mangler eller er ikke et uuid."), _("Send et nyt uuid for hver ændring.")),
    "api.invalid": (_("Noget i indholdet kan ikke bruges."), _("Ret hver af de fejl, der er nævnt.")),
    "api.too_many": (_("Der er spurgt for mange gange på kort tid."), _("Vent, og prøv igen.")),
    "api.method": (_("Det kan ikke gøres på denne adresse."), ""),
    "api.limit": (_("limit skal være et helt tal fra 1 til 500."), ""),
    "api.filter": (_("{name} kan ikke bruges: {value}."), _("Se, hvad der kan spørges om, i OpenAPI.")),
}
