"""Work grows with the size of what is read, and no faster: doubling an input doubles it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from eujdef_tui.errors import FactFileError, Place, Problem
from eujdef_tui.factfile import alignment, anchoring, loader, quote_finding, single_file
from eujdef_tui.factfile.anchoring import Seeker, anchor_evidence
from eujdef_tui.factfile.files import read_bytes
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.factfile.single_file import load_single
from eujdef_tui.model.records import NoFact
from eujdef_tui.rules import check
from eujdef_tui.store import open_base
from eujdef_tui.text.joints import joint_forms
from eujdef_tui.text.quantities import quantities
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.tokens import words
from tests.helpers.fact_files import ACTOR, HEAD, failure, write
from tests.helpers.work import count_calls

pytestmark = pytest.mark.slow  # large files


def ring(size: int) -> str:
    """Sources that are each derived from the next, and the last from the first."""
    rows = (f"  - {{id: s{n}, type: a, file: a.txt, derived_from: s{(n + 1) % size}}}\n" for n in range(size))
    return 'schema_version: "1"\ntitle: T\nsources:\n' + "".join(rows)


def chain(size: int) -> str:
    """Sources that are each derived from the next, and the last from none."""
    return ring(size).replace(
        f"{size - 1}, type: a, file: a.txt, derived_from: s0", f"{size - 1}, type: a, file: a.txt"
    )


def dangling(size: int) -> str:
    """Statements about what is not there."""
    row = "  - {{id: {0}-{1}, kind: k, text: t, about: [{2}-{1}], evidence: [{{source: s, quote: words}}]}}\n"
    return HEAD + "statements:\n" + "".join(row.format("ab" * 50, n, "ba" * 50) for n in range(size))


@pytest.mark.parametrize("shape", [ring, chain])
def test_twice_the_sources_derived_from_each_other_are_twice_the_work(
    tmp_path: Path, cache: Path, shape: Callable[[int], str]
) -> None:
    def calls(size: int) -> int:
        path = write(tmp_path, shape(size))
        return count_calls(lambda: (check(anchor_evidence(load(path))), open_base(path, write=False)))

    calls(10)
    assert calls(400) < 2.3 * calls(200)


def test_twice_the_dangling_ids_are_twice_the_work(tmp_path: Path) -> None:
    def calls(size: int) -> int:
        path = write(tmp_path, dangling(size))
        return count_calls(lambda: failure(path))

    assert calls(400) < 2.3 * calls(200)


def test_an_article_that_many_sources_name_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def counted(path: Path, place: Place, *rule: str) -> bytes | Problem:
        read.append(path)
        return read_bytes(path, place, *rule)

    monkeypatch.setattr(loader, "read_bytes", counted)
    path = write(tmp_path, ring(50))
    assert len(load(path).texts) == 50
    assert read == [path, tmp_path / "a.txt"]


def test_an_article_that_many_sources_name_is_looked_at_once_and_counted_under_all_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    stamp = single_file.input_stamp

    def counted(path: Path) -> list[int]:
        looked.append(path)
        return stamp(path)

    monkeypatch.setattr(single_file, "input_stamp", counted)
    path = write(tmp_path, ring(50).replace("a.txt, derived_from: s1}", "./a.txt, derived_from: s1}"))
    read = load_single(path)
    assert read
    assert read.named == ((tmp_path / "a.txt", 5, 50),)
    assert len(looked) == 3  # the fact file, and the article under each of its two names


def test_lines_of_a_text_without_ends_of_sentences_are_found_by_one_look_at_each() -> None:
    assert count_calls(lambda: sentences("a line\n" * 1000)) < 1050  # one a line: where it stands


@pytest.mark.parametrize("run", ["A. ", "?! ", "... ! "])
def test_initials_and_marks_in_a_row_are_not_looked_at_one_by_one(run: str) -> None:
    text = f"They met. {run * 2000}Then they left. It rained."
    found = [text[start:end] for start, end in sentences(text)]
    assert found[0].startswith("They met.")
    assert found[-1] == "It rained."
    assert len(found) < 4
    assert count_calls(lambda: sentences(text)) < 13_000  # with each looked at, 30,000 to 92,000


def test_few_initials_are_read_as_ever() -> None:
    text = "J. R. R. Tolkien wrote. A. B. C. D. E. F. G. Smith read it. Who? What?! It rained."
    assert [text[start:end] for start, end in sentences(text)][-2:] == ["What?!", "It rained."]


def test_words_of_a_list_are_asked_once_whether_they_are_joined() -> None:
    chain = "-".join(["ab"] * 400)
    assert joint_forms(chain) == []
    assert count_calls(lambda: joint_forms(chain)) < 5_000  # 8,000 with each pair asked twice
    assert joint_forms(f"{chain} F-X") == ["fx"]


@pytest.mark.parametrize(
    ("text", "quote", "folds"),
    [("low words here", "words", False), ("low words here", "Words", True), ("Low words here", "words", True)],
)
def test_a_quote_that_folding_does_not_change_is_sought_once_in_such_a_text(
    text: str, quote: str, *, folds: bool
) -> None:
    page = quote_finding.Page(text, [quote])
    assert page.folds(quote) == folds
    item = NoFact(kind="k", quote=quote)
    assert Seeker([("s", item)], {"s": text}).find(text, item).grade in ("verbatim", "normalised")


def test_a_quote_that_many_facts_rest_on_is_sought_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []
    find_one = quote_finding.find_nearest

    def counted(text: str, quote: str, prefix: str, suffix: str) -> quote_finding.Anchor:
        sought.append(quote)
        return find_one(text, quote, prefix, suffix)

    monkeypatch.setattr(anchoring, "find_nearest", counted)
    rows = "".join(
        f"  - {{id: a{n}, kind: k, name: N, evidence: [{{source: s, quote: nowhere}}]}}\n" for n in range(30)
    )
    anchor_evidence(load(write(tmp_path, f"{HEAD}actors:\n{rows}")))
    assert sought == ["nowhere"]


def nowhere(first: int, last: int) -> str:
    """Statements with quotes that stand nowhere, each with another."""
    row = "  - {{id: e{0}, kind: k, text: t, evidence: [{{source: s, quote: zq{0} wholly elsewhere}}]}}\n"
    return "statements:\n" + "".join(row.format(n) for n in range(first, last))


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may compare some twenty quotes with an article of 1,000 letters."""
    for name, worth in {"_WORK": 30_000, "_WORK_FOR_QUOTE": 0, "_WORK_FOR_LETTER": 0}.items():
        monkeypatch.setattr(anchoring, name, worth)


