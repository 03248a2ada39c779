"""Tell the EDTF dates that every common reader takes from those that only some, or this program alone, take.

The readers are edtf 5.0.2 and edtf-validate 2.0.0 (Python) and edtf 4.11.1 (npm). They differ from the specification
and from one another in signs after anything but a plain date, in intervals of seasons, and in times
(`findings/edtf-season-about.sh`). The tests ask the first and the last.
"""

from __future__ import annotations

from eujdef_tui.text.edtf import parse
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["is_portable"]

_PLAIN = r"-?\d{4}(?:-(?:0\d|1[012])(?:-\d\d)?)?"
_SINGLE = lazy_pattern(rf"""(?ax)
    {_PLAIN} [~?%]?
    | -?\d\d[\dX]X | Y-?\d+
    | -?\d{{4}}-(?:XX(?:-XX)? | (?:0\d|1[012])-XX | 2[1-4] | 3[3-9] | 4[01])
    | \d{{4}}-\d\d-\d\d T\d\d:\d\d:\d\d (?:Z|[+-]\d\d(?::\d\d)?)?""")
_SIDE = lazy_pattern(rf"(?a){_PLAIN}([~?%]?)")  # of an interval
_MASKED_SIDE = lazy_pattern(r"(?a)\d\d[\dX]X|-?\d{4}-(?:0\d|1[012]|XX)-XX")  # where neither side has a sign or is open


def is_portable(text: str) -> bool:
    """Whether all three readers take an EDTF date. Raises DateError for what is no date."""
    date = parse(text)
    if "/" not in text:
        return _SINGLE().fullmatch(text) is not None
    start, end = date.start, date.end
    if start in ("", ".."):
        return not end.startswith(("-", "0000")) and _SIDE().fullmatch(end) is not None
    if end in ("", ".."):
        return _SIDE().fullmatch(start) is not None
    sides = [_SIDE().fullmatch(side) for side in (start, end)]
    if any(not side and not _MASKED_SIDE().fullmatch(text) for side, text in zip(sides, (start, end), strict=True)):
        return False
    signed = any(side and side[1] for side in sides)
    if signed and not all(sides):
        return False
    first, second = parse(start).lo, parse(end).lo
    if end.startswith("-") and len(start.strip("~?%")) != len(end.strip("~?%")):
        return False
    return first < second or (first == second and not signed)
