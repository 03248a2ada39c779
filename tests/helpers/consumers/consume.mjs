// Reads one JSON object from standard input and prints what each program makes of its part, as one JSON object.
// Programs are loaded from the folder that the first argument names (a node_modules).
import { createRequire, register } from 'node:module'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import path from 'node:path'

const modules = process.argv[2]
const require = createRequire(path.join(modules, '_.js'))
const asked = JSON.parse(readFileSync(0, 'utf8'))
const told = {}

const takes = (read, text) => {
  try { read(text); return true } catch { return false }
}

if (asked.edtf) {
  const edtf = require('edtf').default ?? require('edtf')
  told.edtf = asked.edtf.map((text) => takes((date) => edtf(date), text))
}

if (asked.schema) {
  const Ajv = require('ajv/dist/2020').default
  const validate = new Ajv({ strict: true }).compile(asked.schema)
  told.schema = asked.documents.map((document) => validate(document))
}

if (asked.timeline) {
  // TimelineJS is written for bundlers, its imports lack the ending ".js", and for a browser, of which its reading of
  // dates needs nothing; the cleaner of HTML is left out.
  const cleaner = 'data:text/javascript,export default { addHook() {}, sanitize: (text) => text }'
  const hooks = `
    export const resolve = (name, context, next) =>
      name === 'dompurify' ? { url: "${cleaner}", shortCircuit: true }
        : next(/^\\.\\.?\\//.test(name) && !name.endsWith('.js') ? name + '.js' : name, context)
    export const load = (url, context, next) =>
      next(url, url.includes('/timelinejs/') ? { ...context, format: 'module' } : context)`
  register('data:text/javascript,' + encodeURIComponent(hooks))
  const anything = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything), apply: () => anything })
  globalThis.DOMParser = class { parseFromString(text) { return { body: { textContent: text } } } }
  Object.assign(globalThis, { window: globalThis, document: anything, getComputedStyle: anything, location: anything })
  const from = (file) => import(pathToFileURL(path.join(modules, '@knight-lab/timelinejs/src/js', file)))
  const { TimelineConfig } = await from('core/TimelineConfig.js')
  const { Language } = await from('language/Language.js')
  const config = new TimelineConfig(asked.timeline)
  config.validate()
  const day = (date) => date && [date.getFullYear(), date.data.date_obj.getMonth() + 1, date.data.date_obj.getDate()]
  told.timeline = {
    errors: config.getErrors().map((error) => `${error.stack ?? error}`),
    slides: config.events.map((slide) => ({
      id: slide.unique_id,
      start: day(slide.start_date),
      end: day(slide.end_date),
      shown: slide.display_date,
      axis: Language.fallback.formatDate(slide.start_date.data.date_obj, 'yyyy'),
    })),
  }
}

if (asked.bibtex) {
  // The parser with which Better BibTeX imports into Zotero.
  const { errors, entries } = (await import(pathToFileURL(path.join(modules, '@retorquere/bibtex-parser/dist/esm/index.js')))).parse(asked.bibtex)
  told.bibtex = { errors, entries }
}

if (asked.csl) {
  const CSL = require('citeproc')
  const items = Object.fromEntries(asked.csl.map((item) => [item.id, item]))
  const system = { retrieveLocale: () => asked.locale, retrieveItem: (id) => items[id] }
  const engine = new CSL.Engine(system, asked.style)
  engine.updateItems(Object.keys(items))
  told.csl = engine.makeBibliography()[1]
}

process.stdout.write(JSON.stringify(told))
