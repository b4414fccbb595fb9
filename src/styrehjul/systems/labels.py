"""Danish words for what a system, a contract and a watch can stand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import Labels
from styrehjul.systems.domain.words import Lifecycle, Scheme, Source, WatchKind, WatchState

SOURCE: Labels = {
    Source.MANUAL: _("Skrevet ind her"),
    Source.EXCEL: _("Fra en liste"),
    Source.KITOS: _("Fra Kitos"),
}
LIFECYCLE: Labels = {
    Lifecycle.CONSIDERED: _("Overvejes"),
    Lifecycle.PILOT: _("Under afprøvning"),
    Lifecycle.PHASING_IN: _("Under indfasning"),
    Lifecycle.OPERATIONAL: _("I drift"),
    Lifecycle.PHASING_OUT: _("Under udfasning"),
    Lifecycle.NOT_IN_USE: _("Ikke i drift"),
    Lifecycle.UNKNOWN: _("Ukendt"),
}
SCHEME: Labels = {
    Scheme.KLE: _("KLE"),
    Scheme.FORM: _("FORM"),
    Scheme.OWN: _("Kommunens egne opgaver"),
}
WATCH_KIND: Labels = {
    WatchKind.CONTRACT_END: _("Kontrakten udløber"),
    WatchKind.NOTICE: _("Sidste dag for opsigelse"),
    WatchKind.PROCUREMENT: _("Genanskaffelsen skal i gang"),
    WatchKind.SUPPORT_END: _("Leverandøren holder op med at vedligeholde systemet"),
    WatchKind.USE_ENDS: _("Systemet skal ud af brug"),
    WatchKind.TARGET: _("Retningen skal være nået"),
    WatchKind.RISK: _("Næste risikovurdering"),
    WatchKind.OVERSIGHT: _("Næste tilsyn med databehandler"),
}
WATCH_STATE: Labels = {
    WatchState.OPEN: _("Åben"),
    WatchState.HANDLED: _("Taget hånd om"),
    WatchState.MOVED: _("Datoen er flyttet"),
}
# Kitos's words for the periods that notice is reckoned by.
PERIOD = {
    "EndOfMonth": _("Måneden"),
    "EndOfQuarter": _("Kvartalet"),
    "EndOfHalfYear": _("Halvåret"),
    "EndOfCalendarYear": _("Kalenderåret"),
}
PERIOD_END = {
    "EndOfMonth": _("månedens udgang"),
    "EndOfQuarter": _("kvartalets udgang"),
    "EndOfHalfYear": _("halvårets udgang"),
    "EndOfCalendarYear": _("årets udgang"),
}
NOTICE_WHY_NOT = {
    "terminated": _("Kontrakten er sagt op."),
    "no_end": _("Kontrakten har ingen udløbsdato at regne fra."),
    "no_terms": _("Der står ingen opsigelsesfrist."),
    "not_a_number": _("Opsigelsesfristen er skrevet som tekst og kan ikke regnes."),
}
SUPPLIER_BASIS = {
    "main_contract": _("fra hovedkontrakten"),
    "catalogue": _("fra Kitos's katalog"),
    "rights_holder": _("som rettighedshaver"),
}
# What a fact of the register is called on the page.
FACT = {
    "supplier": _("Leverandør"), "support_ends_on": _("Vedligeholdes til"), "short_name": _("Kaldes også"),
    "local_id": _("Lokalt nummer"), "former_name": _("Tidligere navn"), "description": _("Beskrivelse"),
    "purpose": _("Formål"), "business_type": _("Forretningstype"), "parent": _("Del af"),
    "responsible_unit": _("Ansvarlig enhed"), "in_use_from": _("Taget i brug"), "in_use_to": _("Ud af brug"),
    "program_version": _("Version"), "hosting": _("Drives"), "licence_models": _("Licens og kode"),
    "technical_types": _("Teknisk type"), "criticality_level": _("Kritikalitet"),
    "business_critical": _("Forretningskritisk"), "socially_critical": _("Samfundskritisk"),
    "ai": _("Kunstig intelligens"), "accessibility": _("Webtilgængelighed"),
    "accessibility_checked_on": _("Tilgængelighed kontrolleret"), "data_classification": _("Klassifikation af data"),
    "personal_data_level": _("Personoplysninger"), "risk_result": _("Risikovurdering"), "risk_on": _("Risikovurderet"),
    "risk_next_on": _("Næste risikovurdering"), "dpia_done": _("Konsekvensanalyse (DPIA)"),
    "oversight_next_on": _("Næste tilsyn med databehandler"), "register_notes": _("Noter"),
}  # fmt: skip
_YES_NO = {"Yes": _("Ja"), "No": _("Nej"), "DontKnow": _("Ved ikke"), "Partially": _("Delvist"), "Undecided": ""}
# Kitos's words for a value; a word that stands nowhere is told as it is.
TOLD: Mapping[str, Mapping[str, Any]] = {
    "hosting": {"OnPremise": _("Hos kommunen selv"), "External": _("Eksternt"), "Hybrid": _("Begge steder"), "Undecided": ""},
    "risk_result": {"Low": _("Lav risiko"), "Medium": _("Mellem risiko"), "High": _("Høj risiko"), "Undecided": ""},
    "personal_data_level": {
        "None": _("Ingen"), "PersonData": _("Almindelige"), "SensitiveData": _("Følsomme"),
        "LegalData": _("Straffedomme og lovovertrædelser"),
    },
    **dict.fromkeys(("business_critical", "socially_critical", "ai", "accessibility", "dpia_done"), _YES_NO),
}  # fmt: skip
