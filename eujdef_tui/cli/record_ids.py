"""Look up the records that a command line names by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

__all__ = ["known_records", "record_numbers"]


def record_numbers(base: Base, ids: Iterable[str]) -> tuple[list[int], list[str]]:
    """Return the numbers of the records with these ids, each once, and a message for each unknown id."""
    numbers: list[int] = []
    unknown: list[str] = []
    for record_id in dict.fromkeys(map(clean, ids)):
        n = base.number(record_id)
        if n is None:
            from eujdef_tui.search.id_suggestion import nearest_id

            nearest = nearest_id(base, record_id)
            advice = f"did you mean {nearest}?" if nearest else "eujdef find WORDS --json gives ids"
            unknown.append(f"eujdef: there is no record {record_id}; {advice}")
        else:
            numbers.append(n)
    return numbers, unknown


def known_records(base: Base, ids: Sequence[str]) -> tuple[list[int], list[str]]:
    """Return the numbers of the records that were known, and a message for each that was not or is unknown."""
    numbers, messages = record_numbers(base, ids)
    if not base.clock:
        return numbers, messages
    known = base.known(numbers)
    messages += [
        f"eujdef: no source issued by then tells {base.record(n).record.id}" for n in numbers if n not in known
    ]
    return known, messages
