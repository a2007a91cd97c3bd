import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoConfig } from '../config.ts'
import { type Headquarters, prepareHeadquarters } from './headquarters.ts'
import { tellHistory } from './history/history.ts'
import { endLeftovers, forgetRun, noteRun } from './leftover.ts'
import { seedLots } from './lots.ts'
import { PLANT_PEOPLE } from './people.ts'
import { enrolPlant, type Plant, preparePlant } from './plant.ts'
import { type PortUse, requireFreePorts } from './port.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { definePrinter } from './printer.ts'
import type { Progress } from './progress.ts'
import { buildScreens } from './screens.ts'
import { makeSupervisor, type Supervisor } from './supervise.ts'
import { inviteTablet } from './tablet.ts'
import { stopInOrder, type Unit } from './unit.ts'

/** The two plants of the demo; every port is counted from the base. */
export const DEMO_PLANTS = [
  { site: 'north-kitchen', siteName: 'North Kitchen', offset: 10 },
  { site: 'south-packing', siteName: 'South Packing', offset: 20 },
] as const

/** Tells the same three shifts each time. */
const SEED = 20_261_125

export interface DemoOptions extends DemoConfig {
  progress: Progress
  /** What happens later, such as a process that had to be started again. */
  tell: (line: string) => void
  now: () => number
  litestream_bin: string | null
}

export interface Demo {
  plants: Plant[]
  /** For each plant the link that sets up a tablet; good once, for ten minutes. */
  tabletLinks: string[]
  hqUrl: string
  postgres: Postgres
}

/** Every port that the demo takes, and what for. */
export function demoPorts(base: number): PortUse[] {
  const plants = DEMO_PLANTS.flatMap(({ siteName, offset }) => [
    { port: base + offset, what: `${siteName}: floor screen and API` },
    { port: base + offset + 1, what: `${siteName}: MQTT` },
    { port: base + offset + 2, what: `${siteName}: pretended Modbus device` },
    { port: base + offset + 3, what: `${siteName}: steering of the pretended devices` },
    { port: base + offset + 4, what: `${siteName}: pretended label printer` },
  ])
  return [{ port: base, what: 'headquarters' }, { port: base + 1, what: 'Postgres' }, ...plants]
}

/** The demo, before and while it runs; `stop` may be called at any time, also while it is still starting. */
export interface DemoControl {
  start(): Promise<Demo>
  stop(): Promise<void>
  /** SIGKILL to everything; for a person who does not want to wait. */
  kill(): Promise<void>
}

/** What the parts of the start share. */
interface Stage {
  options: DemoOptions
  /** In the order in which they are stopped. */
  units: Unit[]
  watch: Supervisor['watch']
  /** Says what comes next. @throws DemoStopped when somebody asked to stop. */
  step: (what: string) => void
}

/** Prepares to run the demo; see DemoControl. */
export function makeDemo(options: DemoOptions): DemoControl {
  const { dir } = options
  const units: Unit[] = []
  const note = () => {
    const pids = units.map(unit => unit.pid())
    noteRun(
      dir,
      pids.filter(pid => pid !== null),
    )
  }
  const supervisor = makeSupervisor({ tell: options.tell, onRestart: note })
  let stopping = false
  const step = (what: string) => {
    if (stopping) throw new DemoStopped()
    note()
    options.progress.step(what)
  }
  let starting: Promise<Demo> | null = null
  const end = async (how: 'stop' | 'kill') => {
    stopping = true
    supervisor.rest()
    // Twice, because the start may be on its way to one more unit; without the others it comes to its end soon.
    for (const round of [units, units]) {
      if (how === 'kill') await Promise.all(round.map(unit => unit.kill()))
      else await stopAll(round)
      await starting?.catch(() => null)
    }
    forgetRun(dir)
  }
  return {
    start() {
      starting = bringUp({ options, units, watch: supervisor.watch, step })
      return starting
    },
    stop: () => end('stop'),
    kill: () => end('kill'),
  }
}

const LADDER = ['adapters', 'simulator', 'edge', 'litestream', 'headquarters', 'postgres']

/** All gateways, then all appliances, then the replications, headquarters, Postgres. */
async function stopAll(units: Unit[]): Promise<void> {
  await stopInOrder(LADDER.map(rung => units.filter(({ name }) => name === rung)))
}

async function bringUp(stage: Stage): Promise<Demo> {
  const { dir, port_base, progress } = stage.options
  const left = await endLeftovers(dir)
  if (left > 0) progress.step(`ended ${left} processes that an earlier demo had left`)
  const nextStep = 'Choose other ports: flowviz demo --port-base 7500 (or FLOWVIZ_DEMO_PORT_BASE).'
  await requireFreePorts(demoPorts(port_base), nextStep)
  const { postgres, headquarters } = await startCentre(stage)
  const plants = await startPlants(stage, headquarters, postgres.fresh)
  const tabletLinks = await Promise.all(plants.map(inviteTablet))
  stage.step('everything runs')
  return { plants, tabletLinks, hqUrl: headquarters.url, postgres }
}

async function startCentre({ options, units, watch, step }: Stage) {
  const { dir, port_base: port, now } = options
  const onDeath = watch('')
  step('starting Postgres 18')
  const [postgres] = await Promise.all([
    startPostgres({ dir: join(dir, 'postgres'), port: port + 1, onDeath }).then(started => {
      units.push(started.unit)
      return started
    }),
    buildScreens(join(dir, 'log'), step),
  ])
  step('starting headquarters')
  const hqDir = join(dir, 'headquarters')
  const headquarters = prepareHeadquarters({ dir: hqDir, port, databaseUrl: postgres.url, now, onDeath })
  units.push(headquarters.unit)
  await headquarters.unit.start()
  return { postgres, headquarters }
}

async function startPlants(stage: Stage, headquarters: Headquarters, forgotten: boolean): Promise<Plant[]> {
  const { options, units, watch, step } = stage
  const plants = DEMO_PLANTS.map(({ site, siteName, offset }) => {
    const port = options.port_base + offset
    return preparePlant({
      dir: join(options.dir, site),
      site,
      siteName,
      httpPort: port,
      mqttPort: port + 1,
      modbusPort: port + 2,
      controlPort: port + 3,
      printerPort: port + 4,
      litestreamBin: options.litestream_bin,
      now: options.now,
      onDeath: watch(siteName),
    })
  })
  for (const plant of plants) {
    units.push(plant.simulator, plant.edge, plant.adapters, plant.litestream)
    // Headquarters forgot the boxes with its rows: they are enrolled again and send everything again.
    if (forgotten) rmSync(plant.files.cloud, { force: true })
    await enrolPlant(plant, headquarters)
    step(`${plant.siteName} is enrolled; starting its devices, appliance, gateway and replication`)
  }
  await Promise.all(plants.map(plant => plant.start()))
  await Promise.all(plants.map((plant, at) => definePrinter(plant, options.port_base + DEMO_PLANTS[at]!.offset + 4)))
  const [kitchen, packing] = plants as [Plant, Plant]
  const told = await tellHistory({ kitchen: kitchen.url, packing: packing.url, seed: SEED, now: options.now, step })
  if (!told) return plants
  step('registering the lots of this morning with weights from the scales')
  await Promise.all(plants.map(plant => seedLots(plant, PLANT_PEOPLE[0]!)))
  return plants
}

/** Thrown inside `start` when `stop` came in between; not an error to show. */
export class DemoStopped extends Error {}
