"""Words of `find` that begin with a hyphen (`find kallas -manila`): argparse takes them for options.

They are parsed behind a mark that no one types, and the mark is taken off again.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_unwanted_word", "marked", "unmarked"]

_MARK = "\ue000"  # of the private use area


def is_unwanted_word(typed: str) -> bool:
    """Return whether an argument is a word that is not wanted, and no option.

    -manila and -dual-use are, -f, -f./facts.yaml, -n20 and -help are not.
    """
    word = typed[1:]
    if len(word) < 2 or word == "help" or (word[0] == "n" and word[1:].isdecimal()):
        return False
    first = word[0].isalnum() and not word[0].isdecimal()
    return typed[0] == "-" and first and all(sign.isalnum() or sign in "'’-" for sign in word[1:])


def marked(typed: Sequence[str]) -> list[str]:
    """Return the arguments of `eujdef`, with a mark before those words of `find`, as far as a "--" among them."""
    verb = next((at for at in range(min(3, len(typed))) if typed[at] == "find"), len(typed))
    if verb and not typed[0].startswith("-"):
        return [*typed]  # another verb
    end = typed.index("--", verb) if "--" in typed[verb:] else len(typed)
    words = (f"{_MARK}{word}" if is_unwanted_word(word) else word for word in typed[verb:end])
    return [*typed[:verb], *words, *typed[end:]]


def unmarked(word: str) -> str:
    """Return a word without the mark."""
    return word.removeprefix(_MARK)
