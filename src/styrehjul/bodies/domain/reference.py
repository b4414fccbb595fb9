"""The tables of the reference page on kommissorium files, made from the same keys as the reader reads."""

from __future__ import annotations

from styrehjul.bodies.domain import model, schema
from styrehjul.bodies.domain.schema import Key, Table
from styrehjul.bodies.domain.words import EFFECT_WORDS


def reference() -> str:
    """Markdown: one section per table of the file, one row per key; then the effects that a decision may have."""
    effects = "".join(f"- `{effect}`: {words}\n" for effect, words in EFFECT_WORDS.items())
    return "\n".join(_section(table) for table in schema.TABLES) + f"\n### Virkninger\n\n{effects}"


def _section(table: Table) -> str:
    rows = [f"### {_heading(table)}", "", table.doc, "", "| Nøgle | Værdi | Betydning |", "|---|---|---|"]
    rows += [f"| `{key.name}` | {_value(key)} | {_meaning(key)} |" for key in table.keys]
    return "\n".join([*rows, ""])


def _heading(table: Table) -> str:
    if not table.name:
        return "Øverst i filen"
    alone = table.make in (model.Cadence, model.BodySettings, model.GeneralSettings)
    return f"`[{table.name}]`" if alone else f"`[[{table.name}]]`"


def _value(key: Key) -> str:
    if key.table is not None:
        return f"afsnit `{key.table.name}`"
    return f"{key.kind.value}, **skal stå**" if key.required else key.kind.value


def _meaning(key: Key) -> str:
    words = ", ".join(f"`{word}`" for word in key.words or ())
    said = key.doc.replace("|", "\\|")
    return f"{said} Ord: {words}." if words else said
