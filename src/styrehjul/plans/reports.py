"""The year's plan on paper: what is with in its order, what is not, what it takes, and what has been moved since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.bodies.queries import municipality
from styrehjul.documents.reports import report_pdf
from styrehjul.documents.values import ReportDoc, ReportPart
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.plans.domain.composing import Lock
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.labels import LOCK
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.following import LiveLine, live, score_words
from styrehjul.plans.queries.plans import Load, lines_of, loads

FOLLOWED = (PlanState.LIVE, PlanState.SUPERSEDED)


def plan_pdf(plan: PlanVersion, on: date, at: datetime, *, changed: Sequence[str] = ()) -> bytes:
    """The version as a document that everybody can read; `changed` are the differences from the one before, in words."""
    shown = live(plan, on)
    quarters, money = loads(plan, lines_of(plan))
    followed = plan.state in FOLLOWED
    parts = [_part(_("Med i planen, i prioriteret rækkefølge"), shown.lines, followed=followed)]
    if shown.going:
        parts.append(_part(_("Går på, som de er"), shown.going, followed=followed))
    if changed:
        text = (plan.why, *changed) if plan.why else tuple(changed)
        parts.insert(0, ReportPart(_("Ændret siden den gældende plan"), text=text))
    if shown.left_out:
        parts.append(_part(_("Ikke med"), shown.left_out, followed=followed))
    if followed and shown.moved:
        rows = tuple(
            (one.title, "\n".join(words for words, _bad in one.deviations) or "–", one.moved) for one in shown.moved
        )
        header = (_("Projekt eller aktivitet"), _("Ændret"), _("Grundlag"))
        parts.append(ReportPart(_("Flyttet uden en beslutning"), header=header, rows=rows, widths=(4, 3, 6)))
    doc = ReportDoc(
        municipality=municipality().name,
        title=_("Indsatsplan %(year)s") % {"year": plan.year},
        built_at=at,
        parts=tuple(parts),
        lead=_lead(plan, shown.lead if followed else ""),
        facts=(
            *((_("Timer, %(q)s") % {"q": load.words}, _load(load)) for load in quarters),
            (_("1.000 kr."), _load(money)),
        ),
        lying=True,
    )
    return report_pdf(doc)


def _lead(plan: PlanVersion, how: str) -> str:
    state = str(plan.get_state_display())
    since = ""
    if plan.live_from:
        since = _("fra %(day)s") % {"day": day_text(plan.live_from.astimezone(ZONE).date())}
    words = " ".join(part for part in (state, since) if part)
    said = [_("%(words)s, version %(n)s") % {"words": words, "n": plan.number}, plan.decision_ref]
    return f"{', '.join(part for part in said if part)}. {how}".strip()


def _load(load: Load) -> str:
    return _("%(used)s af %(of)s") % {"used": load.used, "of": load.of} if load.of else load.used


def _part(heading: str, lines: Iterable[LiveLine], *, followed: bool) -> ReportPart:
    header = [_("Plads"), _("Projekt eller aktivitet"), _("Mål og begrundelse"), _("Score"), _("Timer"), _("1.000 kr."),
              _("Begynder")]  # fmt: skip
    widths = [2, 9, 9, 2, 3, 3, 3]
    if followed:
        header.append(_("Nu"))
        widths.append(6)
    rows = tuple(_row(one, followed=followed) for one in lines)
    return ReportPart(heading, header=tuple(header), rows=rows, widths=tuple(widths), numbers=(0, 3, 4, 5))


def _row(one: LiveLine, *, followed: bool) -> tuple[str, ...]:
    line = one.line
    why = "\n".join(part for part in (one.goals, line.reason) if part) or "–"
    bound = "" if line.lock in (Lock.FREE, Lock.OUT) else str(LOCK[Lock(line.lock)])
    row = (
        one.place, f"{one.title}\n{one.under}".strip(), why, bound or score_words(line), one.hours, one.money, one.start,
    )  # fmt: skip
    if not followed:
        return row
    now = "\n".join([one.state, *(words for words, _bad in one.deviations)])
    return (*row, now)


def file_name(plan: PlanVersion) -> str:
    """ "indsatsplan-2028-version-1.pdf"."""
    return f"indsatsplan-{plan.year}-version-{plan.number}.pdf"


__all__ = ["file_name", "plan_pdf"]
