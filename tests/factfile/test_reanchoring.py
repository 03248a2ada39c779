"""What a quote became in a changed article, and the fact file's text with its new words."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence
from eujdef_tui.factfile.fallen_quotes import Reanchoring, Wanted
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.factfile.reanchoring import differences, offers
from eujdef_tui.factfile.rewriting import Rewrite, take_back, write_files
from tests.bench.reanchor import CHANGES, british, outcomes, reworked
from tests.helpers.long_form import LONG
from tests.helpers.places import CORPUS, METRE

ARTICLE = (
    "The Harbour Board signed the defence pact on Friday. It will cost 20 million euros, the minister said. "
    "The Board will not build a pier. Boats come and go. Boats come and go."
)


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    return anchor_evidence(load(CORPUS))


# --- places ---


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_quote_is_put_at_a_wrong_place_and_what_is_certain_is_exact(shipped: Corpus, change: object) -> None:
    found = list(outcomes(shipped, change))  # type: ignore[arg-type]
    assert len(found) > 700
    assert not [one for one in found if one.fit == "wrong"]
    assert not [one for one in found if one.certain and one.fit != "exact"]
    judged = [one for one in found if one.grade not in ("verbatim", "orphan")]
    exact = sum(one.fit == "exact" for one in judged)
    assert exact >= 0.98 * len(judged) or len(judged) < 3
    assert sum(one.fit == "invented" for one in judged) <= 1


@pytest.mark.parametrize("quote", ["the defense pact", "signed the defence pact on Friday", "“the minister said”"])
def test_another_spelling_or_typography_is_certain(quote: str) -> None:
    text = ARTICLE.replace("the minister said", '"the minister said"')
    if offer := next(iter(offers(text, quote)), None):
        assert offer.certain
        assert find(text, offer.quote).grade == "verbatim"
    else:
        assert quote in text


@pytest.mark.parametrize(
    ("quote", "doubt"),
    [
        ("It will cost 30 million euros", "numbers differ: 30 was, 20 is"),
        ("The Board will build a pier", "a “not” came in"),
        ("It will not cost 20 million euros", "a “not” went out"),
        ("It will cost 20 billion euros", ""),
        ("THE HARBOUR BOARD signed the defence pact", ""),
        ("Boats come and go", "2"),
    ],
)
def test_what_may_make_another_fact_of_it_is_never_certain(quote: str, doubt: str) -> None:
    found = offers(ARTICLE, quote)
    assert found
    assert not any(one.certain for one in found)
    if doubt == "2":
        assert [one.prefix for one in found] == ["build a pier.", "come and go."]
    else:
        assert found[0].doubts == ((doubt,) if doubt else ())


def test_words_that_became_others_at_the_ends_are_in_it() -> None:
    (offer,) = offers(ARTICLE, "A Harbour Board signed the defence pact on Tuesday")
    assert offer.quote == "The Harbour Board signed the defence pact on Friday"


def test_what_is_little_alike_is_weak_and_what_is_not_at_all_is_not_offered() -> None:
    (offer,) = offers(ARTICLE, "The Board will build no pier and no quay in the year to come")
    assert offer.weak
    assert offers(ARTICLE, "zyx wvu tsr qpo") == ()


def test_the_pieces_of_a_difference_are_all_of_both() -> None:
    pieces = list(differences("It cost 30 euros.", "It will cost 20 euros."))
    assert "".join(one.words for one in pieces if one.kind != "new") == "It cost 30 euros."
    assert "".join(one.words for one in pieces if one.kind != "old") == "It will cost 20 euros."
    assert [one.words for one in pieces if one.kind == "old"] == ["30"]


# --- writing ---

FACTS = """\
schema_version: "1"
title: T
sources:
  - id: s
    type: article
    file: a.txt   # the article
    sha256: "{digest}"
    no_fact: [{{kind: label, quote: 'Boats arrive'}}]
actors:
  - id: board   # a board
    kind: public-body
    name: Harbour Board
    evidence:
      - {{source: s, quote: "Harbor Board signed"}}
      - source: s
        # the sum
        quote: >-
          It will cost 30 million
          euros
        x-note: a note
