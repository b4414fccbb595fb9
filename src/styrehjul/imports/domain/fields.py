"""What a file of projects can say: each field, the headings that people give it, and the words of its codes."""

from __future__ import annotations

from styrehjul.imports.domain.cells import plain
from styrehjul.imports.domain.columns import Synonyms

SYNONYMS: Synonyms = {
    "number": ("Styrehjul-id", "Nummer", "Projektnummer"),
    "exported": ("Styrehjul-udtræk",),
    "title": ("Projektnavn", "Navn", "Titel", "Projekttitel", "Projekt", "Indsats"),
    "short_title": ("Kort titel", "Kort navn"),
    "category": ("Kategori", "Kategori i kommissoriet", "Projektkategori"),
    "subtype": ("Undertype",),
    "lead_area": ("Fagchefområde", "Område", "Forvaltning", "Center", "Fagområde", "Forretningsområde"),
    "org_unit": ("Enhed", "Afdeling", "Institution"),
    "state": ("Tilstand", "Projektstatus", "Fase"),
    "light": ("Status", "Lys", "Trafiklys"),
    "status": ("Statustekst", "Statusbemærkning"),
    "status_on": ("Status givet", "Statusdato"),
    "priority": ("Prioritet", "Prio"),
    "owner": ("Projektejer", "Ejer i kommunen"),
    "manager": ("Projektleder", "Tovholder", "Ansvarlig", "Projektansvarlig", "PL"),
    "external_owner": ("Ejer", "Ekstern ejer", "Ejer uden for kommunen"),
    "programme": ("Program", "Strategi"),
    "partners": ("Partnere", "Samarbejdspartnere", "Kommuner"),
    "planned_start": ("Start", "Startdato", "Start år", "start_aar", "Planlagt start", "Projektstart"),
    "planned_end": (
        "Slut", "Slutdato", "Slut år", "slut_aar", "Planlagt slut", "Planlagt afslutning", "Afslutning", "Deadline",
        "Færdig",
    ),
    "outside_deadline": ("Frist udefra", "Ekstern frist"),
    "cost_tdkk": ("Økonomi", "Økonomi (1.000 kr.)", "Budget", "Beløb", "Omkostninger", "Pris"),
    "hours": ("Timer", "Timeforbrug", "Ressourcer i timer"),
    "purpose": ("Formål",),
    "summary": ("Beskrivelse", "Resumé", "Kort beskrivelse"),
    "scope": ("Omfang", "Afgrænsning"),
    "out_of_scope": ("Uden for projektet", "Ikke omfattet"),
    "expected_result": ("Forventet resultat", "Resultat"),
    "goal": ("Mål",),
    "users": ("Brugere", "Målgruppe"),
    "gain": ("Gevinst", "Gevinster", "Hvad får vi ud af det"),
    "kle": ("KLE", "KLE-numre"),
    "case_number": ("Sagsnummer", "ESDH-sag", "Journalnummer"),
    # What our own files tell and nobody changes by a file.
    "forecast_end": ("Forventet slut",),
    "actual_start": ("Faktisk start",),
    "actual_end": ("Faktisk slut",),
    "start_precision": ("Start, nøjagtighed",),
    "end_precision": ("Slut, nøjagtighed",),
    "large": ("Stort projekt",),
    "phase": ("Projektfase", "Fasens navn"),
    "money_unit": ("Beløb i",),
    "repair": ("Tegn",),
    "colours": ("Farver",),
}  # fmt: skip
FIELD_WORDS = {
    "title": "Projektnavn", "short_title": "Kort titel", "category": "Kategori", "subtype": "Undertype",
    "lead_area": "Fagchefområde", "org_unit": "Enhed", "state": "Tilstand", "priority": "Prioritet",
    "owner": "Projektejer", "manager": "Projektleder", "external_owner": "Ejer", "programme": "Program",
    "partners": "Partnere", "planned_start": "Start", "planned_end": "Slut", "outside_deadline": "Frist udefra",
    "cost_tdkk": "Økonomi (1.000 kr.)", "hours": "Timer", "purpose": "Formål", "summary": "Beskrivelse",
    "scope": "Omfang", "out_of_scope": "Uden for projektet", "expected_result": "Forventet resultat", "goal": "Mål",
    "users": "Brugere", "gain": "Gevinst", "kle": "KLE", "case_number": "Sagsnummer", "light": "Status",
}  # fmt: skip
# What a column can be chosen to be, beside "kept with the project" and "left out".
CHOICES = {
    "number": "Styrehjul-id",
    **FIELD_WORDS,
    "status": "Statustekst",
    "status_on": "Status givet",
    "phase": "Projektfase",
}
# These say something of the whole file and have no column of their own.
OF_THE_FILE = frozenset({"money_unit", "repair", "colours"})
EXTRA, LEFT_OUT = "", "-"

