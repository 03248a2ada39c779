"""A record's names and texts as search reads them: folded words, joints, quantities. Each text is read once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from eujdef_tui.model.labels import title_of
from eujdef_tui.model.records import Actor, Agreement, Record, Source
from eujdef_tui.model.searchable import capitals, names_of, prose_of
from eujdef_tui.store.document import JOINTS
from eujdef_tui.store.filter_tags import amount_tag
from eujdef_tui.store.fragment import Lines, Texts
from eujdef_tui.text.joints import joint_spans, may_join
from eujdef_tui.text.number_tokens import compact, rounded_tokens
from eujdef_tui.text.quantities import has_number, quantities
from eujdef_tui.text.tokens import simple_words, words
from eujdef_tui.text.unicode import one_line
from eujdef_tui.text.word_forms import suffixes

__all__ = ["MOST_ROUNDED", "lines_of", "texts_of"]

MOST_ROUNDED = 5_000  # numbers of a record that are found by what they round to


class Read(NamedTuple):
    """What search keeps of a text.

    Attributes:
        words: its folded words, parted by spaces.
        joints: the further words that its joints give.
        small: those of both that it writes in lower case.
        amounts: (number, unit) of its quantities, the number as `number_tokens.compact` writes it.
        numbers: of its quantities.
    """

    words: str
    joints: tuple[str, ...]
    small: tuple[str, ...]
    amounts: tuple[tuple[str, str], ...]
    numbers: tuple[Decimal, ...]


# A quote is nearly always a sentence of the article that was read before it. An article of 1 MB has 8,000.
@lru_cache(maxsize=2**15)
def _read(text: str) -> Read:
    written = simple_words(text)
    if written is not None and not may_join(text, written):
        joined = " ".join(written).lower()
        folded = joined.split()
        # offsets are needed of what has a number alone
        found = words(text) if has_number(folded, joined) else []
        joints = list[tuple[str, int, int]]()
        small = [word for word, as_written in zip(folded, written, strict=True) if as_written >= "a"]
    else:
        found = words(text)
        folded = [word for _, _, word in found]
        joined = " ".join(folded)
        joints = list(joint_spans(text, found))
        small = [word for start, _, word in found if text[start].islower()]
        small += [form for form, start, _ in joints if text[start].islower()]
        if not has_number(folded, joined):
            found = []
    counted = list(quantities(text, found)) if found else []
    return Read(
        joined,
        tuple([form for form, _, _ in joints]),
        tuple(small),
        tuple([(compact(one.number), one.unit) for one in counted]),
        tuple([one.number for one in counted]),
    )


def texts_of(record: Record, quoted: Sequence[str], small: set[str], *, named: bool) -> Texts:
    """Read the title, description and quotes of a record; what is `quoted` of a source is all of its article.

    What they write in lower case is added to `small`, but of quotes: these stand in an article, which is read as well.
    A record that is `named` has its title among its names.
    """
    folded: list[str] = []
    numbers: dict[Decimal, None] = {}
    amounts: dict[str, None] = {}
    for field, texts in (("t", [] if named else [title_of(record)]), ("w", [prose_of(record)]), ("q", quoted)):
        found = list(map(_read, texts))
        folded.append(_folded(found))
        for one in found:
            if one.numbers:
                numbers.update(dict.fromkeys(one.numbers))
                amounts.update(dict.fromkeys([f"{field}{number}:{unit}" for number, unit in one.amounts]))
            if field != "q" or isinstance(record, Source):
                small.update(one.small)
    return [*folded, " ".join(amounts), _tagged(numbers)]


def _folded(found: Sequence[Read]) -> str:
    """Return the folded words of texts and, behind JOINTS, the further ones, each once."""
    plain = " ".join([one.words for one in found if one.words])
    joints = dict.fromkeys([form for one in found for form in one.joints])
    return f"{plain}{JOINTS}{' '.join(joints)}" if joints else plain


def lines_of(record: Actor | Agreement | Source) -> Lines:
    """Return the names of a record, in their order."""
    return [_line(name, label) for name, label in names_of(record)]


def _line(written: str, label: str) -> list[Any]:
    read, name, label = _read(written), one_line(written), one_line(label)
    found = " ".join((read.words, *dict.fromkeys(read.joints)))
    if not found.isascii():
        found = " ".join([tail for token in found.split(" ") for tail in suffixes(token)])
    initials = "" if label == "author" else capitals(name)
    block = f"{label}\t{name}\t{_folded([read])}"
    return [label, name, read.words, block, found, _tagged(read.numbers), initials]


def _tagged(numbers: Collection[Decimal]) -> list[str]:
    """Return the tags of different numbers. A record of very many, near to any that is typed, has them as they are."""
    rounded = set(islice(numbers, MOST_ROUNDED))
    tags = {tag for number in rounded for tag in _number_tags(number)}
    if len(numbers) > MOST_ROUNDED:
        tags.update([amount_tag(compact(number)) for number in numbers])
    return sorted(tags)


@lru_cache(maxsize=10_000)  # years and small figures come again and again
def _number_tags(number: Decimal) -> tuple[str, ...]:
    return tuple(map(amount_tag, rounded_tokens(number)))
