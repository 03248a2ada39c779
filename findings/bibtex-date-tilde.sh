#!/usr/bin/env bash
set -euo pipefail
# Expected: biblatex manual 3.20, section 2.3.8: date = {2025-07-23~} is about that day (EDTF level 1), and a program that
#   imports biblatex keeps that.
# What is so: the parser reads LaTeX first, where ~ is a space, and gives the day without the "about".
# Versions: @retorquere/bibtex-parser 9.0.29 (npm)
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @retorquere/bibtex-parser@9.0.29 >/dev/null
cat >read.mjs <<'JS'
import { parse } from '@retorquere/bibtex-parser'
for (const date of ['2025-07-23~', '2025-07-23?']) console.log(date, parse(`@misc{a, date = {${date}}}`).entries[0].fields.date)
JS
node read.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
2025-07-23~ 2025-07-23
2025-07-23? 2025-07-23?
SEEN
