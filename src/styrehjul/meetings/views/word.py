"""An item written in Word: the template fetched, the file read in beside what stands there now, and kept."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrehjul.audit.nouns import last_writer
from styrehjul.documents.files import download, read_bytes, store_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.documents.uploads import inspect
from styrehjul.documents.values import text_blocks
from styrehjul.documents.word import DOCX, WordText, read_word
from styrehjul.documents.word_writing import TemplateSection, template_docx
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.papers import read_in_word
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.forms.points import memos_from, points_from
from styrehjul.meetings.forms.word import TEXTS, WordForm, too_long
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries.papers import WORD_UPLOAD
from styrehjul.meetings.reading import word as reading
from styrehjul.meetings.reading.ways import way_to
from styrehjul.meetings.reading.words import capital
from styrehjul.meetings.views.common import reasons_for, the_item
from styrehjul.meetings.views.writing import trail_of
from styrehjul.people.entry import act, now, page, today
from styrehjul.people.models import Person
from styrehjul.ui.conflict import Conflict, ConflictField
from styrehjul.ui.refusals import sentence


@page("treatment.edit")
@require_safe
def template(request: HttpRequest, pk: int | None, item: int) -> HttpResponse:
    """*Hent skabelon (Word)*: the item's headings, with what is written so far."""
    found, _person = the_item(request, pk, item, "treatment.edit")
    sections = [_section(found, name) for name in reading.HEADINGS if name != "memos"]
    made = template_docx(title=found.title, sections=[*sections, *_notes(found)], made_at=now())
    return download(made, name=f"{_file_name(found.title)}.docx", content_type=DOCX)


def _section(found: Treatment, name: str) -> TemplateSection:
    heading, help_text = reading.HEADINGS[name], reading.HELP[name]
    if name == "recommendation":
        points = tuple(point.text for point in found.points.all() if point.text.strip())
        return TemplateSection(heading, help_text, lead=reading.LEAD_IN, points=points)
    return TemplateSection(heading, help_text, text_blocks(getattr(found, name)))


def _notes(found: Treatment) -> list[TemplateSection]:
    notes = [
        TemplateSection(f"{reading.HEADINGS['memos']}: {memo.title}", blocks=text_blocks(memo.text))
        for memo in found.memos.all()
    ]
    return notes or [TemplateSection(reading.HEADINGS["memos"], reading.HELP["memos"])]


