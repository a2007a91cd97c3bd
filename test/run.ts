import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { COMPILED } from './compiled.ts'
import { runStep, type Step } from './run/step.ts'
import { lineOf, tallyOfCommand, tallyOfTap, tallyOfVitest, total } from './run/tally.ts'
import { tapReader } from './run/tap-text.ts'

// Everything that holds the house: `npm test` and .ci/run both run this and nothing weaker. A step that fails does not
// stop the others. The last line is the count of all, and the exit code says whether all passed.
const ROOT = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'flowviz-test-'))
const vitestReport = join(scratch, 'vitest.json')

const ROOMS = ['contract', 'firmware-adapters', 'edge', 'cloud', 'provisioning', 'bench', 'test']
const STEPS: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'], tally: (_, code) => tallyOfCommand(code) },
  // A service worker has other globals than a page, and the two cannot be known in one run.
  {
    name: 'types of the worker',
    command: ['tsc', '--noEmit', '--project', 'edge/ui/offline/worker'],
    tally: (_, code) => tallyOfCommand(code),
  },
  { name: 'lint', command: ['biome', 'check', '.'], tally: (_, code) => tallyOfCommand(code) },
  {
    name: 'arrows',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...ROOMS],
    tally: (_, code) => tallyOfCommand(code),
  },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    tally: (_, code) => tallyOfVitest(textOf(vitestReport), code),
  },
  // Whole plants serve their screens, and a browser opens them.
  {
    name: 'screens',
    command: ['node', 'provisioning/main.ts', 'screens', 'build'],
    tally: (_, code) => ({ ...tallyOfCommand(code), passed: 0 }),
  },
  // tap composes its Test class from the plugins of .taprc; it is built anew so that a fresh clone needs no other step.
  { name: 'tap build', command: ['tap', 'build'], tally: (_, code) => ({ ...tallyOfCommand(code), passed: 0 }) },
  { name: 'whole buildings', command: ['tap', '--reporter=tap'], show: tapReader, tally: tallyOfTap },
]

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const wanted = process.argv.slice(2)
const steps = wanted.length === 0 ? STEPS : STEPS.filter(step => wanted.includes(step.name.split(' ').at(-1)!))
const path = `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}`
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? COMPILED
const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE, NO_COLOR: '1', FORCE_COLOR: undefined }
const results = []
try {
  for (const step of steps) results.push(await runStep(step, { cwd: ROOT, env }))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

console.log('')
for (const { name, tally, seconds } of results)
  console.log(`${name.padEnd(16)} ${seconds.toFixed(1).padStart(7)} s   ${lineOf(tally)}`)
const all = total(results.map(result => result.tally))
const nothing = all.passed + all.failed === 0
if (nothing) console.error('No test ran.')
process.exitCode = all.failed > 0 || nothing ? 1 : 0
console.log(lineOf(nothing ? { ...all, failed: 1 } : all))
