"""Who may do what: the policy table and the decision rights, as a municipality reviews them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.bodies.domain.model import DecisionRight, KommissoriumText, RightMode
from styrehjul.bodies.domain.saying import capital, value_text
from styrehjul.bodies.effect_words import EFFECT_WORDS, effect_name
from styrehjul.bodies.queries import kommissorium_on, version_on
from styrehjul.bodies.views.organisation import HOME, day_asked
from styrehjul.kernel.danish import number_text
from styrehjul.people.entry import page
from styrehjul.people.policy import TABLE

# What the first word of an action is about; in the order of the page.
SUBJECTS = {
    "page": gettext_lazy("Overblik og fælles sider"),
    "kommissorium": gettext_lazy("Kommissorium"),
    "body": gettext_lazy("Organer"),
    "seat": gettext_lazy("Pladser"),
    "agreement": gettext_lazy("Dækningsaftaler"),
    "delegation": gettext_lazy("Stedfortrædere"),
    "meeting": gettext_lazy("Møder"),
    "agenda": gettext_lazy("Dagsordener"),
    "treatment": gettext_lazy("Punkter på dagsordenen"),
    "item": gettext_lazy("Punkter på dagsordenen"),
    "matter": gettext_lazy("Sager"),
    "topic": gettext_lazy("Emner"),
    "annex": gettext_lazy("Bilag"),
    "decision": gettext_lazy("Beslutninger"),
    "followup": gettext_lazy("Opfølgning"),
    "minutes": gettext_lazy("Referater"),
    "wheel": gettext_lazy("Årshjul"),
    "year": gettext_lazy("Årshjul"),
    "occurrence": gettext_lazy("Årshjul"),
    "activity": gettext_lazy("Årshjul"),
    "project": gettext_lazy("Projekter"),
    "proposal": gettext_lazy("Projektforslag"),
    "status": gettext_lazy("Statusrapporter"),
    "todo": gettext_lazy("Opgaver"),
    "subscription": gettext_lazy("Kalender"),
    "person": gettext_lazy("Personer"),
    "orgunit": gettext_lazy("Enheder"),
    "role": gettext_lazy("Roller"),
    "account": gettext_lazy("Konti"),
    "import": gettext_lazy("Indlæsning fra filer"),
    "mail": gettext_lazy("Mail"),
    "municipality": gettext_lazy("Kommunens indstillinger"),
    "setup": gettext_lazy("De første skridt"),
    "audit": gettext_lazy("Hændelsesloggen"),
}


@page("page.see")
def rights(request: HttpRequest) -> HttpResponse:
    """Both tables on one page, with what is not set said plainly."""
    on = day_asked(request)
    text = kommissorium_on(on)
    context = {
        "groups": _groups(),
        "bodies": [
            {"body": rules, "rows": [_right(row, text) for row in text.rights if row.body == rules.code]}
            for rules in text.bodies
        ],
        "needs": [
            {"text": capital(effect_name(code)), "suggested": "needs_decision" in text.settings.suggested,
             "bodies": [text.body(row.body).name_definite for row in text.rights if code in row.effects and row.mode is RightMode.DECIDES]}
            for code in text.settings.needs_decision
        ],
        "unset": _unset(text),
        "version": version_on(on),
        "trail": [HOME],
    }  # fmt: skip
    return render(request, "bodies/rights.html", context)


def _groups() -> list[dict[str, Any]]:
    """The policy table by subject: each sentence once, with everybody it holds for."""
    subjects: dict[str, dict[str, list[str]]] = {}
    for row in TABLE.rows():
        subject = str(SUBJECTS.get(row.action.split(".")[0], _("Andet")))
        who = subjects.setdefault(subject, {}).setdefault(row.sentence, [])
        if row.who.words not in who:
            who.append(row.who.words)
    order = list(dict.fromkeys(str(words) for words in SUBJECTS.values()))
    names = sorted(subjects, key=lambda name: order.index(name) if name in order else len(order))
    return [
        {"subject": name, "rows": [{"sentence": sentence, "who": who} for sentence, who in subjects[name].items()]}
        for name in names
    ]


def _right(row: DecisionRight, text: KommissoriumText) -> dict[str, Any]:
    limits = []
    if row.above is not None:
        limits.append(_("fra %(amount)s kr.") % {"amount": number_text(row.above)})
    if row.category:
        limits.append(_("kun %(category)s projekter") % {"category": {"national": _("nationale og fælleskommunale"), "cross": _("tværgående"), "local": _("lokale")}.get(row.category, row.category)})  # fmt: skip
    if row.only == "end_date":
        limits.append(_("kun slutdatoen"))
    return {
        "subject": row.subject,
        "mode": capital(value_text(row.mode)),
        "effects": [effect_name(code) for code in row.effects],
        "limits": limits,
        "basis": row.basis,
        "suggested": row.suggested,
        "text": row.text,
    }


def _unset(text: KommissoriumText) -> list[str]:
    """Effects that no body has the right to by the table."""
    given = {code for row in text.rights if row.mode is RightMode.DECIDES for code in row.effects}
    # These need no right by the kommissorium's own reading.
    without = {"briefing.send", "treatment.create"}
    return [capital(effect_name(code)) for code in EFFECT_WORDS if code not in given | without]
