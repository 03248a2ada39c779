"""Read a text as search keeps it: folded words, further words of its joints, quantities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from eujdef_tui.text.joints import joint_spans, may_join
from eujdef_tui.text.lone_figures import bare_numbers
from eujdef_tui.text.number_tokens import compact
from eujdef_tui.text.quantities import has_number, quantities
from eujdef_tui.text.tokens import Word, simple_words, words

__all__ = ["LETTERS_FOR_JOINED", "MOST_JOINED", "IndexedText", "index_text"]

# Further words that joints may give a text, and one more for so many letters of it. Of honest texts those in HTML have
# most, one for 170 letters; a list of pairs like ab-cd has one for three, and each takes as long as five letters do.
MOST_JOINED, LETTERS_FOR_JOINED = 5_000, 100


class IndexedText(NamedTuple):
    """What search keeps of a text.

    Attributes:
        words: its folded words, parted by spaces.
        joints: the further words that its joints give, each once.
        small: those of both that it writes in lower case.
        amounts: (number, unit) of its quantities, the number as `number_tokens.compact` writes it.
        is_cut: whether its joints give more words than it may have, so that further ones are left out.
    """

    words: str
    joints: tuple[str, ...]
    small: tuple[str, ...]
    amounts: tuple[tuple[str, str], ...]
    is_cut: bool


# A quote is nearly always a sentence of the article that was read before it. An article of 1 MB has 8,000.
@lru_cache(maxsize=2**15)
def index_text(text: str, joined: bool = True) -> IndexedText:
    """Read a text; without its joints where it is not to be `joined`."""
    written = simple_words(text)
    if written is not None and not (joined and may_join(text, written)):
        plain = " ".join(written).lower()
        folded = plain.split()
        # offsets are needed of what has a number alone, and not where that is a bare figure
        bare = bare_numbers(text, folded) if has_number(folded, plain) else []
        found = words(text) if bare is None else []
        joints = dict[str, bool]()
        small = [word for word, as_written in zip(folded, written, strict=True) if as_written >= "a"]
    else:
        found, bare = words(text), None
        folded = [word for _, _, word in found]
        plain = " ".join(folded)
        joints = _joints(text, found) if joined else {}
        small = [word for start, _, word in found if text[start].islower()]
        small += [form for form, is_small in joints.items() if is_small]
        if not has_number(folded, plain):
            found = []
    counted = (
        [(one.number, one.unit) for one in quantities(text, found)] if found else [(one, "") for one in bare or ()]
    )
    return IndexedText(
        plain,
        tuple(joints),
        tuple(small),
        tuple([(compact(number), unit) for number, unit in counted]),
        len(joints) > _most_joined(text),
    )


def _joints(text: str, found: Sequence[Word]) -> dict[str, bool]:
    """The further words of a text, and whether it writes them in lower case somewhere."""
    joints: dict[str, bool] = {}
    most = _most_joined(text)
    for form, start, _ in joint_spans(text, found):
        joints[form] = joints.get(form, False) or text[start].islower()
        if len(joints) > most:
            break
    return joints


def _most_joined(text: str) -> int:
    return MOST_JOINED + len(text) // LETTERS_FOR_JOINED
