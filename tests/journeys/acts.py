"""What the people of the town do again and again at their browsers: each act is one function, told by who does it.

Nothing here writes to the database; what an act needs to know of it, it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from styrehjul.briefings.models import Briefing
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.mail import tasks as outbox
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.tasks import meetings as meeting_tasks
from styrehjul.meetings.tasks import minutes as minutes_tasks
from tests.journeys.scene import Town

YEAR = 2028
CHAIR = {"styregruppe": "Stine", "programgruppe": "Mette"}
# How many are at the table of each: everybody with a seat, the secretary too.
AT_THE_TABLE = {"styregruppe": 7, "programgruppe": 6}


def meeting_of(body: str, quarter: int) -> Meeting:
    """The body's rolled meeting of the quarter."""
    return Meeting.objects.get(body__code=body, year=YEAR, slot=str(quarter))


def item_called(meeting: Meeting, title: str) -> Treatment:
    """The item of that name on the meeting."""
    return meeting.treatments.get(title=title)


def proposal_on(meeting: Meeting, title: str) -> Treatment:
    """The item that treats the proposal of that name on the meeting."""
    return meeting.treatments.get(matter__project__title=title)


def due(meeting: Meeting, code: str) -> date:
    """The day of one of the meeting's deadlines."""
    return meeting.deadlines.get(code=code).at.astimezone(ZONE).date()


def goes_on(town: Town, day: date | None, hour: int = 9, minute: int = 0) -> None:
    """The clock goes on to that day; the worker has been at it meanwhile, and all mail is away."""
    assert day is not None
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
    town.time_is(moment)
    while outbox.run_once(moment):
        pass
    meeting_tasks.run_once(moment)
    minutes_tasks.run_once(moment)


@contextmanager
def opened(page: Any, summary: str, *, inside: Any = None) -> Iterator[Any]:
    """What is folded away under these words, unfolded."""
    details = (inside or page).locator("details").filter(has=page.locator("summary", has_text=summary)).last
    if details.get_attribute("open") is None:
        details.locator("summary").first.click()
    yield details


def said(page: Any, words: str) -> None:
    """The page says so."""
    shown = page.inner_text("body")
    assert words in shown, shown


# Before the meeting ------------------------------------------------------------------------------------------------


def proposes(town: Town, title: str) -> None:
    """Olga has an idea, and answers what the page asks."""
    town.opens("Olga", "/projekter/")
    page = town.clicks_on("Olga", "Nyt projektforslag", role="link")
    page.get_by_label("Hvad skal projektet hedde?").fill(title)
    page.get_by_label("Hvorfor skal det laves?").fill("Borgerne skal kunne klare det selv.")
    page.get_by_label("Hvilket mål bidrager det til?").select_option(label="9 af 10 forstår brevet")
    page.get_by_label("Fagchefområde").select_option(label="Ældre og Omsorg")
    page.get_by_label("Ønsket færdigt").select_option(index=2)
    said(town.clicks_on("Olga", "Indsend"), "Forslaget er indsendt.")


def puts_proposal_on(town: Town, title: str, meeting: Meeting) -> Treatment:
    """Peter finds it under "Det næste for dig", where the meeting is named."""
    page = town.opens("Peter", "/")
    row = page.locator("#naeste li", has_text=title)
    day = day_text(meeting.starts_at.astimezone(ZONE).date(), year=False)
    town.clicks_on("Peter", f"Sæt på styregruppens møde {day}", inside=row)
    return proposal_on(meeting, title)


def adds_item(town: Town, meeting: Meeting, title: str, *, responsible: str, kind: str = "Til beslutning") -> Treatment:
    """Peter puts an item on the agenda with three fields."""
    town.opens("Peter", meeting.get_absolute_url())
    page = town.clicks_on("Peter", "Tilføj punkt", role="link")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Slags").select_option(label=kind)
    page.get_by_label("Ansvarlig").fill(town.person(responsible).name)
    said(town.clicks_on("Peter", "Tilføj punkt"), "Punktet er sat på dagsordenen.")
    return item_called(meeting, title)


