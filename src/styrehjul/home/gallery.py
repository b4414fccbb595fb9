"""`/ui/`: every component in every variant on one page, for whoever builds pages and for the accessibility check."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.entry import page
from styrehjul.ui.blocks import parse
from styrehjul.ui.forms import BlockField, DayField, Form, LongText, MoneyField
from styrehjul.ui.lists import ListRequest, ListSpec

LIST = ListSpec(
    filters=("q", "kategori"), sorts={"projekt": ("title",), "frist": ("due_on",)}, default="projekt", size=3
)
TEXT = """Borgere, der ikke læser dansk, får i dag digital post, de ikke forstår.

# Hvad vi foreslår
Posten sendes på modtagerens sprog, når det er kendt.

- Seks brevtyper fra Borgerservice
- To fra Jobcentret

1. Pilot i foråret
2. Alle områder fra efteråret

| Post | 1. år | 2. år |
| Licens | 120.000 | 120.000 |
| Oversættelse | 85.000 | 20.000 |"""


class SampleForm(Form):
    """One field of every kind."""

    title = forms.CharField(label=_("Titel"), max_length=200, help_text=_("Kort, så den kan stå i en dagsorden."))
    unit = forms.ChoiceField(
        label=_("Fagchefområde"),
        choices=[("", _("Vælg")), ("1", "Borgerservice"), ("2", "Sundhed og Omsorg"), ("3", "Plan og Byg")],
    )
    due_on = DayField(label=_("Frist"), required=False)
    money = MoneyField(label=_("Anslået udgift i kroner"), required=False)
    resume = LongText(label=_("Resumé"), rows=3)
    case = BlockField(label=_("Sagsfremstilling"), required=False, rows=6)
    kind = forms.ChoiceField(
        label=_("Behandling"),
        choices=[("decide", _("Til beslutning")), ("inform", _("Til information"))],
        widget=forms.RadioSelect,
    )
    bodies = forms.MultipleChoiceField(
        label=_("Behandles i"),
        choices=[("pg", _("Programgruppen")), ("sg", _("Styregruppen"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    closed = forms.BooleanField(
        label=_("Punktet er lukket"), required=False, help_text=_("Kun deltagerne kan læse det.")
    )
    annex = forms.FileField(label=_("Bilag"), required=False, help_text=_("PDF, Word eller Excel, højst 25 MB."))


ROWS = [
    ("1", "Overgang til ny omsorgsjournal", "P-2026-014 · Sundhed og Omsorg", "Tværgående", "red", "Økonomien overskrides med 12 pct.", "2,4 mio. kr."),
    ("2", "MitID Erhverv, udrulning", "P-2026-021 · Digitalisering", "National/fælleskommunal", "green", "Klar til afslutning", "0,3 mio. kr."),
    ("4", "Digital post, ny afsenderløsning", "P-2026-008 · Borgerservice", "National/fælleskommunal", "yellow", "Leverandøren er 3 uger forsinket", "0,7 mio. kr."),
    ("–", "Selvbetjent booking af haller", "P-2027-045 · Kultur og Fritid", "Lokal", "none", "Ingen status endnu", "–"),
]  # fmt: skip
AGENDA = [
    (1, "Godkendelse af dagsorden", "", True, "Formanden", "success", _("Klar")),
    (2, "Justering af projektporteføljen", "Årshjul · 4 ændringer af prioritet, 2 projekter sættes på pause", True, "Programgruppens formand", "success", _("Klar")),
    (3, "Nyt projektforslag: Fælles booking af lokaler", "Frist onsdag 26. maj", True, "Mette Lund", "error", _("Mangler indstilling")),
    (4, "Afslutning af projekt: MitID Erhverv, udrulning", "Virkning: projektet afsluttes; gevinsten måles efter 6 og 12 måneder", True, "Lars Beck", "warning", _("Til gennemsyn")),
    (5, "Digitaliseringsseminar 2028: tema", "", False, "Programgruppens formand", "info", _("Kladde")),
]  # fmt: skip
STEPS = [
    {"title": _("Emner"), "text": "19. maj", "state": "done", "url": "#trin"},
    {"title": _("Materiale"), "text": "26. maj", "state": "now"},
    {"title": _("Formandens godkendelse"), "text": "1. juni"},
    {"title": _("Udsendelse"), "text": "2. juni"},
    {"title": _("Møde"), "text": "9. juni"},
    {"title": _("Referat"), "text": "14. juni"},
]


@page(public=True)
def show(request: HttpRequest) -> HttpResponse:
    """Every component. Only where nothing is at stake: while developing and in the demo."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    today = timezone.localdate()
    listing = ListRequest.of(QueryDict("page=2&kategori=lokal&sort=-frist"), LIST)
    todos = [
        {"level": "red", "title": _("Referat til formanden"), "text": "Programgruppen 11. maj", "url": "#", "due": today - timedelta(days=1)},
        {"level": "yellow", "title": _("Sidste frist for emner"), "text": "Styregruppen 9. juni: 2 ønsker venter på dig", "url": "#", "due": today + timedelta(days=1)},
        {"level": "wait", "title": _("Indstilling mangler"), "text": "Punkt 5, Fælles booking af lokaler (ansvarlig: Mette Lund)", "url": "#", "due": today + timedelta(days=9)},
        {"level": "wait", "title": _("Ubesat plads i programgruppen"), "text": "Dagtilbud har ingen repræsentant", "url": "#", "when_text": "siden 1. maj"},
    ]  # fmt: skip
    context = {
        "today": today,
        "form": SampleForm(),
        "wrong_form": SampleForm({"wrong-title": "", "wrong-money": "mange", "wrong-resume": "Kort."}, prefix="wrong"),
        "listing": listing,
        "page": listing.page(list(range(11))),
        "rows": ROWS,
        "agenda": AGENDA,
        "steps": STEPS,
        "guide": [{**step, "url": "#"} if step.get("state") else step for step in STEPS[:4]],
        "todos": todos,
        "tree": parse(TEXT),
        "one_reason": Refused("reason.needed"),
        "reasons": [Reason("mandate.needed", {"change": "At lukke projektet", "body": "styregruppen"}), Reason("busy")],
        "categories": [("lokal", _("Lokal")), ("national", _("National"))],
        "columns": [
            ("prio", _("Prio"), "num"),
            ("projekt", _("Projekt"), ""),
            ("kategori", _("Kategori"), ""),
            ("frist", _("Status"), ""),
            ("gevinst", _("Gevinst pr. år"), "num"),
        ],
        "ways": [(_("Tabel"), "#", True), (_("Tidslinje"), "#", False), (_("Ændringer siden 9. marts"), "#", False)],
        "trail": [(_("Møder"), "/moeder/"), ("Styregruppen", "#")],
    }
    return render(request, "home/gallery.html", context)
