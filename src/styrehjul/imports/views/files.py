"""A file is chosen, and what was read in before."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.files import store_bytes
from styrehjul.documents.uploads import inspect
from styrehjul.imports.actions import drop_profile
from styrehjul.imports.forms import FileForm
from styrehjul.imports.models import ImportProfile, ImportRun
from styrehjul.imports.reading import Asked, read_sheets
from styrehjul.imports.views.kinds import COLUMNS, KIND, LEADS, MENDED_LATER, SLUGS, TITLES, kind_of
from styrehjul.kernel.danish import sort_key
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may

SHOWN_RUNS = 20


@page("page.see")
def index(request: HttpRequest) -> HttpResponse:
    """The kinds of files, which of them one may read in, what was read in last, and the saved ways of reading."""
    person, on = person_of(request), today()
    if "slet" in request.POST:
        return _drop_profile(request)
    ways = [
        {"url": f"/start/import/{slug}/", "title": TITLES[kind], "lead": LEADS[kind], "columns": COLUMNS[kind]}
        for slug, kind in SLUGS.items()
        if may(person, f"import.{kind}", on=on)
    ]
    reads = may(person, "import.projects", on=on)
    runs = list(ImportRun.objects.select_related("by").order_by("-pk")[:SHOWN_RUNS]) if reads else []
    return render(request, "imports/index.html", {"ways": ways, "runs": runs, "profiles": _profiles() if reads else []})


def _profiles() -> list[tuple[ImportProfile, list[Reason]]]:
    """Every saved way of reading, with what keeps it from being deleted. Two queries."""
    used = set(ImportRun.objects.filter(profile__isnull=False).values_list("profile_id", flat=True))
    rows = sorted(ImportProfile.objects.all(), key=lambda profile: (sort_key(profile.name), profile.pk))
    return [(row, [Reason("import.profile_used", {"name": row.name})] if row.pk in used else []) for row in rows]


def _drop_profile(request: HttpRequest) -> HttpResponse:
    person = allowed(request, "import.projects")
    key = request.POST.get("slet", "")
    profile = ImportProfile.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 10 else None
    if profile is None:
        raise Http404
    return act(
        request,
        lambda: drop_profile(profile, by=person, at=now()),
        then="/start/import/",
        said=_("Kolonnerne er glemt."),
    )


@page("page.see")
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file. It is looked through at the door, kept, and nothing else is done with it yet."""
    kind, person = kind_of(request, slug)
    form = FileForm(request.POST or None, request.FILES or None)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            data = upload.read()
            upload.seek(0)
            on_to = looked_through(kind, str(upload.name), data)
            accepted = inspect(str(upload.name), data)
            return act(
                request,
                lambda: store_bytes(
                    accepted.data,
                    name=accepted.name,
                    content_type=accepted.content_type,
                    kind=KIND,
                    at=now(),
                    created_by_id=str(person.uuid),
                ),
                then=lambda file: f"/start/import/{slug}/{file.uuid}/{on_to}",
            )
        except Refused as stop:
            if stop.code in ("busy", "key.reused"):
                raise
            refused = stop
    context = {
        "form": form,
        "title": TITLES[kind],
        "lead": LEADS[kind],
        "columns": COLUMNS[kind],
        "refused": refused,
        "trail": [(_("Indlæsning"), "/start/import/")],
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "imports/upload.html", context, status=status)


def looked_through(kind: str, name: str, data: bytes) -> str:
    """Where the file leads: its preview, or its columns where nobody could guess them.

    What no row can mend (a CPR number, an unreadable sheet) is refused before the file is kept.
    """
    try:
        read_sheets(Asked(kind, name, data))
    except Refused as stop:
        if kind != "projects" or stop.code not in MENDED_LATER:
            raise
        # The rest of the door is asked all the same: a CPR number is no matter of columns.
        read_sheets(Asked(kind, name, data, given={"repair": "behold"}, columns=FIRST_IS_TITLE))
        return "kolonner/"
    return ""


# Stands for "whatever it is called": the reading knows the mark.
FIRST_IS_TITLE = {"*": "title"}
