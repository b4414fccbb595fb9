"""The demo's proposals and what became of them. Invented, like everything here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoProposal:
    """One proposal. `outcome` is what the steering group made of it; `start` starts the project in the same decision."""

    title: str
    area: str
    by: str
    manager: str
    owner: str
    purpose: str
    summary: str
    gain: str
    cost: str
    priority: int
    outcome: str = "approved"
    start: bool = True
    light: str = "green"
    sentence: str = "Efter planen"
    goal: str = "Digitale løsninger, der hænger sammen på tværs"


PAST = (
    DemoProposal(
        "Overgang til ny omsorgsjournal", "omsorg", "rasmus", "rasmus", "birgit",
        "Ét sted at skrive om borgeren, så oplysninger ikke tastes to gange.",
        "Den nuværende journal udfases. En fælles journal for hjemmepleje, plejecentre og genoptræning anskaffes og tages i brug.",
        "Omkring 20 minutter mindre dokumentation pr. medarbejder pr. dag.", "4200", 1,
        light="red", sentence="Økonomien overskrides med 12 pct.",
    ),
    DemoProposal(
        "MitID Erhverv, udrulning", "borgerservice", "anna", "anna", "stine",
        "Alle medarbejdere får den nye erhvervsidentitet, før den gamle lukker.",
        "Udrulning til 2.900 medarbejdere, først administrationen, siden institutionerne.",
        "Færre henvendelser til it-hjælpen ved skift af medarbejdere.", "310", 2, sentence="Klar til afslutning",
    ),
    DemoProposal(
        "Fælles indgang for byggesager", "plan", "niels", "niels", "michael",
        "Borger og virksomhed følger deres sag ét sted.",
        "Ansøgning, tegninger, høring og svar samles i én indgang, som også sagsbehandleren arbejder i.",
        "Hver fjerde opringning om sagens gang bortfalder.", "1600", 3, sentence="Udbud i august",
    ),
    DemoProposal(
        "Chatrobot på hjemmesiden", "borgerservice", "kim", "kim", "stine",
        "Borgere får svar uden for åbningstid.", "En chatrobot afprøves på hjemmesidens ti mest besøgte sider.",
        "Ukendt, før den er afprøvet.", "450", 30, outcome="not_approved", start=False,
    ),
    DemoProposal(
        "Digital post, ny afsenderløsning", "borgerservice", "anna", "anna", "stine",
        "Breve fra alle fagsystemer sendes ad samme vej.",
        "Fjorten fagsystemer kobles på én afsenderløsning, og skabelonerne skrives om til klart sprog.",
        "Porto og tryk falder med 700.000 kr. om året.", "900", 4,
        light="yellow", sentence="Leverandøren er 3 uger forsinket",
    ),
    DemoProposal(
        "Ét login til alle fagsystemer", "borgerservice", "jakob", "jakob", "klaus",
        "Færre kodeord og hurtigere adgang for nye medarbejdere.",
        "De fjorten mest brugte fagsystemer kobles til den fælles brugerstyring.",
        "En ny medarbejder kan arbejde på dag ét i stedet for dag fire.", "750", 5, sentence="Ni af fjorten systemer er med",
    ),
    DemoProposal(
        "Sags- og dokumentoverblik, fornyelse", "borgerservice", "mette", "mette", "lars",
        "Medarbejdere finder sagen uden at kende systemet.",
        "ESDH-systemets brugerflade og søgning fornyes, og sagsskabelonerne ryddes op.",
        "Ti minutter sparet pr. sagsbehandler pr. dag.", "2400", 6,
        light="yellow", sentence="Mangler it-arkitekt i 3. kvartal",
    ),
    DemoProposal(
        "Robotstøttet bogføring af fakturaer", "oekonomi", "charlotte", "charlotte", "susanne",
        "Færre tastninger i fakturaer under 5.000 kr.",
        "Fakturaer med kendt leverandør og konto bogføres af en robot og stikprøves af mennesker.",
        "1,8 mio. kr. om året i frigjort tid.", "520", 7, sentence="Gevinst måles til efteråret",
    ),
    DemoProposal(
        "Fælles kortgrundlag til drift af veje", "ejendomme", "jesper", "jesper", "dorte",
        "Vejfolk og sagsbehandlere ser det samme kort.", "Tre kortløsninger samles i én med fælles datakatalog.",
        "Tre licenser bliver til én.", "380", 9, start=False, light="none", sentence="",
    ),
)  # fmt: skip

NEXT = (
    DemoProposal(
        "Digital post på modtagerens sprog", "borgerservice", "anna", "anna", "stine",
        "Borgere, der ikke læser dansk, forstår breve fra kommunen første gang.",
        "Breve med høj risiko for misforståelse sendes med et resumé på fem sprog.",
        "Færre opringninger og klager efter de store udsendelser.", "240", 11,
    ),
    DemoProposal(
        "Fælles booking af lokaler", "borgerservice", "mette", "mette", "stine",
        "Mødelokaler på tværs af alle bygninger kan findes og bookes ét sted.",
        "Tre bookingløsninger samles i én, som også kan bruges fra telefonen.",
        "Ukendt; der spares tid, men ikke penge.", "180", 12,
    ),
)  # fmt: skip

WAITING = DemoProposal(
    "Fælles vagttelefon for it-hjælp", "borgerservice", "sara", "sara", "klaus",
    "Plejecentre kan få it-hjælp om aftenen og i weekenden.",
    "En vagtordning på skift mellem IT-drift og tre nabokommuner.",
    "Færre stop i medicingivning, når skærmene ikke virker.", "620", 8,
)  # fmt: skip

TOPICS = (
    ("current", "Ny version af omsorgsjournalen kommer en måned senere", "rasmus", "omsorg"),
    ("current", "Skolerne mangler opladeskabe til de nye computere", "jonas", "skole"),
    ("general", "Medarbejdere i institutioner har ofte ingen fast computer", "line", "social"),
    ("current", "Fakturamodulet skiftes i april", "charlotte", "oekonomi"),
    ("general", "Nye medarbejdere venter på adgange", "mikkel", "arbejdsmarked"),
    ("current", "Byggesagsarkivet er scannet til 1998", "niels", "plan"),
)
