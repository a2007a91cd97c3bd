import { NOTHING } from '@flowviz/contract/change/run'
import { decimalOf } from '@flowviz/contract/decimal'
import type { EventData } from '@flowviz/contract/event'
import { tell } from '@flowviz/contract/sentence'
import { timestampOf } from '@flowviz/contract/time'
import { type PlantLedger, START_MS } from './ledger.ts'

type More = NonNullable<EventData<'lot.registered'>['more']>
const MG_PER_KG = 1_000_000

const kg = (amount: number, count: number | null = null) => {
  const weight_mg = amount * MG_PER_KG
  return { weight_kg: decimalOf(amount * 1_000, 3), weight_mg, count }
}
const after = (minutes: number) => timestampOf(START_MS + minutes * 60_000)

/** The ids of a story, to ask headquarters by. */
export interface Story {
  chicken: string
  salt: string
  trays: string
  dinner: string
  later: string
  half: string
  run: string
  hold: string
  deviation: string
  action: string
}

/**
 * A morning of a ready-meal plant: chicken is received and passes its first gate; a run makes dinner of it, in two
 * stages; the cold room gets too warm, and what stands in it is held; one lot is released, one half fails its seal.
 */
export function tellStory(box: PlantLedger): Story {
  const id = () => box.newId()
  const story: Story = {
    chicken: id(),
    salt: id(),
    trays: id(),
    dinner: id(),
    later: id(),
    half: id(),
    run: id(),
    hold: id(),
    deviation: id(),
    action: id(),
  }
  receive(box, story)
  cook(box, story)
  warm(box, story)
  decide(box, story)
  return story
}

function enter(box: PlantLedger, lot_id: string, lot: { code: string; product: string; kg: number; more?: object }) {
  const { weight_kg, weight_mg } = kg(lot.kg)
  const more: More = {
    origin: 'received',
    item_id: null,
    supplier_id: 'hill-farm',
    supplier_tlc_source: 'Hill Farm, Leeds',
    location_id: 'cold-room',
    count: null,
    produced_on: null,
    best_before: null,
    expires_on: '2026-11-30',
    allergens: [],
    plan_id: 'seven-gates',
    plan_version: 1,
    gate_passed: 0,
    status: 'PENDING_QC',
    run_id: null,
    receipt_id: null,
    ...lot.more,
  }
  const lot_type = more.origin === 'received' ? 'RAW' : 'FG'
  const weight = more.origin === 'split' ? { method: 'derived' as const } : undefined
  box.lot(lot.code, { lot_id, product: lot.product, lot_type, weight_kg, weight_mg, more, ...(weight && { weight }) })
}

function decideGate(box: PlantLedger, gate_no: number, more: Partial<EventData<'gate.decided'>>) {
  box.add('gate.decided', {
    decision_id: box.newId(),
    plan_id: 'seven-gates',
    plan_version: 1,
    gate_id: `gate-${gate_no}`,
    gate_no,
    ccp: gate_no >= 3 && gate_no <= 5,
    lot_id: null,
    run_id: null,
    line: 'A',
    decision: 'PASS',
    values: [{ parameter: 'core', value: '3.4', unit: 'Cel', low: null, high: '5', verdict: 'within' }],
    notes: null,
    instrument_id: null,
    calibration: null,
    entered_late: false,
    recheck_of: null,
    waived: false,
    run_gate_passed: null,
    lots: [],
    ...more,
  })
}

function receive(box: PlantLedger, { chicken, salt, trays }: Story) {
  const monitor = {
    monitor_id: 'cold-room-air',
    title: 'Air of the cold room',
    device_id: 'thermo-1',
    channel: 'temperature',
    location_id: 'cold-room',
    unit: 'Cel' as const,
    high: '5',
    duration_s: 600,
    missing_s: 900,
    ccp: true,
  }
  box.add('location.defined', {
    version: 1,
    location: { location_id: 'cold-room', title: 'Cold room', kind: 'storage' },
  })
  box.add('monitor.drafted', { version: 1, monitor })
  box.add('monitor.approved', { version: 1, monitor_id: monitor.monitor_id })
  enter(box, chicken, { code: 'NOR-CHICKEN-1', product: 'Chicken thigh', kg: 40, more: { count: 20 } })
  enter(box, salt, { code: 'NOR-SALT-1', product: 'Sea salt', kg: 5 })
  enter(box, trays, { code: 'NOR-TRAY-1', product: 'Trays', kg: 10 })
  for (const lot_id of [chicken, salt, trays])
    decideGate(box, 1, { lot_id, lots: [{ lot_id, status: 'AVAILABLE', gate_passed: 1 }] })
}

