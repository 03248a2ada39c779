"""The machine: its folders, its terminal, its clipboard."""
