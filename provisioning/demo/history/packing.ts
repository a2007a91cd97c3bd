import type { QcGate, QcPlan } from '@flowviz/contract/plant/qc-plan'
import { SEVEN_GATES } from '@flowviz/contract/plant/seven-gates'
import { CHILLED, COLD_ROOM } from './chilled.ts'
import { item, type Master, party, place } from './master.ts'
import { tracePlan } from './trace-plan.ts'

/** The packing hall does not cook: its plan is the release's without cook and chill, in a version that two people made. */
const PACKING_GATES: QcPlan = {
  plan_id: 'packing-gates',
  title: 'Five gates of a packing hall',
  gates: SEVEN_GATES.gates
    .filter(({ gate_id }) => gate_id !== 'cook' && gate_id !== 'chill')
    .map((gate, at): QcGate => ({ ...gate, gate_no: at + 1 })),
}
const plan_id = PACKING_GATES.plan_id

/** South Packing: receives bulk curry and packaging, packs trays of 400 g, ships to customers. */
export const PACKING: Master = {
  locations: [
    ...CHILLED,
    place('storage', 'packaging-store', { title: 'Packaging store' }),
    place('line', 'packing', { title: 'Packing line P2' }),
    place('lane', 'fifo-lane', {
      title: 'Buffer lane before packing',
      discipline: 'fifo',
      parent_id: 'cold-room',
      capacity_kg: '3000',
    }),
  ],
  parties: [
    party('supplier', 'north-kitchen', {
      title: 'North Kitchen',
      city: 'Kiel',
      region: 'SH',
      street: 'Werftstrasse 2',
      postal_code: '24143',
      phone: '+49 431 555060',
    }),
    party('supplier', 'tray-and-lid', {
      title: 'Tray & Lid',
      city: 'Fulda',
      region: 'HE',
      street: 'Folienweg 9',
      postal_code: '36037',
      phone: '+49 661 555070',
    }),
    party('customer', 'fresh-market', {
      title: 'Fresh Market',
      city: 'Frankfurt',
      region: 'HE',
      street: 'Markt 1',
      postal_code: '60311',
      phone: '+49 69 555080',
    }),
    party('customer', 'corner-shops', {
      title: 'Corner Shops',
      city: 'Hannover',
      region: 'NI',
      street: 'Ring 20',
      postal_code: '30159',
      phone: '+49 511 555090',
    }),
    party('carrier', 'cool-wheels', {
      title: 'Cool Wheels',
      city: 'Kassel',
      region: 'HE',
      street: 'Lange Feldstrasse 7',
      postal_code: '34123',
      phone: '+49 561 555056',
    }),
  ],
  items: [
    item('chicken-curry-bulk', 'RAW', {
      title: 'Chicken curry, bulk tray',
      days: 9,
      allergens: ['celery', 'mustard'],
      gtin: '09521234540014',
      plan_id,
    }),
    item('tray-400', 'PACKAGING', { title: 'Trays 400 g', storage: 'ambient', plan_id }),
    item('lid-film', 'PACKAGING', { title: 'Lid film', storage: 'ambient', plan_id }),
    item('chicken-curry-400', 'FG', {
      title: 'Chicken curry 400 g, case of 24',
      days: 8,
      allergens: ['celery', 'mustard'],
      gtin: '09521234540021',
      plan_id,
    }),
  ],
  instruments: [
    {
      instrument_id: 'metal-p2',
      body: { title: 'Metal detector P2', kind: 'metal_detector', calibration_days: 365 },
      checked: [
        ['2.0', '2.0', '0.2', 'mm'],
        ['2.5', '2.5', '0.2', 'mm'],
        ['3.0', '3.0', '0.2', 'mm'],
      ],
    },
    {
      instrument_id: 'probe-1',
      body: { title: 'Probe at the dock', kind: 'thermometer', calibration_days: 30 },
      checked: [
        ['0.0', '0.1', '0.5', 'Cel'],
        ['100.0', '99.8', '0.5', 'Cel'],
      ],
    },
    {
      instrument_id: 'scale-2',
      body: { title: 'Packing scale', kind: 'scale', calibration_days: 90 },
      checked: [
        ['5.000', '5.000', '0.005', 'kg'],
        ['20.000', '20.005', '0.010', 'kg'],
      ],
    },
  ],
  plans: [PACKING_GATES],
  recipes: [
    {
      recipe_id: 'chicken-curry-400',
      title: 'Chicken curry 400 g, 480 trays',
      item_id: 'chicken-curry-400',
      batch_kg: '200',
      inputs: [
        { item_id: 'chicken-curry-bulk', target_kg: '194' },
        { item_id: 'tray-400', target_kg: '5' },
        { item_id: 'lid-film', target_kg: '1' },
      ],
      yield_min_pct: '95',
      steps: ['Fill', 'Seal', 'Metal detection', 'Label', 'Pack into cases'],
      plan_id,
    },
  ],
  monitors: [COLD_ROOM],
  tracePlan: tracePlan(
    {
      business: 'South Packing',
      phone: '+49 561 555050',
      street: 'Packhof 1',
      city: 'Kassel',
      region: 'HE',
      postal_code: '34117',
      gln: '9521234500025',
    },
    '+49 561 555051',
  ),
}
