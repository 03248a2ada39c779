"""Rules on files: articles lie beside the fact file, or where it says, and each is one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from eujdef_tui.factfile.article_tree import is_below, tree_of
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding
from eujdef_tui.text.unicode import folded_line

__all__ = ["article_outside", "same_text_twice"]

_SAME = 0.8  # share of the sentences of the shorter text that two printings of one report have in common
_MOST = 20  # sources with one sentence that are compared: boilerplate stands in all of them


def article_outside(ledger: Ledger) -> Iterator[Finding]:
    """An article lies in the folder of its fact file or below: `file` may name anything that can be read.

    A link that leads out, an absolute path and `..` do so too. List under `roots` the folders that are meant. A shared
    box refuses what lies elsewhere.
    """
    file = ledger.file
    folders = (tree_of(file.path), *file.roots)
    inside: dict[tuple[str, str], bool] = {}  # many sources may name one file
    for source in file.sources:
        named = source.place.path, source.file
        if named not in inside:
            inside[named] = is_below(Path(source.place.path).parent / source.file, folders)
        if not inside[named]:
            message = f"The article {source.file} lies outside the folder of the fact file."
            yield Finding(source.place, message, "Copy it to that folder, or list its own under `roots`.")


def same_text_twice(ledger: Ledger) -> Iterator[Finding]:
    """Two sources of one text are one witness: a wire story that two papers print, or one article under two ids.

    Four sentences of five in common make it one text. `derived_from` says which was first, or who both have it from.
    Sources with the very same text count as one in any case.
    """
    origins = {source.id: source.derived_from for source in ledger.file.sources}
    holders: dict[int, list[str]] = defaultdict(list)  # hash of a sentence → sources that have it
    numbers: dict[str, int] = {}
    for source in ledger.file.sources:
        article = ledger.articles[source.id]
        hashes = {hash(folded_line(article.text[start:end])) for start, end in article.spans}
        numbers[source.id] = len(hashes)
        shared = Counter(other for one in hashes for other in holders[one][:_MOST])
        for other, common in shared.most_common(1):
            tied = other == origins[source.id] or source.id == origins[other]
            tied = tied or (origins[other] != "" and origins[other] == origins[source.id])
            if not tied and common >= _SAME * min(len(hashes), numbers[other]):
                message = f"`{source.id}` has the text of `{other}`: {common} sentences are the same."
                yield Finding(source.place, message, f"Write `derived_from: {other}`, or whom both have it from.")
        for one in hashes:
            holders[one].append(source.id)
