#!/usr/bin/env bash
set -euo pipefail
# Expected: CSL 1.0.2, "Name-part attributes" and the schema of its JSON: an importer keeps `non-dropping-particle` and `suffix` of a
#   name, and reads `season: 1` as spring.
# What is so: Zotero's own import of CSL-JSON takes `family` and `given` alone, so that van Gogh becomes Gogh and Jr. is gone, and
#   makes "1 2024" of spring 2024, of which its reader of dates keeps the year. (Its import of BibTeX keeps all three.)
# Versions: zotero/utilities 4051881 (2026-08-19), zotero/zotero-schema 5eedf44 (2026-01-20)
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fetched() { # a repository of Zotero at a commit
  git clone --quiet "https://github.com/zotero/$1" "$1"
  git -C "$1" checkout --quiet "$2"
}
fetched utilities 4051881
fetched zotero-schema 5eedf44
cat >read.js <<'JS'
const fs = require('fs')
globalThis.Zotero = { locale: 'en-US', debug: () => {}, isNode: true, localeCompare: (a, b) => a.localeCompare(b) }
Zotero.Schema = require('./utilities/schema')
Zotero.Utilities = require('./utilities/utilities')
Zotero.Utilities.Item = require('./utilities/utilities_item')
Zotero.Date = require('./utilities/date')
Zotero.Schema.init(fs.readFileSync('zotero-schema/schema.json', 'utf8'))
Zotero.Date.init(fs.readFileSync('utilities/resource/dateFormats.json', 'utf8'))
const types = require('./utilities/cachedTypes')
types.setTypeSchema(require('./utilities/resource/zoteroTypeSchemaData'))
Object.assign(Zotero, types)
const given = {
  type: 'article-newspaper',
  title: 'T',
  author: [
    { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  ],
  issued: { 'date-parts': [[2024]], season: 1 },
}
const item = { creators: [] }
Zotero.Utilities.Item.itemFromCSLJSON(item, given)
for (const { firstName, lastName } of item.creators) console.log(`${firstName} | ${lastName}`)
console.log(item.date)
console.log(Zotero.Date.strToISO(item.date))
JS
node read.js | tee seen.txt
diff seen.txt - <<'SEEN'
Vincent | Gogh
Martin Luther | King
1 2024
2024
SEEN
