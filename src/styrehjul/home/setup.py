"""The first five steps of a new municipality. Each can be skipped and taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from styrehjul.audit.current import kept
from styrehjul.bodies.actions import change_municipality, remember_step
from styrehjul.bodies.models import Municipality
from styrehjul.bodies.queries import active_bodies, composition_on, municipality, version_on
from styrehjul.kernel.danish import day_text, listing
from styrehjul.kernel.refusal import Refused
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.models import Meeting
from styrehjul.people.domain.roles import Role
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.queries import has_role
from styrehjul.people.screens import form_page
from styrehjul.ui.forms import DayField, Form, HiddenVersion
from styrehjul.ui.todo import ToDo

START = "/start/"
SUFFICIENT_PEOPLE = 2  # the administrator alone is nobody to hold a meeting with


@dataclass(frozen=True)
class Step:
    """One of the five: what it is, what there is already, and where it is done."""

    key: str
    title: str | Promise
    text: str | Promise
    found: str
    done: bool
    skipped: bool
    links: tuple[tuple[str | Promise, str], ...]

    @property
    def state(self) -> str:
        """For the step list: done or not yet."""
        return "done" if self.done else ""


def steps_of(here: Municipality) -> list[Step]:
    """The five steps with what is there already: a step that is visibly done needs no tick."""
    on = today()
    version, year = version_on(on), on.year
    units, people = OrgUnit.objects.on(on).count(), Person.objects.on(on).count()
    seated = composition_on(on)
    vacant = sum(view.is_vacant for row in seated for view in (*row.seats, *row.secretaries))
    meetings = Meeting.objects.filter(year__gte=year).count()
    found = {
        "kommissorium": (
            _("Gælder fra %(day)s.") % {"day": day_text(version.applies_from)} if version else _("Intet endnu."),
            version is not None,
        ),
        "organisation": (
            _("%(units)d enheder og %(people)d personer.") % {"units": units, "people": people},
            units > 0 and people >= SUFFICIENT_PEOPLE,
        ),
        "pladser": (
            _("%(vacant)d pladser er ubesatte.") % {"vacant": vacant} if vacant else _("Alle pladser er besat."),
            bool(seated) and vacant == 0,
        ),
        "moeder": (_("%(n)d møder er lagt ud fra %(year)d.") % {"n": meetings, "year": year}, meetings > 0),
        "mail": (
            _("Afsender: %(address)s.") % {"address": here.mail_from} if here.mail_from else _("Ingen afsender valgt."),
            bool(here.mail_from),
        ),
    }
    bodies = [(body.name, f"{body.get_absolute_url()}#pladser") for body in active_bodies(on)]
    links: dict[str, tuple[tuple[str | Promise, str], ...]] = {
        "kommissorium": ((_("Læs det"), "/kommissorium/"), (_("Ret det"), "/kommissorium/ret/")),
        "organisation": (
            (_("Læs ind fra Excel"), "/start/import/organisation/"),
            (_("Opret selv"), "/organisation/#enheder"),
        ),
        "pladser": ((_("Stillinger"), "/organisation/stillinger/"), *bodies),
        "moeder": (
            (_("Læg årets møder ud"), f"/aarshjul/{year}/"),
            (_("Ibrugtagning og lukkedage"), "/start/kommunen/"),
            (_("Læg tidligere møder og referater ind"), "/moeder/tidligere/"),
            (_("Læs åbne opfølgninger ind"), "/start/import/opfoelgninger/"),
        ),
        "mail": ((_("Vælg afsender, og send en prøve"), "/start/mail/"),),
    }
    return [
        Step(
            key, title, text, found[key][0], done=found[key][1] or here.setup.get(key) == "done",
            skipped=here.setup.get(key) == "skipped", links=links[key],
        )
        for key, title, text in STEPS
    ]  # fmt: skip


STEPS = (
    ("kommissorium", gettext_lazy("Kommissorium"), gettext_lazy("Organer, pladser, møder, frister og faste punkter. Det, der ikke står i teksten, er ikke fastsat, til I vælger.")),
    ("organisation", gettext_lazy("Enheder og personer"), gettext_lazy("Læs dem ind fra Excel, eller opret dem enkeltvis.")),
    ("pladser", gettext_lazy("Pladser"), gettext_lazy("Hvem der har stillingerne og pladserne, og hvem der er sekretær.")),
    ("moeder", gettext_lazy("Årets møder"), gettext_lazy("Møderne lægges ud på arbejdsdage, med deres frister og faste punkter.")),
    ("mail", gettext_lazy("Mail"), gettext_lazy("Den adresse, som indkaldelser og dagsordener sendes fra.")),
)  # fmt: skip


def next_for(person: Person, on: date) -> list[ToDo]:
    """An administrator is led to the steps that are neither done nor skipped, as far as they are cheap to see."""
    here = kept("municipality", Municipality.objects.first, of=())
    if here is None or settings.DEMO or not has_role(person, Role.ADMINISTRATOR, on):
        return []
    cheap = {
        "organisation": lambda: OrgUnit.objects.exists(),
        "moeder": lambda: Meeting.objects.filter(year__gte=on.year).exists(),
        "mail": lambda: bool(here.mail_from),
    }
    left = [str(title) for key, title, _text in STEPS if key in cheap and key not in here.setup and not cheap[key]()]
    if not left:
        return []
    return [ToDo(title=_("De første skridt"), url=START, text=_("Mangler: %(left)s.") % {"left": listing(left)})]


@page("setup.do")
def index(request: HttpRequest) -> HttpResponse:
    """The five steps and how far one has come."""
    allowed(request, "setup.do")
    here = municipality()
    steps = steps_of(here)
    now_at = next((step.key for step in steps if not step.done and not step.skipped), "")
    guide = [
        {
            "title": step.title,
            "state": "done" if step.done else ("now" if step.key == now_at else ""),
            "url": f"#{step.key}",
        }
        for step in steps
    ]
    context = {
        "municipality": here,
        "steps": steps,
        "guide": guide,
        "now_at": now_at,
        "left": [s for s in steps if not s.done],
    }
    return render(request, "setup/index.html", context)


@require_POST
@page("setup.do")
def step(request: HttpRequest, key: str) -> HttpResponse:
    """A step is skipped, done, or taken up again."""
    by, here = allowed(request, "setup.do"), municipality()
    state = request.POST.get("state", "")
    return act(request, lambda: remember_step(here, key, state=state, by=by, at=now()), then=f"{START}#{key}")


class MailForm(Form):
    """The municipality's sender address."""

    mail_from = forms.EmailField(
        label=gettext_lazy("Afsender"),
        help_text=gettext_lazy("Fx digitalisering@kommunen.dk. Svar på mails kommer hertil."),
    )
    test = forms.BooleanField(label=gettext_lazy("Send en prøve til mig"), required=False, initial=True)
    version = HiddenVersion()