@pytest.mark.counts_lines
@pytest.mark.usefixtures("little_work")
def test_quotes_that_stand_nowhere_are_compared_as_far_as_a_file_may_take_and_the_rest_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha met Beta in Paris. " * 40)
    corpus = anchor_evidence(load(write(tmp_path, HEAD + nowhere(0, 100))))
    assert 5 < 100 - len(corpus.unsought) < 50
    found = [problem for problem in check(corpus).problems if problem.rule == "quote-orphan"]
    assert len(found) == 100
    told = [problem for problem in found if "was not compared with all of" in problem.message]
    assert {problem.place for problem in told} == corpus.unsought
    assert told == found[-len(told) :]  # in the order of the file
    assert told[0].advice.startswith("Quotes above it took all the comparing that a fact file may have")


@pytest.mark.usefixtures("little_work")
def test_a_quote_at_very_many_places_is_looked_for_beside_its_prefix_as_far_as_a_file_may_take(tmp_path: Path) -> None:
    row = '  - {{id: e{0}, kind: k, text: t, evidence: [{{source: s, quote: word, prefix: "only {0} here"}}]}}\n'
    rows = "".join(row.format(n) for n in range(5))
    (tmp_path / "a.txt").write_text("word. " * 300 + "".join(f"only {n} here word. " for n in range(5)))
    corpus = anchor_evidence(load(write(tmp_path, f"{HEAD}statements:\n{rows}")))
    grades = [record.evidence[0].grade for record in corpus.file.statements]
    assert grades == ["verbatim", *["ambiguous"] * 4]
    advice = [problem.advice for problem in check(corpus).problems if problem.rule == "quote-ambiguous"]
    assert [said.endswith("mend those, and check again.") for said in advice] == [True] * 4


