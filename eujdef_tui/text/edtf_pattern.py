"""A regular expression for EDTF dates as `text.edtf` reads them, in what Python and ECMAScript have in common.

It knows the calendar, leap years included, so that an editor refuses 2024-13 and 2023-02-29. It does not know that an
interval may not end before it starts.
"""

from __future__ import annotations

__all__ = ["DATE_PATTERN"]

_TIME = r"T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_DAYS = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|1[0-9]|2[0-8])",
)
_DAY = f"(-?(?!0000)[0-9]{{4}}-({'|'.join(_DAYS)})|0000-({'|'.join(_DAYS)})|(-(?!0000))?{_LEAP}-02-29)({_TIME})?"
_MONTH = "(0[1-9]|1[0-2])(-XX)?|XX(-XX)?|2[1-4]|3[3-9]|4[01]"  # or a season, quarter, third or half of a year
_YEAR = f"(-(?!0000))?[0-9]{{4}}(-({_MONTH}))?"
_SIDE = f"({_DAY}|{_YEAR}|Y-?[1-9][0-9]{{4,9}}|-?[0-9]{{2}}[0-9X]X)[?~%]?"
DATE_PATTERN = rf"{_SIDE}(/({_SIDE}|\.\.)?)?|(\.\.)?/{_SIDE}"
