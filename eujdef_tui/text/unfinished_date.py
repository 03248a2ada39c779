"""Whether what is typed so far may yet become a date: `2`, `2024-1`, `nov`, `between 2024 an`."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.edtf import MONTHS

__all__ = ["may_become_date"]

_WORDS = (
    *(month.casefold() for month in MONTHS),
    *"before after since until between about perhaps around circa early mid late spring summer autumn fall first second"
    " third last next previous this today yesterday tomorrow quarter half of and to or the year month week q1".split(),
)
# What may follow: the rest of a year, of a month, of a day, and whole ones.
_REST = (
    "024", "24", "4", "0", "1", "-11", "01", "11", "-01", "1-01", "-11-01", "1-11-01", "01-01",
    "11.2024", ".2024", ".11.2024", "1.2024", "2024", " 2024", "november 2024", " november 2024", " 1 november 2024",
    " 2023 and 2024", " 2024 and 2025", "024 and 2025", "24 and 2025", "4 and 2025", " and 2035", "/2035",
    " to 3 november 2099", "3 november 2024", "–3 november 2024", " year", " quarter of 2024",
)  # fmt: skip


def may_become_date(typed: str) -> bool:
    """Whether a date may begin with these signs, in the spelling of `from_words`; not so for no sign at all."""
    typed = typed.casefold()
    return bool(typed.strip()) and any(from_words(one + rest) for one in _begun(typed) for rest in ("", *_REST))


def _begun(typed: str) -> Iterator[str]:
    """Yield what is typed, and with its last word completed in each way."""
    yield typed
    before, space, last = typed.rpartition(" ")
    if last.isalpha():
        yield from (f"{before}{space}{word}" for word in _WORDS if word.startswith(last) and word != last)
