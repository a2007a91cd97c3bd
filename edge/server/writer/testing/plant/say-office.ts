import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { MEANINGS } from '@flowviz/contract/signature'
import { SIGNATURE_PROCEDURE } from '@flowviz/contract/training'
import { linesOf } from '../../../store/logistics-record.ts'
import { CREW } from './crew.ts'
import { INSTRUMENTS, ITEMS, LASAGNE, LOCATIONS, MONITOR, PARTIES, SHORT_PLAN } from './furnish.ts'
import { dayOf, type Idea, lotThat, partOf, recordThat, say, sound, spotOf } from './scene.ts'

const keyOf = (of: Record<string, unknown>, at: number): string => Object.keys(of)[at % Object.keys(of).length]!

const define: Idea = ({ dice }) => {
  const at = dice.below(20)
  const title = dice.one('Renamed', 'Renamed twice')
  const [item_id, location_id] = [keyOf(ITEMS, at), keyOf(LOCATIONS, at)]
  const [party_id, instrument_id] = [keyOf(PARTIES, at), keyOf(INSTRUMENTS, at)]
  const gln = dice.chance(20) ? { gln: '4012345000000' } : {}
  const parent = dice.chance(20) ? { parent_id: dice.one('cold-room', 'lane-fifo') } : {}
  return dice.one(
    say('define-item', { params: { item_id }, body: { ...ITEMS[item_id]!, title } }),
    say('define-location', { params: { location_id }, body: { ...LOCATIONS[location_id]!, title, ...parent } }),
    say('define-party', { params: { party_id }, body: { ...PARTIES[party_id]!, title, ...gln } }),
    say('define-instrument', { params: { instrument_id }, body: { ...INSTRUMENTS[instrument_id]!, title } }),
  )
}

/** No block of SSCCs, the next one, and one that no SSCC can carry. */
const BLOCKS = [
  {},
  { sscc_block: { company_prefix: '3401234', extension: 3, first: 2, last: 9 } },
  { sscc_block: { company_prefix: '3401234', extension: 3, first: 4, last: 2 } },
] as const

const configure: Idea = ({ dice }) =>
  say('configure-site', {
    body: {
      ...DEFAULT_SETTINGS,
      ...dice.one(...BLOCKS),
      dual_control: dice.chance(75),
      strict_signature: dice.chance(6),
      training_required: dice.chance(4),
      hold_descendants: dice.chance(50),
      tolerance_pct: dice.one('2', '50'),
      plan_id: dice.one('seven-gates', 'seven-gates', 'short', 'no-such-plan'),
    },
  })

const draft: Idea = ({ dice }) => {
  const title = dice.one('One', 'Another', 'A third')
  const high = dice.one('5', '6', '-1')
  return dice.one(
    say('draft-recipe', { body: { ...LASAGNE, title, batch_kg: dice.one('100', '50', '0') } }),
    say('draft-qc-plan', { body: { ...SHORT_PLAN, title } }),
    say('draft-qc-plan', {
      body: { ...SHORT_PLAN, gates: dice.one(SHORT_PLAN.gates.slice(0, 2), SHORT_PLAN.gates.slice(1)), title },
    }),
    say('draft-monitor', { body: { ...MONITOR, title, high } }),
  )
}

const approve: Idea = scene => {
  const { dice } = scene
  const kind = dice.one('recipe', 'qc_plan', 'monitor')
  const found = recordThat(scene, kind, ({ state }) => state === 'DRAFT')
  if (found === null) return null
  const [id, version] = [found.parent!, found.at]
  if (kind === 'recipe') return say('approve-recipe', { params: { recipe_id: id, version }, body: {} })
  if (kind === 'qc_plan') return say('approve-qc-plan', { params: { plan_id: id, version }, body: {} })
  return say('approve-monitor', { params: { monitor_id: id, version }, body: {} })
}

const train: Idea = scene => {
  const { dice } = scene
  const procedure = dice.one(SIGNATURE_PROCEDURE, SIGNATURE_PROCEDURE, 'gate:cook', 'gate:receiving', 'gate:look')
  const dates = {
    trained_on: dayOf(scene, -1),
    ...(dice.chance(30) ? { expires_on: dayOf(scene, dice.below(9) - 2) } : {}),
  }
  return say('record-training', {
    params: { person_id: CREW[dice.below(CREW.length)]!.id },
    body: { procedure, procedure_version: '1', ...dates },
  })
}
const acknowledge: Idea = () => say('acknowledge-policy', { body: {} })
const sign: Idea = ({ dice, seq }) =>
  say('sign-record', {
    body: { seqs: [Math.max(1, seq - dice.below(40))], meaning: dice.one('performed', ...MEANINGS) },
  })

const planShipment: Idea = ({ dice }) =>
  say('plan-shipment', {
    body: {
      customer_id: dice.one('shop', 'shop', 'shop', 'farm'),
      ship_to: 'Shop, York',
      ...(dice.chance(60) ? { documents: [{ type: 'bol', number: 'B-7' }] } : {}),
    },
  })

const pick: Idea = scene => {
  const { dice } = scene
  const shipment = recordThat(scene, 'shipment', ({ state }) => state === 'PLANNED' || state === 'PICKING')
  if (shipment === null) return null
  const params = { shipment_id: shipment.id }
  const hu = dice.chance(40) ? recordThat(scene, 'hu', ({ state }) => state === 'ACTIVE') : null
  if (hu !== null) return say('pick-shipment', { params, body: { hu_id: hu.id, reason: 'The truck waits.' } })
  const lot = lotThat(scene, one => sound(scene)(one) && one.status === 'AVAILABLE')
  const spot = lot === null ? null : spotOf(scene, lot)
  if (lot === null || spot === null) return null
  const amount = dice.chance(60) ? partOf(scene, spot) : {}
  const said = { ...amount, ...(dice.chance(60) ? { location_id: spot.location_id, reason: 'The truck waits.' } : {}) }
  return say('pick-shipment', { params, body: { lot_id: lot.lot_id, ...said } })
}

const step: Idea = scene => {
  const { dice } = scene
  const shipment = recordThat(scene, 'shipment', ({ state }) => state === 'PICKING' || state === 'STAGED')
  if (shipment === null) return null
  const given = { params: { shipment_id: shipment.id }, body: {} }
  if (dice.chance(8)) return say('void-shipment', given)
  const line = dice.chance(15) ? dice.recent(linesOf(shipment.id, 'PICKED', scene.store.records)) : undefined
  if (line !== undefined) return say('unpick-shipment', { ...given, body: { line_id: line.line_id } })
  return shipment.state === 'PICKING' ? say('stage-shipment', given) : say('ship-shipment', given)
}

const takeBack: Idea = scene => {
  const { dice, store } = scene
  const shipment = recordThat(scene, 'shipment', ({ state }) => state === 'SHIPPED' || state === 'RETURNED')
  const line = shipment === null ? undefined : dice.recent(linesOf(shipment.id, 'PICKED', store.records))
  if (shipment === null || line === undefined) return null
  const amount = partOf(scene, line.quantity)
  const location_id = dice.one('quarantine', 'receiving', 'dispatch')
  return say('return-goods', {
    params: { shipment_id: shipment.id },
    body: { lot_id: line.lot_id, ...amount, location_id, reason: 'Torn foil.' },
  })
}

export const OFFICE_IDEAS: readonly (readonly [weight: number, Idea])[] = [
  [1, define],
  [1, configure],
  [2, draft],
  [2, approve],
  [3, train],
  [2, acknowledge],
  [2, sign],
  [3, planShipment],
  [12, pick],
  [10, step],
  [5, takeBack],
]
