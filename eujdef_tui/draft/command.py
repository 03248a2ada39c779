"""Run an outside command: a prompt on its standard input, its answer on standard output, and nothing else.

No shell: the words are split by shlex. It has a process group of its own, which is ended with all its children when
time is up, too much was written, or the user interrupts.
"""

from __future__ import annotations

import os
import selectors
import shlex
import signal
import subprocess
import threading
import time
from contextlib import suppress
from typing import IO, NamedTuple

from eujdef_tui.errors import OutsideError

__all__ = ["MAX_ANSWER", "Answer", "ask", "words_of"]

MAX_ANSWER = 2 * 2**20  # bytes on standard output
_MAX_TALK = 2**16  # bytes on standard error that are kept; the rest is read and dropped


class Answer(NamedTuple):
    """What a command wrote, as text, on standard output and on standard error."""

    text: str
    talk: str


def words_of(command: str) -> list[str]:
    """The words of a command line. Raises OutsideError where a quotation mark is not closed, or there are none."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise OutsideError(f"The command cannot be read: {error}.", "Close every quotation mark in --with.") from error
    if not words:
        raise OutsideError("The command of --with is empty.", "Name a program, as in --with 'llm -m MODEL'.")
    return words


def ask(command: str, prompt: str, seconds: float) -> Answer:
    """Run a command with a prompt and return its answer. Raises OutsideError for every other end."""
    words = words_of(command)
    try:
        process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or str(error)
        raise OutsideError(f"{words[0]} cannot be run: {reason}.", "Install it, or correct --with.") from error
    try:
        return _answer(process, words[0], prompt, seconds)
    finally:
        _end(process)


def _answer(process: subprocess.Popen[bytes], name: str, prompt: str, seconds: float) -> Answer:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    threading.Thread(target=_write, args=(process.stdin, prompt.encode()), daemon=True).start()
    wrote = {process.stdout: bytearray(), process.stderr: bytearray()}
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as waiting:
        for stream in wrote:
            waiting.register(stream, selectors.EVENT_READ)
        while waiting.get_map():
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise OutsideError(f"{name} gave no answer in {seconds:g} s.", "Try again, or allow more: --timeout.")
            for key, _ in waiting.select(remaining):
                data = os.read(key.fd, 2**16)
                if not data:
                    waiting.unregister(key.fileobj)
                _take(wrote[key.fileobj], data, name, limited=key.fileobj is process.stdout)  # type: ignore[index]
    talk = wrote[process.stderr].decode("utf-8", "replace")
    try:
        code = process.wait(max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise OutsideError(f"{name} did not end in {seconds:g} s.", "Allow more: --timeout.") from error
    if code:
        said = f" It said: {talk.strip()[:300]}" if talk.strip() else ""
        raise OutsideError(f"{name} failed with exit code {code}.{said}", "Run it by hand to see why.")
    return Answer(wrote[process.stdout].decode("utf-8", "replace"), talk)


def _take(kept: bytearray, data: bytes, name: str, *, limited: bool) -> None:
    if limited and len(kept) + len(data) > MAX_ANSWER:
        message = f"{name} wrote more than {MAX_ANSWER // 2**20} MB."
        raise OutsideError(message, "Ask it for YAML alone, and for one article at a time.")
    kept += data if limited else data[: max(0, _MAX_TALK - len(kept))]


def _write(stream: IO[bytes], data: bytes) -> None:
    """Write the prompt in a thread: a command that answers before it has read would else stop both."""
    with suppress(OSError, ValueError):  # it need not read it all
        stream.write(data)
    with suppress(OSError, ValueError):
        stream.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and its children, at once."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()
