"""What people are told when something about people, units, posts, roles or accounts is refused."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "period.backwards": (_("Slutdatoen {end} ligger før startdatoen {start}."), _("Ret en af de to datoer.")),
    "person.no_name": (_("Personen mangler et navn."), _("Skriv navnet.")),
    "person.email_taken": (
        _("{name} har allerede mailadressen {email}."),
        _("Brug den person, der er oprettet, eller skriv en anden adresse."),
    ),
    "orgunit.no_name": (_("Enheden mangler et navn."), _("Skriv navnet.")),
    "orgunit.circle": (
        _("{name} kan ikke ligge under sig selv."),
        _("Vælg en overordnet enhed, der ikke selv ligger under {name}."),
    ),
    "orgunit.code_taken": (
        _("Kommissoriets navn for enheden bruges allerede af {name}."),
        _("Fjern det fra {name} først, eller vælg et andet."),
    ),
    "post.title_taken": (_("Stillingen {title} findes allerede."), _("Brug den, der er oprettet.")),
    "post.later_holder": (
        _("{name} er allerede sat ind som {title} fra {start}."),
        _("Vælg en startdato efter den dag, eller afslut den periode først."),
    ),
    "role.no_unit": (_("En lokal koordinator skal have en enhed."), _("Vælg enheden.")),
    "role.held": (
        _("{name} har allerede rollen i den periode (fra {start})."),
        _("Vælg en senere startdato, eller afslut den rolle, der er givet."),
    ),
    "role.last_administrator": (
        _("{name} er den eneste administrator."),
        _("Giv en anden rollen først; ellers kan ingen ændre noget."),
    ),
    "account.no_person": (
        _("Ingen person har mailadressen {email}."),
        _("Opret personen først, eller ret adressen på personens side."),
    ),
    "account.none": (_("{name} har ingen konto."), _("Lav en engangsadresse, så personen kan oprette den.")),
    "account.not_yours": (_("Påmindelser vælger hver for sig."), _("Bed personen selv om det.")),
    "account.own": (_("Du kan ikke lukke din egen konto."), _("Bed en anden administrator om det.")),
    "account.no_email": (
        _("{name} mangler en mailadresse, og den er det, der logges ind med."),
        _("Skriv adressen på personens side, og prøv igen."),
    ),
    "account.not_administrator": (
        _("{email} er ikke administrator."),
        _("Brug en administrators adresse, eller bed en administrator om at give rollen på personens side."),
    ),
    "address.unknown": (
        _("Adressen er ikke rigtig."),
        _("Se efter, om den er kopieret helt, eller bed en administrator om en ny."),
    ),
    "address.used": (
        _("Adressen er brugt {at}. Den virker kun én gang."),
        _("Log ind med din adgangskode, eller bed en administrator om en ny adresse."),
    ),
    "address.expired": (
        _("Adressen er udløbet. Den blev lavet {at} og gjaldt i 24 timer."),
        _("Bed en administrator om en ny."),
    ),
    "password.short": (_("Adgangskoden er for kort."), _("Brug mindst 15 tegn, gerne en sætning du kan huske.")),
    "password.known": (
        _("Adgangskoden er en af dem, som mange bruger, og som derfor bliver gættet."),
        _("Vælg en anden, gerne en sætning du kan huske."),
    ),
    "session.gone": (_("Den er allerede logget af."), _("Se listen igen.")),
}