@page("setup.do")
def mail(request: HttpRequest) -> HttpResponse:
    """The sender of every mail, and a test mail that shows whether the mail server takes it."""
    by, here = allowed(request, "setup.do"), municipality()
    form = MailForm(request.POST or None, initial={"mail_from": here.mail_from, "version": here.version})
    server = (
        _("Mailserveren er %(host)s.") % {"host": settings.EMAIL_HOST}
        if settings.EMAIL_HOST
        else _("Der er ikke valgt en mailserver: mails lægges i en mappe, til den er sat op (STYREHJUL_SMTP_HOST).")
    )

    def work(data: dict[str, Any]) -> Municipality:
        at = now()
        saved = change_municipality(here, mail_from=data["mail_from"], expected_version=data["version"], by=by, at=at)
        if data["test"]:
            if not by.email:
                raise Refused("account.no_email", name=by.name)
            enqueue(
                kind="test", key=f"test:{here.uuid}:{at.isoformat()}", recipient=by.email, recipient_name=by.name, at=at,
                subject=_("Prøve fra Styrehjul"), text_body=_("Denne mail viser, at Styrehjul kan sende.\n"),
                sender=data["mail_from"],
            )  # fmt: skip
        return saved

    return form_page(
        request, form, work, title=_("Mail"), then=START, cancel=START, trail=[(_("De første skridt"), START)],
        lines=[server], said=_("Gemt. En prøve er på vej, hvis du bad om den."),
    )  # fmt: skip