@pytest.mark.usefixtures("little_work")
def test_a_file_of_a_folder_compares_what_it_compares_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha met Beta in Paris. " * 40)
    one = write(tmp_path, HEAD + nowhere(0, 60), "a.yaml")
    sources = 'schema_version: "1"\nsources: [{id: r, type: a, title: T, file: a.txt}]\n'
    other = write(
        tmp_path, sources + nowhere(40, 100).replace("id: e", "id: f").replace("source: s", "source: r"), "b.yaml"
    )
    together = anchor_evidence(load(tmp_path)).unsought
    singles = [load_single(path) for path in (one, other)]
    alone = [anchor_evidence(single.file).unsought for single in singles if single]
    assert together == alone[0] | alone[1]
    assert all(alone)


@pytest.mark.parametrize("length", [151, 400, 1999])
@given(data=st.data())
def test_the_letters_in_common_with_each_beginning_are_counted_as_one_by_one(length: int, data: st.DataObject) -> None:
    one = data.draw(st.text("abc é", min_size=length, max_size=length))
    other = data.draw(st.text("abc é", max_size=60))
    found = alignment._prefix_ratios(one, other)
    assert found == pytest.approx([alignment.letter_ratio(one, other[:end]) for end in range(len(other) + 1)])


def test_a_long_quote_that_stands_nowhere_is_aligned_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    align = fuzz.partial_ratio_alignment

    def counted(one: str, other: str, *, score_cutoff: float) -> object:
        lengths.append(len(one))
        return align(one, other, score_cutoff=score_cutoff)

    monkeypatch.setattr(fuzz, "partial_ratio_alignment", counted)
    assert find("Alpha met Beta in Paris. " * 400, "zq wv " * 330).grade == "orphan"
    assert max(lengths) <= 300
    assert len(lengths) < 20


@pytest.mark.counts_lines
@pytest.mark.usefixtures("little_work")
def test_a_quote_at_ten_places_or_more_is_held_against_all_of_them_as_far_as_a_file_may_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[str] = []
    alike = quote_finding._Sides.alike

    def counted(sides: quote_finding._Sides, before: str, after: str) -> float:
        judged.append(before)
        return alike(sides, before, after)

    monkeypatch.setattr(quote_finding._Sides, "alike", counted)
    row = '  - {{id: e{0}, kind: k, text: t, evidence: [{{source: s, quote: word, prefix: "no {0}"}}]}}\n'
    (tmp_path / "a.txt").write_text("".join(f"Line {n} has a word. " for n in range(90)))
    rows = "".join(row.format(n) for n in range(20))
    corpus = anchor_evidence(load(write(tmp_path, f"{HEAD}statements:\n{rows}")))
    assert len(corpus.unsought) == 19
    assert len(judged) == 90 + 19 * quote_finding.FEW_PLACES


def pointing(size: int, letters: int) -> str:
    """Statements that each point at ten actors with long names."""
    facts = "[{source: s, quote: words}]"
    actors = "".join(f"  - {{id: a{n}, kind: person, name: {'n' * letters}, evidence: {facts}}}\n" for n in range(10))
    about = ", ".join(f"a{n}" for n in range(10))
    rows = "".join(f"  - {{id: s{n}, kind: k, text: t, about: [{about}], evidence: {facts}}}\n" for n in range(size))
    return f"{HEAD}actors:\n{actors}statements:\n{rows}"


@pytest.mark.counts_lines
def test_names_that_records_give_each_other_in_too_many_letters_are_refused_where_they_pass_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "MAX_NAMES", 0)
    text = pointing(50, 200)
    (problem,) = failure(write(tmp_path, text)).problems
    assert problem.rule == "too-many-names"
    at = sum(map(len, text.splitlines(keepends=True)[: problem.place.line - 1])) + problem.place.column - 1
    counted = text[:at].count("about: [") * 10 - 10 + int(text[at + 1])
    assert counted == 2 * len(text) // 200
    assert load(write(tmp_path, pointing(50, 10))).statements


