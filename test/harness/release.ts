import { execFile } from 'node:child_process'
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { PLANT_PEOPLE } from '../../provisioning/demo/people.ts'
import { type Plant, preparePlant } from '../../provisioning/demo/plant.ts'
import { freePorts } from '../../provisioning/demo/port.ts'
import { SCREENS, screenStale } from '../../provisioning/demo/screens.ts'
import { nodePath } from '../../provisioning/node.ts'
import { ownFolder } from './house.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
const BUILT = join(ROOT, '.tap', 'releases')
const FLOOR = SCREENS.find(({ dir }) => dir === 'edge/ui')!

/** A plant whose appliance hands out a floor screen of the test's own. */
export interface ReleasedPlant extends Plant {
  /** Builds the floor screen as this release; the running appliance hands it out from then on. */
  release: (version: string) => Promise<void>
  /** Folder of the built screen. */
  screen: string
  /** Ends the appliance and starts it anew with these settings besides its own. */
  restart: (settings: Record<string, string>) => Promise<void>
}

/** Builds the floor screen as this release; of the one before in this folder its parts are kept. */
async function build(version: string, outDir: string): Promise<void> {
  const how = { cwd: join(ROOT, FLOOR.dir), env: { ...process.env, FLOWVIZ_UI_VERSION: version } }
  await promisify(execFile)(nodePath(), [VITE, 'build', '--outDir', outDir, '--emptyOutDir'], how)
}

/** Folder of the first release of a plant: built by the first test that wants it, for all that come after. */
async function first(version: string): Promise<string> {
  const built = join(BUILT, version)
  if (!screenStale(FLOOR, built)) return built
  const fresh = `${built}.${process.pid}`
  await build(version, fresh)
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
  return built
}

/** A plant of the demo with its devices; nothing is built and nothing runs yet. */
export async function releasedPlant(t: Test): Promise<ReleasedPlant> {
  const dir = ownFolder(t)
  const screen = join(dir, 'screen')
  const [httpPort, mqttPort, modbusPort, controlPort] = (await freePorts(4)) as [number, number, number, number]
  const ports = { httpPort, mqttPort, modbusPort, controlPort }
  const env: Record<string, string> = { FLOWVIZ_UI_DIR: screen, FLOWVIZ_LITESTREAM: '0' }
  const now = () => Date.now()
  const named = { site: 'plant-north', siteName: 'North Kitchen', people: PLANT_PEOPLE }
  const plant = preparePlant({ dir: join(dir, 'plant'), ...named, ...ports, now, env })
  t.teardown(() => plant.kill())
  return {
    ...plant,
    screen,
    release: async version => {
      if (existsSync(screen)) await build(version, screen)
      else cpSync(await first(version), screen, { recursive: true })
    },
    restart: async settings => {
      await plant.edge.stop()
      Object.assign(env, settings)
      await plant.edge.start()
    },
  }
}