"""


def _facts(folder: Path, text: str = FACTS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / "f.yaml"
    path.write_text(text.format(digest=hashlib.sha256(b"another").hexdigest()), encoding="utf-8")
    return path


def _take(path: Path, nth: int = 0) -> tuple[Rewrite, ...]:
    found = Reanchoring.of(path)
    rewrites, left = found.rewrites([Wanted(found.fallen[nth], found.fallen[nth].offers[0])])
    assert not left
    return rewrites


def test_only_the_words_and_the_digest_are_changed(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    before = path.read_text(encoding="utf-8").splitlines()
    fallen = Reanchoring.of(path).fallen
    assert [(one.record.id, one.grade) for one in fallen] == [("s", "orphan"), ("board", "edited"), ("board", "edited")]
    write_files(path, _take(path, 2))
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        f'    sha256: "{hashlib.sha256(ARTICLE.encode()).hexdigest()}"',
        "          It will cost 20 million euros",
    ]
    assert len(after) == len(before) - 1, "the folded quote fits one line"
    load(path)


def test_a_quote_that_stands_twice_is_given_what_is_beside_it(tmp_path: Path) -> None:
    path = _facts(tmp_path, FACTS.replace("Boats arrive", "Boats come and go"))
    write_files(path, _take(path))
    assert "quote: 'Boats come and go', prefix: build a pier.}" in path.read_text(encoding="utf-8")
    assert [one.record.id for one in Reanchoring.of(path).fallen] == ["board", "board"]


def test_a_mention_in_another_file_gets_its_words_before_the_digest_is_written(tmp_path: Path) -> None:
    path = _facts(tmp_path / "d")
    mention = 'schema_version: "1"\nmentions:\n- of: board\n  evidence: [{source: s, quote: the defense pact}]\n'
    (path.parent / "a.yaml").write_text(mention, encoding="utf-8")
    found = Reanchoring.of(path.parent)
    wanted = [Wanted(one, one.offers[0]) for one in found.fallen if one.is_certain]
    rewrites, left = found.rewrites(wanted)
    assert not left
    assert [one.path.name for one in rewrites] == ["a.yaml", "f.yaml"]
    write_files(path.parent, rewrites)
    load(path.parent)
    assert "quote: the defence pact}" in (path.parent / "a.yaml").read_text(encoding="utf-8")
    take_back(rewrites)
    assert (path.parent / "a.yaml").read_text(encoding="utf-8") == mention


def test_what_has_an_anchor_is_left_and_the_others_are_written(tmp_path: Path) -> None:
    text = FACTS.replace('quote: "Harbor', 'quote: &q "Harbor').replace("title: T", "title: T\n# €")
    found = Reanchoring.of(_facts(tmp_path, text))
    offered = [Wanted(one, one.offers[0]) for one in found.fallen if one.offers]
    rewrites, left = found.rewrites(offered)
    assert [one.part.quote for one in left] == ["Harbor Board signed"]
    assert b"It will cost 20 million euros" in rewrites[0].after


def test_the_digest_of_another_source_stays_as_it_is(tmp_path: Path) -> None:
    second = FACTS.replace("actors:", "  - {{id: t, type: article, file: b.txt, sha256: {digest}}}\nactors:")
    path = _facts(tmp_path, second)
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    found = Reanchoring.of(path, "s")
    rewrites, _ = found.rewrites([Wanted(found.fallen[1], found.fallen[1].offers[0])])
    write_files(path, rewrites)
    assert [one.source for one in Reanchoring.of(path).digests] == ["t"]
    with pytest.raises(FactFileError, match="1 problem"):
        load(path)


def test_nothing_is_written_over_what_somebody_else_wrote(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    rewrites = _take(path, 1)
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    with pytest.raises(UsageError, match="changed by somebody else"):
        write_files(path, rewrites)
    assert path.read_text(encoding="utf-8").endswith("# mine\n")


def test_what_would_not_load_is_not_written(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    before = path.read_bytes()
    with pytest.raises(FactFileError):
        write_files(path, (Rewrite(path, before, before.replace(b"kind: public-body", b"kind: Public Body")),))
    assert path.read_bytes() == before


def test_a_source_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(FactFileError) as caught:
        Reanchoring.of(_facts(tmp_path), "x")
    assert caught.value.advice == "Name one of its sources: s."


def test_only_the_quotes_of_the_source_that_is_looked_at_have_fallen(tmp_path: Path) -> None:
    second = FACTS.replace("actors:", "  - {{id: t, type: article, file: b.txt}}\nactors:")
    path = _facts(tmp_path, second)
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    assert Reanchoring.of(path, "t").fallen == ()
    assert len(Reanchoring.of(path, "s").fallen) == 3


def test_a_quote_that_an_alias_repeats_falls_once_and_is_left_where_its_words_are_no_value(tmp_path: Path) -> None:
    text = FACTS.replace("title: T", 'title: T\nx-words: [&q "Harbor Board signed"]').replace(
        'quote: "Harbor Board signed"}}', "quote: *q}}\n      - {{source: s, quote: *q, prefix: The}}"
    )
    found = Reanchoring.of(_facts(tmp_path, text))
    same = [one for one in found.fallen if one.part.quote == "Harbor Board signed"]
    assert len(same) == 1
    rewrites, left = found.rewrites([Wanted(same[0], same[0].offers[0])])
    assert left == same
    assert b"Harbor Board signed" in rewrites[0].after


def test_a_file_in_which_nothing_was_asked_for_is_not_written(tmp_path: Path) -> None:
    path = _facts(tmp_path / "d", FACTS.replace('    sha256: "{digest}"\n', ""))
    (path.parent / "b.yaml").write_text('schema_version: "1"\nactors: []\n', encoding="utf-8")
    anchored = path.read_text("utf-8").replace('"Harbor', '&q "Harbor')
    path.write_text(anchored, encoding="utf-8")
    found = Reanchoring.of(path.parent)
    assert found.rewrites([]) == ((), [])
    rewrites, left = found.rewrites([Wanted(found.fallen[1], found.fallen[1].offers[0])])
    assert (rewrites, left) == ((), [found.fallen[1]])


def test_a_digest_behind_an_anchor_stays_as_it_is(tmp_path: Path) -> None:
    path = _facts(tmp_path, FACTS.replace('sha256: "', 'sha256: &d "'))
    found = Reanchoring.of(path)
    rewrites, _ = found.rewrites([Wanted(found.fallen[2], found.fallen[2].offers[0])])
    assert hashlib.sha256(b"another").hexdigest().encode() in rewrites[0].after


def test_words_that_are_told_apart_only_on_both_sides_get_prefix_and_suffix(tmp_path: Path) -> None:
    one, two = (" ".join(f"{stem}{nth}" for nth in range(20)) for stem in ("lamp", "rope"))
    article = f"{one} boats come and go {two}\n{one} boats come and go now\nso boats come and go {two}\n"
    (offer, *_) = offers(article, "boats come and go")
    assert article[offer.start : offer.end] == "boats come and go"
    assert find(article, offer.quote, offer.prefix, offer.suffix).grade == "verbatim"
    assert offer.prefix.endswith("lamp19")
    assert offer.suffix.startswith("rope0")
    path = _facts(tmp_path, FACTS.replace("Boats arrive", "boats come and go"))
    (tmp_path / "a.txt").write_text(article, encoding="utf-8")
    fallen = Reanchoring.of(path).fallen[0]
    rewrites, left = Reanchoring.of(path).rewrites([Wanted(fallen, fallen.offers[0])])
    assert not left
    assert f"prefix: {offer.prefix}, suffix: {offer.suffix}}}".encode() in rewrites[0].after


def test_a_prefix_that_no_longer_tells_it_apart_is_replaced(tmp_path: Path) -> None:
    text = FACTS.replace("quote: 'Boats arrive'}}", "quote: 'Boats come and go', prefix: a quay.}}")
    path = _facts(tmp_path, text)
    fallen = Reanchoring.of(path).fallen[0]
    rewrites, left = Reanchoring.of(path).rewrites([Wanted(fallen, fallen.offers[0])])
    assert not left
    assert b"prefix: build a pier.}" in rewrites[0].after
    assert b"quay" not in rewrites[0].after


def test_words_that_nothing_tells_apart_keep_the_sides_that_they_had() -> None:
    twice = "Boats come and go.\n" * 2
    assert {(one.prefix, one.suffix) for one in offers(twice, "Boats come and go")} == {("", "")}


# --- any keys ---


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_taken_the_folder_loads_and_no_other_line_changes(tmp_path: Path, seed: int) -> None:
    made = random.Random(seed)
    path = _changed_copy(tmp_path, made)
    first = path.read_text(encoding="utf-8").split("\n")
    done: list[tuple[Rewrite, ...]] = []
    for _ in range(6 * LONG):
        found = Reanchoring.of(path)
        offered = [one for one in found.fallen if one.offers]
        if done and made.random() < 0.2:
            take_back(done.pop())
            continue
        taken = made.sample(offered, made.choice((1, 1, 3)))
        rewrites, left = found.rewrites([Wanted(one, made.choice(one.offers)) for one in taken])
        assert not left
        write_files(path, rewrites)
        done.append(rewrites)
        load(path)
        held = {one.part.place for one in Reanchoring.of(path).fallen}
        assert len(held) == len(found.fallen) - len(taken)
    now = path.read_text(encoding="utf-8").split("\n")
    opcodes = SequenceMatcher(None, first, now, autojunk=False).get_opcodes()
    touched = [line for op, a, b, c, d in opcodes if op != "equal" for line in (*first[a:b], *now[c:d])]
    assert touched
    assert all(re.search(r"\b(quote|prefix|suffix|sha256): ", line) for line in touched)
    while done:
        take_back(done.pop())
    assert path.read_text(encoding="utf-8").split("\n") == first


def _changed_copy(folder: Path, made: random.Random) -> Path:
    """A copy of a fact file of tests and its articles, each changed in a way of its own."""
    name = made.choice(("rails", "water"))
    shutil.copytree(METRE.parent / name, folder / name)
    path = Path(shutil.copy(METRE.parent / f"{name}.yaml", folder))
    for source in load(path).sources:
        article = folder / source.file
        changed = reworked(british(article.read_text(encoding="utf-8"), made).text, made).text
        article.write_text(changed, encoding="utf-8")
    return path


@pytest.mark.parametrize("prefix", ["", "pier."])
@pytest.mark.parametrize("suffix", ["", "Boats"])
def test_sides_that_still_tell_the_place_stay_and_others_are_written_anew(prefix: str, suffix: str) -> None:
    for one in offers(ARTICLE, "Boats come & go", prefix, suffix):
        anchor = find(ARTICLE, one.quote, one.prefix, one.suffix)
        assert (anchor.grade, anchor.start, anchor.end) == ("verbatim", one.start, one.end)
        assert bool(one.prefix or one.suffix)
        if prefix:
            assert one.prefix


def test_a_quote_whose_sides_changed_gets_those_of_its_place() -> None:
    (offer,) = offers(ARTICLE, "will not build a pier", "the Council", "in the year to come")
    assert (offer.quote, offer.prefix, offer.suffix) == ("will not build a pier", "said. The Board", ". Boats come")
    assert not offer.certain


def test_an_article_of_controls_and_joined_accents_can_be_quoted(tmp_path: Path) -> None:
    path = _facts(tmp_path)
    words = "Ha\u0301rbour\x07 Board\u2028signed"
    (tmp_path / "a.txt").write_text(ARTICLE.replace("Harbour Board signed", words), encoding="utf-8")
    found = Reanchoring.of(path)
    (one,) = [one for one in found.fallen if one.part.quote.startswith("Harbor")]
    rewrites, left = found.rewrites([Wanted(one, one.offers[0])])
    assert not left
    write_files(path, rewrites)
    assert "Harbor" not in path.read_text(encoding="utf-8")
    assert all(one.part.quote != offer.quote for one in Reanchoring.of(path).fallen for offer in one.offers[:1])
