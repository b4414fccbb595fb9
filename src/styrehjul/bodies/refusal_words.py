"""What people are told when something about bodies, seats or the kommissorium is refused."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "municipality.none": (
        _("Her er ingen kommune endnu."),
        _("Opret den med ./styrehjul init --kommissorium FIL."),
    ),
    "municipality.there": (_("Her er allerede en kommune: {name}."), _("Vælg en anden mappe til en ny.")),
    "setup.step": (_("Trinnet {step} findes ikke."), _("Åbn siden med de første skridt igen.")),
    "body.not_in_kommissorium": (
        _("{body} står ikke i det kommissorium, der gjaldt den dag."),
        _("Vælg en dag, hvor organet fandtes."),
    ),
    "kommissorium.no_date": (
        _("Det står ikke, hvornår kommissoriet gælder fra."),
        _("Skriv datoen."),
    ),
    "kommissorium.before": (
        _(
            "Datoen {wished} ligger før den udgave, der gælder fra {start}. En udgave kan ikke ændre det, der har gældt."
        ),
        _("Vælg {start} eller en senere dato."),
    ),
    "kommissorium.no_decision": (
        _("Det mangler, hvilken beslutning ændringen bygger på."),
        _("Skriv for eksempel organet og datoen: “Direktionen 3. marts 2027”."),
    ),
    "draft.overtaken": (
        _("En anden udgave er sat i kraft fra {start}, efter at kladden blev begyndt."),
        _("Kassér kladden, og begynd en ny fra det, der gælder nu."),
    ),
    "draft.same": (
        _("Kladden siger det samme som det kommissorium, der gælder."),
        _("Ret noget i kladden først, eller kassér den."),
    ),
    "draft.none": (_("Der er ingen kladde."), _("Begynd en ny fra siden Kommissorium.")),
    "draft.gone": (
        _("Det, du ville rette, står ikke længere i kladden."),
        _("Gå tilbage til kladden, og se den igen."),
    ),
    "seat.unknown": (
        _("{body} har ikke den plads i kommissoriet fra {start}."),
        _("Se organets side, og vælg en af dets pladser."),
    ),
    "seat.no_unit": (
        _("{seat} er en for hver enhed: det mangler, hvilken af {group} det gælder."),
        _("Vælg enheden."),
    ),
    "seat.taken": (
        _("{name} har pladsen {seat} i samme tid: perioderne overlapper fra {start} til {end}."),
        _("Vælg en dato uden for den periode, eller afslut {name}s periode først."),
    ),
    "seat.taken_open": (
        _("{name} har pladsen {seat} i samme tid: perioderne overlapper fra {start} og frem."),
        _("Afslut {name}s periode dagen før, og prøv igen."),
    ),
    "seat.ended": (_("{name}s periode er allerede sluttet {end}."), _("Vælg en dag før den.")),
    "agreement.not_here": (
        _("Kommissoriet åbner ikke for, at en repræsentant dækker flere ved pladsen {seat}."),
        _("Besæt pladsen for hver enhed, eller ret kommissoriet."),
    ),
    "agreement.one_area": (
        _("En dækningsaftale gælder mindst to områder."),
        _("Vælg også de områder, som repræsentanten skal dække ud over sit eget."),
    ),
    "agreement.outside": (
        _("{areas} hører ikke til de områder, som pladsen tæller."),
        _("Vælg kun områder fra listen."),
    ),
    "agreement.withdrawn": (_("Aftalen er trukket tilbage."), _("Lav en ny aftale.")),
    "consent.own_area": (
        _("{area} er repræsentantens eget område; der skal intet samtykke til."),
        _("Se de andre områder i aftalen."),
    ),
    "consent.no_note": (
        _("Chefen for {area} har ikke selv svaret, så det skal stå, hvordan svaret er givet."),
        _("Skriv det i noten, for eksempel “aftalt på chefmødet 4. maj”."),
    ),
    "delegation.nothing": (
        _("Det mangler, hvad der overdrages."),
        _("Sæt kryds ved mødeledelse, godkendelse eller begge."),
    ),
    "delegation.past": (_("Perioden er slut {end}."), _("Vælg en dag, der ikke er gået.")),
    "delegation.self": (_("{name} har selv opgaven."), _("Vælg en anden person.")),
    "person.gone": (_("{name} er her ikke {start}."), _("Vælg en anden person eller en anden dag.")),
}
