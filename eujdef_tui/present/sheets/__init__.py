"""The sheet of each type of record."""
