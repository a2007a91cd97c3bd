import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../config.ts'
import { buildScreen } from './screens.ts'

// As the floor screen's build does: its service worker is ready before anything else.
const CONFIG = "export default { plugins: [{ name: 'worker', buildStart: () => console.log('built in 1ms') }] }"

function screenOf(script: string): { name: string; dir: string; sources: string[] } {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-screen-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeFileSync(join(dir, 'vite.config.js'), CONFIG)
  writeFileSync(join(dir, 'index.html'), '<script type="module" src="./main.js"></script>')
  writeFileSync(join(dir, 'main.js'), script)
  return { name: 'screen of a test', dir: relative(ROOT, dir), sources: [] }
}

const built = (dir: string) => existsSync(join(ROOT, dir, 'dist', 'index.html'))

test('a screen whose build fails after its first part is not taken for built', async () => {
  const whole = screenOf('console.log(1)')
  await buildScreen(whole, join(ROOT, whole.dir, 'log'))
  expect(built(whole.dir)).toBe(true)
  const broken = screenOf("import { gone } from './main.js'; gone()")
  await expect(buildScreen(broken, join(ROOT, broken.dir, 'log'))).rejects.toMatchObject({ code: 'process_failed' })
  expect(built(broken.dir)).toBe(false)
}, 60_000)
