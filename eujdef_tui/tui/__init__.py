"""The screen. Nothing outside this folder imports textual."""
