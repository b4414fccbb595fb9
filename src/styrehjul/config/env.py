"""Settings as the environment gives them: each is declared once, with its default and what it means.

Every variable may also be given as `<NAME>_FILE`, the path of a file that holds the value, which is how secrets are
handed to a service. A wrong value stops the start with a sentence; it is never replaced by the default.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

TRUE = frozenset({"1", "true", "yes", "ja", "on"})
FALSE = frozenset({"0", "false", "no", "nej", "off", ""})


class SettingError(Exception):
    """A setting has a value that cannot be used. The text is the sentence to show."""


@dataclass(frozen=True)
class Declared:
    """One setting as `./styrehjul settings` shows it; never its value."""

    name: str
    default: str | None
    meaning: str
    secret: bool
    set: bool


_declared: dict[str, Declared] = {}


def text(name: str, default: str = "", *, meaning: str, default_text: str | None = None) -> str:
    """A text; spaces around it are dropped. `default_text` is how the default is told, where it is worked out."""
    value = _read(name, default=default_text or default or None, meaning=meaning)
    return default if value is None else value


def flag(name: str, default: bool = False, *, meaning: str) -> bool:
    """1 or 0 (also true/false, yes/no, ja/nej, on/off)."""
    value = _read(name, default="1" if default else "0", meaning=meaning)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise SettingError(f"{name} skal være 1 eller 0, ikke {value!r}.")


def number(name: str, default: int, *, meaning: str, least: int = 0, most: int | None = None) -> int:
    """A whole number within its bounds."""
    value = _read(name, default=str(default), meaning=meaning)
    if value is None:
        return default
    try:
        found = int(value)
    except ValueError:
        raise SettingError(f"{name} skal være et helt tal, ikke {value!r}.") from None
    if found < least or (most is not None and found > most):
        bounds = f"mindst {least}" if most is None else f"mellem {least} og {most}"
        raise SettingError(f"{name} skal være {bounds}, ikke {found}.")
    return found


def secret(name: str, *, meaning: str, default: str | None = None) -> str | None:
    """A text that is never shown; `default` is told in words."""
    return _read(name, default=default, meaning=meaning, is_secret=True)


def declared() -> tuple[Declared, ...]:
    """Every setting that has been read, by name."""
    return tuple(_declared[name] for name in sorted(_declared))


def _read(name: str, *, default: str | None, meaning: str, is_secret: bool = False) -> str | None:
    value = _raw(name)
    _declared[name] = Declared(name, default, meaning, is_secret, value is not None)
    return value


def _raw(name: str) -> str | None:
    """The variable, or the content of the file that `<name>_FILE` names; an empty one counts as not set."""
    direct, file = os.environ.get(name, "").strip(), os.environ.get(f"{name}_FILE", "").strip()
    if direct and file:
        raise SettingError(f"Både {name} og {name}_FILE er sat; brug kun den ene.")
    if not file:
        return direct or None
    try:
        return Path(file).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingError(f"{name}_FILE peger på {file}, som ikke kan læses ({fault}).") from None
