"""Read the fact file's own words for the same thing: the entries of its key `synonyms`."""

from __future__ import annotations

from collections import Counter

from eujdef_tui.factfile.validator import Records, said
from eujdef_tui.factfile.yaml_nodes import Node, Scalar
from eujdef_tui.text.word_forms import folded_words

__all__ = ["read_group"]

_ADVICE = "Write two words or more with commas between them, such as `ship, vessel`."


def read_group(records: Records, node: Node) -> str:
    """A group as `search/synonyms.txt` has them: "ship vessel", "drown > dead died", "premier prime-minister".

    "" where the entry has a problem; it is reported with its place. Words stand with commas between them. Those behind
    ">" are found by the others, and do not find them.
    """
    if not isinstance(node, Scalar):
        records.report(node, "wrong-type", "An entry of `synonyms` must be text.", _ADVICE)
        return ""
    sides = [[(word, _folded(word)) for word in side.split(",")] for side in node.text.split(">")]
    every = [pair for side in sides for pair in side]
    twice = next((word for word, count in Counter(folded for _, folded in every).items() if word and count > 1), "")
    message = ""
    if not node.text.strip():
        message = "An entry of `synonyms` is empty."
    elif len(sides) > 2:
        message = f"The `>` stands more than once in {said(node.text)}."
    elif not all(folded for _, folded in every):
        message = f"There is a comma or a `>` without a word beside it in {said(node.text)}."
    elif twice:
        message = f"{said(twice)} stands twice in {said(node.text)}."
    elif len(every) < 2:
        message = f"{said(node.text)} is one word, and has no other beside it."
    if message:
        records.report(node, "bad-synonyms", message, _ADVICE)
        return ""
    return " > ".join(" ".join(folded for _, folded in side) for side in sides)


def _folded(word: str) -> str:
    """A word as search compares it; of several in a row, with hyphens between them."""
    return "-".join(folded_words(word))
