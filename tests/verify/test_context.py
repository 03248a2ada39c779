"""What a sentence says of itself is told from what it needs a context for."""

from __future__ import annotations

import pytest

from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.context import Context, Mentioned
from eujdef_tui.verify.heard import Heard, needs_context
from eujdef_tui.verify.pieces import Pieces
from tests.verify.passages import PASSAGES
from tests.verify.speech_sentences import SENTENCES_OF_SPEAKERS

SENTENCES = [case.text for passage in (*PASSAGES, *SENTENCES_OF_SPEAKERS) for case in passage]


@pytest.mark.parametrize(
    "text",
    [
        "He signed it.",
        "The minister was in Tokyo.",
        "This pact is new.",
        "Both sides agree.",
        "The new treaty holds.",
        "Japan keeps its agreement.",
        "Kallas and her team came.",
    ],
)
def test_a_word_that_may_stand_for_another_needs_a_context(text: str) -> None:
    assert needs_context(Pieces(text))


@pytest.mark.parametrize(
    "text", ["Japan signed in 2024.", "Minister Iwaya was in Tokyo.", "The European Union is a bloc.", "5 %", ""]
)
def test_other_sentences_need_none(text: str) -> None:
    assert not needs_context(Pieces(text))


def test_what_needs_no_context_is_heard_alike_in_every_one(checker: Checker) -> None:
    names, thesaurus = checker.names, checker.thesaurus
    busy = Context((("kallas",), (("kallas",), ("borrell",)), ("japan", "eu"), checker.facts.facts[0]))
    for text in SENTENCES:
        pieces = Pieces(text)
        if needs_context(pieces):
            continue
        one, other = (Heard(pieces, names, thesaurus, context) for context in (Context(), busy))
        for name in ("speaker", "person", "persons", "meant", "points_back", "pointing", "content", "strangers"):
            assert getattr(one, name) == getattr(other, name), (name, text)
        assert one.mentioned == other.mentioned, text


def test_a_context_remembers_the_last_persons_others_and_proof(checker: Checker) -> None:
    fact = checker.facts.facts[0]
    context = Context()
    context.note(Mentioned((("kallas",), ("iwaya",)), ("japan",), ()), fact)
    context.note(Mentioned((), (), ()), None)
    assert context.proof is fact
    context.note(Mentioned((), ("eu",), ("iwaya", "kallas")), None)
    assert context.state == (("kallas",), (("kallas", "iwaya"), ("kallas", "iwaya")), ("eu",), fact)
    assert Context(context.state).state == context.state
