"""What an import says no with, and the way on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "import.cpr": (
        _("{place} ser ud til at indeholde et CPR-nummer. Filen er ikke gemt, og intet er læst ind."),
        _("Fjern personnumre fra filen, og prøv igen."),
    ),
    "import.uncalculated": (
        _("{place} er en formel uden en gemt værdi."),
        _("Åbn filen i Excel, gem den, og prøv igen; eller skriv værdien i stedet for formlen."),
    ),
    "import.no_title": (
        _("Der er ingen kolonne med {wanted} i {name}. Kolonnerne er: {headers}."),
        _("Giv kolonnen overskriften “{wanted}”, eller vælg det rigtige ark."),
    ),
    "import.same_heading": (
        _("Flere kolonner i {name} har samme overskrift: {headings}."),
        _("Vælg, hvad hver af dem er, eller giv dem hver sin overskrift."),
    ),
    "import.not_ready": (
        _("{count} rækker kan ikke læses ind."),
        _("Ret dem i filen, eller lad dem ude, og prøv igen. Intet er skrevet."),
    ),
    "import.changed": (
        _("Noget er ændret, siden du så listen."),
        _("Se den nye liste igennem, og bekræft igen."),
    ),
    "import.row": (
        _("Række {row} kan ikke læses ind: {because}"),
        _("Ret rækken i filen, eller lad den ude. Intet er skrevet."),
    ),
    "import.too_many": (
        _("Filen har {rows} rækker. Der kan højst være {limit} ad gangen."),
        _("Del den i flere filer."),
    ),
    "import.double_encoded": (
        _("Bogstaverne i {name} er blevet ødelagt undervejs: der står “Ã¦”, hvor der skulle stå “æ”."),
        _("Lad os rette dem (--set tegn=ret), eller læs filen, som den er (--set tegn=behold)."),
    ),
    "import.profile_name": (
        _("Kolonnerne skal have et navn at blive gemt under."),
        _("Skriv for eksempel hvem listen kommer fra."),
    ),
    "import.profile_used": (
        _("“{name}” er brugt til en indlæsning."),
        _("Den kan ikke slettes; gem en ny under samme navn i stedet."),
    ),
    "import.nothing_to_undo": (
        _("Her er intet at fortryde."),
        _("Indlæsningen er ikke færdig, eller den er fortrudt allerede."),
    ),
    "import.edited": (
        _("Række {row}, {project}, er ændret siden indlæsningen."),
        _("Ret projekterne hver for sig, eller læs en rettet fil ind."),
    ),
    "import.no_catalogue": (
        _("Kataloget over nationale projekter er ikke med i denne udgave."),
        _("Læs filen ind som projekter, uden --as catalogue."),
    ),
    "kitos.address": (
        _("Adressen kan ikke bruges."),
        _("Skriv Kitos’ adresse, som den begynder: https://kitos.dk"),
    ),
    "kitos.sign_in": (
        _("Kitos kender ikke e-mailen eller adgangskoden (svarede {status})."),
        _("Ret e-mailen her, eller adgangskoden i driftens indstillinger. Der er ikke prøvet igen."),
    ),
    "kitos.lapsed": (
        _("Kitos ville ikke længere svare brugeren ved {address} (svarede {status})."),
        _("Prøv igen. Bliver det ved, så spørg jeres Kitos-administrator, om brugeren er lukket."),
    ),
    "kitos.forbidden": (
        _("Kitos ville ikke vise {address} (svarede {status}). Brugeren skal være markeret som API-bruger i Kitos."),
        _("Bed jeres Kitos-administrator om at sætte mærket."),
    ),
    "kitos.elsewhere": (
        _("{address} viser videre til et andet sted (svarede {status}). Der er ikke fulgt efter."),
        _("Skriv den rigtige adresse på Kitos."),
    ),
    "kitos.shape": (
        _("Svaret har ikke den ventede form: {because} ({address}, side {page})."),
        _("Intet er ændret. Prøv igen senere; bliver det ved, er Kitos ændret, og Styrehjul skal følge med."),
    ),
    "kitos.away": (
        _("Kitos svarer ikke: {because} ({address}, side {page}, svar: {status})."),
        _("Intet er ændret. Det prøves igen ved næste hentning."),
    ),
    "kitos.too_large": (
        _("Svaret på {address} er over {limit} MB."),
        _("Intet er ændret. Så stort et svar er en fejl i Kitos eller undervejs."),
    ),
    "kitos.too_long": (
        _("Hentningen tog over {minutes} minutter og er stoppet ved {address}."),
        _("Intet er ændret. Det prøves igen ved næste hentning."),
    ),
    "kitos.organisation": (
        _("Brugeren skal være medlem af netop én organisation med CVR {cvr}. Der er {count}."),
        _("Ret CVR-nummeret her, eller bed jeres Kitos-administrator om at give brugeren adgang."),
    ),
    "kitos.unset": (
        _("Forbindelsen til Kitos er ikke sat op."),
        _("Skriv e-mail og CVR-nummer, og lad driften sætte adgangskoden STYREHJUL_KITOS_PASSWORD."),
    ),
    "kitos.settled": (
        _("Det er allerede afgjort."),
        _("Se siden igen."),
    ),
    "kitos.busy": (
        _("En anden hentning er i gang eller venter på en person."),
        _("Se den på siden Systemer, Kitos."),
    ),
}
