"""The kinds of files, in words; and the file that is being looked at."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as lazy

from styrehjul.documents.models import StoredFile
from styrehjul.people.entry import allowed
from styrehjul.people.models import Person

SLUGS = {
    "projekter": "projects",
    "organisation": "organisation",
    "opfoelgninger": "followups",
    "systemer": "systems",
    "kontrakter": "contracts",
}
TITLES = {
    "projects": lazy("Læs projekter ind"),
    "organisation": lazy("Læs enheder og personer ind"),
    "followups": lazy("Læs opfølgninger ind"),
    "systems": lazy("Læs systemer ind"),
    "contracts": lazy("Læs kontrakter ind"),
}
LEADS = {
    "projects": lazy("Ét projekt på hver række. Kun projektets navn skal være der."),
    "organisation": lazy("Enheder på ét ark og personer på et andet, eller i hver sin fil."),
    "followups": lazy("Åbne opfølgninger og beslutninger fra før Styrehjul."),
    "systems": lazy("Ét system på hver række. En liste hentet ud af Kitos læses, som den er."),
    "contracts": lazy("Én kontrakt på hver række. Systemerne på kontrakten skal være skrevet ind først."),
}
COLUMNS = {
    "projects": lazy(
        "Projektnavn, Kategori, Fagchefområde, Enhed, Tilstand, Prioritet, Projektejer, Projektleder, Ejer, Program, "
        "Start, Slut, Økonomi (1.000 kr.), Timer, Formål, Beskrivelse, Mål, Gevinst. Andre kolonner gemmes ved projektet."
    ),
    "organisation": lazy(
        "Enheder: Enhed, Overordnet, Type (Kommune, Direktion, Forvaltning, Stab, Fagchefområde, Afdeling, Institution). "
        "Personer: Navn, E-mail, Enhed, Titel, Leder (ja eller nej)."
    ),
    "followups": lazy("Organ, Opfølgning, Ansvarlig, Frist, Beslutning, Status (åben eller udført)."),
    "systems": lazy(
        "IT System, Systemejer, Ansv. organisationsenhed og de andre overskrifter fra Kitos. "
        "Kolonner, Styrehjul ikke har plads til, vises og springes over."
    ),
    "contracts": lazy(
        "IT Kontrakt, Kontrakt ID, Leverandør, Gyldig fra, Gyldig til, IT Systemer, Drift/år, Opsigelse (måneder) og de "
        "andre overskrifter fra Kitos. Beløb er i kroner."
    ),
}
LANDS = {
    "projects": "/projekter/",
    "organisation": "/organisation/",
    "followups": "/beslutninger/",
    "systems": "/systemer/",
    "contracts": "/systemer/kontrakter/",
}
KIND = "import"
# A person mends these on the page of the columns, with the file kept.
MENDED_LATER = frozenset({"import.no_title", "import.same_heading", "import.double_encoded"})


def kind_of(request: HttpRequest, slug: str) -> tuple[str, Person]:
    """The kind of file, and the person who may read it in."""
    kind = SLUGS.get(slug)
    if kind is None:
        raise Http404
    return kind, allowed(request, f"import.{kind}")


def file_of(person: Person, file: str) -> StoredFile:
    """One's own uploaded file; nobody else's is there."""
    stored = StoredFile.objects.filter(uuid=file, kind=KIND, created_by_id=str(person.uuid)).first()
    if stored is None:
        raise Http404
    return stored
