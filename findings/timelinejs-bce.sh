#!/usr/bin/env bash
set -euo pipefail
# Expected: a year before our era is counted as in ISO 8601 and in JavaScript's Date, where 0 is 1 BCE and -43 is 44 BCE:
#   TimelineJS makes a Date of it.
# What is so: the axis takes the sign away and adds BCE, so that -43 is labelled "43 BCE". 44 BCE is written -44.
# Versions: @knight-lab/timelinejs 3.9.11 (npm)
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @knight-lab/timelinejs@3.9.11 >/dev/null
cat >label.mjs <<'JS'
import { register } from 'node:module'
const cleaner = 'data:text/javascript,export default { addHook() {}, sanitize: (text) => text }'
const hooks = `
  export const resolve = (name, context, next) => name === 'dompurify' ? { url: "${cleaner}", shortCircuit: true }
    : next(/^\\.\\.?\\//.test(name) && !name.endsWith('.js') ? name + '.js' : name, context)
  export const load = (url, context, next) =>
    next(url, url.includes('/timelinejs/') ? { ...context, format: 'module' } : context)`
register('data:text/javascript,' + encodeURIComponent(hooks))
const anything = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything), apply: () => anything })
Object.assign(globalThis, { window: globalThis, document: anything, getComputedStyle: anything, location: anything })
const { TLDate } = await import('./node_modules/@knight-lab/timelinejs/src/js/date/TLDate.js')
for (const year of [-43, -44]) console.log(year, new TLDate({ year }).getDisplayDate().replace(/<[^>]*>/g, ''))
JS
node label.mjs | tee seen.txt
diff seen.txt - <<'SEEN'
-43 43 BCE
-44 44 BCE
SEEN
