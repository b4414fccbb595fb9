"""What is said no with about a meeting and its calendar, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se på mødets side, hvor det står nu.")

WORDS = {
    "meeting.not_held_yet": (
        "Mødet er ikke holdt endnu.",
        "Et kommende møde oprettes som ekstra møde eller med årets møder.",
    ),
    "minutes.not_pdf": ("{name} er ikke en PDF.", "Gem referatet som PDF, og vælg den fil."),
    "meeting.slot_taken": (
        _("{body} har allerede sit møde i den del af {year}."),
        _("Planlæg det som et ekstra møde."),
    ),
    "meeting.closed_day": (_("{day:ugedag} er {because}."), _("Vælg en arbejdsdag.")),
    "meeting.ends_before_start": (_("Mødet slutter, før det begynder."), _("Ret tiden.")),
    "meeting.none_to_call": (
        _("Der er ingen møder i {year}, der kan indkaldes til."),
        _("Skriv et sted, eller ret det, der mangler, på mødets side."),
    ),
    "room.incomplete": (_("Lokalet mangler et navn eller en mailadresse."), _("Skriv begge dele.")),
    "room.name_taken": (_("{room} er registreret i forvejen."), _("Ret det lokale, der står der.")),
    "room.no_inbox": (
        _("Styrehjul læser endnu ikke svar fra kalendere."),
        _("Bed it-afdelingen sætte postkassen til kalendersvar op."),
    ),
    "room.test_running": (
        _("{room} er ved at blive testet."),
        _("Vent på svaret. Kommer der intet, slutter testen efter et døgn."),
    ),
    "room.none_to_ask": (
        _("Der er ingen møder i {room}, der mangler at blive booket."),
        _("Skriv lokalets navn som mødets sted, så bookes det af sig selv."),
    ),
    "meeting.in_past": (_("Mødet kan ikke lægges i fortiden: {at}."), _("Vælg en senere dag.")),
    "meeting.deadline_in_past": (
        _('Fristen "{label}" ville falde {at}, og den tid er gået.'),
        _("Vælg en senere dag, eller bekræft, at fristen fraviges."),
    ),
    "meeting.cancelled": (_("Mødet er aflyst."), _("Planlæg et nyt møde.")),
    "meeting.begun": (_("Mødet er begyndt eller holdt."), _SEE),
    "meeting.already_invited": (
        _("Mødet er indkaldt."),
        _("Flyt mødet, hvis tiden er ændret; indkaldelsen følger med."),
    ),
    "meeting.no_place": (_("Mødet mangler et sted eller et link."), _("Skriv, hvor mødet holdes.")),
    "meeting.no_chair": (_("Organet har ingen formand den dag."), _("Besæt pladsen under Organisation.")),
    "meeting.no_secretary": (_("Organet har ingen sekretær den dag."), _("Besæt pladsen under Organisation.")),
    "meeting.no_members": (_("Organet har ingen medlemmer den dag."), _("Besæt pladserne under Organisation.")),
    "meeting.without_address": (_("Disse mangler en mailadresse: {names}."), _("Skriv adressen under Organisation.")),
    "meeting.not_sent": (_("Dagsordenen er ikke udsendt."), _("Udsend den først.")),
    "meeting.too_early": (_("Mødet er {at}."), _("Det kan startes på dagen.")),
    "meeting.nobody_leads": (
        _("Formanden har meldt afbud, og ingen er udpeget til at lede mødet."),
        _("Vælg en mødeleder."),
    ),
    "meeting.cannot_lead": (
        _("{name} kan ikke overtage mødeledelsen."),
        _("Vælg et medlem, der er til stede."),
    ),
    "meeting.not_running": (_("Mødet er ikke begyndt."), _("Start mødet først.")),
    "meeting.already_ended": (
        _("Mødet er afsluttet."),
        _("Bed formanden om at sende referatet retur, hvis noget skal rettes."),
    ),
    "meeting.attendance_missing": (
        _("Det er ikke noteret, om disse er til stede: {names}."),
        _("Notér dem, og afslut mødet."),
    ),
    "meeting.chair_beside": (
        _("{chair} leder mødet og bekræfter beslutningerne."),
        _('Afslut mødet sammen med mødelederen, og sæt kryds ved "Mødelederen bekræfter".'),
    ),
    "meeting.no_next": (_("Der er ikke planlagt et næste møde i {body}."), _("Planlæg et møde først.")),
    "answer.too_late": (
        _("Der kan ikke længere svares på indkaldelsen til mødet i {body}."),
        _("Skriv til sekretæren, hvis noget skal rettes."),
    ),
    "attendance.not_invited": (_("{name} har ikke en plads ved mødet."), _("Besæt pladsen under Organisation.")),
    "attendance.reply_unknown": (_("Svaret kendes ikke."), _("Vælg et af svarene på listen.")),
}
