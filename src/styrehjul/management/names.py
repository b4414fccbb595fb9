"""The commands of ./styrehjul, in the order in which a person meets them. Read by the root script, so: no imports.

A command lives in `management/commands/`; its module is its name with `_` for `-`, and a Python keyword gets a `_`
after it (`import` -> `import_`).
"""

COMMANDS = {
    "demo": "lav en demokommune, og vis den på denne maskine",
    "test": "kør alle kontroller og alle tests",
    "serve": "kør serveren og dens baggrundsarbejde",
    "init": "opret en tom kommune ud fra et kommissorium",
    "admin": "lav en ny engangsadresse til en administrator",
    "upgrade": "kopiér databasen, og før den op til denne version",
    "kommissorium": "kontrollér, vis, sammenlign eller sæt et kommissorium i kraft",
    "year": "rul årshjulet for et år",
    "plan": "find den bedste sammensætning af en indsatsplan ud fra en fil",
    "import": "læs projekter, systemer, organisation eller opfølgninger ind fra Excel eller CSV",
    "audit": "efterprøv hændelsesloggens kæde",
    "settings": "vis alle indstillinger",
    "audit-packages": "efterprøv de installerede pakker for kendte sårbarheder",
    "benchmark": "mål sidernes pris mod en helt almindelig side",
    "worker": "kør kun baggrundsarbejdet (serve starter det selv)",
}
WITHOUT_DJANGO = frozenset({"test", "audit-packages", "benchmark"})


def module_of(command: str) -> str:
    """`audit-packages` -> `audit_packages`, `import` -> `import_`."""
    return "import_" if command == "import" else command.replace("-", "_")