function cook(box: PlantLedger, { chicken, salt, trays, dinner, later, half, run: run_id }: Story) {
  box.add('run.planned', {
    run_id,
    run_code: 'RUN-1',
    recipe_id: null,
    recipe_version: null,
    item_id: null,
    product: 'Chicken dinner',
    line: 'A',
    shift: null,
    planned_start: null,
    planned: null,
    plan_id: 'seven-gates',
    plan_version: 1,
    declared_allergens: [],
    tolerance_pct: '2',
    notes: null,
  })
  box.add('run.started', { run_id, from: 'PRE_OP', to: 'RUNNING' })
  const consume = (stage: number, lot_id: string, quantity: ReturnType<typeof kg>) =>
    box.add('run.consumed', {
      run_id,
      stage,
      lot_id,
      quantity,
      weight: { method: 'manual', manual_reason: null },
      allergens: [],
      postings: [{ lot_id, from: 'location:cold-room', to: `run:${run_id}`, quantity }],
      passed_over: [],
      totals: { ...NOTHING, input_mg: quantity.weight_mg },
    })
  const produce = (stage: number, lot_id: string, { code, amount }: { code: string; amount: number }) => {
    const more = { origin: 'produced', supplier_id: null, supplier_tlc_source: null, run_id, gate_passed: 2 }
    enter(box, lot_id, { code, product: 'Chicken dinner', kg: amount, more })
    box.add('run.produced', { run_id, stage, lot_id, kind: 'good', quantity: kg(amount), totals: NOTHING })
  }
  consume(1, chicken, kg(20, 10))
  consume(1, chicken, kg(10, 5))
  consume(1, salt, kg(1))
  produce(1, dinner, { code: 'NOR-DINNER-1', amount: 28 })
  consume(2, trays, kg(2))
  produce(2, later, { code: 'NOR-DINNER-2', amount: 4 })
  decideGate(box, 3, {
    run_id,
    run_gate_passed: 3,
    lots: [dinner, later].map(lot_id => ({ lot_id, status: 'PENDING_QC', gate_passed: 3 })),
  })
  const split = { lot_id: dinner, from: 'location:cold-room', to: `lot:${half}`, quantity: kg(14) }
  enter(box, half, {
    code: 'NOR-DINNER-1B',
    product: 'Chicken dinner',
    kg: 14,
    more: { origin: 'split', gate_passed: 3 },
  })
  box.add('lot.split', { source_lot_id: dinner, lot_ids: [half], postings: [split] })
}

function warm(box: PlantLedger, { dinner, later, half, run, hold: hold_id, deviation: deviation_id }: Story) {
  const curve = Array.from({ length: 60 }, (_, at) => ({
    at: after(at),
    value: at === 40 ? null : decimalOf(Math.round(3_500 + 4_200 * Math.sin((at / 59) * Math.PI)), 3),
  }))
  const air = { title: 'Air of the cold room', value: '5.2', limit: '5', unit: 'Cel' }
  const { text, said } = tell('excursion_high', air)
  box.add('hold.placed', { hold_id, cause: 'excursion', deviation_id, reason: text, lot_ids: [dinner, later], said })
  box.add('deviation.opened', {
    deviation_id,
    cause: 'excursion',
    gate_id: null,
    decision_id: null,
    monitor_id: 'cold-room-air',
    monitor_version: 1,
    device_id: 'thermo-1',
    channel: 'temperature',
    instrument_id: null,
    run_id: run,
    line: null,
    value: '5.2',
    unit: 'Cel',
    limit: '5',
    began_at: after(9),
    last_good_at: after(8),
    reading_seq: 540,
    hold_id,
    lot_count: 2,
    lot_ids: [dinner, later],
    text,
    said,
  })
  box.add('hold.widened', { hold_id, cause: 'descendant', lot_ids: [half] })
  box.add('excursion.ended', {
    deviation_id,
    monitor_id: 'cold-room-air',
    ended_at: after(51),
    reading_seq: 3_060,
    worst_value: '7.7',
    unit: 'Cel',
    curve,
  })
}

function decide(box: PlantLedger, { later, half, hold: hold_id, deviation: deviation_id, action: action_id }: Story) {
  box.add('hold.review_started', { hold_id })
  box.add('hold.dispositioned', {
    hold_id,
    disposition: 'release',
    reason: 'Packed cold, eight minutes in the room.',
    lots: [{ lot_id: later, status: 'AVAILABLE', gate_passed: 3 }],
    freed: [later],
  })
  decideGate(box, 6, {
    lot_id: half,
    decision: 'FAIL',
    values: [{ parameter: 'seal', value: 'no', unit: null, low: null, high: null, verdict: 'no' }],
    notes: 'Two of five seals leak.',
    lots: [{ lot_id: half, status: 'REJECTED', gate_passed: 3 }],
  })
  box.add('action.assigned', {
    action_id,
    deviation_id,
    kind: 'corrective',
    text: 'Close the door curtain; check the door closer.',
    owner_id: null,
    due_on: '2026-11-25',
  })
}
