"""Where nothing is found, each sentence of the explanation is true of the texts: held against them without an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import QueryError
from eujdef_tui.model.labels import date_of
from eujdef_tui.model.parts import evidence_of, parts_of
from eujdef_tui.model.records import Actor, Agreement, Event, Name, Node, NoFact, Record, Source
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.model.struct import hints
from eujdef_tui.search import silence
from eujdef_tui.search.engine import search
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.query import Term, parse
from eujdef_tui.search.silence import proof_of
from eujdef_tui.store import Base, open_base
from eujdef_tui.text import edtf
from eujdef_tui.text.joints import joint_forms
from eujdef_tui.text.quantities import quantities
from eujdef_tui.text.spoken_dates import falls_in
from eujdef_tui.text.word_forms import folded_words, is_unspaced, phrase_positions, stemmed
from tests.helpers.named_actors import base_of_titles
from tests.helpers.places import CORPUS, METRE


class Texts:
    """A record with what is linked to it, as the fact file has them: nothing here comes from the index."""

    def __init__(self, record: Record, own: Sequence[str], linked: Sequence[str]) -> None:
        self.record, self.lines = record, [*own, *(name for names in linked for name in names.split("\n"))]
        self.dates = [edtf.bounds(text) for text in _dates(record)]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of its texts and of the names it is linked to, and the other forms that a joint of words gives."""
        both = ((*folded_words(line), *folded_words(" ".join(joint_forms(line)))) for line in self.lines)
        return frozenset(word for words in both for word in words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stem of each of these words."""
        return frozenset(map(stemmed, self.words))

    @cached_property
    def all_words(self) -> str:
        """The words again, each behind a space."""
        return "".join(f" {word}" for word in self.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Its quantities, each a number, a colon and the unit."""
        found = (one for line in self.lines for one in quantities(line))
        return frozenset(f"{one.number}:{one.unit}" for one in found)

    @cached_property
    def rows(self) -> list[list[str]]:
        """The words of each line, in their order."""
        return [folded_words(line) for line in self.lines]


class Read:
    """All that a base was compiled from."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.records = [base.record(n).record for n in range(1, base.count() + 1)]

    @cached_property
    def texts(self) -> list[Texts]:
        """The texts of every record."""
        by_id = {record.id: record for record in self.records}
        return [
            Texts(record, [*self._own(record)], [_names(by_id[one]) for one in _linked(record, by_id)])
            for record in self.records
        ]

    def _own(self, record: Record) -> Iterator[str]:
        yield from (name for name, _ in names_of(record))
        yield from _strings(record)
        yield prose_of(record)
        if isinstance(record, Source) and self.base.article(record.id):
            yield self.base.article(record.id).text

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """How many facts, articles and sentences there are."""
        articles = [self.base.article(one.id) for one in self.records if isinstance(one, Source)]
        return len(self.records) - len(articles), len(articles), sum(len(one.spans) for one in articles)

    @cached_property
    def vocabulary(self) -> list[str]:
        """Every word of every text."""
        return sorted({word for one in self.texts for word in one.words})


# notes of how something is known, and names of files, are not what a fact says
NOTES = ("file", "sha256", "type", "reason", "date_basis", "title_basis", "binding_basis", "derived_from")


def _strings(node: Node) -> Iterator[str]:
    """Every text and word that a record and its parts are written with, but for notes."""
    for one in (node, *parts_of(node)):
        noted = (*NOTES, "kind") if isinstance(one, Name | NoFact) else NOTES
        texts = (name for name, hint in hints(one).items() if hint in ("Text", "Word") and name not in noted)
        yield from (str(getattr(one, name)) for name in texts)


def _linked(record: Record, by_id: dict[str, Record]) -> set[str]:
    """The actors and agreements that a record refers to in any of its fields."""
    found: set[str] = set()
    for one in (record, *parts_of(record)):
        for name, hint in hints(one).items():
            value = getattr(one, name)
            if "Ref" in hint or "ref:" in hint:
                found.update((value,) if isinstance(value, str) else value)
    return {one for one in found if isinstance(by_id.get(one), Actor | Agreement)}


def _names(record: Record) -> str:
    return "\n".join(name for name, _ in names_of(record))


# --- whether a record has a part ---


def has(one: Texts, part: Part) -> bool:
    """Whether a record has what was typed, by its texts and fields alone."""
    match part.kind:
        case "word":
            token, stem = _token(part.typed)
            begun = token in one.all_words if is_unspaced(token) else f" {token}" in one.all_words
            return begun or (stem in one.stems and not any(map(str.isdigit, token)))
        case "phrase":
            tokens = folded_words(part.typed)
            return any(True for row in one.rows for _ in phrase_positions(tokens, row))
        case "date":
            return _dated(one, part.typed)
        case "without":
            return _token(part.typed)[1] not in one.stems
        case "quantity":
            number, unit = _quantity(part.typed)
            return f"{number}:{unit}" in one.numbers
        case "field" if ":" not in part.typed:  # a date that is not wanted
            return not _dated(one, part.typed.removeprefix("!"))
        case "field":
            return _fits(one.record, part.typed)
    raise AssertionError(part.kind)


@cache
def _token(typed: str) -> tuple[str, str]:
    """The folded word that was typed, and its stem."""
    token = folded_words(typed)[0]
    return token, stemmed(token)


@cache
def _quantity(typed: str) -> tuple[str, str]:
    found = next(iter(quantities(typed, typing=True)))
    return str(found.number), found.unit


def may_have(one: Texts, part: Part) -> bool:
    """Whether a record has it, or a number that is nearly the one that was typed."""
    if part.kind != "quantity" or has(one, part):
        return has(one, part)
    tokens = folded_words(part.typed)
    typed = float(_quantity(part.typed)[0])
    near = any(abs(float(number.partition(":")[0]) - typed) <= typed / 10 for number in one.numbers)
    return near or any(f" {token}" in one.all_words or stemmed(token) in one.stems for token in tokens)


@cache
def _term(typed: str) -> Term:
    return parse(typed).terms[0]


def _dated(one: Texts, typed: str) -> bool:
    """Whether a record is dated so; of what is open at its start only the end is known."""
    term = _term(typed)
    for date in term.dates:
        for own_lo, own_hi in one.dates:
            asked = falls_in(date, own_lo, own_hi) if date.startswith("XXXX") else date
            lo, hi = edtf.bounds(asked) if asked else (edtf.MAX, edtf.MIN)
            if own_lo <= hi and own_hi >= lo and (own_lo != edtf.MIN or own_hi <= hi):
                return True
    if len(term.tokens) == 1:
        return term.tokens[0] in one.words
    return any(True for row in one.rows for _ in phrase_positions(term.tokens, row))


def _dates(record: Record) -> Iterator[str]:
    for one in (record, *parts_of(record)):
        yield from filter(None, [date_of(one) if one is record else getattr(one, "date", "")])


def _fits(record: Record, typed: str) -> bool:
    field, _, value = typed.removeprefix("!").partition(":")
    if field == "kind":
        own = {type(record).__name__.lower(), str(getattr(record, "kind", getattr(record, "instrument", "")))}
        found = any(kind.startswith(value) for kind in own)
    elif field == "status":
        own = {record.status} if isinstance(record, Event) else set()
        if isinstance(record, Agreement):
            own = {step.status for step in record.milestones}
        found = value in own
    elif field == "has":
        found = any(_dates(record))
    else:
        found = any(item.source == value for item in evidence_of(record)) or record.id == value
    return found is not typed.startswith("!")


# --- whether a proof is true ---


def check(read: Read, proof: Proof) -> None:
    """Each sentence of a proof, against every text."""
    texts = read.texts
    assert (proof.facts, proof.articles, proof.sentences) == read.counts
    for part in proof.absent:
        assert [one.record.id for one in texts if has(one, part)] == [], part
        assert (part.facts, part.articles, part.more) == (0, 0, False)
    for group in proof.apart:
        assert len(group) > 1
        assert [one.record.id for one in texts if all(has(one, part) for part in group)] == [], group
        for part in group:
            assert part.facts + part.articles > 0, part
            _counts(part, [one.record for one in texts if may_have(one, part)])
    for part in proof.present:
        assert part.facts + part.articles > 0, part
        _counts(part, [one.record for one in texts if may_have(one, part)])
        assert proof.absent, "what is there is told beside what is not"
        assert not any(part in group for group in proof.apart)
    if proof.together:
        assert not proof.absent
        assert not proof.apart
        assert proof.together.facts + proof.together.articles > 0


def _counts(part: Part, found: list[Record]) -> None:
    """No more is counted than there is; of a word or a field exactly what there is."""
    articles = sum(isinstance(record, Source) for record in found)
    if part.kind in ("word", "field", "without"):
        assert (part.facts, part.articles) == (len(found) - articles, articles), part
    else:
        assert part.facts <= len(found) - articles, part
        assert part.articles <= articles, part


READS: dict[str, Callable[[], Base]] = {
    "shipped": lambda: open_base(CORPUS),
    "metre": lambda: open_base(METRE),
}


@cache
def read_of(name: str) -> Read:
    return Read(READS[name]())


DATES = ("1850", "1795", "2035", "nov 2024", "1 nov 2024", "2023", "1799")
FIELDS = (
    "kind:person", "kind:event", "kind:figure", "kind:agreement", "status:planned", "status:happened", "status:target",
    "has:date", "!kind:event", "!kind:source", "!status:happened",
)  # fmt: skip


@st.composite
def typed_lines(draw: st.DrawFn, name: str) -> str:
    """What a person may type: words of the file in any mixture, cut short or misspelt, dates, fields, phrases."""
    words = st.sampled_from(read_of(name).vocabulary)
    cut = st.tuples(words, st.integers(1, 6)).map(lambda pair: pair[0][: pair[1]])
    slip = st.tuples(words, st.integers(0, 6), st.sampled_from("aeiknrstz")).map(
        lambda one: one[0][: one[1]] + one[2] + one[0][one[1] + 1 :]
    )
    phrase = st.tuples(words, words).map(lambda pair: f'"{pair[0]} {pair[1]}"')
    unwanted = words.map(lambda word: f"!{word}")
    piece = st.one_of(
        words, words, words, cut, slip, phrase, unwanted, st.sampled_from(DATES), st.sampled_from(FIELDS),
        st.sampled_from(("zzyzx", "who", "when", "how much", "or", "the", "and", "Qqx")),
    )  # fmt: skip
    return " ".join(draw(st.lists(piece, min_size=1, max_size=5)))


def explained(name: str, typed: str) -> Proof | None:
    """The proof that a line finds nothing; None where it finds something, or is no query."""
    read = read_of(name)
    try:
        result = search(read.base, parse(typed))
    except QueryError:
        return None
    if result.hits or result.query.empty:
        assert result.proof is None
        return None
    assert result.proof is not None
    return result.proof


@pytest.mark.slow
@pytest.mark.parametrize("name", READS)
def test_each_sentence_of_why_nothing_is_found_is_true_of_the_texts(name: str) -> None:
    @settings(deadline=None, max_examples=60)
    @given(typed_lines(name))
    def checked(typed: str) -> None:
        if proof := explained(name, typed):
            check(read_of(name), proof)

    checked()


# --- by example ---


def proof(base: Base, typed: str) -> Proof:
    found = search(base, parse(typed)).proof
    assert found is not None
    return found


def test_what_some_record_has_is_told_of_each_alternative_and_not_twice(metre: Base) -> None:
    told = proof(metre, "1795 0 or 0.2")
    assert [part.typed for part in told.absent] == ["0"]
    assert told.apart
    assert told.present == ()
    assert [part.typed for part in proof(metre, "zzyzx kibble or metre").present] == ["kibble", "metre"]


def test_that_all_is_somewhere_is_said_only_where_it_is_so_of_each_alternative(metre: Base) -> None:
    assert proof(metre, "0.2 c").together
    either = proof(metre, "0.2 c or 1850")
    assert (typed_in(either.absent), either.together) == (("1850",), None)


def typed_in(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(part.typed for part in parts)


@pytest.mark.parametrize(
    ("typed", "absent", "apart"),
    [
        ("zzyzx", ("zzyzx",), ()),
        ("kibble zzyzx 1850", ("zzyzx", "1850"), ()),
        ("kibble sweden", (), (("kibble", "sweden"),)),
        ("kibble sweden zzyzx", ("zzyzx",), (("kibble", "sweden"),)),
        ("arpent kind:person", (), (("arpent", "kind:person"),)),
        ("arpent !metre", (), (("arpent", "!metre"),)),
        ("kind:event status:reported", ("status:reported",), ()),
        ('"metre kibble"', ('"metre kibble"',), ()),
        ("xyzzy | zzyzx", ("xyzzy", "zzyzx"), ()),
        ("arp zzyzx", ("zzyzx",), ()),  # it begins a word, if only in an article
    ],
)
def test_what_is_nowhere_and_what_is_nowhere_together_is_told(
    metre: Base, typed: str, absent: tuple[str, ...], apart: tuple[tuple[str, ...], ...]
) -> None:
    told = proof(metre, typed)
    assert typed_in(told.absent) == absent
    assert tuple(map(typed_in, told.apart)) == apart
    assert told.together is None


def test_a_weekday_of_a_step_of_an_agreement_is_a_date_of_it(corpus: Base) -> None:
    """The index has the weekday of a whole agreement alone: of one with several steps each step is looked at."""
    told = proof(corpus, "sunday status:target")
    assert told.apart == ()
    assert told.together == Part("all", "sunday status:target", 1, 0)


def test_beside_what_is_absent_what_is_there_is_counted_once(metre: Base) -> None:
    told = proof(metre, "kibble sweden zzyzx kind:event")
    assert typed_in(told.absent) == ("zzyzx",)
    in_groups = {one.typed for group in told.apart for one in group}
    assert in_groups
    assert not in_groups & set(typed_in(told.present))
    assert in_groups | set(typed_in(told.present)) == {"kibble", "sweden", "kind:event"}
    assert proof(metre, "kibble sweden").present == ()


def test_what_finds_something_by_another_spelling_alone_is_in_none_all_the_same(corpus: Base) -> None:
    """A word is called absent by the texts; `find` may still have a hit for it, by what it was read as."""
    assert search(corpus, parse("kalas")).hits
    assert typed_in(proof(corpus, "kalas zzyzx").absent) == ("kalas", "zzyzx")


def test_a_question_for_what_there_is_none_of_says_so() -> None:
    told = proof(base_of_titles(["alder"]), "how much")
    assert typed_in(told.absent) == ("kind:figure",)
    assert told[:3] == (1, 1, 1)


def test_where_each_two_of_three_stand_together_the_three_are_told() -> None:
    base = base_of_titles(["alder birch", "birch cedar", "cedar alder"])
    (group,) = proof_of(base, parse("alder birch cedar")).apart
    assert group == tuple(Part("word", word, 2, 0) for word in ("alder", "birch", "cedar"))


def test_only_the_smallest_sets_are_told_and_no_more_than_three() -> None:
    base = base_of_titles(["alder", "birch", "cedar", "dogwood elm"])
    assert [len(group) for group in proof(base, "alder birch cedar dogwood").apart] == [2] * silence.SETS
    assert [typed_in(group) for group in proof_of(base, parse("alder dogwood elm")).apart] == [
        ("alder", "dogwood"),
        ("alder", "elm"),
    ]


def test_what_stands_together_and_is_no_answer_is_counted(metre: Base) -> None:
    together = proof(metre, "wavelengths ha").together
    assert together == Part("all", "wavelengths ha", 0, 1)


def test_of_more_parts_than_are_held_against_each_other_nothing_is_said_to_have_all() -> None:
    rare = [f"rare{'abcdefgh'[n]}" for n in range(silence.PARTS)]
    base = base_of_titles([" ".join(rare), "often", "often"])
    assert proof_of(base, parse(" ".join(rare))).together == Part("all", " ".join(rare), 1, 0)
    told = proof_of(base, parse(" ".join([*rare, "often"])))
    assert (told.absent, told.apart, told.together) == ((), (), None)


def test_of_more_than_is_counted_at_least_so_many_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "COUNTED", 3)
    base = base_of_titles(["alder here"] * 5 + ["birch there"] * 4 + ["cedar"])
    (group,) = proof(base, "alder cedar").apart
    assert group == (Part("word", "alder", 3, 0, more=True), Part("word", "cedar", 1, 0))
    (group,) = proof(base, "alder birch").apart  # the index itself says that they never meet
    assert [part.more for part in group] == [True, True]


def test_what_the_index_is_asked_is_bounded_and_nothing_is_claimed_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "COUNTED", 1)
    monkeypatch.setattr(silence, "ASKED", 0)
    base = base_of_titles(["alder"] * 3 + ["birch"] * 3)
    told = proof(base, "alder birch")
    assert (told.absent, told.apart, told.together) == ((), (), None)


def test_the_sentences_of_the_articles_are_counted_when_a_base_is_made(metre: Base) -> None:
    assert proof(metre, "zzyzx")[:3] == read_of("metre").counts