def writes(town: Town, who: str, item: Treatment, *, resume: str, at: str = "") -> None:
    """The responsible comes by the mail's link, writes what is lacking, and says that it is ready."""
    page = town.opens(who, item.get_absolute_url())
    page.get_by_label("Resumé").fill(resume)
    if at:
        page.get_by_label("1. at", exact=True).fill(at)
    page.get_by_label("Økonomiske konsekvenser").fill("Ingen.")
    said(town.clicks_on(who, "Klar"), "Punktet er klar.")


def rewrites(town: Town, who: str, item: Treatment, *, resume: str) -> None:
    """The responsible corrects an item that is ready already."""
    page = town.opens(who, f"{item.get_absolute_url()}ret/")
    page.get_by_label("Resumé").fill(resume)
    town.clicks_on(who, "Gem")
    said(town.opens(who, f"{item.get_absolute_url()}?laes=1"), resume)


def is_sent_out(town: Town, meeting: Meeting) -> None:
    """To the chair, who reads and approves exactly that version; then to everybody at the table, once."""
    chair, m = CHAIR[meeting.body.code], meeting.get_absolute_url()
    goes_on(town, due(meeting, "dispatch") - timedelta(days=1))
    town.opens("Peter", m)
    said(town.clicks_on("Peter", "Send til formanden"), "Dagsordenen er sendt til formanden.")
    town.opens(chair, town.path_in_mail(chair, "to_chair"))
    said(town.clicks_on(chair, "Godkend"), "Dagsordenen er godkendt.")
    before = OutboxMessage.objects.filter(kind="agenda").count()
    town.opens("Peter", m)
    town.clicks_on("Peter", "Udsend")
    assert OutboxMessage.objects.filter(kind="agenda").count() - before == AT_THE_TABLE[meeting.body.code]


# The meeting -------------------------------------------------------------------------------------------------------


def begins(town: Town, meeting: Meeting) -> Any:
    """Peter opens the meeting's page on the day and begins."""
    start = meeting.starts_at.astimezone(ZONE)
    goes_on(town, start.date(), start.hour, 2)
    town.opens("Peter", meeting.get_absolute_url())
    return town.clicks_on("Peter", "Start mødet")


def follows(town: Town, item: Treatment) -> None:
    """The recommendation is followed: one press."""
    part = town.page_of("Peter").locator(f"#b-{item.pk}")
    saves(town, part, f"Indstillingen følges {item.title}")


def decides(town: Town, item: Treatment, outcome: str, text: str) -> None:
    """Another outcome than the recommended, with its text."""
    part = town.page_of("Peter").locator(f"#b-{item.pk}")
    part.locator("summary").first.click()
    part.get_by_label(outcome, exact=True).check()
    part.get_by_label("Beslutning", exact=True).fill(text)
    saves(town, part, f"Gem punktet {item.title}")


def saves(town: Town, part: Any, name: str) -> None:
    """Only this part of the running meeting's page comes anew, and says that it is kept."""
    town.clicks.append(f"Peter: {name}")
    part.get_by_role("button", name=name, exact=True).click()
    part.locator(".saved").wait_for()


def ends(town: Town, meeting: Meeting) -> None:
    """The chair ends the meeting; the decisions are in force."""
    chair = CHAIR[meeting.body.code]
    town.opens(chair, f"{meeting.get_absolute_url()}afhold/")
    said(town.clicks_on(chair, "Afslut mødet"), "Mødet er afsluttet, og beslutningerne er i kraft.")


def approves_minutes(town: Town, meeting: Meeting) -> None:
    """The chair approves the minutes the next working day; everybody gets them."""
    chair, body = CHAIR[meeting.body.code], meeting.body.code
    before = OutboxMessage.objects.filter(kind="minutes").count()
    town.opens(chair, f"{meeting.get_absolute_url()}referat/")
    town.clicks_on(chair, "Godkend referatet")
    assert OutboxMessage.objects.filter(kind="minutes").count() - before == AT_THE_TABLE[body]


