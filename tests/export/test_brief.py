"""A brief says each fact with its sentences, numbered citations and tensions, in every form."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from eujdef_tui.export.brief import Brief, Proof, brief
from eujdef_tui.export.brief_html import _bar, _css_text, _lanes, _lit, brief_html
from eujdef_tui.export.brief_markdown import brief_markdown
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.clock import Clock
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Event, Evidence, Source, Tension
from eujdef_tui.store import Base
from eujdef_tui.store.clocked_base import by_clock
from eujdef_tui.text.unicode import one_line
from tests.helpers.awkward_facts import awkward, opened


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


def of(base: Base, *ids: str, query: str = "", grouping: str = "date") -> Brief:
    numbers = [n for one in ids if (n := base.number(one))]
    return brief(Selection(base, numbers if ids else None), query, grouping)


def quotes(made: Brief) -> list[str]:
    items = [item for group in made.groups for item in group.items] + list(made.tensions)
    return [proof.evidence.quote for item in items for _, proofs in item.claims for proof in proofs]


def test_facts_stand_under_their_years_and_the_undated_last(metre: Base) -> None:
    made = of(metre)
    assert [group.heading for group in made.groups] == sorted(
        (group.heading for group in made.groups), key=lambda heading: (heading == "Undated", heading)
    )
    assert made.groups[-1].heading == "Undated"
    facts = {item.record.id for group in made.groups for item in group.items}
    assert facts == {one.id for one in Selection(metre).records() if not isinstance(one, Source | Tension)}


def test_the_actor_that_was_asked_for_stands_first(corpus: Base) -> None:
    made = of(corpus, "ishiba", "japan-general-election", "kishida", query="ishiba")
    first, *_, last = [(group.heading, [item.record.id for item in group.items]) for group in made.groups]
    assert (first, last) == (("Who", ["ishiba"]), ("Undated", ["kishida"]))
    assert of(corpus, "kishida", "ishiba", grouping="actor").groups[0].heading != "Who"


def test_a_claim_that_the_next_one_repeats_with_the_same_quotes_is_left_out(corpus: Base) -> None:
    (group,) = of(corpus, "regional-alliance-proposal").groups
    lines = [claim.line for claim, _ in group.items[0].claims]
    assert lines == ["Ishiba's proposal of a NATO-like regional alliance: proposed (by about 1 Nov 2024†)"]


def test_a_brief_of_a_day_in_the_past_says_that_later_articles_tell_of_it(corpus: Base) -> None:
    past = by_clock(corpus, Clock(asof=2024_07_01))
    assert of(past, "kishida").as_of.startswith("As of 1 Jul 2024, as later articles tell it, the newest of about ")
    known = by_clock(corpus, Clock(known=2025_06_30))
    assert of(known, "kishida").as_of.startswith("Known by 30 Jun 2025; newest article: ")


def test_facts_stand_once_each_under_the_actor_that_has_most_of_them(base: Base) -> None:
    made = of(base, "graded", "cost", "plain", "pact", grouping="actor")
    assert {group.heading: [item.record.id for item in group.items] for group in made.groups} == {
        "-Ann *Star*": ["cost", "graded"],
        "Plan": ["pact"],
        "Without an actor": ["plain"],
    } or sorted(item.record.id for group in made.groups for item in group.items) == ["cost", "graded", "pact", "plain"]
    assert len({group.heading for group in made.groups}) == len(made.groups)


def test_a_brief_says_of_which_day_it_is_what_was_asked_and_how_new_its_articles_are(base: Base) -> None:
    made = of(base, "graded", query="=cmd")
    assert (made.title, made.subject) == ("=cmd", "=Hard <to> write_out")
    assert made.as_of == "As of 1 Sep 2025; newest article: 1 Nov 2024"
    assert made.legend == "○ planned"


def test_tensions_about_a_chosen_fact_are_told_and_no_others(base: Base) -> None:
    assert [item.record.id for item in of(base, "cost").tensions] == ["differ"]
    assert of(base, "graded").tensions == ()


def test_sources_are_numbered_in_the_order_in_which_they_are_cited(base: Base) -> None:
    made = of(base, "graded", "undated")
    assert [source.id for source in made.sources] == ["tagged", "wire"]
    (item, *_) = made.groups[0].items
    assert [proof.source for proof in item.claims[0][1]] == [1, 2, 2, 2, 2, 2]


@pytest.mark.parametrize("which", ["base", "metre"])
def test_markdown_has_every_quote_with_a_footnote_of_its_own(which: str, request: pytest.FixtureRequest) -> None:
    made = of(request.getfixturevalue(which))
    text = "".join(brief_markdown(made))
    read = one_line(re.sub("<[^>]+>", "", MarkdownIt().render(text)).replace("&lt;", "<").replace("&gt;", ">"))
    read = read.replace("&quot;", '"').replace("&amp;", "&")
    assert all(quoted(quote) in read for quote in quotes(made))
    notes = re.findall(r"^\[\^(\d+)\]: .*(?:sentences? \d+|not found).*\.$", text, re.M)
    assert notes == [str(number) for number in range(1, len(quotes(made)) + 1)]
    assert re.findall(r"\[\^(\d+)\]$", text, re.M) == notes


@pytest.mark.parametrize("which", ["base", "metre"])
def test_a_reader_of_footnotes_finds_one_for_each_reference_and_leaves_none(
    which: str, request: pytest.FixtureRequest
) -> None:
    made = of(request.getfixturevalue(which))
    html = MarkdownIt().use(footnote_plugin).render("".join(brief_markdown(made)))
    count = len(quotes(made))
    assert count > 2
    assert html.count('class="footnote-ref"') == html.count('class="footnote-item"') == count
    assert "[^" not in html


class Page(HTMLParser):
    """The parts of a page that matter: tags, ids, addresses, and its text inside `mark`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.text = self.lit = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += filter(None, (given.get("id"),))
        self.links += filter(None, (given.get("href"),))
        assert not [name for name in given if name.startswith("on") or name == "src"]
        if tag not in ("meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.text += "" if "style" in self._open else data
        self.lit += data if "mark" in self._open else ""


@pytest.mark.parametrize("which", ["base", "metre"])
def test_html_is_one_page_without_script_whose_links_all_lead_somewhere(
    which: str, request: pytest.FixtureRequest
) -> None:
    opened_base: Base = request.getfixturevalue(which)
    made = of(opened_base)
    html = "".join(brief_html(made, opened_base))
    page = Page(html)
    assert page.tags.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert len(set(page.ids)) == len(page.ids)
    inner = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert all(link.startswith(("#", "http://", "https://")) for link in page.links)
    assert all(quoted(quote) in one_line(page.text) for quote in quotes(made))
    assert "url(" not in html


def test_html_lights_the_quoted_words_in_the_articles(base: Base) -> None:
    page = Page("".join(brief_html(of(base), base)))
    for words in ('She said "no way" twice.', "=SUM(A1) costs 5% of $9.", "The quick brown fox jumps", "Japan said so"):
        assert words in page.lit.replace("\n", " ")
    assert "彼も" not in page.lit


def test_html_has_an_axis_with_a_bar_for_each_dated_event(base: Base, metre: Base) -> None:
    for which in (base, metre):
        made = of(which)
        html = "".join(brief_html(made, which))
        assert html.count("<rect ") == len(made.dated) > 2
    assert "<svg" not in "".join(brief_html(of(base, "graded"), base))


def test_a_bar_without_a_known_beginning_or_end_stands_at_the_other() -> None:
    def bar(date: str) -> tuple[float, float]:
        event = Event(id="e", kind="k", title="T", status="happened", date=date, evidence=())
        return _bar(event, 2020, 2029, 60.0)[:2]

    begin, size = bar("../2025-12")
    assert (round(begin + size), size) == (round(60 * (5 + 11 / 12 + 30 / 365)), 5.0)
    assert bar("2025-01/..") == (300.0, 5.0)
    assert bar("2025")[1] > 55
    assert bar("../2019")[0] == 0.0


def test_the_axis_is_as_high_as_its_bars_and_shows_status_without_colour(base: Base, metre: Base) -> None:
    html = "".join(brief_html(of(metre), metre))
    height = int(re.findall(r'viewBox="0 0 720 (\d+)"', html)[0])
    rows = [int(y) for y in re.findall(r'<rect [^>]*y="(\d+)"', html)]
    assert min(rows) == 4
    assert max(rows) == height - 42
    (planned,) = re.findall(r"svg\.axis \.planned, svg\.axis \.target \{([^}]*)\}", html)
    assert "fill: var(--ground); stroke:" in planned  # hollow


def test_each_sentence_that_is_quoted_has_its_number_in_the_article_once(metre: Base) -> None:
    made = of(metre)
    html = "".join(brief_html(made, metre))
    items = [item for group in made.groups for item in group.items] + list(made.tensions)
    proofs = [proof for item in items for _, found in item.claims for proof in found if proof.evidence.start >= 0]
    begun = {(proof.source, proof.evidence.sentence + 1) for proof in proofs}
    assert sorted(map(int, re.findall(r'data-sentence="(\d+)"', html))) == sorted(sentence for _, sentence in begun)


@given(st.text(max_size=20))
def test_a_title_in_css_is_letters_digits_and_numbers_of_characters(text: str) -> None:
    written = _css_text(text)
    assert re.fullmatch(r'"(?:\\[0-9a-f]+ |\w)*"', written)
    read = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), written[1:-1])
    assert read == text


