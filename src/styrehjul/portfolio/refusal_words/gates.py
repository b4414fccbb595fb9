"""What phases, gates and the catalogue say no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

_SEE = _("Se projektets side, hvor det står nu.")
_ENTRY = _("Se på projektets side i kataloget, hvad der er gjort ved det.")

WORDS = {
    "project.adopt": (
        _("Kun et forslag kan tages ind i porteføljen fra kataloget."),
        _("Er det allerede godkendt, er der ikke mere at beslutte."),
    ),
    "adoption.assess": (_("Projektet fra kataloget bliver allerede vurderet eller fulgt."), _ENTRY),
    "adoption.adopt": (_("Projektet følges allerede, eller det er sat til side."), _ENTRY),
    "adoption.set_aside": (
        _("Projektet kan ikke sættes til side, som det står nu."),
        _("Følges det her, skal kommunens eget projekt afvises, trækkes eller stoppes først."),
    ),
    "adoption.finish": (_("Kun et projekt, der følges her, kan meldes færdigt."), _ENTRY),
    "adoption.reconsider": (_("Projektet er ikke sat til side og ikke færdigt."), _ENTRY),
    "catalogue.empty": (_("Der står ingen projekter i filen."), _("Vælg en fil med kataloget.")),
    "catalogue.not_one": (
        _("Filen ligner ikke et katalog."),
        _("Den skal have kolonnerne nr, navn og ejer. De andre kolonner står i manualen."),
    ),
    "catalogue.rows_wrong": (
        _("Noget i filen kan ikke læses: {faults}."),
        _("Ret det i filen, og læs den ind igen. Intet er skrevet."),
    ),
    "catalogue.number": (_("“{value}” er ikke et nummer."), _("Skriv et helt tal fra 1.")),
    "catalogue.name": (_("Navnet mangler."), _("Skriv, hvad projektet hedder.")),
    "catalogue.too_long": (_("Teksten er for lang."), _("Der er plads til {most} tegn.")),
    "catalogue.year": (_("“{value}” er ikke et årstal."), _("Skriv fire cifre, eller lad feltet stå tomt.")),
    "catalogue.deadline": (
        _("Fristen “{value}” kan ikke læses."),
        _("Skriv 2027-07-01 og en kort tekst; flere frister deles af semikolon."),
    ),
    "catalogue.category": (
        _("Kategorien “{value}” er ikke en af kommissoriets."),
        _("Et katalog har nationale, fælleskommunale og tværkommunale projekter."),
    ),
    "catalogue.nothing_new": (_("Der er ikke noget nyt i kataloget om projektet."), _SEE),
    "catalogue.lacks_review": (
        _("Der mangler en dag, hvor I ser på det igen."),
        _("Skriv, hvornår det skal vurderes på ny."),
    ),
    "catalogue.review_past": (_("Dagen, hvor I ser på det igen, er gået."), _("Vælg en dag, der kommer.")),
    "catalogue.lacks_owner": (
        _("Kataloget fortæller ikke, hvem der ejer projektet uden for kommunen."),
        _("Læs en udgave ind, hvor ejeren står."),
    ),
    "catalogue.lacks_responsible": (
        _("Der mangler en ansvarlig her i kommunen."),
        _("Vælg, hvem der leder projektet hos os."),
    ),
    "catalogue.lacks_reference": (
        _("Der mangler en henvisning til det, der binder kommunen."),
        _("Skriv loven, aftalen eller den tidligere beslutning."),
    ),
    "catalogue.has_project": (
        _("{project} følger allerede dette projekt fra kataloget."),
        _("Det skal afvises, trækkes eller stoppes, før der kan vurderes på ny."),
    ),
    "catalogue.not_finished": (
        _("{project} er ikke afsluttet."),
        _("Afslut kommunens eget projekt først."),
    ),
    "catalogue.not_from": (
        _("Projektet kommer ikke fra kataloget."),
        _("Lad det godkendes som et projektforslag."),
    ),
    "catalogue.local": (
        _("Et lokalt projekt hænger ikke på kataloget."),
        _("Skift projektets kategori først."),
    ),
    "phase_model.take_into_use": (_("Projektmodellen er allerede i brug."), _("Lav en ny udgave for at rette den.")),
    "phase_model.retire": (_("Projektmodellen er ikke i brug."), _("Tag den i brug først.")),
    "phases.lacks_name": (_("Navnet mangler."), _("Skriv, hvad den hedder.")),
    "phases.lacks_gate_name": (
        _("Faseovergangen efter {phase} mangler et navn."),
        _("Skriv for eksempel “Fra analyse til gennemførelse”."),
    ),
    "phases.there_already": (_("{name} er her allerede."), _("Ret den, eller lav en ny udgave af den.")),
    "phases.in_use": (
        _("{name} er i brug og kan ikke rettes, for projekter står i den."),
        _("Lav en ny udgave, ret den, og tag den i brug."),
    ),
    "phases.draft_there": (_("Der er allerede en kladde til {name}."), _("Ret kladden, og tag den i brug.")),
    "phases.not_in_use": (_("Projektmodellen er ikke i brug."), _("Vælg en, der er i brug.")),
    "phases.at_the_end": (_("Fasen står allerede yderst."), _("Flyt en anden.")),
    "phases.unmapped": (
        _("Fasen {phase} findes ikke i den nye udgave ({project})."),
        _("Vælg, hvilken fase projekterne skal stå i i stedet."),
    ),
    "phase.none": (_("Projektet står ikke i en fase."), _("Angiv først, hvilken fase det er i.")),
    "phase.over": (_("Projektet er {state} og skifter ikke fase."), _("Genåbn det først.")),
    "phase.first": (_("{phase} er den første fase."), _SEE),
    "phase.last": (_("Projektet står i den sidste fase."), _("Meld det færdigt, når arbejdet er gjort.")),
    "phase.not_earlier": (
        _("Fasen {phase} ligger ikke før den, projektet står i."),
        _("Vælg en af: {earlier}."),
    ),
    "phase.placed_already": (
        _("Projektet står allerede i en fase."),
        _("Lad det passere faseovergangen, eller gå en fase tilbage."),
    ),
    "phase.unknown": (_("Fasen {phase} findes ikke i projektets model."), _("Vælg en fra listen.")),
    "gate.none": (
        _("Der er ingen faseovergang efter {phase}."),
        _("Gå videre til næste fase med en begrundelse."),
    ),
    "gate.body": (
        _("{gate} passeres ved en beslutning."),
        _("Sæt projektet på et møde med virkningen “Projektet passerer sin faseovergang”."),
    ),
    "gate.blocks": (
        _("Faseovergangen efter {phase} skal passeres."),
        _("Udfyld kriterierne, og lad projektet passere, eller lad et organ beslutte det."),
    ),
    "gate.criterion": (
        _("Kriteriet “{criterion}” er ikke opfyldt, og det skal det være."),
        _("Opfyld det, eller skriv på arket, hvorfor det ikke er relevant."),
    ),
    "gate.lacks_conditions": (_("Betingelserne mangler."), _("Skriv dem én pr. linje.")),
    "gate.not_its_criterion": (
        _("Kriteriet hører til en anden faseovergang."),
        _("Åbn siden igen; projektet er måske gået videre."),
    ),
    "gate.lacks_note": (
        _("“{criterion}” er sat til ikke relevant uden forklaring."),
        _("Skriv i bemærkningen hvorfor."),
    ),
    "document.lacks_name": (_("Dokumentet mangler et navn."), _("Vælg eller skriv, hvilket dokument det er.")),
}
