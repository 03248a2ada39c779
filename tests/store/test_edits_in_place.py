"""An edit changes a copy of the base, which then says what a base made whole would say."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import VIEWS, Base, compiler, open_base, patch
from eujdef_tui.store import folder as preparing
from eujdef_tui.store.cache import base_path
from tests.helpers.base_content import said_by
from tests.helpers.long_form import LONG

HEAD = 'schema_version: "1"\ntitle: Made\n'
NAMES = (
    "Ada Byron",
    "ada byron",
    "Kaja Kallas",
    "Łucja Straße",
    "岩屋 毅",
    "O'Brien & Sons",
    "F-2 Jet",
    "EUR 35 billion",
)
SECTIONS = ("actors", "agreements", "events", "statements", "tensions")
KINDS = ("actor", "actor", "event", "event", "statement", "statement", "figure", "agreement", "tension")
ALL_FILES = 4


class Fact(NamedTuple):
    """A fact of a generated folder: a number, what it is, and choices that its words, day, source and links follow."""

    number: int
    kind: str
    name: int
    day: int
    source: int
    to: int
    id: str


Files = tuple[tuple[Fact, ...], ...]


def written(files: Files, into: Path) -> None:
    """Write the files of a folder, each with an article of its own."""
    every = [fact for facts in files for fact in facts]
    actors = [fact.id for fact in every if fact.kind == "actor"]
    told = [fact.id for fact in every if fact.kind in ("event", "statement")]
    pacts = [fact.id for fact in every if fact.kind == "agreement"]
    for nth, facts in enumerate(files):
        derived = ", derived_from: s0" * (nth == 2)
        text = [HEAD, f"sources:\n  - {{id: s{nth}, type: article, title: Story {nth}, file: s{nth}.txt{derived}}}\n"]
        for section in SECTIONS:
            lines = [_line(fact, actors, told, pacts) for fact in facts if section.startswith(fact.kind[:5])]
            lines += [
                _line(fact, actors, told, pacts) for fact in facts if (section, fact.kind) == ("statements", "figure")
            ]
            lines = [line for line in lines if line]
            text += [f"{section}:\n", *lines] if lines else []
        (into / f"f{nth}.yaml").write_text("".join(text), encoding="utf-8")
        article = "".join(f"{name} said so.\n" for name in NAMES) + f"Story {nth}.\n"
        (into / f"s{nth}.txt").write_text(article, encoding="utf-8")


def _line(fact: Fact, actors: list[str], told: list[str], pacts: list[str]) -> str:
    quote = f'{NAMES[fact.name]} said so."'
    sources = (fact.source, (fact.source + 1) % ALL_FILES)[: 1 + (fact.kind == "tension")]
    proof = ", ".join(f'{{source: s{one}, quote: "{quote}}}' for one in sources)
    more = [f"id: {fact.id}", f"evidence: [{proof}]"]
    actor = [actors[fact.to % len(actors)]] if actors else []
    match fact.kind:
        case "actor":
            more += [f"kind: {('person', 'company')[fact.day % 2]}", f'name: "{NAMES[fact.name]}"']
        case "event":
            more += ["kind: talks", "status: happened", f'title: "{NAMES[fact.name]} {fact.day}"']
            more += [f"actors: [{', '.join(actor)}]", f"agreements: [{', '.join(pacts[:1])}]"]
            more += [f'date: 202{fact.day}-05-03, date_text: "said"'] if fact.day else []
        case "agreement":
            more += ["instrument: treaty, binding: legal, binding_basis: said so, subject: so"]
            more += [f'title: "{NAMES[fact.name]}"', f"parties: [{', '.join(actor)}]"]
        case "statement" | "figure":
            more += [f"speaker: {one}" for one in actor if fact.day]
            more += [f'text: "{NAMES[fact.name]} {fact.day}"']
            more += ["kind: position" if fact.kind == "statement" else "kind: figure, value: 35, unit: EUR"]
        case _:
            if len(told) < 2:
                return ""
            pair = dict.fromkeys((told[fact.to % len(told)], told[fact.name % len(told)], told[0], told[1]))
            more += [f"kind: {('difference', 'reading')[fact.day % 2]}", f"facts: [{', '.join(list(pair)[:2])}]"]
            more += ["title: They differ", f'reading: "{NAMES[fact.name]}"']
    return f"  - {{{', '.join(more)}}}\n"


def facts_of(number: int) -> st.SearchStrategy[Fact]:
    few = st.integers(0, 3)
    names = st.integers(0, len(NAMES) - 1)
    return st.builds(
        Fact, st.just(number), st.sampled_from(KINDS), names, few, few, st.integers(0, 9), st.just(f"f{number}")
    )


@st.composite
def folders(draw: st.DrawFn) -> Files:
    sizes = draw(st.lists(st.integers(0, 6), min_size=ALL_FILES, max_size=ALL_FILES))
    numbers = iter(range(100))
    return tuple(tuple(draw(facts_of(next(numbers))) for _ in range(size)) for size in sizes)


@st.composite
def edited(draw: st.DrawFn, before: Files) -> Files:
    """A folder in which some facts were added, taken out, moved, exchanged, renamed or written anew."""
    files = [list(facts) for facts in before]
    for _ in range(draw(st.integers(1, 3))):
        facts = files[draw(st.integers(0, ALL_FILES - 1))]
        what = draw(st.sampled_from(["add", "change", "change", "take out", "move", "swap", "rename"]))
        if what == "add" or not facts:
            number = 1 + max((fact.number for some in files for fact in some), default=0)
            facts.insert(draw(st.integers(0, len(facts))), draw(facts_of(number)))
            continue
        at = draw(st.integers(0, len(facts) - 1))
        fact = facts.pop(at)
        if what == "change":
            other = draw(facts_of(fact.number))
            fields = draw(st.sets(st.sampled_from(["name", "day", "source", "to"]), min_size=1))
            kept = [getattr(other if field in fields else fact, field) for field in Fact._fields]
            facts.insert(at, Fact(*kept))
        elif what == "move":
            there = files[draw(st.integers(0, ALL_FILES - 1))]
            there.insert(draw(st.integers(0, len(there))), fact)
        elif what == "swap":
            facts.insert(draw(st.integers(0, len(facts))), fact)
        elif what == "rename":
            facts.insert(at, fact._replace(id=f"{fact.id}x"))
    return tuple(map(tuple, files))


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a cache of its own, in which any edit may be made in place."""
    with tempfile.TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patched:
        patched.setenv("EUJDEF_CACHE", f"{made}/cache")
        for module in (patch, preparing):
            patched.setattr(module, "_SHARE", 1)
        yield Path(made)


