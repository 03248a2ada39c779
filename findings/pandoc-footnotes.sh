#!/usr/bin/env bash
set -euo pipefail
# Expected: a footnote that is referred to twice is printed once, with two ways back, as GitHub and Obsidian do (PHP Markdown
#   Extra, from which the form comes, says nothing of it; the pandoc manual, "Footnotes", neither).
# What is so: pandoc prints it twice, under two numbers. A program that cites one source a hundred times gets a hundred notes.
# Versions: pandoc 2.17.1.1 (Debian 12)
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v pandoc >/dev/null || { echo "install pandoc"; exit 1; }
printf 'One[^1] and two[^1].\n\n[^1]: A note.\n' | pandoc -f markdown -t plain | tee seen.txt
[ "$(grep -c 'A note' seen.txt)" -eq 2 ]
