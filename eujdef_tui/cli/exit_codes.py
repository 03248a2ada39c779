"""Exit codes of `eujdef`, and the help text that lists them. An exception of `errors.py` carries its own."""

from __future__ import annotations

__all__ = [
    "CHANGED",
    "EVIDENCE_FAILED",
    "HELP",
    "INTERRUPTED",
    "INVALID_FACT_FILE",
    "NOTHING_FOUND",
    "SUCCESS",
    "USAGE_ERROR",
]

SUCCESS, NOTHING_FOUND, USAGE_ERROR, INVALID_FACT_FILE, EVIDENCE_FAILED = range(5)
CHANGED = 1  # of `diff`: two states differ, as diff(1) has it
INTERRUPTED = 130  # 128 + SIGINT, as shells report it

HELP = f"""\
exit codes:
  {SUCCESS}  found, or valid           {INVALID_FACT_FILE}  fact file missing or invalid
  {NOTHING_FOUND}  nothing found; differs    {EVIDENCE_FAILED}  evidence that does not hold
  {USAGE_ERROR}  usage or query error      {INTERRUPTED}  interrupted
"""
