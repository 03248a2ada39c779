"""Fact files: YAML and articles are read and validated, and every quote is found in its source."""
