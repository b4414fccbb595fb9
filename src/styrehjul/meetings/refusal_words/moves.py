"""What a state does not allow, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se på mødets side, hvor det står nu.")
_ITEM = _("Ret punktet, eller flyt det til næste møde.")
_RUN = _("Punktet kan ikke ændres sådan, som det står nu.")
_AGENDA = _("Dagsordenen kan ikke ændres sådan, som den står nu.")

WORDS = {
    "calendar.invite": (_("Et aflyst møde kan ikke indkaldes."), _("Planlæg et nyt møde.")),
    "calendar.move": (_("Et aflyst møde kan ikke flyttes."), _("Planlæg et nyt møde.")),
    "calendar.cancel": (_("Mødet er allerede aflyst."), ""),
    "agenda.close_for_items": (_("Dagsordenen er allerede lukket for punkter."), _SEE),
    "agenda.send_to_chair": (_("Dagsordenen kan ikke sendes til formanden nu."), _SEE),
    "agenda.return": (_("Dagsordenen ligger ikke hos formanden."), _SEE),
    "agenda.approve": (_("Dagsordenen ligger ikke til godkendelse."), _SEE),
    "agenda.void": (_AGENDA, _SEE),
    "agenda.dispatch": (_("Dagsordenen er ikke godkendt, eller den er udsendt."), _SEE),
    "agenda.adopt": (_("Dagsordenen er ikke udsendt."), _SEE),
    "minutes.start": (_("Mødet er begyndt."), _SEE),
    "minutes.end": (_("Mødet er ikke i gang."), _SEE),
    "minutes.return": (_("Referatet ligger ikke hos formanden."), _SEE),
    "minutes.approve": (_("Referatet ligger ikke hos formanden."), _SEE),
    "minutes.comment": (_("Referatet ligger ikke hos formanden."), _SEE),
    "correction.approve": (_("Rettelsen er allerede afgjort."), _SEE),
    "correction.decline": (_("Rettelsen er allerede afgjort."), _SEE),
    "decision.confirm": (_("Beslutningen er allerede bekræftet."), _SEE),
    "decision.enter_force": (_("Beslutningen er ikke bekræftet, eller den er i kraft."), _SEE),
    "decision.revoke": (_("Kun en beslutning, der er i kraft, kan ophæves."), _("Vælg en anden beslutning.")),
    "treatment.propose": (_RUN, _ITEM),
    "treatment.accept": (_RUN, _ITEM),
    "treatment.assign": (_RUN, _ITEM),
    "treatment.return": (_("Punktet er hos den ansvarlige og kan ikke sendes retur."), _ITEM),
    "treatment.resume": (_RUN, _ITEM),
    "treatment.review": (
        _("Punktet kan ikke sendes til gennemsyn nu."),
        _("Det kan det, mens det er under udarbejdelse."),
    ),
    "treatment.make_ready": (_("Punktet er allerede klar eller sendt."), _SEE),
    "treatment.place": (_RUN, _ITEM),
    "treatment.lift": (_RUN, _ITEM),
    "treatment.send": (_("Punktet er ikke klar til at blive udsendt."), _ITEM),
    "treatment.begin": (_RUN, _SEE),
    "treatment.treat": (_("Punktet er ikke under behandling."), _SEE),
    "treatment.close": (_RUN, _SEE),
    "treatment.reject": (_RUN, _SEE),
    "treatment.withdraw": (_("Punktet er udsendt og kan ikke tages af."), _("Lad det udgå på mødet.")),
    "treatment.drop": (_("Punktet kan kun udgå, mens mødet holdes."), _SEE),
}
