"""What a draft has in quotation marks must stand in an article, word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.store import Base
from eujdef_tui.verify import quotations as module
from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.quotations import Articles, hold_quotations, quotations
from eujdef_tui.verify.verdict import Verdict

Check = Callable[[str], list[Checked]]


@pytest.fixture(scope="module")
def articles(base: Base) -> Articles:
    return Articles(base)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ('He said "one two" and "three four".', ["one two", "three four"]),
        ("He said “one two” and „three four“.", ["one two", "three four"]),
        ("Er sagte «one two» und »three four«.", ["one two", "three four"]),
        ("He said ‘one man’s two’ and 'one man's two'.", ["one man’s two", "one man's two"]),
        ("The Union's and Japan's ministers' aims.", []),
        ('The so-called "alliance" it is.', []),
        ('Kallas said: "One goes on.', ["One goes on."]),
        ("Kallas said: “One goes on.", ["One goes on."]),
        ('It ends here," she said.', ["It ends here,"]),
        ("It ends here,” she said.", ["It ends here,"]),
        ('It was signed "in May 2024".', ["in May 2024"]),
        ('A hull of 5" is thick.', []),
        ("", []),
        ('"', []),
    ],
)
def test_words_in_quotation_marks_of_all_kinds_are_found(sentence: str, words: list[str]) -> None:
    assert [sentence[start:end] for start, end in quotations(sentence)] == words


@pytest.mark.parametrize(
    "quoted",
    [
        "a lot of room for cooperation",
        "A  lot of room\nfor co-operation".replace("co-op", "coop"),
        "[a] lot of room",
        "a lot of [space and] room for cooperation",
        "a lot … for cooperation",
        "a lot (...) for cooperation",
        "a lot of **room** for cooperation,",
        "The key enabler of Russia's war",
        "[t]he key enabler of Russia’s war",
        "…",
    ],
)
def test_signs_case_white_space_and_marks_of_an_editor_say_nothing(articles: Articles, quoted: str) -> None:
    assert articles.have(quoted)


@pytest.mark.parametrize(
    "quoted",
    [
        "very little room for cooperation",
        "lot of room for coop",
        "for cooperation … a lot of room for",
        "the key ally of Russia's war",
        "historical and extremely timely",
    ],
)
def test_other_words_another_order_and_parts_of_words_do_not_stand(articles: Articles, quoted: str) -> None:
    assert not articles.have(quoted)


MISQUOTED = {
    'Kallas said: "There is very little room for cooperation."': "a lot of room for cooperation",
    "Kallas called China “the key ally of Russia's war in Ukraine”.": "the key enabler of Russia's war in Ukraine",
    'Josep Borrell called the partnership "historical and extremely timely".': "historical and very timely",
}


@pytest.mark.parametrize(("sentence", "nearest"), MISQUOTED.items())
def test_a_misquotation_differs_and_the_nearest_words_of_the_source_are_shown(
    check: Check, sentence: str, nearest: str
) -> None:
    verdict = check(sentence)[-1].verdict
    assert verdict.word == "differs"
    (odd,) = [one for one in verdict.differences if one.sort == "quotation"]
    assert sentence[odd.start : odd.end] == odd.said
    assert nearest in odd.instead
    assert f"The draft quotes “{odd.said}”: no source has these words; the nearest are “" in verdict.why


def test_a_true_quotation_is_supported(check: Check) -> None:
    text = 'Kallas called China "the key enabler of Russia\'s war in Ukraine".'
    assert [one.verdict.word for one in check(text)] == ["supported"]


def test_words_that_no_source_has_are_not_blamed_on_a_quotation_of_something_else(check: Check) -> None:
    (one,) = check('The mayor of Vienna called the orchestra of Mahler "a splendid band of fiddlers".')
    assert one.verdict.word == "no source"


def test_a_sentence_without_quotation_marks_reads_no_article() -> None:
    verdict = Verdict("supported", "")
    assert hold_quotations(verdict, "It's 5' long.", Articles(None)) == verdict  # type: ignore[arg-type]


def test_of_a_large_base_the_articles_with_the_words_are_read(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_small", lambda _: False)
    articles = Articles(base)
    assert articles.have("a lot of room for cooperation")
    assert not articles.have("very little room for cooperation")
    assert "_all" not in vars(articles)
