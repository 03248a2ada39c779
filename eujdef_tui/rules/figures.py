"""Rules on figures: a value must stand in the quoted words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding, short
from eujdef_tui.rules.truth.reading import read

__all__ = ["figure_without_value", "value_not_in_quote"]


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
    “double”), and the first of a range (“35 to 40 billion”) with the multiple of the second, but not “thousands”,
    which is no number. Note a value that was worked out with `x-outside: reason`.
    """
    for statement in ledger.file.statements:
        if not statement.value or noted("x-outside", statement):
            continue
        value = Decimal(statement.value.removeprefix("-"))
        if not any(read(evidence.quote).has_number(value) for evidence in statement.evidence):
            message = f"The value {statement.value} is in no quote of its statement."
            yield Finding(statement.place, message, "Quote the words that give it, or correct it.")
