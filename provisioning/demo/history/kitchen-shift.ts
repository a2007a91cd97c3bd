import type { MeasuredValue } from '@flowviz/contract/qc-decision'
import { produce, type RunStory, yes } from './produce.ts'
import { receive } from './receive.ts'
import { between, type Held, LATE, type Story } from './story.ts'

const cooked = (story: Story): MeasuredValue[] => [
  { parameter: 'core-temperature', value: between(story, [75.1, 82.4], 1).toFixed(1), unit: 'Cel' },
]
const chilled = (story: Story): MeasuredValue[] => [
  { parameter: 'minutes-54-to-27', value: String(Math.round(between(story, [48, 82]))), unit: 'min' },
  { parameter: 'minutes-27-to-4', value: String(Math.round(between(story, [150, 260]))), unit: 'min' },
  { parameter: 'end-temperature', value: between(story, [2.4, 4.1], 1).toFixed(1), unit: 'Cel' },
]
const COOK = { gate_id: 'cook', values: cooked, instrument_id: 'probe-core-1' }
const CHILL = { gate_id: 'chill', values: chilled, instrument_id: 'probe-core-1' }
const METAL = {
  gate_id: 'metal-detection',
  values: () => yes('fe-rejected', 'non-fe-rejected', 'ss-rejected', 'reject-bin'),
  instrument_id: 'metal-k1',
}
const PACK = {
  gate_id: 'pack',
  values: () => yes('seals', 'net-weight', 'code-legible', 'label-scan', 'allergen-statement'),
}

/** What goes into a run: so much of the first lot, and the rest of the next one. */
function draw(lots: readonly Held[], kg: number): RunStory['inputs'] {
  const drawn: RunStory['inputs'] = []
  let left = kg
  for (const { lot_id, weight_kg } of lots) {
    const take = Number(Math.min(left, weight_kg).toFixed(3))
    if (take > 0) drawn.push({ lot_id, weight_kg: take })
    left -= take
  }
  return drawn
}

/** One shift of the kitchen: deliveries, three runs of parts, one of bulk curry. @returns the lots of curry, released. */
export async function kitchenShift(story: Story, shift: string): Promise<Held[]> {
  const stock = await deliveries(story)
  const of = (item: string) => stock.get(item) ?? []
  const run = (recipe_id: string, line: string, more: Pick<RunStory, 'inputs' | 'yield' | 'outputs'>) =>
    produce(story, { recipe_id, line, shift, to: 'chilled-wip', gates: [COOK, CHILL], ...more })
  const sauce = await run('curry-sauce', 'K1', {
    inputs: [
      ...draw(of('coconut-milk'), 70),
      ...draw(of('curry-paste'), 14),
      ...draw(of('onions'), 34),
      ...draw(of('coriander'), 2),
    ],
    yield: [0.93, 0.97],
    outputs: 2,
  })
  const rice = await run('cooked-rice', 'K2', {
    inputs: [...draw(of('basmati-rice'), 60), ...draw(of('water'), 95)],
    yield: [0.94, 0.98],
    outputs: 3,
  })
  const chicken = await run('cooked-chicken', 'K3', {
    inputs: draw(of('chicken-breast'), 110),
    yield: [0.76, 0.81],
    outputs: 2,
  })
  const curry = await produce(story, {
    recipe_id: 'chicken-curry',
    line: 'K4',
    shift,
    inputs: [...draw(sauce, 100), ...draw(rice, 120), ...draw(chicken, 80)],
    yield: [0.97, 0.99],
    outputs: 4,
    to: 'cold-room',
    gates: [COOK, CHILL, METAL, PACK],
  })
  for (const { lot_id } of curry) await release(story, lot_id)
  return curry
}

