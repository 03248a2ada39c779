"""Compare a typed quantity with those of a document. A quantity is written `35e9:usd` (see `Document.amounts`)."""

from __future__ import annotations

from functools import lru_cache

from eujdef_tui.search import score

__all__ = ["amount_quality", "amounts_in"]


@lru_cache(maxsize=5_000)  # the names of linked records come again in many documents
def amounts_in(name: str) -> tuple[str, ...]:
    """The quantities in a name."""
    from eujdef_tui.text.number_tokens import compact  # few queries have a quantity
    from eujdef_tui.text.quantities import quantities

    return tuple(f"{compact(one.number)}:{one.unit}" for one in quantities(name))


@lru_cache(maxsize=5_000)
def amount_quality(typed: str, own: str, *, bare: bool) -> float:
    """How well a quantity fits the typed one: the same number, or one that rounds to it, of the same unit or of none.

    A `bare` figure is that number alone. A share is never meant by a number without percent. 0 for another quantity.
    """
    number, _, unit = typed.partition(":")
    own_number, _, own_unit = own.partition(":")
    if unit and own_unit not in (unit, "" if unit != "pct" else unit):
        return 0.0
    quality = score.EXACT if unit == own_unit else score.UNITLESS
    if own_number == number:
        return quality
    if bare:
        return 0.0
    from eujdef_tui.text.number_tokens import rounded_tokens

    return quality * score.ROUNDED if number in rounded_tokens(own_number) else 0.0
