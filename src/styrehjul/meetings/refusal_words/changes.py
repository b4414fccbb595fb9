"""What changes after dispatch, moves after dispatch and readers' own things say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_PAGE = _("Se på siden Ændringer, hvor de står nu.")
WORDS = {
    "changes.not_sent": (_("Dagsordenen er ikke udsendt endnu."), _("Ret punktet direkte.")),
    "changes.already_with_chair": (_("Ændringerne ligger hos formanden."), _("Vent på svaret, eller ret i dem igen.")),
    "changes.empty": (_("Der er ingen ændringer at sende."), _("Ret et punkt, eller læg et bilag på.")),
    "changes.late_because": (
        _("Fristen for eftersendelse var {due}."),
        _("Skriv, hvorfor ændringerne ikke kan vente. Formanden afgør, om de må sendes."),
    ),
    "changes.late": (
        _("Fristen for eftersendelse var {due}."),
        _("Sæt kryds ved, at ændringerne må sendes alligevel, eller send dem retur."),
    ),
    "changes.not_with_chair": (
        _("Der ligger ingen ændringer til godkendelse. Der er ikke sendt noget igen."),
        _("Se på mødets side, hvad der er sendt."),
    ),
    "changes.none_open": (_("Der er ingen ændringer under udarbejdelse."), _("Begynd med at rette et punkt.")),
    "changes.gone": (_("Ændringen er taget ud eller sendt i mellemtiden."), _PAGE),
    "changes.other_annex": (_("Bilaget hører til et andet punkt."), _("Vælg et bilag på punktet.")),
    "changes.cannot_wait": (
        _("Et tillægspunkt skal have en begrundelse."),
        _("Skriv, hvorfor punktet ikke kan udsættes til næste møde."),
    ),
    "change_set.send_to_chair": (_("Ændringerne ligger allerede hos formanden."), _PAGE),
    "change_set.return": (_("Ændringerne ligger ikke hos formanden."), _PAGE),
    "change_set.void": (_("Ændringerne ligger ikke hos formanden."), _PAGE),
    "change_set.send": (_("Ændringerne ligger ikke til godkendelse."), _PAGE),
    "change_set.drop": (_("Ændringerne er sendt eller droppet."), _PAGE),
    "not_allowed.changes.draft": (
        _("Ændringer af en udsendt dagsorden forberedes af sekretæren."),
        _("Spørg sekretæren."),
    ),
    "not_allowed.changes.approve": (
        _("Kun den, der godkender dagsordenen, kan godkende ændringer af den. Sekretæren kan ikke."),
        _("Spørg formanden."),
    ),
    "item.late_because": (
        _("{named}: materialet er kommet efter fristen."),
        _("Skriv på punktet under Mere, hvorfor det ikke kan vente. Det står på dagsordenen."),
    ),
    "reading.not_sent": (_("Dagsordenen er ikke udsendt endnu."), _("Vent, til du har fået den.")),
    "note.too_long": (_("Noten er for lang."), _("Den kan højst fylde {limit} tegn.")),
    "meeting.chair_confirms": (
        _("Dagsordenen er udsendt, så formanden bekræfter flytningen."),
        _("Bed formanden om det på mødets side under Flyt mødet."),
    ),
    "not_allowed.meeting.confirm_move": (
        _("Kun den, der godkender dagsordenen, bekræfter en flytning, når den er udsendt."),
        _("Spørg formanden."),
    ),
    "move.confirm": (_("Flytningen venter ikke på svar."), _("Se på mødets side, hvornår det er.")),
    "move.decline": (_("Flytningen venter ikke på svar."), _("Se på mødets side, hvornår det er.")),
}
