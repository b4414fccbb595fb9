"""What the portfolio says no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_MOVED = _("Se projektets side, hvor det står nu.")

WORDS = {
    "project.propose": (_("Forslaget er allerede indsendt."), _MOVED),
    "project.put_on_agenda": (_("Forslaget kan ikke sættes på en dagsorden, som det står nu."), _MOVED),
    "project.take_back": (_("Forslaget står ikke på en dagsorden."), _MOVED),
    "project.approve": (
        _("Kun et forslag, der står til beslutning, kan godkendes."),
        _("Sæt forslaget på et møde, eller se på projektets side, hvad der er besluttet."),
    ),
    "project.reject": (_("Kun et forslag, der står til beslutning, kan afvises."), _MOVED),
    "project.postpone": (_("Kun et forslag, der står til beslutning, kan udsættes."), _MOVED),
    "project.return": (_("Kun et forslag, der står til beslutning, kan sendes retur."), _MOVED),
    "project.withdraw": (
        _("Projektet er ikke længere et forslag og kan ikke trækkes."),
        _("Det kan stoppes i stedet."),
    ),
    "project.start": (
        _("Projektet er ikke godkendt og kan ikke sættes i gang."),
        _("Et forslag skal godkendes først; et projekt på pause genoptages."),
    ),
    "project.pause": (_("Kun et projekt, der er i gang, kan sættes på pause."), _MOVED),
    "project.resume": (_("Projektet er ikke på pause."), _MOVED),
    "project.report_finished": (_("Kun et projekt, der er i gang eller på pause, kan meldes færdigt."), _MOVED),
    "project.close": (
        _("Projektet er ikke meldt færdigt."),
        _("Meld det færdigt med en slutrapport først."),
    ),
    "project.finish_follow_up": (_("Projektet er ikke i gevinstopfølgning."), _MOVED),
    "project.stop": (_("Projektet kan ikke stoppes, som det står nu."), _MOVED),
    "project.reopen": (_("Kun et projekt, der er afsluttet eller stoppet, kan genåbnes."), _MOVED),
    "project.go_on": (_("Projektet er ikke meldt færdigt."), _MOVED),
    "project.on_agenda": (
        _("Forslaget står på en dagsorden."),
        _("Bed sekretæren om at tage punktet af dagsordenen først."),
    ),
    "project.not_local": (_("Projektet er ikke lokalt."), _("Meld det færdigt, så kan det afsluttes på et møde.")),
    "project.lacks_title": (_("Projektet mangler en titel."), _("Skriv, hvad det hedder.")),
    "project.lacks_area": (
        _("Projektet mangler et fagchefområde."),
        _("Vælg området under Ret oplysninger."),
    ),
    "project.lacks_owner": (
        _("Projektet mangler en projektejer."),
        _("Vælg projektejeren på projektets side."),
    ),
    "project.lacks_manager": (
        _("Projektet mangler en projektleder."),
        _("Vælg projektlederen på projektets side."),
    ),
    "project.lacks_purpose": (_("Projektet mangler et formål."), _("Skriv, hvorfor det skal laves.")),
    "project.lacks_planned_end": (
        _("Projektet mangler en planlagt afslutning."),
        _("Skriv, hvornår det skal være færdigt."),
    ),
    "project.lacks_goal": (_("Projektet mangler et mål."), _("Skriv, hvilket mål det bidrager til.")),
    "project.lacks_external_owner": (
        _("Et nationalt eller fælleskommunalt projekt mangler sin ejer uden for kommunen."),
        _("Skriv, hvem der ejer det, for eksempel KL, KOMBIT eller et ministerium."),
    ),
    "project.lacks_partners": (
        _("Et tværkommunalt projekt mangler de andre kommuner."),
        _("Skriv, hvem kommunen er sammen med."),
    ),
    "project.lacks_closing_report": (
        _("Projektet mangler sin slutrapport."),
        _("Skriv, hvad der blev leveret, og meld projektet færdigt."),
    ),
    "project.priority_number": (_("En prioritet er et helt tal fra 1 til 9999."), _("1 er den vigtigste.")),
    "project.ends_before_start": (
        _("Projektet kan ikke slutte, før det begynder {start}."),
        _("Vælg en senere dato."),
    ),
    "project.steered_field": (
        _("Projektets {field} kan ikke rettes her, når projektet er besluttet."),
        _("Brug knappen på projektets side, så ændringen får sin begrundelse eller beslutning."),
    ),
    "project.unknown_field": (_("Feltet {field} kendes ikke."), _("Gå tilbage, og prøv igen.")),
    "project.local_state": (
        _("Et lokalt projekt registreres som idé, i gang eller afsluttet."),
        _("Vælg en af de tre."),
    ),
    "person.not_here": (
        _("Personen er ikke ansat i kommunen på den dag."),
        _("Vælg en anden person."),
    ),
    "effect.unknown": (_("Virkningen {command} kendes ikke."), _("Vælg en anden virkning.")),
    "effect.arguments": (_("{change}: {faults}."), _("Ret punktets virkning.")),
    "effect.not_as_expected": (
        _("{project} er ændret, siden indstillingen blev skrevet: {difference}."),
        _("Se, om beslutningen stadig gælder, og bekræft den igen, eller lad virkningen falde."),
    ),
}
