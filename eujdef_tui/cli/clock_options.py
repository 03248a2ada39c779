"""The options `--asof` and `--known`, which mean what the fields `asof:` and `known:` of a query do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.errors import QueryError, UsageError
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    import argparse

    from eujdef_tui.model.clock import Clock

__all__ = ["clock_fields", "clock_said", "seen_by_options"]

QUOTE = '"'


def clock_fields(options: argparse.Namespace) -> str:
    """Return the fields that the options stand for, "" where neither is given."""
    given = {"asof": options.asof, "known": options.known}
    return " ".join(
        f'{field}:"{clean(value).replace(QUOTE, "") or "nothing"}"' for field, value in given.items() if value
    )


def seen_by_options(base: Base, options: argparse.Namespace) -> Base:
    """Return the base as it stood by the options. Raises UsageError for what is no date."""
    clock = _clock(options)
    if not clock:
        return base
    from eujdef_tui.store.clocked_base import by_clock

    return by_clock(base, clock)


def clock_said(options: argparse.Namespace) -> str:
    """Return what the options say, in words: "as of 3 Mar 2024"; "" where neither is given."""
    clock = _clock(options)
    if not clock:
        return ""
    from eujdef_tui.model.clock import clock_words

    return " · ".join(clock_words(clock))


def _clock(options: argparse.Namespace) -> Clock | None:
    fields = clock_fields(options)
    if not fields:
        return None
    from eujdef_tui.search.clocks import clock_of
    from eujdef_tui.search.query import parse

    try:
        return clock_of(parse(fields))
    except QueryError as error:
        raise UsageError(f"{error}", error.advice) from None
