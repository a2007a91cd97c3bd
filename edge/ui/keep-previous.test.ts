import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { keepPrevious } from './keep-previous.config.ts'

/** A screen with one part that is loaded later, and its built folder. */
function screen() {
  const root = mkdtempSync(join(tmpdir(), 'flowviz-screen-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(join(root, 'public'))
  writeFileSync(join(root, 'public', 'robots.txt'), '')
  writeFileSync(join(root, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>')
  writeFileSync(join(root, 'main.js'), "import('./later.js').then(later => later.show())")
  const dist = join(root, 'dist')
  let listed: string[] = []
  /** Lists the folder when it is written, as what makes a service worker does. */
  const worker: Plugin = {
    name: 'worker',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        listed = readdirSync(join(dist, 'assets')).map(name => `assets/${name}`)
      },
    },
  }
  /** Builds the screen with these words in the part; gives the names of the assets of this build. */
  const release = async (words: string): Promise<string[]> => {
    writeFileSync(join(root, 'later.js'), `export const show = () => document.write(${JSON.stringify(words)})`)
    const plugins = [worker, keepPrevious()]
    await build({ root, configFile: false, logLevel: 'silent', plugins, build: { emptyOutDir: true } })
    return (JSON.parse(readFileSync(join(dist, 'assets.json'), 'utf8')) as { assets: string[] }).assets
  }
  const holds = (assets: string[]) => assets.every(name => existsSync(join(dist, name)))
  const text = () => readdirSync(join(dist, 'assets')).map(name => readFileSync(join(dist, 'assets', name), 'utf8'))
  return { dist, release, holds, text, listed: () => listed.sort() }
}

test('a page of the previous build still finds the parts that it loads later; what is older is gone', async () => {
  const { release, holds, text } = screen()
  const [one, two] = [await release('one'), await release('two')]
  expect(one).not.toEqual(two)
  expect([holds(one), holds(two)]).toEqual([true, true])
  expect(text().join()).toMatch(/one/)
  const three = await release('three')
  expect([holds(one), holds(two), holds(three)]).toEqual([false, true, true])
  expect(text().join()).not.toMatch(/one/)
})

test('a build that changes nothing pushes nothing out, and one that goes back keeps what it goes back from', async () => {
  const { release, holds } = screen()
  const [one, two] = [await release('one'), await release('two')]
  expect(await release('two')).toEqual(two)
  expect([holds(one), holds(two)]).toEqual([true, true])
  expect(await release('one')).toEqual(one)
  expect([holds(one), holds(two)]).toEqual([true, true])
})

test('a folder of a release that left no record is one build', async () => {
  const { dist, release, holds } = screen()
  const one = await release('one')
  rmSync(join(dist, 'assets.json'))
  const two = await release('two')
  expect([holds(one), holds(two)]).toEqual([true, true])
})

test('a service worker is made of the new build alone', async () => {
  const { release, listed } = screen()
  await release('one')
  const two = await release('two')
  expect(listed()).toEqual(two)
})
