"""Text itself: cleaned, folded, wrapped; dates written and read."""
