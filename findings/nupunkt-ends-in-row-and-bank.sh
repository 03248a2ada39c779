#!/usr/bin/env bash
# Expected: a sentence ends at a full stop before a space and a capital (UAX #29, SB11), unless an abbreviation stands there.
# What is so: after the common words "row", "Bank" and others no sentence ends: they are taken for abbreviations, and two
#   sentences of a news article stay one, so that a draft of the first carries the speaker and the date of the second.
# Versions: nupunkt 0.8.0, Python 3.11
# Date: 2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "nupunkt==0.8.0"
"$work/venv/bin/python" - <<'PYTHON'
import sys

from nupunkt import sent_spans

texts = {
    "row": "The boat was second in a row. Kontrol came third.",
    "Bank": "Tanks stood in the Gaza Strip and West Bank. Israeli tanks advanced.",
    "house": "She left the house. Norway lost the match.",
}
found = {word: len(sent_spans(text)) for word, text in texts.items()}
print("sentences found, of two each:", found)
sys.exit(found != {"row": 1, "Bank": 1, "house": 2})
PYTHON