async function deliveries(story: Story): Promise<Map<string, Held[]>> {
  const came = [
    await receive(story, {
      supplier_id: 'meadow-farms',
      from: 'Meadow Farms, Deichweg 4, 25813 Husum',
      prefix: 'MF',
      lines: [
        { item_id: 'chicken-breast', kg: [56, 61], to: 'cold-room', chilled: true },
        { item_id: 'chicken-breast', kg: [55, 60], to: 'cold-room', chilled: true },
      ],
    }),
    await receive(story, {
      supplier_id: 'golden-grain',
      from: 'Golden Grain, Speicher 12, 20457 Hamburg',
      prefix: 'GG',
      lines: [{ item_id: 'basmati-rice', kg: [62, 75], to: 'dry-store' }],
    }),
    await receive(story, {
      supplier_id: 'spice-harbour',
      from: 'Spice Harbour, Hafen 3, 28217 Bremen',
      prefix: 'SH',
      lines: [
        { item_id: 'coconut-milk', kg: [72, 80], to: 'dry-store' },
        { item_id: 'curry-paste', kg: [15, 18], to: 'dry-store' },
      ],
    }),
    await receive(story, {
      supplier_id: 'green-field',
      from: 'Green Field Vegetables, Marsch 8, 21680 Stade',
      prefix: 'GF',
      lines: [
        { item_id: 'onions', kg: [37, 42], to: 'cold-room', chilled: true },
        { item_id: 'coriander', kg: [2.5, 4], to: 'cold-room', chilled: true },
      ],
    }),
    await receive(story, {
      supplier_id: 'town-water',
      from: 'Town water works, Quellweg 1, 24103 Kiel',
      prefix: 'TW',
      lines: [{ item_id: 'water', kg: [96, 100], to: 'kitchen' }],
    }),
  ]
  return new Map(came.flatMap(lots => [...lots]))
}

/** The last gate of a lot, by one who made none of it. */
export async function release({ crew, clock }: Story, lot_id: string): Promise<void> {
  await crew.quality.do('decide-gate', {
    body: {
      lot_id,
      gate_id: 'release',
      decision: 'PASS',
      values: yes('gates-passed', 'ccp-records', 'balance-closed', 'no-holds'),
      occurred_at: clock.after(2),
      entered_late_reason: LATE,
    },
  })
}

/**
 * What went wrong in the night: one tray of curry is held for a foreign body, and a rack of rice was not cold enough
 * (CCP chill), which holds everything since the last good rack. The deviation is evaluated; its action is still open.
 */
export async function kitchenTrouble(story: Story, suspect: Held): Promise<void> {
  const { crew, clock } = story
  await crew.operator.do('place-hold', {
    body: { lot_ids: [suspect.lot_id], reason: 'Piece of blue plastic found in the tray', occurred_at: clock.after(5) },
  })
  const stock = await deliveries(story)
  const racks = await produce(story, {
    recipe_id: 'cooked-rice',
    line: 'K2',
    shift: 'night',
    inputs: [...draw(stock.get('basmati-rice') ?? [], 60), ...draw(stock.get('water') ?? [], 95)],
    yield: [0.94, 0.98],
    outputs: 3,
    to: 'chilled-wip',
    gates: [COOK],
  })
  const chill = (rack: Held, decision: 'PASS' | 'FAIL', values: MeasuredValue[]) =>
    crew.operator.do('decide-gate', {
      body: {
        lot_id: rack.lot_id,
        gate_id: 'chill',
        decision,
        values,
        instrument_id: 'probe-core-1',
      },
    })
  // Just now: a check that is entered late is no last good one, and the hold would reach back through every shift.
  await chill(racks[0]!, 'PASS', chilled(story))
  const warm = [
    { parameter: 'minutes-54-to-27', value: '118', unit: 'min' },
    { parameter: 'end-temperature', value: '7.6', unit: 'Cel' },
  ]
  const { deviation_id } = await chill(racks[1]!, 'FAIL', warm)
  if (deviation_id === null) throw new RangeError('a CCP failed and no deviation was opened')
  const params = { deviation_id }
  await crew.quality.do('evaluate-deviation', {
    params,
    body: {
      method: 'Cooling curve against FSIS Appendix B, growth of C. perfringens predicted',
      result: 'unsafe',
      root_cause: 'Door of the blast chiller was left ajar',
    },
    signed: true,
  })
  await crew.quality.do('assign-action', {
    params,
    body: {
      kind: 'corrective',
      text: 'Fit a door alarm to the blast chiller',
      owner_id: crew.manager.person_id,
      due_on: clock.after(0).slice(0, 10),
    },
  })
}
