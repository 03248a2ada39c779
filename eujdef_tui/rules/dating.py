"""Rules on dates: what the quoted words do not give says where it comes from, and every reader of EDTF can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eujdef_tui.model.records import Event, Milestone, Node, Statement
from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding, short
from eujdef_tui.text import edtf
from eujdef_tui.text.date_digits import digits_in, digits_of
from eujdef_tui.text.portable_dates import is_portable
from eujdef_tui.text.unicode import folded_line

__all__ = [
    "date_not_in_quote",
    "date_of_our_own",
    "date_text_not_in_quote",
    "happened_in_future",
    "issued_without_basis",
    "relative_date_without_basis",
]

# Words that date something from the day on which they are written. "The last third of 2024" and
# "Friday, 1 November 2024" do not.
_RELATIVE = re.compile(
    r"\b(yesterday|today|tonight|tomorrow|now|nowadays|currently|ago|this|that|next|coming|upcoming|soon"
    r"|last(?! (?:third|quarter|half|months?|weeks?|days?) of)|past|previous|earlier|recent|recently|lately"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!.*\d{4}))\b"
)


_Dated = Event | Statement | Milestone


def _dated(ledger: Ledger) -> Iterator[tuple[_Dated, bool]]:
    """All that has a date, and whether it, or its record, is noted as known from outside."""
    for record in ledger.file.events:
        yield record, noted("x-outside", record)
    for statement in ledger.file.statements:
        yield statement, noted("x-outside", statement)
    for agreement in ledger.file.agreements:
        for milestone in agreement.milestones:
            yield milestone, noted("x-outside", milestone, agreement)


def _quotes(item: _Dated) -> list[str]:
    return [evidence.quote for evidence in item.evidence]


def relative_date_without_basis(ledger: Ledger) -> Iterator[Finding]:
    """Words such as “Wednesday”, “last month” or “two weeks ago” are no date until they are counted from one.

    `date_basis` says from what they were counted, or why they cannot be.
    """
    for item, _ in _dated(ledger):
        if item.date_basis or not (word := _RELATIVE.search(folded_line(item.date_text))):
            continue
        message = f"The words {short(item.date_text)} are relative (“{word[0]}”), and `date_basis` is empty."
        yield Finding(item.place, message, "Say in `date_basis` from what the date was counted.")


def date_not_in_quote(ledger: Ledger) -> Iterator[Finding]:
    """A date whose year or day no quote of its record has was inferred, and nobody can see from what.

    `date_basis` says how the date was arrived at; `x-outside` that no article gives it. A basis that begins
    with "explicit" says that the words do give it, and is taken at its word.
    """
    for item, outside in _dated(ledger):
        explained = outside or (item.date_basis and not item.date_basis.startswith("explicit"))
        if not item.date or explained:
            continue
        if missing := sorted(digits_of(item.date) - digits_in(_quotes(item))):
            named = " and ".join(map(str, missing))
            message = f"No quote of its record gives the {named} of the date {item.date}."
            advice = "Quote the words that give it, or say in `date_basis` what does."
            yield Finding(item.place, message, advice)


def date_text_not_in_quote(ledger: Ledger) -> Iterator[Finding]:
    """`date_text` keeps the article's own words for a date, so a quote of the same record has them."""
    for item, _ in _dated(ledger):
        sought = folded_line(item.date_text)
        if sought and not any(sought in folded_line(quote) for quote in _quotes(item)):
            message = f"The words {short(item.date_text)} stand in no quote of their record."
            yield Finding(item.place, message, "Quote the sentence that has them, or copy `date_text` from it.")


def date_of_our_own(ledger: Ledger) -> Iterator[Finding]:
    """A date that this program reads and other readers of EDTF refuse is lost where the fact file is used elsewhere.

    They take ~, ? and % after a year, month or day only, and a season or quarter only by itself. About the first
    quarter is 2026-01~/2026-03~, from spring on 2024-03/.. and so forth. A time has seconds, or is left out.
    """
    for node, date in _dates(ledger):
        if date and not is_portable(date):
            message = f"{date} is an extension of EDTF: it is read here, and refused by other readers."
            yield Finding(node.place, message, _portable_advice(date))


def _portable_advice(date: str) -> str:
    """How to write a date so that everyone reads it, where there is one way to."""
    months = re.sub(r"\d{4}-(?:2[1-4]|3[3-9]|4[01])([~?%]?)", _months, re.sub(r"T[^/~?%]*", "", date))
    if months != date and months.count("/") < 2 and is_portable(months):
        return f"Write {months}."
    return "Write years, months or days, such as 2024-03/2024-08, and ~, ? or % only after these."


def _months(found: re.Match[str]) -> str:
    first, last = (f"{day // 10_000:04}-{day // 100 % 100:02}{found[1]}" for day in edtf.bounds(found[0]))
    return f"{first}/{last}"


def _dates(ledger: Ledger) -> Iterator[tuple[Node, str]]:
    """Every date of the fact file, with the record or part that it stands in."""
    file = ledger.file
    for source in file.sources:
        yield from ((source, date) for date in (source.issued, source.accessed))
    for role in (role for actor in file.actors for role in actor.memberships):
        yield from ((role, date) for date in (role.start, role.end))
    yield from ((statement, statement.as_of) for statement in file.statements)
    yield from ((item, item.date) for item, _ in _dated(ledger))


def issued_without_basis(ledger: Ledger) -> Iterator[Finding]:
    """All relative dates of an article are counted from the day it was issued: say how that day is known."""
    for source in ledger.file.sources:
        if source.issued and not source.issued_basis:
            message = f"Nothing says how it is known that {source.file} was issued on {source.issued}."
            yield Finding(source.place, message, "Say it in `issued_basis`.")


def happened_in_future(ledger: Ledger) -> Iterator[Finding]:
    """What begins after its latest source was issued had not happened yet: it is planned or a target.

    Events and milestones of which every source is dated are looked at. A doubtful date of issue (`~`)
    is taken as written.
    """
    for item, _ in _dated(ledger):
        if isinstance(item, Statement) or item.status != "happened" or not item.date:
            continue
        issued = [ledger.sources[evidence.source].issued for evidence in item.evidence]
        if all(issued) and edtf.bounds(item.date)[0] > max(edtf.bounds(day)[1] for day in issued):
            last = max(issued, key=lambda day: edtf.bounds(day)[1])
            message = f"It is said to have happened in {item.date}, and its latest source is of {last}."
            advice = "Correct the date, or make the status planned, target or reported."
            yield Finding(item.place, message, advice)
