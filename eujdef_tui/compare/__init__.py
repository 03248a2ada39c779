"""Two states of a fact file, and what changed between them."""