def tells_the_board(town: Town, meeting: Meeting) -> None:
    """The draft lies ready for Peter when the meeting has ended: he reads it through, and sends it (R44)."""
    draft = Briefing.objects.get(meeting_uuid=meeting.uuid)
    town.opens("Peter", "/strategi/orienteringer/")
    town.clicks_on("Peter", draft.title, role="link")
    town.clicks_on("Peter", "Gem, og se den, før den sendes")
    said(town.clicks_on("Peter", "Send"), "Sendt")
    assert OutboxMessage.objects.filter(kind="briefing", subject_uuid=str(draft.uuid)).count() == 1


def answers_assessment(town: Town, item: Treatment, why: str) -> None:
    """The direction still holds; the meeting cannot end without the answer (R45)."""
    part = town.page_of("Peter").locator(f"#punkt-{item.pk}")
    page = town.clicks_on("Peter", "Svar på vurderingen", role="link", inside=part)
    page.get_by_label("Nej", exact=True).check()
    page.get_by_label("Hvad?").fill(why)
    said(town.clicks_on("Peter", "Gem svaret"), "Vurderingen er skrevet.")


# Topics and needs --------------------------------------------------------------------------------------------------


def writes_topic(town: Town, who: str, meeting: Meeting, text: str) -> None:
    """One line on the meeting's page, before the meeting."""
    page = town.opens(who, meeting.get_absolute_url())
    page.get_by_label("Nyt emne").fill(text)
    said(town.clicks_on(who, "Tilføj nyt emne"), "Emnet er tilføjet.")


def topic_becomes_task(town: Town, text: str, responsible: str, by_when: date) -> None:
    """During the meeting Peter makes the topic somebody's task."""
    page = town.clicks_on("Peter", f"Gør til … {text}", role="link")
    with opened(page, "Opgave") as details:
        details.get_by_label("Ansvarlig").fill(town.person(responsible).name)
        details.get_by_label("Frist").fill(by_when.isoformat())
        said(town.clicks_on("Peter", "Gør til opgave", inside=details), "opgave")


def raises_need(town: Town, who: str, meeting: Meeting, question: str) -> None:
    """A question that another body must answer, from the meeting's own page."""
    town.opens(who, meeting.get_absolute_url())
    page = town.clicks_on(who, "Nyt beslutningsbehov", role="link")
    page.get_by_label("Hvad skal besluttes?").fill(question)
    said(town.clicks_on(who, "Rejs behovet"), "Beslutningsbehovet er rejst.")


def sends_need_on(town: Town, question: str) -> None:
    """The tick on the standing item: the need goes to the steering group when the meeting is ended."""
    said(
        town.clicks_on("Peter", f"Send til styregruppen : {question}"),
        "Behovet sendes videre, når mødet afsluttes.",
    )


# Off the straight road ---------------------------------------------------------------------------------------------


def goes_to_chiefs_first(town: Town, item: Treatment, on: date) -> None:
    """The item is to be treated at a chiefs' meeting before the body's own."""
    town.opens("Peter", f"{item.get_absolute_url()}?laes=1")
    page = town.clicks_on("Peter", "Behandles først på chefmøde", role="link")
    page.get_by_label("Dato").fill(on.isoformat())
    said(town.clicks_on("Peter", "Gem"), "Gemt.")


def writes_what_the_chiefs_said(town: Town, item: Treatment, outcome: str, remarks: str) -> None:
    """Peter writes the outcome on the item."""
    town.opens("Peter", f"{item.get_absolute_url()}?laes=1")
    page = town.clicks_on("Peter", "Skriv udfaldet", role="link")
    page.get_by_label("Udfald").select_option(label=outcome)
    page.get_by_label("Bemærkninger").fill(remarks)
    said(town.clicks_on("Peter", "Gem udfaldet"), "Udfaldet er gemt.")


