"""Tell British from American spelling of one word: defence and defense, organise and organize, centre and center.

Only pairs that cannot be two words: `stemmed` also unites forms (signed, signs), which say another thing.
"""

from __future__ import annotations

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["same_but_for_spelling"]

_VARIANTS = tuple(
    (lazy_pattern(pattern), other)
    for pattern, other in (
        (r"(?<=[aeiouy])(?P<c>[bcdghlmnprtv]{1,3})our(?=s|ed|ing|able|ite|hood|less|ful|$)", r"\g<c>or"),
        (r"(?<=[aeiouy])(?P<c>[^aeiouy\W]{1,3}[aeiouy]?)is(?=e[sdr]?$|ers$|ing$|ations?$|ational$)", r"\g<c>iz"),
        (r"(?<=[al]y)s(?=e[sdr]?$|ers$|ing$)", "z"),
        (r"(?<=[fp]en|cen|ten)c(?=es?$|eless$)", "s"),
        (r"(?<=[aceinu])tre(?=s?$)", "ter"),
        (r"(?<=gram)me(?=s?$)", ""),
        (r"(?<=[lt]og)ue(?=s?$)", ""),
        (r"(?<=[aeiouy])(?P<c>[^aeiouy\W]{1,3}[aeu])ll(?=ed$|ing$|ers?$)", r"\g<c>l"),
        (r"(?<=ward)s$", ""),
        (r"^grey", "gray"),
    )
)


def same_but_for_spelling(one: str, other: str) -> bool:
    """Whether two words, folded, are one word as British and American English write it."""
    return one == other or _plain(one) == _plain(other)


def _plain(word: str) -> str:
    word = _JOINED().sub("co", word)
    return "-".join(map(_plain_part, word.split("-")))


_JOINED = lazy_pattern(r"\bco-(?=op|ord)")


def _plain_part(word: str) -> str:
    for pattern, other in _VARIANTS:
        word = pattern().sub(other, word)
    return word
