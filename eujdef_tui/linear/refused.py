"""The exception for a command that cannot be done here: one sentence, which says what to do next."""

from __future__ import annotations

__all__ = ["Refused"]


class Refused(Exception):  # noqa: N818, it is an answer, not an error of the program
    """A command that cannot be done; its text is read out."""