def drafts_additional_item(town: Town, meeting: Meeting, title: str, *, why: str, at: str) -> None:
    """An item that cannot wait comes on after dispatch; nobody gets it before the chair has approved."""
    town.opens("Peter", f"{meeting.get_absolute_url()}aendringer/")
    page = town.clicks_on("Peter", "Tillægspunkt", role="link")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Slags").select_option(label="Til beslutning")
    page.get_by_label("Ansvarlig").fill(town.person("Mette").name)
    page.get_by_label("Hvorfor kan punktet ikke udsættes?").fill(why)
    page.get_by_label("Resumé").fill("Leverandøren skal have svar inden måneden er omme.")
    page.get_by_label("1. at", exact=True).fill(at)
    page.get_by_label("Økonomiske konsekvenser").fill("Ingen.")
    said(town.clicks_on("Peter", "Gem ændringen"), "Ændringen er gemt. Ingen har fået den endnu.")


def sends_changes(town: Town, meeting: Meeting) -> None:
    """Peter asks, and the chair reads on the phone what is changed, and no more."""
    chair = CHAIR[meeting.body.code]
    town.opens("Peter", f"{meeting.get_absolute_url()}aendringer/")
    town.clicks_on("Peter", "Send til formanden")
    town.opens(chair, town.path_in_mail(chair, "changes_to_chair"))
    said(town.clicks_on(chair, "Godkend og send"), "Ændringerne er godkendt og sendt til medlemmerne.")


def sends_in_writing(town: Town, item: Treatment) -> None:
    """The matter cannot wait for the meeting: it is sent to the members to answer."""
    town.opens("Peter", f"{item.get_absolute_url()}?laes=1")
    town.clicks_on("Peter", "Send i skriftlig høring", role="link")
    said(town.clicks_on("Peter", "Send i høring"), "Sagen er sendt i skriftlig høring.")


def answers_in_writing(town: Town, who: str, answer: str) -> Any:
    """A member reads the material by the mail's link and answers."""
    page = town.opens(who, town.path_in_mail(who, "written"))
    page.get_by_label(answer, exact=True).check()
    page = town.clicks_on(who, "Send svar")
    said(page, "Dit svar er gemt.")
    return page


def corrects_minutes(town: Town, meeting: Meeting, item: Treatment, *, text: str, because: str) -> None:
    """Peter writes a correction of approved minutes, and the chair approves it."""
    chair, minutes = CHAIR[meeting.body.code], f"{meeting.get_absolute_url()}referat/"
    page = town.opens("Peter", minutes)
    with opened(page, "Skriv en rettelse") as details:
        details.get_by_label("Hvad gælder den?").select_option(value=str(item.pk))
        details.get_by_label("Rettelse").fill(text)
        details.get_by_label("Begrundelse").fill(because)
        said(town.clicks_on("Peter", "Send til formanden", inside=details), "Rettelsen er sendt til formanden.")
    town.opens(chair, minutes)
    said(town.clicks_on(chair, "Godkend rettelsen"), "Rettelsen er godkendt og sendt til medlemmerne.")


def moves(town: Town, meeting: Meeting, day: date) -> None:
    """Peter sees what the move means, and moves it."""
    page = town.opens("Peter", f"{meeting.get_absolute_url()}flyt/")
    page.get_by_label("Dato").fill(day.isoformat())
    said(town.clicks_on("Peter", "Vis, hvad det betyder"), "indkaldte får den samme kalenderaftale")
    said(town.clicks_on("Peter", "Flyt mødet"), "Mødet er flyttet.")


def plans_extra(town: Town, title_of_body: str, day: date, place: str) -> Meeting:
    """A meeting that nobody had planned."""
    town.opens("Peter", "/moeder/")
    page = town.clicks_on("Peter", "Ekstra møde", role="link")
    page.get_by_label("Organ").select_option(label=title_of_body)
    page.get_by_label("Dato").fill(day.isoformat())
    page.get_by_label("Sted").fill(place)
    said(town.clicks_on("Peter", "Opret mødet"), "Mødet er oprettet.")
    return Meeting.objects.get(body__name=title_of_body, extra=True)
