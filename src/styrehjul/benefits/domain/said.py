"""A number as people say it, read: "12 dage", "40 %", "300 t.kr.", "ca. 1,5 mio. kr.", "kendes ikke"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from styrehjul.benefits.domain.profile import HOURS, MONEY, YES_NO
from styrehjul.kernel.danish import number_text
from styrehjul.kernel.refusal import Reason, Refused

UNKNOWN = frozenset(
    {"", "?", "-", "–", "kendes ikke", "kendes ikke endnu", "ved ikke", "ukendt", "ikke kendt", "ingen", "mangler"}
)
_NUMBER = re.compile(r"[-−]?\(?\d[\d.  ]*(?:,\d+)?\)?")
_ABOUT = re.compile(r"^(?:ca\.?|cirka|omkring|omtrent|knap|godt|over|under|mindst|højst|minimum|maksimum)\s+", re.I)
# What stands after the number -> (the unit, how many of it one is).
_MONEY_WORDS = {
    "kr": Decimal("0.001"), "kr.": Decimal("0.001"), "kroner": Decimal("0.001"), "dkk": Decimal("0.001"),
    ",-": Decimal("0.001"), "t.kr": Decimal(1), "t.kr.": Decimal(1), "tkr": Decimal(1), "tkr.": Decimal(1),
    "t. kr.": Decimal(1), "tdkk": Decimal(1), "1.000 kr.": Decimal(1), "1000 kr.": Decimal(1), "tusind kr.": Decimal(1),
    "tusinde kr.": Decimal(1), "tusind kroner": Decimal(1), "mio": Decimal(1000), "mio.": Decimal(1000),
    "mio. kr.": Decimal(1000), "mio kr": Decimal(1000), "mio. kr": Decimal(1000), "mio kr.": Decimal(1000),
    "mio. kroner": Decimal(1000), "millioner kr.": Decimal(1000), "millioner kroner": Decimal(1000),
    "million kr.": Decimal(1000), "mia. kr.": Decimal(1000000),
}  # fmt: skip
_PER_YEAR = re.compile(r"\s*(?:om året|pr\.? år|per år|årligt|/år)$", re.I)
_UNITS = {
    "time": HOURS, "timer": HOURS, "t": HOURS, "t.": HOURS, "dag": "dage", "dage": "dage", "procent": "%", "pct.": "%",
    "pct": "%", "%": "%", "point": "score", "score": "score", "stk.": "antal", "stk": "antal", "antal": "antal",
}  # fmt: skip
# So many times apart, two amounts are hardly meant in the same unit.
FAR = 200
LIMIT, STEP = Decimal("1e12"), Decimal("0.001")


@dataclass(frozen=True)
class Said:
    """What was said, and what was read from it. `number` is None where there is no number to read.

    `factor` is how many of its unit one of what was said is: 1000 for "1,5 mio. kr.", which is 1.500 of 1.000 kr.
    """

    text: str
    number: Decimal | None = None
    unit: str = ""
    factor: Decimal = Decimal(1)

    def like(self, other: Said) -> Said:
        """The same number in the other's unit, where it was said without one: "250" beside "300 t.kr."."""
        if self.number is None or self.unit or not other.unit or other.unit == YES_NO:
            return self
        return Said(self.text, (self.number * other.factor).quantize(STEP), other.unit, other.factor)


def read(text: str) -> Said:
    """What somebody typed. Refused where a number can be read in two ways ("1.5"); what is no number stays text."""
    shown = " ".join(text.replace("\xa0", " ").split())
    if shown.casefold().rstrip(".") in UNKNOWN:
        return Said("")
    if shown.casefold() in ("ja", "nej"):
        return Said(shown, Decimal(shown.casefold() == "ja"), YES_NO)
    plain = _ABOUT.sub("", shown)
    money = re.fullmatch(r"(?P<n>.+?)\s*(?P<u>1\.?000 kr\.?)", plain) if "kr" in plain else None
    found = list(_NUMBER.finditer(money["n"] if money else plain))
    # Text before the number, or two numbers: a sentence, kept as it was said.
    if len(found) != 1 or found[0].start() != 0:
        return Said(shown)
    raw = found[0].group().strip()
    after = money["u"] if money else plain[found[0].end() :]
    number, rest = _value(raw), " ".join(after.split())
    if number is None or abs(number) >= LIMIT:
        return Said(shown)
    return _with_unit(shown, number, rest)


def _with_unit(shown: str, number: Decimal, rest: str) -> Said:
    word = _PER_YEAR.sub("", rest).strip()
    if (factor := _MONEY_WORDS.get(word.casefold())) is not None:
        counted = number * factor
        return Said(shown, counted.quantize(STEP), MONEY, factor) if abs(counted) < LIMIT else Said(shown)
    return Said(shown, number.quantize(STEP), _UNITS.get(word.casefold(), rest)[:40])


def _value(raw: str) -> Decimal | None:
    negative = raw.startswith(("-", "−", "("))
    digits = re.sub(r"[-−()  ]", "", raw).rstrip(".")
    whole, _comma, part = digits.partition(",")
    groups = whole.split(".")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        if len(groups) == 2 and not part:
            raise Refused("benefit.two_readings", text=raw, one=f"{groups[0]},{groups[1]}", other="".join(groups))
        return None
    value = Decimal("".join(groups) + (f".{part}" if part else ""))
    return -value if negative else value


def same_unit(one: str, other: str) -> bool:
    """Whether two units can be held against each other: the same, or one of them was not said."""
    return not one or not other or one.casefold() == other.casefold()


def lacks_in_units(baseline: Said, target: Said) -> list[Reason]:
    """The number today and the number wanted are counted in the same thing."""
    if baseline.number is not None and target.number is not None and not same_unit(baseline.unit, target.unit):
        return [Reason("benefit.units", {"one": baseline.text, "other": target.text})]
    return [Reason("benefit.units", {"one": baseline.text, "other": target.text})] if _far(baseline, target) else []


def _far(one: Said, other: Said) -> bool:
    """Money said without a unit, so far from the other that thousands and millions were mixed up."""
    if one.number is None or other.number is None or MONEY not in (one.unit, other.unit):
        return False
    less, more = sorted((abs(one.number), abs(other.number)))
    return bool(less) and more > less * FAR


def amount(number: Decimal, unit: str) -> str:
    """ "12 dage", "300.000 kr.", "1,5 mio. kr."."""
    if unit == MONEY:
        return f"{_short(number / 1000)} mio. kr." if abs(number) >= 1000 else f"{_short(number * 1000)} kr."
    return f"{_short(number)} {unit}".strip() if unit != YES_NO else ("ja" if number else "nej")


def _short(number: Decimal) -> str:
    for decimals in (0, 1, 2):
        if number == round(number, decimals):
            return number_text(number, decimals)
    return number_text(number, 2)


# What a title begins with when it says what changes.
_CHANGE = re.compile(
    r"^(?:\w+ere|færre|flere|mindre|mere|bedre|hurtigere|kortere|højere|lavere|større|ingen|nul|lettere|frigjort|"
    r"sparet|undgået|øget|reduceret|fald i|stigning i|bortfald af|ens|fælles|hele|halv\w*|dobbelt\w*|slut med|ikke længere)\b",
    re.I,
)


def begins_with_change(title: str) -> bool:
    """Whether the title says that something becomes different ("kortere ventetid"); where it does not, a hint is shown."""
    return bool(_CHANGE.match(title.strip()))
