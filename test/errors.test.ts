import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CODES } from '@flowviz/contract/error'
import t from 'tap'

const ROOT = resolve(import.meta.dirname, '..')
const SOURCES = '{contract,firmware-adapters,edge,cloud,provisioning}/**/*.{ts,tsx}'

/** The sections of docs/errors.md: code, and the text below its heading. */
function sections(): Map<string, string> {
  const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')
  const parts = page.split(/^## /m).slice(1)
  return new Map(parts.map(part => [/^`([a-z_]+)`/.exec(part)?.[1] ?? part.slice(0, 40), part]))
}

t.test('every code has a section in docs/errors.md, and every section a code', async t => {
  t.same([...sections().keys()].sort(), Object.keys(CODES).sort())
})

t.test('every section carries the status, the title and the hint of its code', async t => {
  for (const [code, { status, title, hint }] of Object.entries(CODES)) {
    const section = sections().get(code) ?? ''
    for (const part of [`HTTP ${status}`, title, hint]) t.ok(section.includes(part), `${code}: ${part}`)
  }
})

t.test('every section says what happened and what to do', async t => {
  for (const [code, section] of sections()) {
    t.match(section, /\*\*What happened\.\*\* \S/, code)
    t.match(section, /\*\*What to do\.\*\* \S/, code)
  }
})

t.test('every code is given by some line of the product', async t => {
  const files = globSync(SOURCES, { cwd: ROOT }).filter(
    file => !/node_modules|[.]test[.]|\/testing\/|\/generated\/|contract\/error[.]ts$/.test(file),
  )
  const text = files.map(file => readFileSync(join(ROOT, file), 'utf8')).join('\n')
  t.same(
    Object.keys(CODES).filter(code => !text.includes(`'${code}'`)),
    [],
  )
})
