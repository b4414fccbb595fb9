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
        "import.followups",
        (*SECRETARIAT, ADMINISTRATOR),
        "Sekretæren og administratoren indlæser åbne opfølgninger fra tiden før Styrehjul.",
    ),
)