def test_the_names_of_a_file_as_people_write_them_are_far_below_the_limit(tmp_path: Path) -> None:
    text = pointing(200, 100)
    assert (loader.MAX_NAMES + loader.MAX_NAMES_FOR_BYTE * len(text)) / 15 > 200 * 10 * 100
    assert load(write(tmp_path, text)).statements


@pytest.mark.parametrize(
    "shape", [dangling(20), HEAD + ACTOR.replace("kind", "kin"), HEAD.replace("title: T\n", "", 1)]
)
def test_a_file_with_problems_is_read_once_before_they_are_told(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    path = write(tmp_path, shape)
    expected = failure(path)
    read: list[Path] = []

    def counted(file: Path, place: Place, *rule: str) -> bytes | Problem:
        read.append(file)
        return read_bytes(file, place, *rule)

    monkeypatch.setattr(loader, "read_bytes", counted)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FactFileError) as caught:
        open_base(path)
    assert (str(caught.value), caught.value.problems) == (str(expected), expected.problems)
    assert read.count(path) == 1
    with pytest.raises(FactFileError) as caught:
        open_base(Path(path.name))
    assert str(caught.value).startswith(f"{path.name} has ")  # as its user named it
    assert {problem.place.path for problem in caught.value.problems} == {path.name}


@pytest.mark.counts_lines
def test_each_article_is_held_against_few_roots(tmp_path: Path) -> None:
    rows = "".join(f"  - folder{n}\n" for n in range(loader.MAX_ROOTS + 5))
    path = write(tmp_path, f"{HEAD}roots:\n{rows}")
    (problem,) = failure(path).problems
    assert (problem.rule, problem.message) == ("too-many-roots", "`roots` lists more than 100 folders.")
    assert path.read_text().splitlines()[problem.place.line - 1] == "  - folder100"


def test_a_chain_of_very_many_words_is_a_list_of_which_none_are_joined() -> None:
    chain = "-".join(["alpha"] * 10_000)
    assert joint_forms(f"{chain} F-X") == ["fx"]
    assert "alphabeta" in joint_forms("alpha-beta-gamma")


@pytest.mark.counts_lines
@pytest.mark.parametrize("unit", ["Alpha met Beta. ", "a\n", "e ", "A. ", "1,234 ", "a-b ", "。」"])
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    def calls(size: int) -> int:
        text = unit * size
        return count_calls(lambda: (sentences(text), joint_forms(text)))

    calls(1000)  # what is loaded or compiled once is
    assert calls(2000) < 2.3 * calls(1000)


def test_a_quote_at_many_places_is_held_against_few_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[int] = []
    alike = quote_finding._Sides.alike

    def counted(sides: quote_finding._Sides, before: str, after: str) -> float:
        judged.append(len(before))
        return alike(sides, before, after)

    monkeypatch.setattr(quote_finding._Sides, "alike", counted)
    assert find("e " * 50_000, "e", "x" * 1000).grade == "ambiguous"
    assert len(judged) <= 2 * quote_finding.MOST_PLACES


@pytest.mark.counts_lines
@pytest.mark.parametrize("sides", [("only here the ", ""), ("", " and nowhere else"), ("Only here the", "AND nowhere")])
def test_among_many_places_the_one_beside_its_prefix_or_suffix_is_chosen(sides: tuple[str, str]) -> None:
    text = "the word stands. " * 3000 + "Only here the word and nowhere else. " + "the word stands. " * 3000
    found = find(text.lower(), "word", *sides)
    assert (found.grade, found.start) == ("verbatim", text.index("Only here the word") + 14)


def test_an_edited_quote_is_found_in_a_long_article() -> None:
    lines = [
        f"Line {n} of the ledger says {n * 7919 % 100_003} was paid to the {n * 31 % 977}th clerk." for n in range(9000)
    ]
    said = " ".join(lines[4000:4030]).replace("4010", "four thousand and ten")
    found = find(" ".join(lines), said)
    assert found.grade == "edited"
    assert " ".join(lines)[found.start : found.end].startswith("Line 4000 of")


def test_a_quote_that_is_nowhere_in_a_long_article_is_an_orphan() -> None:
    assert find("Alpha met Beta in Paris. " * 30_000, "zq " * 700).grade == "orphan"


