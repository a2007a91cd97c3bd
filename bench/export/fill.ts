import { readFileSync } from 'node:fs'
import type { EventData, EventType } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot } from '@flowviz/contract/lot'
import type { Quantity } from '@flowviz/contract/quantity'
import { uuidMaker } from '@flowviz/contract/uuid'
import { openPlantEngine } from '../../edge/server/writer/plant-engine.ts'

/** One truck: so many lots come, most of them go into one lot, some leave. */
const LINES = 50
const USED = 24
const SHIPPED = 20
const EVENTS = 1 + LINES + 1 + USED + 2 + SHIPPED

const quantity = (kilograms: number): Quantity => ({
  weight_kg: `${kilograms}.000`,
  weight_mg: kilograms * 1_000_000,
  count: null,
})

interface Filled {
  /** Events of the ledger that are records of the three kinds, and the rows that follow from them. */
  events: number
  rows: number
}

/** Random bytes that are the same in every run. */
function seeded(seed: number): (count: number) => Uint8Array {
  let state = seed
  return count =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    })
}

/** Writes so many events of receiving, transformation and shipping by the code that writes them in a plant. */
export function fill({ path, site, boxKey }: { path: string; site: string; boxKey: string }, events: number): Filled {
  const clock = { ms: Date.UTC(2026, 0, 5, 6) }
  const newId = uuidMaker(() => clock.ms, seeded(1))
  const engine = openPlantEngine(
    { path, site, boxKeyPem: readFileSync(boxKey, 'utf8'), version: '0.1.0', litestream: false, awaitHeal: false },
    { now: () => clock.ms, newId },
  )
  const actor: Actor = { kind: 'person', id: newId(), role: 'MANAGER', station: null, device: null, auth: 'pin' }
  const ask = { actor, captured: null, signer: null, witness: null, idempotency: null }
  const one = (command: unknown) => {
    const [outcome] = engine.run([command as never])
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome))
    return outcome.gives
  }
  const act = (name: string, params: object, body: object) =>
    one({ kind: 'act', takes: { ...ask, name, params, body } })
  const told = <T extends EventType>(type: T, subject: string, data: EventData<T>) => ({
    kind: 'record',
    takes: { type, actor, subject, data, occurred_at: null },
  })
  act('define-party', { party_id: 'farm' }, { title: 'Farm', kinds: ['supplier'], approved: true, city: 'Salinas' })
  act('define-party', { party_id: 'shop' }, { title: 'Shop', kinds: ['customer'], city: 'Chicago' })
  act('define-item', { item_id: 'lettuce' }, { title: 'Romaine', lot_type: 'RAW', ftl_category: 'LEAFY_GREENS' })
  act('define-item', { item_id: 'salad' }, { title: 'Salad', lot_type: 'FG', ftl_category: 'LEAFY_GREENS_FRESH_CUT' })

  const trucks = Math.ceil(events / EVENTS)
  for (let truck = 0; truck < trucks; truck += 1) {
    clock.ms += 600_000
    const lots = received(truck)
    const salad = act('register-lot', {}, { lot_type: 'FG', item_id: 'salad', weight_kg: '500' }) as Lot
    const { seq } = engine.head()
    engine.run([...used(lots, salad.lot_id), ...shipped(truck, lots.slice(USED, USED + SHIPPED))] as never)
    if (engine.head().seq !== seq + USED + 2 + SHIPPED) throw new Error('not every event of a truck was written')
    engine.rest()
  }
  engine.close()
  return { events: trucks * EVENTS, rows: trucks * (LINES + USED + SHIPPED) }

  function received(truck: number): Lot[] {
    const lines = Array.from({ length: LINES }, (_, line) => ({
      item_id: 'lettuce',
      weight_kg: '100',
      supplier_lot_code: `00${truck}-${line}`,
      supplier_tlc_source: 'farm',
    }))
    const documents = [{ type: 'bol', number: `B-${truck}` }]
    const body = { supplier_id: 'farm', previous_source: 'Farm, Salinas', documents, lines }
    return (act('receive-goods', {}, body) as { lots: Lot[] }).lots
  }

  function used(lots: readonly Lot[], lot_id: string) {
    return lots.slice(0, USED).map(({ lot_id: source_lot_id }) => {
      const posting = { lot_id: source_lot_id, from: 'location:receiving', to: `lot:${lot_id}`, quantity: quantity(20) }
      const kind = 'TRANSFORM' as const
      const data = { source_lot_id, lot_id, kind, quantity: quantity(20), postings: [posting] }
      return told('lot.linked', `lot:${lot_id}`, data)
    })
  }

  function shipped(truck: number, lots: readonly Lot[]) {
    const shipment_id = newId()
    const subject = `shipment:${shipment_id}`
    const documents = [{ type: 'bol' as const, number: `S-${truck}` }]
    const plan = { shipment_code: `S-${truck}`, customer_id: 'shop', ship_to: 'Shop, Chicago', carrier_id: null }
    const from = 'location:receiving'
    const postings = lots.map(({ lot_id }) => ({ lot_id, from, to: 'customer:shop', quantity: quantity(100) }))
    const shipped_at = new Date(clock.ms).toISOString()
    return [
      told('shipment.planned', subject, { shipment_id, ...plan, documents }),
      ...lots.map(({ lot_id }) => {
        const place = { hu_id: null, location_id: 'receiving', quantity: quantity(100) }
        return told('shipment.picked', subject, { shipment_id, line_id: newId(), lot_id, ...place })
      }),
      told('shipment.shipped', subject, { shipment_id, shipped_at, documents, postings }),
    ]
  }
}
