"""The sentence for each thing that the rules of bodies find, as a municipality would say it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from styrehjul.bodies.domain.saying import capital, genitive
from styrehjul.kernel.danish import day_text, listing, moment_text, weekday_text
from styrehjul.kernel.refusal import Reason

Facts = Mapping[str, Any]


def sentence_of(reason: Reason) -> str:
    """One full Danish sentence, with what to do where there is something to do. KeyError for a code of others."""
    return SENTENCES[reason.code](reason.facts)


def _since(facts: Facts) -> str:
    since = facts.get("since")
    return f" siden {day_text(since)}" if isinstance(since, date) else ""


def _vacant(facts: Facts) -> str:
    if facts["wanted"] and facts["wanted"] > 1:
        return f"{facts['title']}: ingen af {facts['wanted']} pladser er besat{_since(facts)}."
    return f'Pladsen "{facts["title"]}" er ubesat{_since(facts)}.'


def _too_many(facts: Facts) -> str:
    if "area_name" in facts:
        return (
            f"{facts['area_name']} har {facts['taken']} repræsentanter ({listing(facts['persons'])}), men skal have én."
        )
    return f"{facts['title']}: {facts['taken']} af {facts['wanted']} besat. Afslut en indehavers periode."


def _post(facts: Facts) -> str:
    held = f", men er {listing(facts['posts'])}" if facts["posts"] else ", men har ingen stilling i registret"
    return f'{facts["person"]} har pladsen "{facts["title"]}", der hører til stillingen {facts["expected"]}{held}.'


def _unit(facts: Facts) -> str:
    comes = f", men kommer fra {facts['unit']}" if facts.get("unit") else ""
    return f'{facts["person"]} har pladsen "{facts["title"]}" og skulle komme fra {facts["expected"]}{comes}.'


def _consent(facts: Facts) -> str:
    who = f" fra {listing(facts['heads'])}" if facts["heads"] else ""
    return (
        f"{genitive(facts['person'])} dækningsaftale mangler samtykke{who} ({listing(facts['area_names'])}). "
        "Indtil da er området ikke dækket."
    )


def _secretary_unit(facts: Facts) -> str:
    comes = f", men kommer fra {facts['unit']}" if facts.get("unit") else ""
    return f"{facts['person']} er sekretær og skal være medarbejder i {facts['expected']}{comes}."


def _close_to_fed(facts: Facts) -> str:
    days = facts["working_days"]
    return (
        f"Der er kun {days} {'arbejdsdag' if days == 1 else 'arbejdsdage'} fra {facts['body']} {weekday_text(facts['date'])} "
        f"til {facts['fed']} {weekday_text(facts['fed_date'])}. Forslaget er mindst {facts['wanted']}."
    )


def _passed(facts: Facts) -> str:
    at = day_text(facts["at"].date()) if facts.get("whole_day") else moment_text(facts["at"])
    return f'Fristen "{facts["label"]}" ville falde {at}, som er passeret. Behold den gamle, giv en ny dato, eller lad formanden undtage den.'


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "seat_vacant": _vacant,
    "too_few": lambda f: f"{f['title']}: {f['taken']} af {f['wanted']} besat.",
    "too_many": _too_many,
    "area_uncovered": lambda f: f"{f['area_name']} er ikke repræsenteret{_since(f)}.",
    "consent_missing": _consent,
    "agreement_expired": lambda f: (
        f"{genitive(f['person'])} dækningsaftale for {listing(f['area_names'])} udløb {day_text(f['ended'])}. "
        "Forny den, eller udpeg en repræsentant."
    ),
    "not_leader": lambda f: f'{f["person"]} har pladsen "{f["title"]}", men er ikke leder.',
    "secretary_is_member": lambda f: (
        f'{f["person"]} er både sekretær og medlem ("{f["member_of"]}") i {f["body"]}. Sekretæren er ikke medlem.'
    ),
    "secretary_unit": _secretary_unit,
    "term_ended": lambda f: (
        f'{genitive(f["person"])} periode på pladsen "{f["title"]}" sluttede {day_text(f["ended"])}. Genudpeg eller afløs.'
    ),
    "post_mismatch": _post,
    "area_mismatch": _unit,
    "unit_mismatch": _unit,
    "no_function": lambda f: f'{f["person"]} ("{f["title"]}") mangler en funktion, fx projektleder eller superbruger.',
    "meeting.not_working_day": lambda f: (
        f"{capital(weekday_text(f['date'], year=True))} er ikke en arbejdsdag ({f['because']}). Vælg en anden dag."
    ),
    "meeting.in_past": lambda f: (
        f"{capital(weekday_text(f['date'], year=True))} er passeret. Vælg en dag fra i dag og frem."
    ),
    "meeting.after_fed": lambda f: (
        f"{capital(f['body'])} {weekday_text(f['date'])} ligger ikke før {f['fed']} {weekday_text(f['fed_date'])}, som mødet forbereder."
    ),
    "meeting.close_to_fed": _close_to_fed,
    "meeting.close_to_own": lambda f: (
        f"{capital(f['body'])} har også møde {weekday_text(f['other'])}, {f['days']} {'dag' if f['days'] == 1 else 'dage'} fra."
    ),
    "meeting.avoided_week": lambda f: (
        f"{capital(weekday_text(f['date']))} ligger i uge {f['week']}, hvor der normalt ikke holdes møder."
    ),
    "deadline.passed": _passed,
}