def test_a_line_of_spaced_full_stops_is_one_piece_of_text() -> None:
    text = "It ended" + " ." * 300 + " Then it began."
    found = sentences(text)
    assert [text[start:end] for start, end in found][-1].endswith("Then it began.")


def test_a_ring_of_sources_is_one_origin(tmp_path: Path) -> None:
    facts = (
        "actors: [{id: a, kind: person, name: A, evidence: [{source: s0, quote: words}, {source: s2, quote: words}]}]"
    )
    with open_base(write(tmp_path, ring(5) + facts), write=False)._connection._db as db:
        assert db.execute("SELECT support FROM record WHERE id = 'a'").fetchone() == (1,)


def test_a_ring_is_named_at_each_of_its_sources_with_its_first_ten(tmp_path: Path) -> None:
    report = check(anchor_evidence(load(write(tmp_path, ring(30) + ACTOR.replace("source: s,", "source: s0,")))))
    said = [problem.message for problem in report.problems if problem.rule == "derived-from-itself"]
    assert len(said) == 30
    assert said[0] == "The source is derived from itself: " + " → ".join([*(f"s{n}" for n in range(10)), "…", "s0."])


@pytest.mark.counts_lines
def test_sentences_that_support_nothing_are_named_up_to_a_number_and_then_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words\n" + "a\n" * 700, encoding="utf-8")
    report = check(anchor_evidence(load(write(tmp_path, HEAD + ACTOR))))
    said = [problem.message for problem in report.problems if problem.rule == "unaccounted-sentence"]
    assert len(said) == 501
    assert "200 more sentences of a.txt support no fact." in said


def test_an_amount_in_a_text_is_read_in_few_calls() -> None:
    text = "It paid 123,457 euros and 78 cents. " * 100
    found = words(text)
    list(quantities(text, found))  # the patterns are compiled
    assert count_calls(lambda: list(quantities(text, found))) < 9000  # fields of `_Part` by name would make it 9,800


def test_quotes_of_letters_that_stand_nearly_everywhere_are_sought_while_the_file_has_work_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, worth in {"_WORK": 30_000, "_WORK_FOR_QUOTE": 0, "_WORK_FOR_LETTER": 0, "_RARE": 100}.items():
        monkeypatch.setattr(anchoring, name, worth)
    looked: list[str] = []
    find_one = quote_finding.find_written

    def counted(
        page: quote_finding.Page, quote: str, prefix: str, suffix: str, *, widely: bool
    ) -> quote_finding.Anchor | None:
        looked.append(quote)
        return find_one(page, quote, prefix, suffix, widely=widely)

    monkeypatch.setattr(anchoring, "find_written", counted)
    quotes = [" ".join("ab"[n >> place & 1] for place in range(9)) for n in range(200)]
    row = "  - {{id: c{0}, kind: k, text: t, evidence: [{{source: s, quote: {1}}}]}}\n"
    rows = "".join(row.format(n, f"b {quote} b b") for n, quote in enumerate(quotes))
    (tmp_path / "a.txt").write_text("a a b b a b a a " * 1_000, encoding="utf-8")
    corpus = anchor_evidence(load(write(tmp_path, f"{HEAD}statements:\n{rows}")))
    assert 0 < len(looked) < 200
    unsought = [one for one in corpus.file.statements if one.evidence[0].place in corpus.unsought]
    assert unsought
    assert {one.evidence[0].grade for one in unsought} == {"orphan"}


def test_a_quote_that_was_sought_in_one_article_is_paid_for_in_another_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchoring, "_RARE", 0)
    quotes = [" ".join("ab"[n >> place & 1] for place in range(9)) for n in range(200)]
    items = [NoFact(place=Place("f.yaml"), kind="filler", quote=f"b {quote} b b") for quote in quotes]

    def paid(*articles: str) -> int:
        texts = {name: f"{name} {'a a b b a b a a ' * 1_000}" for name in articles}
        seeker = Seeker(((name, item) for name in articles for item in items), texts)
        (allowed,) = seeker._left.values()
        for text in texts.values():
            for item in items:
                seeker.find(text, item)
        return allowed - seeker._left["f.yaml"]

    assert 0 < paid("s") + paid("t") <= paid("s", "t")
