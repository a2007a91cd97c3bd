import type { Tone } from '@flowviz/contract/screen/mark'
import type { Floor } from '../floor-state.ts'
import { climateNow } from '../temperature/climate.ts'
import type { TaskWord } from './tasks.ts'
import { say } from './words.ts'

/** What stands below the name of a task: how much waits there, and how bad it is. */
interface Note {
  word: string
  tone: Tone | null
}

const plain = (word: string): Note => ({ word, tone: null })
const badIf = (n: number, word: string): Note => ({ word, tone: n === 0 ? null : 'alarm' })

const WORKED_ON: ReadonlySet<string> = new Set(['RELEASED', 'PRE_OP', 'RUNNING', 'PAUSED'])
const TO_LEAVE: ReadonlySet<string> = new Set(['PLANNED', 'PICKING', 'STAGED'])

const NOTES: Readonly<Record<TaskWord, (floor: Floor) => Note>> = {
  receive: () => plain(say('receive_note')),
  board: floor => {
    const gates = floor.shelf.board.value.value?.gates ?? []
    return plain(say('board_note', { n: gates.reduce((sum, gate) => sum + gate.waiting_lots, 0) }))
  },
  gates: floor => {
    const gates = floor.shelf.board.value.value?.gates ?? []
    // A board that was kept before an update does not count runs.
    const n = gates.reduce((sum, { waiting_lots, waiting_runs = 0 }) => sum + waiting_lots + waiting_runs, 0)
    return plain(say('gates_note', { n }))
  },
  lots: floor => plain(say('lots_note', { n: floor.lots.today.value.length })),
  runs: floor => {
    const runs = floor.shelf.runs.value.value ?? []
    const n = runs.filter(({ state }) => WORKED_ON.has(state)).length
    return plain(say('runs_note', { n }))
  },
  dispatch: floor => {
    const shipments = floor.shelf.shipments.value.value ?? []
    const n = shipments.filter(({ state }) => TO_LEAVE.has(state)).length
    return plain(say('dispatch_note', { n }))
  },
  labels: floor => {
    const jobs = floor.shelf.printJobs.value.value ?? []
    return plain(say('labels_note', { n: jobs.filter(({ state }) => state === 'QUEUED').length }))
  },
  holds: floor => {
    const holds = floor.shelf.holds.value.value ?? []
    return plain(say('holds_note', { n: holds.filter(({ state }) => state !== 'CLOSED').length }))
  },
  alarms: floor => {
    const n = floor.alarms.raised.value.length
    return badIf(n, say('alarms_note', { n }))
  },
  temperatures: floor => {
    const n = climateNow(floor.devices).filter(({ tone }) => tone === 'alarm').length
    return badIf(n, say('temperatures_note', { n }))
  },
  shift: floor => {
    const handovers = floor.shelf.handovers.value.value ?? []
    return plain(say('shift_note', { n: handovers.filter(({ state }) => state === 'HANDED_OVER').length }))
  },
  devices: floor => {
    const n = floor.devices.inTrouble.value.length
    return badIf(n, say('devices_note', { n }))
  },
  check: () => plain(say('check_note')),
  pin: () => plain(say('pin_note')),
}

export const noteOf = (floor: Floor, word: TaskWord): Note => NOTES[word](floor)