CATEGORIES = {
    "national": (
        "national", "nationale og fælleskommunale digitaliseringsprojekter", "nationale og fælleskommunale",
        "national fælleskommunal", "national og fælleskommunal", "nationalt", "nationale projekter", "fælleskommunal",
        "fælleskommunalt", "kategori 1",
    ),
    "cross": (
        "cross", "tværkommunale projekter samt egne tværgående indsatser", "tværkommunale og egne tværgående",
        "tværgående", "tværkommunal", "tværkommunalt", "eget tværgående", "tværgående projekter", "kategori 2",
    ),
    "local": (
        "local", "alle lokale digitaliseringsprojekter rundt om i organisationen", "lokale digitaliseringsprojekter",
        "lokale projekter", "lokal", "lokalt", "kategori 3",
    ),
}  # fmt: skip
SUBTYPES = {
    "inter_municipal": ("inter municipal", "tværkommunalt", "tværkommunal"),
    "own_cross": ("own cross", "eget tværgående", "egen tværgående"),
}
STATES = {
    "idea": ("idea", "idé", "ide"),
    "proposed": ("proposed", "forslag", "foreslået"),
    "awaiting_decision": ("awaiting decision", "til beslutning"),
    "approved": ("approved", "godkendt", "planlagt", "ikke startet"),
    "active": ("active", "i gang", "igangværende", "igang", "aktiv", "gennemførelse", "under udførelse"),
    "paused": ("paused", "på pause", "sat på pause", "pause"),
    "closing": ("closing", "under afslutning"),
    "follow_up": ("follow up", "gevinstopfølgning", "realisering"),
    "closed": ("closed", "afsluttet", "lukket", "færdig", "færdigt"),
    "rejected": ("rejected", "afvist"),
    "withdrawn": ("withdrawn", "trukket"),
    "stopped": ("stopped", "stoppet", "standset"),
}  # fmt: skip
TEXTS = (
    "short_title", "external_owner", "programme", "partners", "outside_deadline", "purpose", "summary", "scope",
    "out_of_scope", "expected_result", "goal", "users", "gain", "kle", "case_number",
)  # fmt: skip
LIMITS = {
    "title": 200, "short_title": 40, "external_owner": 200, "programme": 200, "partners": 300, "outside_deadline": 200,
    "goal": 300, "users": 300, "phase": 100, "gain": 300, "kle": 100, "case_number": 60, "status": 300,
}  # fmt: skip
DATES = ("planned_start", "planned_end")
UNITS = ("lead_area", "org_unit")
PEOPLE = ("owner", "manager")
EMPTY_MARK = "[tom]"
TOTALS = frozenset({"i alt", "ialt", "total", "sum", "totalt", "samlet"})

CATEGORY_OF = {plain(word): code for code, words in CATEGORIES.items() for word in words}
SUBTYPE_OF = {plain(word): code for code, words in SUBTYPES.items() for word in words}
STATE_OF = {plain(word): code for code, words in STATES.items() for word in words}
CATEGORY_SHOWN = {"national": "national og fælleskommunal", "cross": "tværgående", "local": "lokal"}
SUBTYPE_SHOWN = {code: words[1] for code, words in SUBTYPES.items()}
STATE_SHOWN = {code: words[1] for code, words in STATES.items()}
LIGHT_SHOWN = {"green": "grøn", "yellow": "gul", "red": "rød", "none": "ikke givet"}
