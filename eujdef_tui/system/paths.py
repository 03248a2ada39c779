"""Promise: what is written stands in a folder of the user's own, of the kind that XDG names for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["cache_folder", "state_folder"]

HOMELESS = Path(os.devnull, "eujdef")  # for a user without a home: no folder can be made there, so nothing is kept


def cache_folder() -> Path:
    """Where what can be made anew is kept. `EUJDEF_CACHE` names another folder. It need not exist."""
    named = os.environ.get("EUJDEF_CACHE")
    if named:
        return Path(named).absolute()
    try:
        if sys.platform == "linux" and "XDG_CACHE_HOME" not in os.environ:
            # what platformdirs would say; loading it takes a twelfth of what a question may take
            return Path("~/.cache/eujdef").expanduser()
        from platformdirs import user_cache_path

        return user_cache_path("eujdef")
    except RuntimeError:
        return HOMELESS


def state_folder() -> Path:
    """Where what should outlive a session is kept. `EUJDEF_STATE` names another folder. It need not exist."""
    named = os.environ.get("EUJDEF_STATE")
    if named:
        return Path(named).absolute()
    from platformdirs import user_state_path

    try:
        return user_state_path("eujdef")
    except RuntimeError:
        return HOMELESS
