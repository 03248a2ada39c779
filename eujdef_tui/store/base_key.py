"""The key of a base: the format it is written in, and the versions of the libraries that cut its texts.

A base must not outlive the sentence splitter that made it: its articles are kept in sentences, and words are folded.
"""

from __future__ import annotations

import os
import sys
from functools import cache

from eujdef_tui.store.sql_schema import FORMAT

__all__ = ["base_key"]

_CUTTING = ("anyascii", "nupunkt")  # letters that fold to several; ends of sentences


@cache
def base_key() -> str:
    """Return what a base has as `format` in its table `meta`, such as "eujdef 23 anyascii 0.3.3 nupunkt 0.8.0"."""
    return " ".join((FORMAT, *(f"{name} {version}" for name, version in _versions().items())))


def _versions() -> dict[str, str]:
    """The installed versions of these libraries, "" where none is known.

    The folders of `sys.path` are looked through for its metadata, which takes 0.1 ms; `importlib.metadata` takes 15 ms
    to import, and every `find` asks.
    """
    versions = dict.fromkeys(_CUTTING, "")
    for folder in sys.path:
        if all(versions.values()):
            break
        try:
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 — pathlib makes an object of each of hundreds
        except OSError:  # an archive, or no longer there
            continue
        for found in names:
            name, _, rest = found.partition("-")
            if name in versions and not versions[name] and rest.endswith((".dist-info", ".egg-info")):
                versions[name] = rest[: rest.rindex(".")]
    return versions
