"""Numbers as search tokens: 35e9 for 35 billion; and those of what a number rounds to."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["compact", "rounded_tokens"]

_EXACT = 28  # figures that arithmetic with Decimal keeps


def compact(number: Decimal) -> str:
    """Return a number as a token of letters and digits: 35e9 for 35 billion, 5en1 for 0.5."""
    return _token(*_figures(number))


def _token(figures: str, power: int) -> str:
    if not figures:
        return "0e0"
    return f"{figures}e{power}" if power >= 0 else f"{figures}en{-power}"


def _figures(number: Decimal) -> tuple[str, int]:
    """The figures of a number without zeros at its ends, and the power of ten that they are multiplied by."""
    text = str(number)
    if text.isdigit() and len(text) <= _EXACT:  # as nearly all are: `normalize` takes three times as long
        figures = text.rstrip("0")
        return figures.lstrip("0"), len(text) - len(figures)
    _, digits, exponent = number.normalize().as_tuple()
    return "".join(map(str, digits)).lstrip("0"), int(exponent)


_MOST_DIGITS = 12  # of a number with more digits no rounding is indexed beyond these
_NEAR_SHARE = 20  # a rounding that is further off than this part of it is another number


def rounded_tokens(token: str) -> list[str]:
    """Return the token of a number, and those of what it rounds to with fewer digits, as far as that is near.

    By whole numbers: a tenth of the work of Decimal. Raises ValueError for what `compact` did not write.
    """
    figures, _, exponent = token.partition("e")
    found = [token]
    whole, length = int(figures), len(figures)
    power, unit = int(exponent.replace("n", "-")) + length, 10**length
    for _ in range(1, min(length, _MOST_DIGITS)):
        unit //= 10
        power -= 1
        near = (whole + unit // 2) // unit
        if abs(near * unit - whole) * _NEAR_SHARE <= whole:
            kept = str(near)
            short = kept.rstrip("0")
            found.append(_token(short, power + len(kept) - len(short)))
    return found
