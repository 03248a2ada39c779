"""Throttle for links whose speed is unknown: no more bytes per second are sent than a slow link carries.

SSH accepts whatever it is given and queues it out of sight. Frames that would fill that queue are skipped: a held key
then shows fewer frames, and the screen comes to rest when the key does.
"""

from __future__ import annotations

__all__ = ["Throttle"]

RATE = 24_000  # bytes a second: three quarters of what a link of 256 kbit/s carries
BURST = 4_000  # bytes that may still be in transit when a frame is sent


class Throttle:
    """A leaky bucket of bytes in transit. A frame after a pause is never delayed.

    Times are seconds of a monotonic clock; sizes are bytes.
    """

    def __init__(self) -> None:
        self._in_transit, self._updated = 0.0, 0.0

    def delay(self, now: float) -> float:
        """Return the seconds until the next frame may be sent."""
        self._in_transit, self._updated = max(0.0, self._in_transit - (now - self._updated) * RATE), now
        return max(0.0, self._in_transit - BURST) / RATE

    def record(self, size: int) -> None:
        """Count a frame of this size as sent."""
        self._in_transit += size
