"""Who may do what is refused to others, and whom to ask."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "not_allowed.agenda.approve": (
        _(
            "Kun formanden, eller den, som formanden har overdraget det til, kan godkende dagsordenen. Sekretæren kan ikke."
        ),
        _("Send dagsordenen til formanden."),
    ),
    "not_allowed.agenda.return": (
        _("Kun den, der kan godkende dagsordenen, kan sende den retur."),
        _("Spørg formanden."),
    ),
    "not_allowed.agenda.dispatch": (_("Kun sekretæren udsender dagsordenen."), _("Spørg sekretæren.")),
    "not_allowed.agenda.send_to_chair": (_("Kun sekretæren sender dagsordenen til formanden."), _("Spørg sekretæren.")),
    "not_allowed.agenda.prepare": (
        _("Dagsordenen sættes sammen af sekretæren, formanden og det forberedende organs formand."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.edit": (
        _("Punktet rettes af den ansvarlige og af dem, der forbereder mødet."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.make_ready": (
        _("Punktet sættes klar af den ansvarlige, sekretæren eller det forberedende organs formand."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.treatment.return": (_("Punktet sendes retur af dem, der forbereder mødet."), _("Spørg sekretæren.")),
    "not_allowed.meeting.plan": (_("Møder planlægges af sekretæren og administrator."), _("Spørg sekretæren.")),
    "not_allowed.meeting.move": (_("Mødet flyttes af sekretæren eller formanden."), _("Spørg sekretæren.")),
    "not_allowed.meeting.cancel": (
        _("Mødet aflyses af formanden, eller af sekretæren efter aftale."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.room.keep": (_("Sekretæren og administrator registrerer lokaler."), _("Spørg sekretæren.")),
    "not_allowed.meeting.invite": (_("Sekretæren indkalder og booker lokale."), _("Spørg sekretæren.")),
    "not_allowed.meeting.lead": (
        _("Mødet føres af formanden, eller af sekretæren på formandens vegne."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.meeting.end": (
        _("Mødet afsluttes af formanden, eller af sekretæren sammen med formanden."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.decision.record": (_("Beslutninger skrives af sekretæren og mødelederen."), _("Spørg sekretæren.")),
    "not_allowed.decision.resolve": (
        _("Formanden bekræfter, at beslutningen skal gennemføres nu."),
        _("Spørg formanden."),
    ),
    "not_allowed.minutes.approve": (
        _(
            "Kun formanden, eller den, som formanden har overdraget det til, kan godkende referatet. Sekretæren kan ikke."
        ),
        _("Spørg formanden."),
    ),
    "not_allowed.minutes.comment": (
        _("Referatet kommenteres af organets medlemmer, mens det er til kommentering."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.minutes.answer": (_("Sekretæren svarer på bemærkninger til referatet."), _("Spørg sekretæren.")),
    "not_allowed.minutes.correct": (
        _("Rettelser til et referat skrives af sekretæren eller formanden."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.proposal.place": (
        _("Sekretæren, eller det forberedende organs formand, sætter projektforslag på et møde."),
        _("Spørg sekretæren."),
    ),
}
