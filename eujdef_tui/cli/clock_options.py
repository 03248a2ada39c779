"""The options `--asof` and `--known`, which mean what the fields `asof:` and `known:` of a query do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.errors import QueryError, UsageError
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    import argparse

    from eujdef_tui.model.clock import Clock

__all__ = ["clock_fields", "clock_said", "seen_by_days", "seen_by_options"]

QUOTE = '"'


def clock_fields(options: argparse.Namespace) -> str:
    """Return the fields that the options stand for, "" where neither is given."""
    return _fields(options.asof, options.known)


def _fields(asof: str | None, known: str | None) -> str:
    given = {"asof": asof, "known": known}
    return " ".join(
        f'{field}:"{clean(value).replace(QUOTE, "") or "nothing"}"' for field, value in given.items() if value
    )


def seen_by_options(base: Base, options: argparse.Namespace) -> Base:
    """Return the base as it stood by the options. Raises UsageError for what is no date."""
    return seen_by_days(base, options.asof, options.known)


def seen_by_days(base: Base, asof: str | None, known: str | None) -> Base:
    """Return the base as it stood by the days, as they were typed. Raises UsageError for what is no date."""
    clock = _clock(_fields(asof, known))
    if not clock:
        return base
    from eujdef_tui.store.clocked_base import by_clock

    return by_clock(base, clock)


def clock_said(options: argparse.Namespace) -> str:
    """Return what the options say, in words: "as of 3 Mar 2024"; "" where neither is given."""
    clock = _clock(clock_fields(options))
    if not clock:
        return ""
    from eujdef_tui.model.clock import clock_words

    return " · ".join(clock_words(clock))


def _clock(fields: str) -> Clock | None:
    if not fields:
        return None
    from eujdef_tui.search.clocks import clock_of
    from eujdef_tui.search.query import parse

    try:
        return clock_of(parse(fields))
    except QueryError as error:
        raise UsageError(f"{error}", error.advice) from None
