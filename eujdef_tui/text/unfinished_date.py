"""Whether what is typed so far may yet become a date: `2`, `2024-1`, `nov`, `between 2024 an`."""

from __future__ import annotations

from eujdef_tui.text.date_input import may_be_in_date
from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["may_become_date"]

_MONTH = "|".join(month[:3].casefold() for month in MONTHS)
# No date has a year of five digits with something joined to it, nor a day after the 31st.
_IN_NO_DATE = lazy_pattern(
    r"\b[0-9]{5,}[-–/.]|\b[0-9]{4}-[0-9]+-(?:3[2-9]|[4-9][0-9])"
    rf"|(?<![-–/.0-9])(?:3[2-9]|[4-9][0-9]) +(?:{_MONTH})"
)


def may_become_date(typed: str) -> bool:
    """Whether each word may be in a date, the last as a beginning of one that may; not so for no word at all.

    The order of the words is not looked at: `2024 between` is told to be no date once it is searched for.
    """
    typed = typed.casefold()
    words = typed.split()
    if not words or _IN_NO_DATE().search(typed):
        return False
    last = "" if typed[-1].isspace() else words.pop()
    return all(map(may_be_in_date, words)) and may_be_in_date(last, begun=True)
