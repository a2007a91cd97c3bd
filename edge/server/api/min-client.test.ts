import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plantFiles, startPlant } from '../testing/plant.ts'

const VERSION = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

test('a screen learns, before anybody has signed in, whether it may go on', async () => {
  const any = await startPlant()
  expect(await (await any.ask(null, '/api/v1/min-client')).json()).toEqual({
    version: VERSION,
    min_client: '0.0.0',
    kill_switch: false,
  })
  const strict = await startPlant({ ...plantFiles(), FLOWVIZ_MIN_CLIENT: '0.2.0', FLOWVIZ_SW_KILL: '1' })
  expect(await (await strict.ask(null, '/api/v1/min-client')).json()).toEqual({
    version: VERSION,
    min_client: '0.2.0',
    kill_switch: true,
  })
})

test('a service worker is asked for anew each time; when told to, the appliance gives one that ends it', async () => {
  const files = plantFiles()
  writeFileSync(join(files.FLOWVIZ_UI_DIR!, 'sw.js'), "self.addEventListener('fetch', () => undefined)")
  const worker = async (env: Record<string, string>) => {
    const plant = await startPlant({ ...files, ...env })
    const answer = await plant.ask(null, '/sw.js')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('content-type')).toMatch(/javascript/)
    const text = await answer.text()
    await plant.stop()
    return text
  }
  expect(await worker({})).toContain("'fetch'")
  const end = await worker({ FLOWVIZ_SW_KILL: '1' })
  expect(end).toContain('registration.unregister()')
  // The entries that wait to be sent are in it.
  expect(end.replace(/\/\/.*/g, '')).not.toMatch(/indexedDB/i)
})
