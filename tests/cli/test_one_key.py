"""Single keys, as a terminal sends them."""

from __future__ import annotations

import os

import pytest

from eujdef_tui.cli.one_key import END, is_interactive, read_key


def _read(data: bytes) -> list[str]:
    """The keys that some bytes are, until there are no more."""
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    found = [read_key(reading)]
    while found[-1] != END:
        found.append(read_key(reading))
    os.close(reading)
    return found[:-1]


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"y", ["y"]),
        (b"yn>", ["y", "n", ">"]),
        (b"\r\n", ["enter", "enter"]),
        (b"\x1b[A", [""]),
        (b"\x1b[1;5A\ry", ["", "enter", "y"]),
        (b"\x1bOPn", ["", "n"]),
        (b"\x1bxn", ["", "n"]),
        ("日y".encode(), ["", "y"]),
        (b"\x1b", [""]),
        ("é".encode(), [""]),
        (b"y\x04n", ["y"]),
        (b"", []),
    ],
)
def test_bytes_are_keys(data: bytes, keys: list[str]) -> None:
    assert _read(data) == keys


def test_a_pipe_is_nobody_to_ask() -> None:
    assert not is_interactive()