def _file_name(title: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -_,." else " " for c in title)
    return " ".join(kept.split())[:80].strip(" .") or "punkt"


@page("treatment.edit")
def upload(request: HttpRequest, pk: int | None, item: int) -> HttpResponse:
    """*Indlæs fra Word*: a file is chosen and looked through. Nothing of the item is changed by it."""
    found, person = the_item(request, pk, item, "treatment.edit")
    form = WordForm(request.POST or None, request.FILES or None)
    context = _around(found, person) | {"form": form, "template_url": way_to("word_template", found)}
    if request.method != "POST":
        return render(request, "meetings/word_upload.html", context)
    if not form.is_valid():
        return render(request, "meetings/word_upload.html", context, status=422)
    sent = form.cleaned_data["file"]
    try:
        accepted = inspect(str(sent.name), sent.read())
        sent.seek(0)
        if accepted.content_type != DOCX:
            raise Refused("word.not_word", name=accepted.name)
        if reading.sorted_in(read_word(accepted.data, name=accepted.name), found.title).is_empty:
            raise Refused("word.empty", name=accepted.name)
        return act(
            request,
            lambda: store_bytes(
                accepted.data, name=accepted.name, content_type=accepted.content_type, kind=WORD_UPLOAD, at=now(),
                created_by_id=str(person.uuid),
            ),
            then=lambda file: way_to("word_preview", found, file=file.uuid),
        )  # fmt: skip
    except Refused as refused:
        if refused.code in ("busy", "key.reused"):
            raise
        return render(request, "meetings/word_upload.html", context | {"refusal": refused}, status=409)


@page("treatment.edit")
def preview(request: HttpRequest, pk: int | None, item: int, file: str) -> HttpResponse:
    """What the file says beside what stands there now; what is ticked is saved by the button."""
    found, person = the_item(request, pk, item, "treatment.edit")
    stored = StoredFile.objects.filter(uuid=file, kind=WORD_UPLOAD, created_by_id=str(person.uuid)).first()
    if stored is None:
        raise Http404
    if request.method == "POST":
        return _save(request, found, person, stored)
    context = preview_context(found, person, stored)
    return render(request, "meetings/word_preview.html", context)


def preview_context(
    found: Treatment, person: Person, stored: StoredFile, taken: set[str] | None = None
) -> dict[str, Any]:
    """Everything that the preview shows."""
    text = read_word(read_bytes(stored), name=stored.name)
    word = reading.sorted_in(text, found.title)
    points, lost = reading.with_effects(found, word.points)
    sections = reading.compared(found, word)
    around = _around(found, person)
    return around | {
        "file": stored,
        "version": found.version,
        "sections": sections,
        "changes_anything": any(not section.same for section in sections),
        "hidden": _hidden(word),
        "remarks": [*word.remarks, *_left(text)],
        "has_changes": reading.has_changes(text.left),
        "pictures": reading.pictures_words(text.left),
        "take_file": "file" in taken if taken is not None else bool(reading.pictures_words(text.left)),
        "absent": reading.absent(found, word),
        "kept_effects": any(point.effects for point in points),
        "lost_effects": [capital(words) for words in lost] if word.points else [],
        "reasons": [*_too_long(word), *around["reasons"]],
    }


def _too_long(word: reading.WordItem) -> list[str]:
    label = too_long(dict(word.texts), word.points, word.memos)
    return (
        [_("%(label)s er længere, end et punkt kan rumme. Læg det på som bilag.") % {"label": label}] if label else []
    )


def _left(text: WordText) -> list[str]:
    return reading.left_lines(text.left)


def _hidden(word: reading.WordItem) -> list[tuple[str, str]]:
    """The file's text as the fields of an item's form."""
    rows = [(name, text) for name, text in word.texts.items()]
    rows += [(f"p{index}-text", text) for index, text in enumerate(word.points)]
    for index, (title, text) in enumerate(word.memos):
        rows += [(f"m{index}-title", title), (f"m{index}-text", text)]
    return rows


def _save(request: HttpRequest, found: Treatment, person: Person, stored: StoredFile) -> HttpResponse:
    taken = set(request.POST.getlist("take"))
    version = request.POST.get("version", "")
    if not version.isdecimal() or len(version) > 9:
        raise Http404
    fields = {name: request.POST[name] for name in TEXTS if name in taken and name in request.POST}
    texts = [point.text for point in points_from(request.POST, on=today()) if point.text]
    memos = [MemoText(memo.title, memo.text) for memo in memos_from(request.POST) if memo.title or memo.text]
    points, _lost = reading.with_effects(found, texts)
    try:
        if not (fields or ("recommendation" in taken and texts) or ("memos" in taken and memos)):
            raise Refused("word.nothing_taken", name=stored.name)
        if refused := too_long(fields, texts, memos):
            raise Refused("word.too_long", name=stored.name, section=refused)
        return act(
            request,
            lambda: read_in_word(
                found, file=stored, by=person, at=now(), expected_version=int(version), fields=fields,
                points=[_point(point) for point in points] if "recommendation" in taken and texts else None,
                memos=memos if "memos" in taken and memos else None, as_annex="file" in taken,
            ),
            then=f"{found.get_absolute_url()}?laes=1",
            said=_("Teksten er læst ind fra Word, og filen er lagt på som bilag.")
            if "file" in taken
            else _("Teksten er læst ind fra Word. Filen er gemt som arbejdspapir."),
        )  # fmt: skip
    except Refused as refused_:
        if refused_.code == "stale":
            return _conflict(request, found, taken)
        context = preview_context(found, person, stored, taken) | {"refusal": refused_}
        return render(request, "meetings/word_preview.html", context, status=503 if refused_.code == "busy" else 409)


def _point(point: reading.PointKept) -> PointText:
    return PointText(point.text, tuple(EffectText(e.command, e.project_id, e.args) for e in point.effects))


def _conflict(request: HttpRequest, found: Treatment, taken: set[str]) -> HttpResponse:
    """409: the file's text beside what somebody saved meanwhile, section by section."""
    current = Treatment.objects.prefetch_related("points", "memos").get(pk=found.pk)
    fields = [
        ConflictField(name, reading.HEADINGS[name], request.POST.get(name, ""), str(getattr(current, name)))
        for name in TEXTS
        if name in taken
    ]
    if "recommendation" in taken:
        theirs = [point.text for point in current.points.all()]
        fields += [
            ConflictField(f"p{index}-text", _("%(n)d. at-punkt") % {"n": index + 1}, mine, other)
            for index, (mine, other) in enumerate(_side_by_side(request, "p", "-text", theirs))
        ]
    if "memos" in taken:
        for ending, label, own in (
            ("-title", _("Titel på notat %(n)d"), [memo.title for memo in current.memos.all()]),
            ("-text", _("Notat %(n)d"), [memo.text for memo in current.memos.all()]),
        ):
            fields += [
                ConflictField(f"m{index}{ending}", label % {"n": index + 1}, mine, other)
                for index, (mine, other) in enumerate(_side_by_side(request, "m", ending, own))
            ]
    conflict = Conflict(
        title=current.title, changed_by=last_writer(current) or _("En anden"), changed_at=current.updated_at,
        version_name="version", version=current.version, fields=fields,
        back=f"{current.get_absolute_url()}?laes=1", others=[("take", name) for name in sorted(taken)],
    )  # fmt: skip
    return render(request, "error/conflict.html", {"conflict": conflict}, status=409)


def _side_by_side(request: HttpRequest, letter: str, ending: str, theirs: list[str]) -> list[tuple[str, str]]:
    mine = {name: value for name, value in request.POST.items() if name.startswith(letter) and name.endswith(ending)}
    count = max(
        len(theirs), 1 + max((int(n[1 : -len(ending)]) for n in mine if n[1 : -len(ending)].isdecimal()), default=-1)
    )
    return [
        (str(mine.get(f"{letter}{index}{ending}", "")), theirs[index] if index < len(theirs) else "")
        for index in range(min(count, 100))
    ]


@page("treatment.edit")
@require_safe
def paper(request: HttpRequest, pk: int | None, item: int, paper: int) -> HttpResponse:
    """The Word file that the text was read from, for those who write the item."""
    found, _person = the_item(request, pk, item, "treatment.edit")
    row = get_object_or_404(found.working_papers.select_related("file"), pk=paper)
    return download(read_bytes(row.file), name=row.file.name, content_type=row.file.content_type)


def _around(found: Treatment, person: Person) -> dict[str, Any]:
    url = f"{found.get_absolute_url()}?laes=1"
    return {
        "item": {"title": found.title, "url": url, "trail": [*trail_of(found), (found.title, url)]},
        "reasons": [sentence(reason) for reason in reasons_for("edit", found, person)],
        "papers": [
            (row.file.name, way_to("paper", found, paper=row.pk), row.added_at)
            for row in found.working_papers.select_related("file")
        ],
    }