def whole(path: Path) -> list[str]:
    """What the base of a folder says that is read and compiled as one."""
    with closing(sqlite3.connect(":memory:")) as db:
        file = load(path)
        compiler.build(db, anchor_evidence(file), {"title": file.title}, lambda done, total: None)
        db.execute("UPDATE vocabulary SET small = small > 0")
        return said_by(db)


def in_cache(path: Path) -> list[str]:
    """What the base in the cache says once it was opened."""
    open_base(path).close()
    with closing(sqlite3.connect(":memory:")) as db, closing(sqlite3.connect(base_path(path))) as kept:
        kept.backup(db)
        db.execute("UPDATE vocabulary SET small = small > 0")
        return said_by(db)


@pytest.mark.slow
@settings(max_examples=25 * LONG, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_edits_in_place_a_base_says_what_a_whole_build_says(folder: Path, data: st.DataObject) -> None:
    shutil.rmtree(folder / "cache", ignore_errors=True)
    into = folder / "facts"
    into.mkdir(exist_ok=True)
    files = data.draw(folders())
    for _ in range(5):
        written(files, into)
        assert in_cache(into) == whole(into)
        files = data.draw(edited(files))


# --- single edits ---


def fact(number: int, kind: str, *, name: int = 0, day: int = 0, source: int = 0, to: int = 0) -> Fact:
    """A fact with plain choices."""
    return Fact(number, kind, name, day, source, to, f"f{number}")


BEFORE: Files = (
    (fact(0, "actor"), fact(1, "actor", name=2), fact(2, "agreement", to=1)),
    (fact(3, "event", day=1), fact(4, "event", day=2, to=1), fact(5, "event", day=2), fact(6, "statement", day=1)),
    (fact(7, "statement", day=1, to=1), fact(8, "statement", day=2, to=1), fact(9, "figure", day=1)),
    (fact(10, "tension"), fact(11, "actor", name=4), fact(12, "statement", name=3)),
)


def with_file(nth: int, *facts: Fact) -> Files:
    return (*BEFORE[:nth], facts, *BEFORE[nth + 1 :])


def replaced(nth: int, at: int, new: Fact) -> Files:
    return with_file(nth, *BEFORE[nth][:at], new, *BEFORE[nth][at + 1 :])


ACTORS, EVENTS, SAID, OTHERS = BEFORE
EDITS: dict[str, Files] = {
    "an event is added at the end": with_file(1, *EVENTS, fact(20, "event", day=3)),
    "an event is added at the beginning": with_file(1, fact(20, "event", day=1), *EVENTS),
    "an event is added in the middle": with_file(1, EVENTS[0], fact(20, "event", day=1), *EVENTS[1:]),
    "an undated event is added": with_file(1, *EVENTS, fact(20, "event")),
    "events are exchanged": with_file(1, EVENTS[0], EVENTS[2], EVENTS[1], EVENTS[3]),
    "an event is taken out": with_file(1, *EVENTS[1:]),
    "all that a file has is taken out": with_file(2),
    "an event gets another day": replaced(1, 0, EVENTS[0]._replace(day=3)),
    "an event gets another actor": replaced(1, 1, EVENTS[1]._replace(to=2)),
    "an event gets another id": replaced(1, 1, EVENTS[1]._replace(id="renamed")),
    "a fact goes to another file": (ACTORS, EVENTS[1:], (*SAID, EVENTS[0]), OTHERS),
    "an actor gets another name": replaced(0, 1, ACTORS[1]._replace(name=5)),
    "an actor gets the name of another": replaced(0, 1, ACTORS[1]._replace(name=0)),
    "an actor becomes a company": replaced(0, 1, ACTORS[1]._replace(day=1)),
    "an agreement gets another title": replaced(0, 2, ACTORS[2]._replace(name=6)),
    "an agreement is taken out": with_file(0, *ACTORS[:2]),
    "another says it": replaced(2, 0, SAID[0]._replace(to=2)),
    "nobody says it": replaced(2, 0, SAID[0]._replace(day=0)),
    "one more says it": with_file(2, *SAID, fact(20, "statement", day=1), fact(21, "statement", day=1)),
    "a tension is about others": replaced(3, 0, OTHERS[0]._replace(name=3)),
    "a tension is a note on reading": replaced(3, 0, OTHERS[0]._replace(day=1)),
    "a fact rests on another source": replaced(1, 0, EVENTS[0]._replace(source=1)),
}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that gets an entry whenever a base is compiled, and not a copy of it changed."""
    times: list[int] = []
    compile_base = compiler.compile_base

    def noted(*rest: object) -> None:
        times.append(1)
        compile_base(*rest)  # type: ignore[arg-type]

    monkeypatch.setattr(compiler, "compile_base", noted)
    return times


@pytest.mark.slow
@pytest.mark.parametrize("after", EDITS.values(), ids=list(EDITS))
def test_an_edit_compiles_nothing_and_neither_does_its_undoing(folder: Path, compiled: list[int], after: Files) -> None:
    written(BEFORE, folder)
    open_base(folder).close()
    compiled.clear()
    for files in (after, BEFORE):
        written(files, folder)
        said = in_cache(folder)
        assert compiled == []
        assert said == whole(folder)
        compiled.clear()


def test_an_edited_base_is_read_and_searched_like_one_made_whole(folder: Path) -> None:
    written(BEFORE, folder)
    open_base(folder).close()
    written((*EDITS["an event is added in the middle"][:3], (fact(21, "actor", name=3), *OTHERS)), folder)
    with closing(open_base(folder)) as base:
        edited_answers = _answers(base)
    shutil.rmtree(folder / "cache")
    with closing(open_base(folder)) as base:
        assert base.places.plain
        assert _answers(base) == edited_answers


def _answers(base: Base) -> list[object]:
    """What a base says of lists, headings, links, articles and hits, by the places of records."""
    every = range(1, base.count() + 1)
    said: list[object] = [base.rows(every), list(base.plain()), base.newest_sources(9), base.months_of(every)]
    said += [(base.span(view), base.headings(view)) for view in VIEWS]
    said += [[base.backlinks(n, role) for n in every] for role in ("actor", "party", "speaker", "differs", "read")]
    said += [[base.citing_source(n) for n in base.span("sources")], base.first_event_after(20_210_601)]
    said += [
        [base.citing_sentence(n, 0) for n in base.span("sources")],
        [base.number(row.record.id) for row in base.rows(every)],
    ]
    for query in (
        "byron",
        "kalas",
        "actor:f1",
        "actor:byron",
        "party:kallas",
        "source:s0",
        "lucja",
        "talks with byron",
    ):
        said.append(search(base, parse(query)).hits)
    return said


@pytest.mark.parametrize(
    "after",
    [
        with_file(2, *SAID, *(fact(20 + nth, "event", day=1) for nth in range(patch._FEW + 1))),
        replaced(1, 0, fact(3, "statement", day=1)),
    ],
    ids=["much is added", "a fact becomes one of another type"],
)
def test_what_is_no_small_edit_is_compiled(
    folder: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch, after: Files
) -> None:
    for module in (patch, preparing):
        monkeypatch.setattr(module, "_SHARE", 10)
    written(BEFORE, folder)
    open_base(folder).close()
    compiled.clear()
    written(after, folder)
    said = in_cache(folder)
    assert compiled == [1]
    assert said == whole(folder)


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_place_between_two_facts_fills_up(folder: Path, compiled: list[int]) -> None:
    written(BEFORE, folder)
    open_base(folder).close()
    compiled.clear()
    more: tuple[Fact, ...] = ()
    while True:
        more = (fact(20 + len(more), "event", day=1), *more)  # each before the last one, on one day
        written(with_file(1, EVENTS[0], *more, *EVENTS[1:]), folder)
        said = in_cache(folder)
        if compiled:
            break
        assert said == whole(folder)
        compiled.clear()
    assert len(more) > 5
