"""Figures as they are said: money, hours, how sure a sum is, and why less came."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from styrehjul.benefits.domain.profile import HOURS, MONEY
from styrehjul.benefits.domain.rollup import Band
from styrehjul.benefits.domain.rounding import Exact, decimal, whole
from styrehjul.benefits.domain.slip import Shown
from styrehjul.kernel.danish import listing, number_text


def amount_text(value: Exact, unit: str) -> str:
    """ "1,5 mio. kr.", "300.000 kr.", "1.200 timer"; another unit stands as it is written."""
    if unit == HOURS:
        return f"{number_text(whole(value))} {HOURS}"
    if unit != MONEY:
        return f"{plain(value)} {unit}".strip()
    number, word = _money(value)
    return f"{number} {word}"


def plain(value: Exact) -> str:
    """A number without a unit: "300", or with one decimal where it has any."""
    tenths = decimal(value).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return number_text(tenths, 0 if tenths == tenths.to_integral_value() else 1)


def _money(value: Exact, *, millions: bool | None = None) -> tuple[str, str]:
    if millions is None:
        millions = abs(decimal(value)) >= 1000
    if millions:
        return plain(decimal(value) / 1000), "mio. kr."
    return number_text(whole(value) * 1000), "kr."


def times_text(percent: int) -> str:
    """ "8 ud af 10 gange"."""
    return f"{percent // 10} ud af 10 gange" if percent % 10 == 0 else f"{percent} ud af 100 gange"


def band_text(band: Band, unit: str, percent: int) -> str:
    """ "Vi venter 1,5 mio. kr. 8 ud af 10 gange ender vi mellem 1,1 og 1,9 mio. kr." """
    expects = f"Vi venter {amount_text(band.mean, unit)}"
    if band.is_point or between(band, unit) is None:
        return f"{expects}." if not expects.endswith(".") else expects
    end = "" if expects.endswith(".") else "."
    return f"{expects}{end} {times_text(percent)} ender vi {between(band, unit)}".rstrip(".") + "."


def between(band: Band, unit: str) -> str | None:
    """ "mellem 1,1 og 1,9 mio. kr."; None where both ends read the same."""
    if unit == MONEY:
        millions = max(abs(band.low), abs(band.high)) >= 1000
        (low, word), (high, _word) = _money(band.low, millions=millions), _money(band.high, millions=millions)
    else:
        low, high, word = number_text(whole(band.low)), number_text(whole(band.high)), unit
    return None if low == high else f"mellem {low} og {high} {word}"


def slip_text(slip: Shown) -> str:
    """ "300 kommer senere, 100 er skåret væk, 200 er ikke målt endnu og 50 udeblev." Empty where nothing is off."""
    said = (
        (slip.dropped, "er bortfaldet", "er bortfaldet"),
        (slip.later, "kommer senere", "er kommet tidligere"),
        (slip.less, "er skåret væk", "er lagt til"),
        (slip.unmeasured, "er ikke målt endnu", "er ventet som tab og ikke målt endnu"),
        (slip.missed, "udeblev", "mere end ventet er målt"),
    )
    parts = [f"{number_text(abs(value))} {less if value > 0 else more}" for value, less, more in said if value]
    return f"{listing(parts)}." if parts else ""
