import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { check } from './day/check.ts'
import { goalsOf } from './day/goal.ts'
import type { DayJob } from './day/live.ts'
import { watchMemory } from './day/memory.ts'
import { FULL, QUICK } from './day/plan.ts'
import { startPlant } from './day/plant.ts'
import { pulseOf } from './day/pulse.ts'
import { type Lived, plantRows, waitRows } from './day/row.ts'
import type { Counted } from './day/tally.ts'
import type { Pace } from './day/work.ts'
import { type Disk, slowDisk, THIS_DISK } from './disk/slow-disk.ts'
import { type Generator, startGenerator } from './load/generator.ts'
import { print } from './report/report.ts'

// A day of a plant through the door that its tablets use, against the appliance as it ships: 16 hours in some minutes at
// the plan's own moments, then as fast as it goes, then paced again on a disk that syncs slowly. Each on a file of its own.
const SLOW_MS = 2
const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } })
const day = values.quick === true ? QUICK : FULL
const tell = (line: string) => void process.stderr.write(`${line}\n`)

const ROOM = resolve(import.meta.dirname, '..', '.bench')
mkdirSync(ROOM, { recursive: true })
const folder = mkdtempSync(join(ROOM, 'day-'))
const generator = startGenerator<DayJob, Counted>(join(import.meta.dirname, 'day', 'main.ts'))
try {
  const slow = slowDisk(SLOW_MS, folder)
  const days: Lived[] = []
  for (const [pace, disk] of [
    ['paced', THIS_DISK],
    ['flat-out', THIS_DISK],
    ['paced', slow],
  ] as [Pace, Disk | null][])
    if (disk !== null) days.push(await live(pace, disk, generator))
  print('day', { rows: waitRows(days), plants: plantRows(days), goals: goalsOf(days) }, values.json === true)
} finally {
  generator.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Lives one day on an appliance of its own and checks what it left in the file. */
async function live(pace: Pace, disk: Disk, generator: Generator<DayJob, Counted>): Promise<Lived> {
  tell(`${pace}, ${disk.name}: ${day.lots} lots${pace === 'paced' ? ` in ${day.seconds} s` : ''}`)
  const plant = await startPlant(join(folder, `${pace}-${disk.name.replace(/\W+/g, '-')}`), disk, day.stations)
  try {
    const { port, sessions, viewer } = plant
    const memory = watchMemory(plant.pid, day.sample_ms)
    await pulseOf(port)
    const counted = await generator.run({ port, pace, day, sessions, viewer })
    const pulse = await pulseOf(port)
    const used = memory.end()
    await plant.stop()
    tell('checking its file')
    const checked = await check(plant.file, counted)
    return { pace, disk: disk.name, slow: disk !== THIS_DISK, counted, checked, memory: used, pulse }
  } finally {
    await plant.stop()
  }
}
