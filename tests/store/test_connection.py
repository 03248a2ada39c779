"""A base is read in several threads, each with a connection of its own, and a read can be interrupted."""

from __future__ import annotations

import sqlite3
import threading
from _thread import interrupt_main
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.errors import GivenUpError
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from eujdef_tui.store.cache import base_path
from tests.helpers.cache_probes import retitled
from tests.helpers.named_actors import base_of

NAMES = [f"Name{n:05} of Somewhere" for n in range(3000)]


def answers(base: Base) -> list[object]:
    """What a base says of itself, of its records and to a search."""
    rows = base.rows(range(1, base.count() + 1))
    return [base.title, rows, search(base, parse("kibble")).hits, base.article("metre-article")]


def test_a_second_reader_answers_as_the_first_does(facts: Path) -> None:
    with closing(open_base(facts)) as base, closing(base.reopen()) as second:
        assert answers(second) == answers(base)
        assert second.file == base.file


def test_a_second_reader_outlives_the_first(facts: Path) -> None:
    base = open_base(facts)
    with closing(base.reopen()) as second:
        base.close()
        assert second.rows((1,))


def test_a_second_reader_reads_what_the_first_does_where_the_base_was_built_again(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        retitled(facts, "Another")
        with closing(open_base(facts)) as new, closing(base.reopen()) as second:
            assert new.title == "Another"
            assert answers(second) == answers(base)
            assert second.file is None


def test_a_second_reader_reads_what_the_first_does_where_the_file_is_gone(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        base_path(facts).unlink()
        with closing(base.reopen()) as second:
            assert answers(second) == answers(base)


def test_a_base_in_memory_has_a_second_reader_too() -> None:
    with closing(base_of(NAMES[:20])) as base, closing(base.reopen()) as second:
        assert second.rows(range(1, 21)) == base.rows(range(1, 21))
        assert second.file is None


def test_readers_answer_in_threads_at_once(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        expected = answers(base)
        readers = [base.reopen() for _ in range(4)]
        reported: list[object] = []
        threads = [threading.Thread(target=lambda one=one: reported.append(answers(one))) for one in readers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=30)
        assert reported == [expected] * 4
        for reader in readers:
            reader.close()


def test_what_is_asked_after_an_interrupt_is_given_up_until_the_reader_resumes(facts: Path) -> None:
    with closing(open_base(facts)) as base, closing(base.reopen()) as second:
        second.interrupt()
        for _ in range(2):
            with pytest.raises(GivenUpError):
                search(second, parse("kibble"))
        assert search(base, parse("kibble")).hits, "the other reader goes on"
        second.resume()
        assert search(second, parse("kibble")).hits
    assert base_path(facts).exists(), "and nothing counts as damaged"


@pytest.mark.slow
def test_an_interrupt_from_another_thread_stops_a_search_that_is_running() -> None:
    with closing(base_of(NAMES)) as base, closing(base.reopen()) as second:
        stopped: list[bool] = []

        def ask() -> None:
            try:
                while True:
                    search(second, parse("somewhere"))
            except GivenUpError:
                stopped.append(True)

        thread = threading.Thread(target=ask)
        thread.start()
        second.interrupt()
        thread.join(timeout=30)
        assert stopped == [True]
        second.resume()
        assert search(second, parse("somewhere")).hits


ENDLESS = "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"


def test_a_single_question_that_would_never_end_is_stopped(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        waiting = threading.Timer(0.05, base.interrupt)
        waiting.start()
        with pytest.raises(GivenUpError):
            base._select(ENDLESS)
        waiting.join()
        base.resume()
        assert base.record(1)


def test_a_reader_that_was_interrupted_can_still_be_closed(facts: Path) -> None:
    second = open_base(facts)
    second.interrupt()
    second.close()
    second.resume()
    with pytest.raises(sqlite3.ProgrammingError):
        second.headings("timeline")


INTERRUPTED = "WITH c(x) AS (SELECT ctrl_c() UNION ALL SELECT 1 FROM c LIMIT 200000) SELECT count(*) FROM c"


def test_ctrl_c_while_a_question_is_answered_is_no_fault_of_the_base(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        base._connection._db.create_function("ctrl_c", 0, interrupt_main)
        with pytest.raises(KeyboardInterrupt):
            base._select(INTERRUPTED)
        assert base.record(1)
