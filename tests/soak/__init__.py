"""Soak tests: random files, damage, keys and load, for as long as they are let run.

    python -m tests.soak [--minutes N] [--seed S] [SUITE…]

Each suite tries one seed after another. What it finds is printed with its seed, and the command that finds it again.
`test_soak.py` runs a short form of each.
"""
