"""Who may read files in."""

from __future__ import annotations

from styrehjul.bodies.permissions import SECRETARIAT, rows
from styrehjul.people.permissions import ADMINISTRATOR, PORTFOLIO_ADMINISTRATOR
from styrehjul.people.policy import Row

ROWS = (
    *rows(
        "import.projects",
        (PORTFOLIO_ADMINISTRATOR, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren indlæser projekter fra et regneark.",
    ),
    Row("import.organisation", ADMINISTRATOR, "Administratoren indlæser enheder og personer fra et regneark."),
    *rows(
        "import.systems",
        (PORTFOLIO_ADMINISTRATOR, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren indlæser systemer fra et regneark.",
    ),
    *rows(
        "import.contracts",
        (PORTFOLIO_ADMINISTRATOR, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren indlæser kontrakter fra et regneark.",
    ),
    *rows(
        "kitos.run",
        (PORTFOLIO_ADMINISTRATOR, ADMINISTRATOR),
        "Porteføljeadministratoren og administratoren henter systemer fra Kitos og siger til, når noget skal ses først.",
    ),
    Row("kitos.settings", ADMINISTRATOR, "Administratoren sætter forbindelsen til Kitos op."),
    *rows(
        "import.followups",
        (*SECRETARIAT, ADMINISTRATOR),
        "Sekretæren og administratoren indlæser åbne opfølgninger fra tiden før Styrehjul.",
    ),
)
