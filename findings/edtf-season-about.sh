#!/usr/bin/env bash
set -euo pipefail
# Expected: EDTF (Library of Congress, 2019), level 1: "?", "~" and "%" qualify a date; level 2 adds quarters (33 to 36). So a
#   reader of level 2 takes 2026-33~, about the first quarter, and the readers agree on what they take.
# What is so: no reader takes 2026-33~; 2026-21~ is taken by edtf-validate alone, 202X~ by edtf of Python alone, and
#   2024-21/2024-22 by all but edtf of npm. An interval of months, 2026-01~/2026-03~, is taken by all.
# Versions: edtf 5.0.2 and edtf-validate 2.0.0 (PyPI), edtf 4.11.1 (npm)
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
dates=(2026-33 2026-33~ 2026-21~ 202X~ 2024-21/2024-22 2026-01~/2026-03~)
python3 -m venv venv
venv/bin/pip install --quiet edtf==5.0.2 edtf-validate==2.0.0
npm install --silent --no-audit --no-fund edtf@4.11.1 >/dev/null
venv/bin/python - "${dates[@]}" >python.txt 2>/dev/null <<'PYTHON'
import sys

from edtf import parse_edtf
from edtf_validate.valid_edtf import is_valid


def takes(date):
    try:
        return bool(parse_edtf(date))
    except Exception:
        return False


for date in sys.argv[1:]:
    print(date, int(takes(date)), int(is_valid(date)))
PYTHON
node -e 'const edtf = require("edtf"); const read = edtf.default ?? edtf
for (const date of process.argv.slice(1)) { let taken = 1; try { read(date) } catch { taken = 0 } console.log(taken) }' "${dates[@]}" >npm.txt
paste -d' ' python.txt npm.txt | tee seen.txt
diff seen.txt - <<'SEEN'
2026-33 1 1 1
2026-33~ 0 0 0
2026-21~ 0 1 0
202X~ 1 0 0
2024-21/2024-22 1 1 0
2026-01~/2026-03~ 1 1 1
SEEN
