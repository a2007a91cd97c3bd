import { release } from './kitchen-shift.ts'
import { produce, yes } from './produce.ts'
import { receive } from './receive.ts'
import { type Held, kgText, type Story } from './story.ts'

const KITCHEN = 'North Kitchen, Werftstrasse 2, 24143 Kiel'

/** One shift of the packing hall: bulk curry comes, trays are packed, most cases go to a customer. */
export async function packingShift(
  story: Story,
  shift: { name: string; customer: string; bulk: Held[] },
): Promise<void> {
  const { name, customer, bulk } = shift
  const curry = await receive(story, {
    supplier_id: 'north-kitchen',
    from: KITCHEN,
    prefix: 'NK',
    lines: bulk.map(({ lot_code, weight_kg }) => ({
      item_id: 'chicken-curry-bulk',
      kg: [weight_kg, weight_kg],
      to: 'fifo-lane',
      chilled: true,
      supplier_lot_code: lot_code,
    })),
  })
  const packaging = await receive(story, {
    supplier_id: 'tray-and-lid',
    from: 'Tray & Lid, Folienweg 9, 36037 Fulda',
    prefix: 'TL',
    lines: [
      { item_id: 'tray-400', kg: [9, 11], to: 'packaging-store' },
      { item_id: 'lid-film', kg: [2, 3], to: 'packaging-store' },
    ],
  })
  const all = (lots: readonly Held[] | undefined, share = 1) =>
    (lots ?? []).map(({ lot_id, weight_kg }) => ({ lot_id, weight_kg: Number((weight_kg * share).toFixed(3)) }))
  const cases = await produce(story, {
    recipe_id: 'chicken-curry-400',
    line: 'P2',
    shift: name,
    inputs: [
      ...all(curry.get('chicken-curry-bulk')),
      ...all(packaging.get('tray-400'), 0.6),
      ...all(packaging.get('lid-film'), 0.5),
    ],
    yield: [0.97, 0.99],
    outputs: 5,
    to: 'cold-room',
    gates: [
      {
        gate_id: 'metal-detection',
        values: () => yes('fe-rejected', 'non-fe-rejected', 'ss-rejected', 'reject-bin'),
        instrument_id: 'metal-p2',
      },
      { gate_id: 'pack', values: () => yes('seals', 'net-weight', 'code-legible', 'label-scan', 'allergen-statement') },
    ],
  })
  for (const { lot_id } of cases) await release(story, lot_id)
  await ship(story, { customer, to: SHIP_TO[customer] ?? customer, lots: cases.slice(0, 3), carrier: 'cool-wheels' })
}

const SHIP_TO: Readonly<Record<string, string>> = {
  'fresh-market': 'Fresh Market, Markt 1, 60311 Frankfurt',
  'corner-shops': 'Corner Shops, Ring 20, 30159 Hannover',
}

/** Lots go to a customer: picked, staged, and judged once more when they leave. */
export async function ship(
  story: Story,
  of: { customer: string; to: string; lots: readonly Held[]; carrier: string },
): Promise<void> {
  const { crew, clock } = story
  const { shipment_id } = await crew.operator.do('plan-shipment', {
    body: { customer_id: of.customer, ship_to: of.to, carrier_id: of.carrier },
  })
  const params = { shipment_id }
  for (const { lot_id, weight_kg } of of.lots)
    await crew.operator.do('pick-shipment', {
      params,
      body: { lot_id, weight_kg: kgText(weight_kg), occurred_at: clock.after(2) },
    })
  await crew.operator.do('stage-shipment', { params, body: { occurred_at: clock.after(4) } })
  const number = `BOL-${Math.floor(story.random() * 90_000) + 10_000}`
  await crew.operator.do('ship-shipment', {
    params,
    body: { documents: [{ type: 'bol', number }], shipped_at: clock.after(10) },
  })
}
