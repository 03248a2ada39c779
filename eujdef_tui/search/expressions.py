"""FTS5 expressions: what the index is asked for a term.

An expression finds every record that could match. `match` then decides how well each does, and never finds more.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.search.expansions import ExpandedTerm, Expansion, prefixed
from eujdef_tui.search.query import Term
from eujdef_tui.search.score import may_count_in_text
from eujdef_tui.store import Index
from eujdef_tui.store.filter_tags import amount_tag, overlapping, tagged, yearless
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import is_unspaced, split_unspaced, stemmed

__all__ = ["excluding", "in_names", "in_row", "of_term", "of_very_word"]

_TEXT = "{names links title words quotes}"


def of_term(index: Index, one: ExpandedTerm) -> str:
    """What could match an expanded term."""
    term, expansion = one.term, one.expansion
    amount = f" OR {tagged((amount_tag(term.amount.partition(':')[0]),))}" if term.amount else ""
    if term.phrase:
        return f"{_TEXT} : ({in_row(index, term.tokens)}){amount}"
    if term.date:
        written = f' OR {_TEXT} : ("{term.figure}")' if term.figure else ""
        if len(term.tokens) > 1:
            written += f" OR {_TEXT} : ({in_row(index, term.tokens)})"
        return " OR ".join(f"({_dated(index, date)})" for date in term.dates) + written
    in_title, in_text = _in_text(expansion, title=True), _in_text(expansion, title=False)
    names = f"{{names links}} : ({in_names(expansion)})"
    return f"{names} OR title : ({in_title}) OR {{words quotes}} : ({in_text}){amount}"


def _dated(index: Index, date: str) -> str:
    """What a date, or one without a year, may overlap."""
    if date.startswith("XXXX"):
        return yearless(date)
    return overlapping(index.years, *edtf.bounds(date))[1]


def of_very_word(index: Index, one: ExpandedTerm) -> str:
    """What has the very word of a term, as it was typed."""
    whole = one.term.phrase or one.term.date
    return of_term(index, one) if whole else f'{_TEXT} : ("{one.term.tokens[0]}")'


def excluding(index: Index, term: Term) -> str:
    """What a negated term leaves out: its very words and other spellings of one, no prefixes, no typos."""
    whole = " ".join(map(split_unspaced, term.tokens))
    whole = f'{whole}" OR "{" ".join(term.tokens)}' if any(map(is_unspaced, term.tokens)) else whole  # as names have it
    others = index.words_with_stem(stemmed(term.tokens[0])) if len(term.tokens) == 1 else ()
    either = " OR ".join(f'"{words}"' for words in (whole, *others))
    return f"{_TEXT} : ({either})"


def in_names(expansion: Expansion) -> str:
    """Any alternative, for the columns of names."""
    parts = [_typed(expansion, prefix=True), *(f'"{token}"' for token in expansion.words)]
    parts += [f'"{item.token}"*' for item in expansion.prefixes]
    return " OR ".join(parts)


def _in_text(expansion: Expansion, *, title: bool) -> str:
    """The alternatives that may count in a text (see `score.may_count_in_text`)."""
    typed = expansion.typed
    parts = [_typed(expansion, prefix=is_unspaced(typed) or may_count_in_text(typed, "prefix", title=title))]
    strong = (item for item in expansion.words.values() if not item.weak)
    parts += [f'"{item.token}"' for item in strong if item.anywhere or may_count_in_text(typed, item.rule, title=title)]
    return " OR ".join(parts)


def _typed(expansion: Expansion, *, prefix: bool) -> str:
    typed, star = expansion.typed, "*" if prefix else ""
    # the index finds a few whole words sooner than a prefix
    listed = " OR ".join(f'"{word}"' for word in expansion.listed) if prefix else ""
    found = listed or f'"{typed}"{star}'
    return f'{found} OR "{split_unspaced(typed)}"{star}' if is_unspaced(typed) else found


def in_row(index: Index, tokens: Sequence[str]) -> str:
    """Words one after the other, of which the last may be the beginning of one."""
    *first, last = tokens
    listed = prefixed(index, last)
    rows = (" ".join(map(split_unspaced, (*first, word))) for word in listed or (last,))
    return " OR ".join(f'"{row}"' if listed else f'"{row}"*' for row in rows)