@pytest.mark.slow
@pytest.mark.counts_lines
@given(st.lists(st.tuples(st.floats(0, 700), st.floats(5, 300)), max_size=60))
def test_each_bar_of_the_axis_takes_the_lowest_lane_that_is_free(bars: list[tuple[float, float]]) -> None:
    spans = sorted((begin, begin + size) for begin, size in bars)
    lanes: list[float] = []
    for (begin, end), lane in zip(spans, _lanes(spans), strict=True):
        assert lane == next((n for n, used in enumerate(lanes) if used + 2 <= begin), len(lanes))
        lanes[lane : lane + 1] = [end]


@pytest.mark.slow
@given(st.text("ab&<", min_size=1, max_size=30), st.data())
def test_text_is_lit_where_a_quote_covers_it_and_each_quote_has_its_place(text: str, data: st.DataObject) -> None:
    begin = st.integers(0, len(text) - 1)
    spans = sorted(data.draw(st.lists(begin.flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, len(text)))))))
    proofs = [Proof(Evidence(source="s", quote="", start=a, end=b), 1, n) for n, (a, b) in enumerate(spans)]
    page = Page(_lit(text, proofs))
    assert page.text == text
    assert page.lit == "".join(sign for n, sign in enumerate(text) if any(a <= n < b for a, b in spans))
    assert page.ids == [f"quote-{n}" for n in range(len(spans))]


@pytest.mark.slow
def test_word_has_headings_quotes_numbered_citations_and_sources(metre: Base) -> None:
    from docx import Document

    from eujdef_tui.export.brief_word import write_brief_word

    made = of(metre)
    file = io.BytesIO()
    write_brief_word(made, file)
    document = Document(file)
    styles: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        assert paragraph.style
        styles.setdefault(str(paragraph.style.name), []).append(paragraph.text)
    assert styles["Title"] == [metre.title]
    assert styles["Heading 1"] == [group.heading for group in made.groups] + ["Where the articles differ", "Sources"]
    assert len(styles["Quote"]) == len(quotes(made))
    assert all(re.search(r"\[\d+, (sentence|not found)", text) for text in styles["Quote"])
    assert "“The General Conference plans" in " ".join(styles["Quote"])
    assert document.core_properties.author == ""
