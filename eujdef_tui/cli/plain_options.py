"""Read the arguments of a plain `find` or `verify`, or none at all, without argparse.

Its modules and parsers take 9 ms of the 60 of a `find`. Of a `verify` one draft and nothing else is read. What has any
other option than `--json` is left to the parser, and so is every mistake.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

__all__ = ["DEFAULT_HITS", "plain_options"]

DEFAULT_HITS = 20


def plain_options(typed: Sequence[str]) -> argparse.Namespace | None:
    """Return what the parser would for nothing, `find [--json] [--] WORDS [--json]` or `verify DRAFT`; else None."""
    if not typed:
        return _namespace(verb="")
    if typed[0] == "verify":
        return _verify(typed)
    if typed[0] != "find":
        return None
    first, last = 1, len(typed)
    while first < last and typed[first] == "--json":
        first += 1
    literal = first < last and typed[first] == "--"
    while not literal and last > first and typed[last - 1] == "--json":
        last -= 1
    words = list(typed[first + literal : last])
    if not words or ("--" in words if literal else not all(map(_is_word, words))):
        return None
    return _namespace(verb="find", words=words, json=len(words) + literal < len(typed) - 1, most=DEFAULT_HITS)


def _verify(typed: Sequence[str]) -> argparse.Namespace | None:
    if len(typed) != 2 or (typed[1].startswith("-") and typed[1] != "-"):
        return None
    return _namespace(verb="verify", draft=typed[1], json=False, all=False, screen=False)


def _namespace(**options: Any) -> argparse.Namespace:
    """The options of a verb, and those that every one has, as they are where nothing was typed for them."""
    of_all = {"file": None, "base": None, "query": "", "fresh": False, "linear": False, "kiosk": False}
    namespace: Any = SimpleNamespace(**of_all, **options)
    same: argparse.Namespace = namespace  # but for the class, which is argparse's own
    return same


def _is_word(typed: str) -> bool:
    if not typed.startswith("-") or typed == "-":
        return True
    from eujdef_tui.cli.unwanted_words import is_unwanted_word  # few words begin with a hyphen

    return is_unwanted_word(typed)
