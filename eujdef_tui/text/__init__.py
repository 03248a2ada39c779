"""Text: cleaning, folding, tokens, sentences, wrapping, and dates read and written."""
