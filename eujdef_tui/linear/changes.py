"""What changed since the facts were looked at last: a line at the start, and the command that lists it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from eujdef_tui.compare.change import KINDS, Change, Edit
from eujdef_tui.errors import EujdefError
from eujdef_tui.linear.answers import read_page
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import PAGE, Listing
from eujdef_tui.linear.marks_in_words import GRADE_WORDS
from eujdef_tui.linear.place import Place
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import in_full, joined, sentence, spoken_date
from eujdef_tui.model.labels import quoted
from eujdef_tui.present.change_words import ASPECT_WORDS, MOST, TELLS_ALL, TOO_MANY, hold_words, why_no_changes
from eujdef_tui.present.look_file import look_again, mark_seen
from eujdef_tui.present.view_results import view_results
from eujdef_tui.text.unicode import one_line

__all__ = ["changes_listing", "list_changes", "news_line"]


def news_line(to: LinearExplorer) -> Iterator[str]:
    """Look at the facts, and say what changed since they were looked at last; nothing where nothing did."""
    to.looked = None
    with suppress(EujdefError):  # a damaged base: whoever reads it next is told
        to.looked = look_again(to.whole, to.state_file)
    if to.looked and (news := to.looked.news):
        them = "it" if len(news.changes) + news.files == 1 else "them"
        yield f"{in_full(news.words())}; changes lists {them}."


def list_changes(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List what changed, so that a number reads the fact; from then on that is what was looked at last."""
    if why := why_no_changes(to.looked):
        raise Refused(sentence(in_full(why)))
    assert to.state_file
    assert to.looked
    assert to.looked.news
    news = to.looked.news
    listing = changes_listing(to, news.changes, in_full(news.words()), files=news.files)
    to.go(Place(view_results(to.whole, None), listing=listing))
    yield from read_page(to, 0)
    to.looked = mark_seen(to.state_file, to.looked)


def changes_listing(to: LinearExplorer, changes: Sequence[Change], title: str, *, files: int = 0) -> Listing:
    """The changes as answers, one for each record; of one that is gone there is only a line."""
    numbers: list[int] = []
    said: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    heading = ""
    for change in changes[:MOST]:
        n = to.whole.number(change.id)
        if change.kind == "gone" or not n:
            said.setdefault(len(numbers), []).append(_gone(change))
        elif n in numbers:
            after[numbers.index(n)] += [sentence(KINDS[change.kind][0].capitalize()), *_details(to, change)]
        else:
            if change.kind != heading or len(numbers) % PAGE == 0:
                said.setdefault(len(numbers), []).append(f"{KINDS[change.kind][0].capitalize()}:")
            heading = change.kind
            after[len(numbers)] = list(_details(to, change))
            numbers.append(n)
    if files:
        said.setdefault(0, []).insert(0, sentence(f"{TOO_MANY.capitalize()}: eujdef diff does"))
    if more := len(changes[MOST:]):
        said.setdefault(len(numbers), []).append(sentence(f"And {more:,} more: {TELLS_ALL}"))
    return Listing(title, numbers, said=said, after=after)


def _gone(change: Change) -> str:
    date = _date(change.record, change.date) if change.date else ""
    return sentence(f"Gone: {joined(f'{change.record} {change.id}', change.title, date)}")


def _details(to: LinearExplorer, change: Change) -> Iterator[str]:
    """What of a record changed: each value as it was and as it is, and the quotes that fell."""
    if change.was:
        yield sentence(f"Its id was {change.was}, and is {change.id}")
    if change.kind == "edited":
        yield sentence(hold_words(change))
    for quote in change.fell:
        yield f"{GRADE_WORDS[quote.grade].capitalize()}, of {to.whole.title_of(quote.id)}: {quoted(quote.quote)}"
    for edit in change.edits:
        words = None if edit.old or edit.new else ASPECT_WORDS.get(edit.field)
        yield sentence(words.capitalize() if words else _values(change.record, edit))


def _values(record: str, edit: Edit) -> str:
    """A value as it was and as it is: "Date: was 2030, is 2031"."""
    field = edit.field.rpartition(".")[2]
    if field == "date":
        old, new = (_date(record if field == edit.field else "", value) or "none" for value in (edit.old, edit.new))
        if old == new:  # two ways to write what is said alike
            old, new = edit.old, edit.new
    else:
        old, new = (_value(field, value) for value in (edit.old, edit.new))
    name = field.removeprefix("x-").replace("_", " ")
    of = one_line(edit.part.replace("-", " "))
    of = f" of {'the step ' * edit.field.startswith('milestones')}{of}" if of else ""
    return f"{name[:1].upper()}{name[1:]}{of}: was {old}, is {new}"


def _value(field: str, value: str) -> str:
    """A value in words; a text stands in quotation marks as it is."""
    words = one_line(value)
    if field in ("status", "figure", "kind"):
        return words.replace("-", " ") or "none"
    return f"“{words}”" if " " in words else words or "none"


def _date(record: str, date: str) -> str:
    """A date in words; of an agreement each step with its own. What a damaged file has for one stays as it is."""
    if record == "agreement":
        steps = (step.partition(" ") for step in date.split("; "))
        return "; ".join(f"{action.replace('-', ' ')} {_date('', day)}".strip() for action, _, day in steps)
    with suppress(ValueError):
        return spoken_date(date) if date else ""
    return date
