"""Linear mode: the explorer as lines of text, for screen readers, teletypes and logs."""
