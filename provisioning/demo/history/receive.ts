import type { MeasuredValue } from '@flowviz/contract/qc-decision'
import { between, type Held, kgText, LATE, type Story } from './story.ts'

/** A delivery: who brings what, and where it is put away after its inspection. */
export interface Delivery {
  supplier_id: string
  /** Where it was sent from, in words. */
  from: string
  /** First letters of the supplier's lot codes. */
  prefix: string
  lines: { item_id: string; kg: readonly [number, number]; to: string; chilled?: boolean; supplier_lot_code?: string }[]
}

/**
 * Receives a delivery, inspects each lot (gate 1, with the temperature of what is chilled) and puts it away.
 * @returns the lots by item.
 */
export async function receive(story: Story, delivery: Delivery): Promise<Map<string, Held[]>> {
  const { crew, clock } = story
  const number = String(Math.floor(story.random() * 9_000) + 1_000)
  const lines = delivery.lines.map(({ item_id, kg, supplier_lot_code }, at) => ({
    item_id,
    weight_kg: kgText(between(story, kg)),
    manual_reason: LATE,
    supplier_lot_code: supplier_lot_code ?? `${delivery.prefix}-${number}-${at + 1}`,
    supplier_tlc_source: delivery.from,
  }))
  const { lots } = await crew.operator.do('receive-goods', {
    body: {
      supplier_id: delivery.supplier_id,
      previous_source: delivery.from,
      location_id: 'receiving',
      documents: [{ type: 'bol', number: `BOL-${number}` }],
      received_at: clock.after(6),
      lines,
    },
  })
  const received = new Map<string, Held[]>()
  for (const [at, lot] of lots.entries()) {
    const { item_id, to, chilled = false } = delivery.lines[at]!
    const occurred_at = clock.after(2)
    await crew.operator.do('decide-gate', {
      body: {
        lot_id: lot.lot_id,
        gate_id: 'receiving',
        decision: 'PASS',
        values: inspection(story, chilled),
        occurred_at,
        entered_late_reason: LATE,
      },
    })
    await crew.operator.do('move-stock', {
      params: { lot_id: lot.lot_id },
      body: { to_location_id: to, occurred_at: clock.after(1) },
    })
    const held = { lot_id: lot.lot_id, lot_code: lot.lot_code, weight_kg: Number(lot.weight_kg) }
    received.set(item_id, [...(received.get(item_id) ?? []), held])
  }
  return received
}

function inspection(story: Story, chilled: boolean): MeasuredValue[] {
  const seen = ['supplier-approved', 'documents', 'packaging', 'allergens-match'].map(parameter => ({
    parameter,
    value: true,
  }))
  if (!chilled) return seen
  return [...seen, { parameter: 'product-temperature', value: between(story, [1.2, 4.4], 1).toFixed(1), unit: 'Cel' }]
}
