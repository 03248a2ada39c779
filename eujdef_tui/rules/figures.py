"""Rules on figures: a value must stand in the quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding, short
from eujdef_tui.text.quantities import MULTIPLES, NUMBER_WORDS, TENS
from eujdef_tui.text.unicode import fold

__all__ = ["figure_without_value", "value_not_in_quote"]

# Search compares no "half" or "double" with figures, but a value may well be written so.
_NUMBERS: dict[str, int | float] = NUMBER_WORDS | {
    "half": 0.5, "both": 2, "twice": 2,
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3,
}  # fmt: skip
_MULTIPLES = MULTIPLES | {"dozen": 12}
_MOST = 10**24  # a trillion trillions; what is more is not multiplied any further
_TOKEN = re.compile(r"\d{1,3}(?:[.,' ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[a-z]+")


def figure_without_value(ledger: Ledger) -> Iterator[Finding]:
    """A figure without its number or its unit cannot be compared, aligned or looked up."""
    for statement in ledger.file.statements:
        missing = [key for key in ("value", "unit") if not getattr(statement, key)]
        if statement.kind == "figure" and missing:
            message = f"The figure {short(statement.text)} has no {' and no '.join(missing)}."
            yield Finding(statement.place, message, "Give both, or make the statement of another kind.")


def value_not_in_quote(ledger: Ledger) -> Iterator[Finding]:
    """A value that no quote of its statement has was worked out or misread.

    Digits count with and without their “million” or “billion”, and so do numbers in words (“twelve”,
    “double”), but not “thousands”, which is no number. Note a value that was worked out with `x-outside: reason`.
    """
    for statement in ledger.file.statements:
        if not statement.value or noted("x-outside", statement):
            continue
        numbers = {number for evidence in statement.evidence for number in _numbers(evidence.quote)}
        if Decimal(statement.value.removeprefix("-")) not in numbers:
            message = f"The value {statement.value} is in no quote of its statement."
            yield Finding(statement.place, message, "Quote the words that give it, or correct it.")


def _numbers(text: str) -> Iterator[Decimal]:
    """Every number that the text may be read to give: "9 thousand" gives 9, 1000 and 9000."""
    before: set[Decimal] = set()
    for token in _TOKEN.findall(fold(text)):
        multiple = _MULTIPLES.get(token) or _MULTIPLES.get(token.removesuffix("s"))
        if multiple and (before or token in _MULTIPLES):  # "thousands" alone is no number
            before = {number * multiple for number in before if number < _MOST} | {Decimal(multiple)}
        elif token[0].isdigit():
            before = set(_readings(token))
        elif token in _NUMBERS:
            number = Decimal(_NUMBERS[token])
            before = {number} | {ten + number for ten in before if ten in TENS.values()}
        else:
            before = set()
        yield from before


def _readings(digits: str) -> Iterator[Decimal]:
    """What digits with separators may mean: "1,234" is more than a thousand here, and one and a part there."""
    first, *groups = re.split(r"\D", digits)
    if all(len(group) == 3 for group in groups):
        yield Decimal(first + "".join(groups))
    mark = digits[-len(groups[-1]) - 1] if groups else ""
    if mark in (".", ",") and digits.count(mark) == 1:
        yield Decimal(f"{first}{''.join(groups[:-1])}.{groups[-1]}")
    if " " in digits:  # "12 000" may be twelve thousand, and "in 2024 300" two numbers
        yield from (Decimal(group) for group in (first, *groups))
