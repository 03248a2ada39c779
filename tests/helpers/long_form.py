"""How long the long tests are: EUJDEF_LONG=4 has them try four times as much, as before a release."""

from __future__ import annotations

import os

__all__ = ["LONG"]

LONG = int(os.environ.get("EUJDEF_LONG", "1"))
