"""The demo's local projects: small things that institutions and departments do by themselves. Invented, all of them."""

from __future__ import annotations

# Unit, title, what it is for, who is responsible, light and sentence of the last status (none: an idea not begun).
LOCAL_PROJECTS = (
    (
        "aaskolen", "Digital frokostordning", "Forældre bestiller og betaler skolemad på telefonen.",
        "emil", "green", "30 elever prøver nu",
    ),
    (
        "bakkeskolen", "Makerværksted på 5. årgang", "Eleverne lærer at bygge og kode med sensorer.",
        "simon", "green", "Kører efter planen",
    ),
    (
        "mariehoenen", "Tablets til dokumentation af leg", "Pædagoger viser forældre dagens leg uden ekstra tid.",
        "freja", "yellow", "To tablets mangler stadig",
    ),
    (
        "engparken", "Skærme med dagens program", "Beboere og pårørende kan se, hvad der sker i dag.",
        "inge", "green", "Sat op på tre afdelinger",
    ),
    (
        "engparken", "Sensorgulv i fem boliger", "Fald opdages hurtigere om natten.",
        "bo", "red", "Alarmerne når ikke frem hver gang",
    ),
    (
        "fjordbo", "Digital vagtplan", "Medarbejdere bytter vagter uden papir.",
        "martin", "green", "Klar til brug i januar",
    ),
    (
        "biblioteket", "Selvbetjent åbning om aftenen", "Borgere kan bruge biblioteket til kl. 22.",
        "olga", "green", "Åbent siden august",
    ),
    ("biblioteket", "Fælles booking af læsegrupper", "Grupper finder selv ledige tider.", "carsten", "none", ""),
    ("kultur", "Selvbetjent booking af haller", "Foreninger booker haller uden om kontoret.", "nanna", "none", ""),
    (
        "plan", "Scanning af gamle byggesager", "Borgere finder tegninger uden at møde op.",
        "thomas", "yellow", "Leverandøren er tre uger forsinket",
    ),
    (
        "ejendomme", "Sensorer i kommunale bygninger", "Varmen følger, om der er nogen i bygningen.",
        "jesper", "green", "Uændret siden sidst",
    ),
    (
        "arbejdsmarked", "Video i jobsamtaler", "Borgere slipper for lange ture til korte samtaler.",
        "eva", "green", "Hver fjerde samtale er nu på video",
    ),
    (
        "social", "Digital ansøgning om ledsagelse", "Ansøgningen kommer hel frem første gang.",
        "birthe", "yellow", "Afventer afklaring af samtykke",
    ),
    (
        "omsorg", "Skærmbesøg i hjemmeplejen", "Borgere får hurtigere svar uden kørsel.",
        "helle", "green", "64 borgere er med",
    ),
    (
        "omsorg", "Elektronisk medicinkontrol", "Færre fejl ved medicingivning.",
        "yrsa", "yellow", "Mangler oplæring i to grupper",
    ),
    (
        "boern", "Fælles skabelon til underretninger", "Underretninger kommer med det nødvendige.",
        "lise", "green", "Taget i brug på alle skoler",
    ),
    ("skole", "Overblik over elevers ordblindehjælp", "Hjælpen følger eleven ved skoleskift.", "hans", "none", ""),
    ("dagtilbud", "Digital indskrivning", "Forældre skriver barnet op ét sted.", "maja", "green", "Udbud i august"),
    (
        "borgerservice", "Tidsbestilling med kø på nettet", "Borgere venter hjemme, ikke på stolen.",
        "mona", "green", "Ventetiden er halveret",
    ),
    (
        "staben", "Kommunikationskalender", "Alle afdelinger ser, hvad der meldes ud hvornår.",
        "kasper", "green", "Bruges af otte afdelinger",
    ),
    (
        "aaskolen", "Digitale skemaer til elevsamtaler", "Elev og forældre forbereder samtalen hjemmefra.",
        "emil", "green", "Prøves på 7. årgang",
    ),
    (
        "aaskolen", "Udlån af computere til lektier", "Elever uden computer hjemme kan låne en.",
        "ulla", "green", "24 computere er lånt ud",
    ),
    (
        "bakkeskolen", "Lydbøger til alle i indskolingen", "Elever, der læser langsomt, følger med i timen.",
        "simon", "yellow", "Rettighederne til to forlag mangler",
    ),
    ("mariehoenen", "Billeddagbog uden papir", "Forældre ser dagen samme aften.", "randi", "green", "Tre stuer er med"),
    (
        "engparken", "Digital pårørendekontakt", "Pårørende får svar uden at ringe i spidstimen.",
        "inge", "green", "Halvdelen af de pårørende er med",
    ),
    ("fjordbo", "Piktogramtavler på skærm", "Beboerne ser dagen i billeder, de selv har valgt.", "vibeke", "none", ""),
    (
        "biblioteket", "It-café for borgere over 70", "Flere klarer Digital Post selv.",
        "carsten", "green", "18 borgere hver torsdag",
    ),
    (
        "kultur", "Digital ansøgning til kulturpuljen", "Foreninger søger og får svar ét sted.",
        "soeren", "yellow", "Blanketten skal forenkles",
    ),
    (
        "plan", "Naboorientering på kort", "Naboer ser, hvad der skal bygges, og hvor.",
        "niels", "green", "Kører efter planen",
    ),
    (
        "ejendomme", "Fejlmelding med foto", "Skader meldes på stedet og kommer i den rigtige kø.",
        "pia", "green", "40 meldinger om ugen",
    ),
    (
        "arbejdsmarked", "Digital forberedelse af jobsamtalen", "Borgeren svarer hjemmefra, og samtalen bliver kortere.",
        "mikkel", "none", "",
    ),
    (
        "social", "Støtte over video om aftenen", "Borgere i eget hjem får kontakt uden for dagtimerne.",
        "line", "green", "11 borgere prøver nu",
    ),
    (
        "omsorg", "Digital låseenhed i hjemmeplejen", "Nøgler skal ikke hentes og bringes.",
        "helle", "yellow", "Batterierne holder kortere end lovet",
    ),
    (
        "oekonomi", "Fælles skabelon til budgetopfølgning", "Ledere bruger den samme oversigt hver måned.",
        "per", "green", "Bruges af fem fagchefområder",
    ),
    (
        "borgerservice", "Oversættelse ved skranken", "Borgere uden dansk får svar første gang.",
        "mona", "green", "Fire sprog er afprøvet",
    ),
    (
        "it", "Selvbetjent nulstilling af kodeord", "It-hjælpen får færre opkald mandag morgen.",
        "allan", "green", "Tre ud af fire klarer det selv",
    ),
)  # fmt: skip
