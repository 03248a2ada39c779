"""Talks to people without a screen: verbs, options, plain output, exit codes."""
