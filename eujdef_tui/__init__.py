"""An explorer of sourced facts for the terminal: every fact stands beside the sentence that proves it."""

__version__ = "0.3.0"
