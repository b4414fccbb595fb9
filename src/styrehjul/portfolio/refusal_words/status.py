"""What the portfolio's settings and status say no with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "settings.red_before_yellow": (
        _("Rødt kan ikke komme før gult."),
        _("Sæt flere måneder for rød end for gul."),
    ),
    "settings.anchors": (
        _("Der er {told} linjer, men skalaen har {steps} trin."),
        _("Skriv én linje for hvert trin, eller lad feltet stå tomt."),
    ),
    "status.not_running": (
        _("Der gives ikke status på et projekt, der er {state}."),
        _("Status gives, fra projektet er godkendt, til det er afsluttet."),
    ),
    "status.not_green": (
        _("“Uændret siden sidst” kan kun bruges, når den sidste status var grøn."),
        _("Giv en status med en sætning om, hvordan det går."),
    ),
    "status.lacks_sentence": (
        _("Gul og rød status skal forklares."),
        _("Skriv en sætning om, hvad der er galt, og hvad der gøres."),
    ),
    "status.lacks_track": (
        _("En gul eller rød status skal sige, hvad der gøres ved det, og hvornår."),
        _("Vælg tilbage til planen, en ny plan eller at lukke projektet, og skriv en dato."),
    ),
    "status.better_than_plan": (
        _("Planen peger på en dårligere status end den, du har valgt."),
        _("Skriv i sætningen, hvorfor det går bedre, end planen siger."),
    ),
    "status.lacks_parameters": (
        _("Der mangler svar på et eller flere af de emner, kommunen spørger om."),
        _("Vælg en farve for hvert emne; “Ikke relevant” er også et svar."),
    ),
    "status.parameter_lacks_text": (
        _("{name} er gul eller rød og skal forklares."),
        _("Skriv en sætning ved {name}."),
    ),
    "status.parameter_better_than_plan": (
        _("Planen peger på en dårligere farve for {name} end den, du har valgt."),
        _("Skriv ved {name}, hvorfor det går bedre, end planen siger."),
    ),
    "status.parameter_unknown": (
        _("Emnet findes ikke i kommunens statusskema."),
        _("Åbn siden igen, og vælg blandt de emner, der står der."),
    ),
    "status.need_in_past": (
        _("Beslutningen kan ikke ønskes til en dag, der er gået."),
        _("Vælg en senere dato."),
    ),
    "status.need_without_question": (
        _("Skriv det spørgsmål, der skal besluttes."),
        _("Lad datoen stå tom, hvis der ikke er behov for en beslutning."),
    ),
    "status.waits_for_owner": (
        _("Projektets seneste status venter på projektejerens godkendelse."),
        _("Bed projektejeren godkende den eller sende den tilbage."),
    ),
    "status.not_the_last": (
        _("Kun projektets seneste status kan rettes."),
        _("Giv en ny status i stedet."),
    ),
    "status.opinion_lacks_sentence": (
        _("En anden vurdering skal begrundes."),
        _("Skriv en sætning om, hvorfor du ser det anderledes."),
    ),
    "status.submit": (_("Status er allerede givet."), _("Se den på projektets side.")),
    "status.freeze": (_("Status venter ikke på godkendelse."), _("Se den på projektets side.")),
    "status.return": (_("Status venter ikke på godkendelse."), _("Se den på projektets side.")),
    "status_round.already_open": (
        _("Der er allerede en statusrunde, der slutter {day}."),
        _("Slut den først, eller brug den."),
    ),
    "status_round.deadline_past": (_("Fristen kan ikke være en dag, der er gået."), _("Vælg en senere dato.")),
    "status_round.after_meeting": (
        _("Fristen skal ligge før mødet, svarene skal bruges på."),
        _("Vælg en tidligere frist."),
    ),
    "status_round.nobody": (
        _("Der er ingen nationale eller tværgående projekter i gang."),
        _("Åbn runden, når der er et projekt at spørge til."),
    ),
    "status_round.close": (_("Statusrunden er slut."), _("Åbn en ny, når der skal spørges igen.")),
    "status_round.link_over": (
        _("Linket gælder ikke længere."),
        _("Log ind, og giv status på projektets side."),
    ),
    "status_parameter.no_name": (_("Emnet mangler et navn."), _("Skriv, hvad det skal hedde.")),
    "status_parameter.same_name": (_("Der er allerede et emne, der hedder {name}."), _("Vælg et andet navn.")),
    "status_parameter.category": (_("Kategorien kendes ikke."), _("Vælg blandt de tre kategorier.")),
    "status_parameter.too_many": (
        _("Der kan højst gives status på {most} emner."),
        _("Tag et andet ud af brug først."),
    ),
}
