"""Records: their classes, their parts, what they are called and found by."""