class MunicipalityForm(Form):
    """Name, first day of use, and the days on which nothing happens."""

    name = forms.CharField(label=gettext_lazy("Kommunens navn"), max_length=120)
    in_use_from = DayField(
        label=gettext_lazy("I brug fra"),
        help_text=gettext_lazy("Det, der ligger før, står som “før Styrehjul” og mangler ikke."),
    )
    single = forms.CharField(
        label=gettext_lazy("Lukkedage"), required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("En dato på hver linje, fx 14.5.2027. Helligdage er der allerede."),
    )  # fmt: skip
    grundlov = forms.BooleanField(label=gettext_lazy("Lukket grundlovsdag"), required=False)
    christmas_eve = forms.BooleanField(label=gettext_lazy("Lukket juleaftensdag"), required=False)
    new_years_eve = forms.BooleanField(label=gettext_lazy("Lukket nytårsaftensdag"), required=False)
    after_ascension = forms.BooleanField(label=gettext_lazy("Lukket dagen efter Kristi himmelfartsdag"), required=False)
    avoided_weeks = forms.CharField(
        label=gettext_lazy("Uger uden møder"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Numre med komma imellem."),
    )
    avoid_christmas = forms.BooleanField(
        label=gettext_lazy("Ingen møder fra 20. december til 2. januar"), required=False
    )
    version = HiddenVersion()

    YEARLY = (("grundlov", "06-05"), ("christmas_eve", "12-24"), ("new_years_eve", "12-31"))

    def clean_avoided_weeks(self) -> list[int]:
        parts = [part.strip() for part in self.cleaned_data["avoided_weeks"].split(",") if part.strip()]
        if not all(part.isdecimal() and 1 <= int(part) <= 53 for part in parts):
            raise forms.ValidationError(_("Skriv ugenumre fra 1 til 53 med komma imellem."))
        return sorted({int(part) for part in parts})

    def clean_single(self) -> list[str]:
        days = []
        for line in self.cleaned_data["single"].splitlines():
            if line.strip():
                days.append(DayField().clean(line.strip()).isoformat())
        return sorted(set(days))

    def fields_of(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            "name": data["name"], "in_use_from": data["in_use_from"], "avoided_weeks": data["avoided_weeks"],
            "avoid_christmas": data["avoid_christmas"],
            "closing_days": {
                "yearly": [day for field, day in self.YEARLY if data[field]], "after_ascension": data["after_ascension"],
                "single": data["single"],
            },
        }  # fmt: skip


@page("setup.do")
def about(request: HttpRequest) -> HttpResponse:
    """The municipality's own days: when it began, when it is closed."""
    by, here = allowed(request, "setup.do"), municipality()
    yearly = here.closing_days.get("yearly", [])
    initial = {
        "name": here.name, "in_use_from": here.in_use_from, "avoided_weeks": ", ".join(map(str, here.avoided_weeks)),
        "avoid_christmas": here.avoid_christmas, "after_ascension": here.closing_days.get("after_ascension", True),
        "single": "\n".join(here.closing_days.get("single", [])), "version": here.version,
        **{field: day in yearly for field, day in MunicipalityForm.YEARLY},
    }  # fmt: skip
    form = MunicipalityForm(request.POST or None, initial=initial)
    return form_page(
        request, form,
        lambda data: change_municipality(here, **form.fields_of(), expected_version=data["version"], by=by, at=now()),
        title=_("Kommunen"), then=START, cancel=START, trail=[(_("De første skridt"), START)],
    )  # fmt: skip
