import { join } from 'node:path'
import { seededRandom } from '@flowviz/contract/random'
import { storyClock } from '../../provisioning/demo/history/clock.ts'
import { type Crew, callCrew } from '../../provisioning/demo/history/crew.ts'
import { KITCHEN } from '../../provisioning/demo/history/kitchen.ts'
import { kitchenShift, kitchenTrouble } from '../../provisioning/demo/history/kitchen-shift.ts'
import { defineMaster } from '../../provisioning/demo/history/master.ts'
import { ship } from '../../provisioning/demo/history/packing-shift.ts'
import { yes } from '../../provisioning/demo/history/produce.ts'
import type { Held } from '../../provisioning/demo/history/story.ts'
import { type Plant, preparePlant } from '../../provisioning/demo/plant.ts'
import { freePorts } from '../../provisioning/demo/port.ts'
import { definePrinter } from '../../provisioning/demo/printer.ts'
import { buildScreens } from '../../provisioning/demo/screens.ts'
import { ownFolder, type Stage } from './house.ts'
import { inspect } from './inspect.ts'

const SEED = 20_261_125
const HOURS = 9
const HAND = 'Scale out of service'

/** What lies open in a kitchen of the demo in the morning, by the codes and ids under which screens know it. */
export interface Morning {
  /** Lots that were received and wait for their first gate. */
  waiting: [string, string, string]
  /** A run whose line is checked now, one under way, and one that is planned. */
  checked: string
  running: string
  planned: string
  hold_id: string
  /** A lot of the night that was made of others and may go. */
  made: string
  shipment_id: string
  shipment_code: string
}

/** The demo's kitchen: a night behind it, a morning under way, its devices and its printer there. */
export interface Kitchen {
  plant: Plant
  crew: Crew
  morning: Morning
}

/** Builds the screens where they are stale, starts the kitchen and tells its history. */
export async function raiseKitchen(t: Stage): Promise<Kitchen> {
  const dir = ownFolder(t)
  await buildScreens(join(dir, 'log'), what => t.comment(what))
  const [httpPort, mqttPort, modbusPort, controlPort, printerPort] = (await freePorts(5)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const ports = { httpPort, mqttPort, modbusPort, controlPort, printerPort }
  const now = () => Date.now()
  const plant = preparePlant({
    dir: join(dir, 'plant'),
    site: 'north-kitchen',
    siteName: 'North Kitchen',
    ...ports,
    now,
  })
  t.teardown(() => plant.kill())
  for (const unit of [plant.simulator, plant.edge, plant.adapters]) await unit.start()
  await definePrinter(plant, printerPort)
  const crew = await callCrew(plant.url)
  await defineMaster(crew, KITCHEN)
  const story = { crew, clock: storyClock(now, HOURS), random: seededRandom(SEED) }
  const curry = await kitchenShift(story, 'night')
  await kitchenTrouble(story, curry[3]!)
  const to = 'South Packing, Packhof 1, 34117 Kassel'
  await ship(story, { customer: 'south-packing', to, lots: curry.slice(0, 1), carrier: 'north-haul' })
  return { plant, crew, morning: await beginMorning(crew, curry[1]!) }
}

/** What the early shift has begun. */
async function beginMorning(crew: Crew, curry: Held): Promise<Morning> {
  const { operator, quality } = crew
  const came = await deliver(crew)
  for (const { lot_id } of came.slice(1)) await inspect(crew, lot_id)
  const [, milk, onions] = came
  const planned = await plan(crew, 'cooked-rice', 'K2')
  const checked = await plan(crew, 'cooked-chicken', 'K3')
  await prepare(crew, checked)
  const running = await plan(crew, 'curry-sauce', 'K1')
  await prepare(crew, running)
  const gate = { gate_id: 'pre-op', values: yes('visually-clean', 'labels-cleared', 'detector-tested') }
  await operator.do('decide-gate', { body: { run_id: running, decision: 'PASS', ...gate } })
  const params = { run_id: running }
  await operator.do('start-run', { params, body: {} })
  for (const [lot, weight_kg] of [
    [milk!, '48.5'],
    [onions!, '12.25'],
  ] as const)
    await operator.do('consume-lot', { params, body: { lot_id: lot.lot_id, weight_kg, manual_reason: HAND } })
  const { hold_id } = await quality.do('place-hold', {
    body: { lot_ids: [came[0]!.lot_id], reason: 'Two boxes were open on the pallet' },
  })
  const { shipment_id, shipment_code } = await operator.do('plan-shipment', {
    body: {
      customer_id: 'south-packing',
      ship_to: 'South Packing, Packhof 1, 34117 Kassel',
      carrier_id: 'north-haul',
      documents: [{ type: 'bol', number: 'BOL-90001' }],
    },
  })
  const pick = { lot_id: curry.lot_id, weight_kg: '20' }
  await operator.do('pick-shipment', { params: { shipment_id }, body: pick })
  const waiting = (await deliver(crew)).map(({ lot_code }) => lot_code) as Morning['waiting']
  return { made: curry.lot_code, waiting, checked, running, planned, hold_id, shipment_id, shipment_code }
}

const LINES = [
  { item_id: 'chicken-breast', weight_kg: '58.4', supplier_lot_code: 'MF-4471-2', temperature_c: '3.1' },
  { item_id: 'coconut-milk', weight_kg: '76', supplier_lot_code: 'SH-2208-1' },
  { item_id: 'onions', weight_kg: '39.6', supplier_lot_code: 'GF-6610-4', temperature_c: '4' },
]

async function deliver({ operator }: Crew) {
  const { lots } = await operator.do('receive-goods', {
    body: {
      supplier_id: 'meadow-farms',
      previous_source: 'Meadow Farms, Deichweg 4, 25813 Husum',
      location_id: 'receiving',
      documents: [{ type: 'bol', number: 'BOL-4471' }],
      lines: LINES.map(line => ({ ...line, manual_reason: HAND })),
    },
  })
  return lots
}

async function plan({ manager }: Crew, recipe_id: string, line: string): Promise<string> {
  const { run_code } = await manager.do('plan-run', { body: { recipe_id, line, shift: 'early' } })
  return run_code
}

async function prepare({ manager, operator }: Crew, run_id: string): Promise<void> {
  await manager.do('release-run', { params: { run_id }, body: {} })
  await operator.do('prepare-run', { params: { run_id }, body: {} })
}
