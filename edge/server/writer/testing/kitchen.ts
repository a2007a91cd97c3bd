import type { Allergen } from '@flowviz/contract/allergen'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot, LotRegistration } from '@flowviz/contract/lot'
import type { LotStatus } from '@flowviz/contract/lot-word'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { Run } from '@flowviz/contract/run'
import type { Signer } from '@flowviz/contract/signature'
import { type Box, OPERATOR } from './box.ts'

export const MANAGER: Actor = { ...OPERATOR, id: '019ab0a2-5c00-7000-8000-000000000002', role: 'MANAGER' }
/** Nobody else's colleague: makes no record until it reviews them. */
export const REVIEWER: Actor = { ...OPERATOR, id: '019ab0a2-5c00-7000-8000-000000000003', role: 'AUDITOR' }

/** Who proved to be the signer of a command. */
export const signerOf = ({ id }: Actor): Signer => ({
  person_id: id,
  session_id: '019ab0a2-5c00-7000-8000-00000000000a',
  components: 'name_and_secret',
  meaning: null,
})

/** Items of a kitchen, and a recipe that two managers agreed on. */
export function furnish(box: Box): void {
  const item = (item_id: string, lot_type: 'RAW' | 'FG' | 'WIP', allergens: Allergen[] = []) =>
    box.act('define-item', { params: { item_id }, body: { title: item_id, lot_type, allergens } })
  item('beef', 'RAW')
  item('pasta', 'RAW', ['wheat', 'gluten'])
  item('nuts', 'RAW', ['tree_nut'])
  item('broth', 'WIP')
  item('lasagne', 'FG', ['wheat', 'gluten', 'milk'])
  item('stew', 'FG')
  const recipe = {
    recipe_id: 'lasagne',
    title: 'Lasagne',
    item_id: 'lasagne',
    batch_kg: '100',
    inputs: [
      { item_id: 'beef', target_kg: '60', max_kg: '70' },
      { item_id: 'pasta', target_kg: '40' },
    ],
    by_products: ['broth'],
    yield_min_pct: '90',
    yield_max_pct: '100',
    tolerance_pct: '1',
    rework_max_pct: '10',
  }
  box.act('draft-recipe', { body: recipe }, { actor: MANAGER })
  const given = { params: { recipe_id: 'lasagne', version: 1 }, body: {} }
  box.act('approve-recipe', given, { actor: REVIEWER })
}

type Judged = { lot: Lot; status?: LotStatus } | { run: Run }

/** Decides a gate on a lot or a run, as a decision does; those before it have passed. */
export function pass(box: Box, judged: Judged, gate_no: number): void {
  const gate = SEVEN_GATES.gates[gate_no - 1]!
  const lot = 'lot' in judged ? judged.lot : null
  const run = 'run' in judged ? judged.run : null
  const status = ('status' in judged ? judged.status : undefined) ?? 'AVAILABLE'
  box.submit('record', {
    type: 'gate.decided',
    actor: OPERATOR,
    subject: lot === null ? `run:${run?.run_id}` : `lot:${lot.lot_id}`,
    data: {
      decision_id: '019ab0a2-5c00-7000-8000-0000000000dd',
      plan_id: SEVEN_GATES.plan_id,
      plan_version: SEVEN_GATES_VERSION,
      gate_id: gate.gate_id,
      gate_no,
      ccp: gate.ccp,
      lot_id: lot?.lot_id ?? null,
      run_id: run?.run_id ?? null,
      line: run?.line ?? lot?.line ?? null,
      decision: 'PASS',
      values: [],
      notes: null,
      instrument_id: null,
      calibration: null,
      entered_late: false,
      recheck_of: null,
      waived: false,
      run_gate_passed: run === null ? null : gate_no,
      lots: lot === null ? [] : [{ lot_id: lot.lot_id, status, gate_passed: gate_no }],
    },
    occurred_at: null,
  })
}

/** A lot that has passed its receiving inspection. */
export function goods(box: Box, item_id: string, change: Partial<LotRegistration> = {}): Lot {
  const body = { lot_type: 'RAW' as const, weight_kg: '100', item_id, ...change }
  const lot = box.act('register-lot', { body })
  pass(box, { lot }, 1)
  return lot
}

/** A run whose line is clean, running. */
export function started(box: Box, body: Parameters<typeof planned>[1] = {}): Run {
  const run = planned(box, body)
  pass(box, { run }, 2)
  return box.act('start-run', { params: { run_id: run.run_id }, body: {} })
}

/** A run in its pre-operational check. */
export function planned(
  box: Box,
  body: { recipe_id?: string; item_id?: string; line?: string; planned_kg?: string; run_code?: string } = {},
): Run {
  const { run_id } = box.act('plan-run', { body }, { actor: MANAGER })
  box.act('release-run', { params: { run_id }, body: {} }, { actor: MANAGER })
  return box.act('prepare-run', { params: { run_id }, body: {} })
}

/** Puts a hold on a lot. */
export function hold(box: Box, { lot_id }: Lot): void {
  const hold_id = '019ab0a2-5c00-7000-8000-0000000000aa'
  box.submit('record', {
    type: 'hold.placed',
    actor: OPERATOR,
    subject: `hold:${hold_id}`,
    data: { hold_id, cause: 'manual', deviation_id: null, reason: 'Torn bag.', lot_ids: [lot_id] },
    occurred_at: null,
  })
}
