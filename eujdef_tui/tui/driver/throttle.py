"""Promise: over a link whose speed cannot be seen, no more is sent than a slow one carries.

SSH takes whatever it is given and queues it out of sight. Frames that would fill that queue are better not
sent: a held key then shows fewer of them, and the screen rests when the key does.
"""

from __future__ import annotations

__all__ = ["Pace"]

RATE = 24_000  # bytes a second: three quarters of a link of 256 kbit/s
BURST = 4_000  # bytes that may be under way when a frame is sent


class Pace:
    """How soon a frame may follow, given what was sent before. A frame after a rest never waits."""

    def __init__(self) -> None:
        self._owed, self._at = 0.0, 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next frame may be sent."""
        self._owed, self._at = max(0.0, self._owed - (now - self._at) * RATE), now
        return max(0.0, self._owed - BURST) / RATE

    def sent(self, size: int) -> None:
        """Count a frame of so many bytes."""
        self._owed += size
