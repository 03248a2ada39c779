"""The lock of a review: who has it, and that nobody is locked out by what ended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from eujdef_tui.draft.review_lock import Holder, ReviewLock, lock_path

NOON = "2026-11-29T12:00:00"


def test_the_second_reviewer_is_told_who_the_first_is(tmp_path: Path) -> None:
    draft = tmp_path / "a.draft"
    first = ReviewLock(draft, NOON)
    second = ReviewLock(draft, NOON)
    assert first.holder is None
    assert second.holder is not None
    assert str(second.holder).endswith("since 2026-11-29 12:00")
    assert "process " in str(second.holder)
    second.release()
    assert lock_path(draft).exists()  # the lock of the first is not taken away
    first.release()
    assert not lock_path(draft).exists()
    third = ReviewLock(draft, NOON)
    assert third.holder is None
    third.release()
    third.release()


def test_what_a_killed_review_left_locks_nobody_out(tmp_path: Path) -> None:
    draft = tmp_path / "a.draft"
    code = (
        "import os, signal, sys; from pathlib import Path; from eujdef_tui.draft.review_lock import ReviewLock;"
        f"ReviewLock(Path({str(draft)!r}), 't'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode < 0
    assert lock_path(draft).exists()
    lock = ReviewLock(draft, NOON)
    assert lock.holder is None
    lock.release()


def test_the_lock_of_another_machine_holds_until_its_file_is_deleted(tmp_path: Path) -> None:
    draft = tmp_path / "a.draft"
    lock_path(draft).write_text(json.dumps({"host": "far\x1b[2J", "pid": 7, "time": ""}), encoding="utf-8")
    lock = ReviewLock(draft, NOON)
    assert lock.holder == Holder("far\x1b[2J", 7, "")
    assert "\x1b" not in str(lock.holder)
    assert ".a.draft.lock" in lock.advice
    lock.release()
    assert lock_path(draft).exists()
    lock_path(draft).unlink()
    assert ReviewLock(draft, NOON).holder is None


def test_a_lock_file_of_another_form_is_nobodys(tmp_path: Path) -> None:
    draft = tmp_path / "a.draft"
    lock_path(draft).write_text("{", encoding="utf-8")
    assert ReviewLock(draft, NOON).holder is None
