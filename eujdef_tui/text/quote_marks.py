"""Quotation marks around a text that may hold some itself: those within are turned, and the whole balances."""

from __future__ import annotations

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["in_quote_marks"]

_MARK = lazy_pattern('[“”„"‘’]')
_PAIRS = ("“”", "‘’")


def in_quote_marks(text: str) -> str:
    """Return a text between “ and ”, with the marks inside it single, those inside these double, and so on.

    Chicago, 17th edition, 13.30. A quote is often cut out of a longer one: a double mark within it that has lost its
    partner gets one, at the start or the end. A single mark without a partner stays, as it may be an apostrophe.
    """
    pairs = _pairs_of(text)
    # Marks that were added stand at the places before the text and behind it; all are sorted by place.
    ends = sorted([(first, 0) for first, _ in pairs] + [(last, 1) for _, last in pairs])
    depth, here = 0, 0
    made = [_PAIRS[0][0]]
    for place, closes in ends:
        depth += 0 if closes else 1
        if 0 <= place < len(text):
            made.append(text[here:place])
            here = place + 1
        elif place >= len(text) and here < len(text):
            made.append(text[here:])
            here = len(text)
        made.append(_PAIRS[depth % 2][closes])
        depth -= closes
    return "".join((*made, text[here:], _PAIRS[0][1]))


def _pairs_of(text: str) -> list[tuple[int, int]]:
    """The places of quotation marks that belong together; a partner that is missing is before or behind the text."""
    pairs: list[tuple[int, int]] = []
    still_open: list[tuple[int, bool]] = []  # each with whether it is a double mark
    for found in _MARK().finditer(text):
        at, mark = found.start(), found[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        doubles = [nth for nth, (_, double) in enumerate(still_open) if double]
        if mark in "‘’":
            if mark == "‘" and not before.isalnum():
                still_open.append((at, False))
            elif still_open and not still_open[-1][1] and not (before.isalnum() and after.isalnum()):
                pairs.append((still_open.pop()[0], at))
        elif mark == "„" or (mark != "”" and _opens(mark, before, after, text, still_open)):
            still_open.append((at, True))
        elif doubles:
            pairs.append((still_open[doubles[-1]][0], at))
            del still_open[doubles[-1] :]
        elif not (mark == '"' and before.isdigit()):  # else an inch
            pairs.append((-1 - len(pairs), at))
            still_open.clear()
    behind = len(text) + len(still_open)
    return pairs + [(at, behind - nth) for nth, (at, double) in enumerate(still_open) if double]


def _opens(mark: str, before: str, after: str, text: str, still_open: list[tuple[int, bool]]) -> bool:
    """Whether “ or a straight mark begins a quotation: in German, “ ends one that „ has begun."""
    if mark == "“":
        return not (still_open and still_open[-1][1] and text[still_open[-1][0]] == "„")
    return bool(after.strip()) and not (before.isalnum() or before in tuple(".,;:!?…)”’"))
