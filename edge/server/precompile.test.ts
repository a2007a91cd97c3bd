import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

// What a thread has loaded of Node itself: `amaro` is its stripper of types.
const THREAD = `import { parentPort } from 'node:worker_threads'
import { load } from './part.ts'
const found: string[] = load().filter(name => name.includes('amaro'))
parentPort!.postMessage(found.length)
`
const PART = `export const load = (): string[] => process.moduleLoadList
`

function start(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'precompile-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  /** Runs this in a process whose compile cache is new. */
  return (code: string) => {
    const { NODE_COMPILE_CACHE: _, ...env } = process.env
    const main = join(folder, 'main.mjs')
    writeFileSync(
      main,
      `import { once } from 'node:events'
      import { enableCompileCache } from 'node:module'
      import { Worker } from 'node:worker_threads'
      import { precompile } from ${JSON.stringify(join(import.meta.dirname, 'precompile.ts'))}
      process.env.NODE_COMPILE_CACHE = enableCompileCache(${JSON.stringify(join(folder, 'cache'))}).directory
      const folder = import.meta.dirname
      const thread = async () => (await once(new Worker(folder + '/some-worker.ts'), 'message'))[0]
      ${code}`,
    )
    return execFileSync(process.execPath, [main], { env, encoding: 'utf8', stdio: 'pipe' }).trim()
  }
}

test('a thread strips types itself, but not what was compiled before', () => {
  const run = start({ 'some-worker.ts': THREAD, 'part.ts': PART })
  expect(run('console.log(await thread())')).toBe('1')
  const again = start({ 'some-worker.ts': THREAD, 'part.ts': PART })
  expect(again('await precompile(folder); console.log(await thread())')).toBe('0')
})

test('what is compiled before does not run, and what cannot be loaded says so', () => {
  const run = start({ 'some-worker.ts': `console.log('I ran')\n` })
  expect(run(`await precompile(folder); console.log('done')`)).toBe('done')
  const broken = start({ 'some-worker.ts': `import './missing.ts'\n` })
  expect(() => broken('await precompile(folder)')).toThrow(/missing\.ts/)
})
