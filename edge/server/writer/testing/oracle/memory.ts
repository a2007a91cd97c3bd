import type { LedgerEvent } from '@flowviz/contract/event'
import type { LotType } from '@flowviz/contract/lot-word'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import { DEFAULT_SETTINGS, type SiteSettings } from '@flowviz/contract/plant/settings'
import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import type { EventOf } from './told.ts'

/** What somebody who only reads the ledger knows of a lot. */
export interface LotMemory {
  seq: number
  lot_type: LotType
  line: string | null
  plan: string
  run_id: string | null
  last_day: string | null
  gate: number
  /** Gates that said no and have not said yes since, and whether each is a CCP. */
  failed: Map<number, boolean>
  holds: Set<string>
  rework_only: boolean
  doomed: boolean
  recalled: boolean
  expired: boolean
  /** Destroyed, sent back, diverted or voided. */
  gone: boolean
}

export interface RunMemory {
  gate: number
  plan: string
  line: string
  outputs: string[]
}

/** What somebody who only reads the ledger knows of a plant: no table and no rule of the product is asked. */
export interface PlantMemory {
  lots: Map<string, LotMemory>
  runs: Map<string, RunMemory>
  plans: Map<string, QcPlan>
  holds: Map<string, { deviation_id: string | null; placed_by: string }>
  settings: SiteSettings
}

export const nothingKnown = (): PlantMemory => ({
  lots: new Map(),
  runs: new Map(),
  plans: new Map([[`${SEVEN_GATES.plan_id}@1`, SEVEN_GATES]]),
  holds: new Map(),
  settings: DEFAULT_SETTINGS,
})

type Learns = { [T in LedgerEvent['type']]?: (event: EventOf<T>, memory: PlantMemory) => void }

const lotsOf = ({ lots }: PlantMemory, ids: readonly string[]): LotMemory[] => ids.flatMap(id => lots.get(id) ?? [])

function enter({ seq, data }: EventOf<'lot.registered'>, { lots }: PlantMemory): void {
  const { more } = data
  lots.set(data.lot_id, {
    seq,
    lot_type: data.lot_type,
    line: data.line,
    plan: `${more?.plan_id ?? SEVEN_GATES.plan_id}@${more?.plan_version ?? 1}`,
    run_id: null,
    last_day: more?.expires_on ?? null,
    gate: more?.gate_passed ?? 0,
    failed: new Map(),
    holds: new Set(),
    rework_only: false,
    doomed: false,
    recalled: false,
    expired: false,
    gone: false,
  })
}

/** A part of a lot is as bad as the lot. */
function divide({ data }: EventOf<'lot.split'>, memory: PlantMemory): void {
  const source = memory.lots.get(data.source_lot_id)!
  for (const part of lotsOf(memory, data.lot_ids)) {
    part.failed = new Map(source.failed)
    part.rework_only = source.rework_only
    part.recalled = source.recalled
    part.expired = source.expired
  }
}

function judge({ data }: EventOf<'gate.decided'>, memory: PlantMemory): void {
  const { gate_no, ccp, decision, run_id } = data
  const run = run_id === null ? undefined : memory.runs.get(run_id)
  if (run !== undefined && decision === 'PASS') run.gate = Math.max(run.gate, gate_no)
  if (run !== undefined && decision === 'FAIL') run.gate = Math.min(run.gate, gate_no - 1)
  const touched = data.lots.map(({ lot_id }) => lot_id)
  for (const lot of lotsOf(memory, touched)) {
    if (decision === 'PASS') {
      lot.gate = Math.max(lot.gate, gate_no)
      lot.failed.delete(gate_no)
    }
    if (decision === 'FAIL') {
      lot.gate = Math.min(lot.gate, gate_no - 1)
      lot.failed.set(gate_no, ccp)
    }
  }
}

function decideOn(lot: LotMemory, disposition: EventOf<'hold.dispositioned'>['data']['disposition']): void {
  if (lot.gone || lot.recalled) return
  // A CCP that failed is what its hold was for; any other gate has to be passed.
  if (disposition === 'release' && lot.holds.size === 1) lot.failed = new Map([...lot.failed].filter(([, ccp]) => !ccp))
  if (disposition === 'rework') lot.rework_only = true
  if (disposition === 'divert') lot.gone = true
  if (disposition === 'destroy' || disposition === 'return') lot.doomed = true
}

function dispose({ data }: EventOf<'hold.dispositioned'>, memory: PlantMemory): void {
  const { hold_id, disposition, freed } = data
  const touched = data.lots.map(({ lot_id }) => lot_id)
  for (const lot of lotsOf(memory, touched)) decideOn(lot, disposition)
  for (const lot of lotsOf(memory, freed)) lot.holds.delete(hold_id)
}

const LEARNS: Learns = {
  'lot.registered': enter,
  'lot.split': divide,
  'lot.expired': ({ data }, memory) => {
    for (const lot of lotsOf(memory, [data.lot_id])) lot.expired = true
  },
  'lot.recalled': ({ data }, memory) => {
    for (const lot of lotsOf(memory, data.lot_ids)) lot.recalled = true
  },
  'lot.voided': ({ data }, memory) => {
    for (const lot of lotsOf(memory, [data.lot_id])) lot.gone = true
  },
  'run.planned': ({ data }, { runs }) => {
    const { run_id, plan_id, plan_version, line } = data
    // What comes to a run was received before.
    runs.set(run_id, { gate: 1, plan: `${plan_id}@${plan_version}`, line, outputs: [] })
  },
  'run.produced': ({ data }, memory) => {
    memory.runs.get(data.run_id)!.outputs.push(data.lot_id)
    for (const lot of lotsOf(memory, [data.lot_id])) lot.run_id = data.run_id
  },
  'run.voided': ({ data }, memory) => {
    for (const lot of lotsOf(memory, data.lot_ids)) lot.gone = true
  },
  'gate.decided': judge,
  'hold.placed': ({ data, actor }, memory) => {
    memory.holds.set(data.hold_id, { deviation_id: data.deviation_id, placed_by: actor.id })
    for (const lot of lotsOf(memory, data.lot_ids)) lot.holds.add(data.hold_id)
  },
  'hold.widened': ({ data }, memory) => {
    for (const lot of lotsOf(memory, data.lot_ids)) lot.holds.add(data.hold_id)
  },
  'hold.dispositioned': dispose,
  'hold.executed': ({ data }, memory) => {
    const touched = data.lots.map(({ lot_id }) => lot_id)
    for (const lot of lotsOf(memory, touched)) {
      lot.gone = true
      lot.holds.delete(data.hold_id)
    }
  },
  'qc_plan.drafted': ({ data }, { plans }) => void plans.set(`${data.qc_plan.plan_id}@${data.version}`, data.qc_plan),
  'site.configured': ({ data }, memory) => {
    memory.settings = data.settings
  },
}

/** Takes in what an event says. */
export function learn(event: LedgerEvent, memory: PlantMemory): void {
  const rule = LEARNS[event.type] as ((event: LedgerEvent, memory: PlantMemory) => void) | undefined
  rule?.(event, memory)
}
