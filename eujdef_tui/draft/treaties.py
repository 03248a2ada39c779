"""Agreements in a sentence: a treaty, pact or dialogue by its name or its words, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.draft.actors import Cast
from eujdef_tui.draft.lexicon import has, mapping
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.draft.tokens import Token

__all__ = ["Treaty", "treaties"]

_INSTRUMENTS = {"deal": "agreement", "accord": "agreement", "cease-fire": "ceasefire", "accords": "agreement"}


class Treaty(NamedTuple):
    """An agreement in tokens[first:last]: its title in the article's words, its instrument, what is done."""

    title: str
    instrument: str
    action: str
    first: int
    last: int
    named: bool


def treaties(cast: Cast, sentence: Sentence) -> list[Treaty]:
    """The agreements in a sentence: those with a name, and those described where something is done with them."""
    found = list(_named(cast, sentence))
    for one in _described(cast, sentence):
        if not any(other.first < one.last and one.first < other.last for other in found):
            found.append(one)
    return found


def _named(cast: Cast, sentence: Sentence) -> Iterator[Treaty]:
    for mention in cast.mentions[sentence.number]:
        entity = cast.at(mention)
        if entity and entity.kind == "agreement" and " " in mention.name:
            last = mention.name.lower().split()[-1]
            yield Treaty(
                mention.name,
                _INSTRUMENTS.get(last, last),
                _action(sentence.tokens, mention.first),
                mention.first,
                mention.last,
                named=True,
            )


def _action(tokens: Sequence[Token], near: int) -> str:
    """What is done with an agreement: by the nearest such word of the sentence."""
    acts = mapping("agreement-action")
    found = [(abs(n - near), acts[token.low]) for n, token in enumerate(tokens) if token.low in acts]
    return min(found)[1] if found else ""


def _described(cast: Cast, sentence: Sentence) -> Iterator[Treaty]:
    """A defence partnership with South Korea; a classified information-sharing agreement: after "a" or "an" only."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        singular = token.low.removesuffix("s")
        if not has("agreement-noun", singular) or token.capital:
            continue
        first = at
        while (
            first
            and tokens[first].joined
            and at - first < 8
            and tokens[first - 1].low not in ("a", "an", "the", "this", "that", "their", "its")
            and not (has("function", tokens[first - 1].low) and tokens[first - 1].low not in ("and", "of", "new"))
        ):
            first -= 1
        article = tokens[first - 1].low if first else ""
        action = _action(tokens, at)
        if (
            article not in ("a", "an", "new")
            or not action
            or (first == at and at + 1 < len(tokens) and tokens[at + 1].low not in ("with", "between", "on", "to"))
        ):
            continue
        last = _end(cast.text, tokens, at + 1)
        yield Treaty(
            " ".join(cast.text[tokens[first].start : tokens[last - 1].end].split()),
            _INSTRUMENTS.get(singular, singular),
            action,
            first,
            last,
            named=False,
        )


def _end(text: str, tokens: Sequence[Token], last: int) -> int:
    """The token after "with South Korea", "between X and Y" or "on Z"."""
    if last >= len(tokens) or tokens[last].low not in ("with", "between", "on", "to"):
        return last
    end = last + 1
    while end < len(tokens) and end - last < 8 and text[tokens[end - 1].end : tokens[end].start] == " ":
        low = tokens[end].low
        if has("function", low) and low not in ("the", "and", "of", "other"):
            break
        end += 1
    return end
