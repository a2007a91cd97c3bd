import type { Recipe } from '@flowviz/contract/plant/recipe'
import { CHILLED, COLD_ROOM, FREEZER } from './chilled.ts'
import { item, type Master, party, place } from './master.ts'
import { tracePlan } from './trace-plan.ts'

const kg = (item_id: string, target_kg: string) => ({ item_id, target_kg })

const RECIPES: Recipe[] = [
  {
    recipe_id: 'curry-sauce',
    title: 'Curry sauce, 120 kg',
    item_id: 'curry-sauce',
    batch_kg: '120',
    inputs: [kg('coconut-milk', '70'), kg('curry-paste', '14'), kg('onions', '34'), kg('coriander', '2')],
    yield_min_pct: '90',
    yield_max_pct: '101',
    rework_max_pct: '5',
    steps: ['Fry onions and paste', 'Add coconut milk, boil', 'Cook to 74 °C', 'Blast chill'],
  },
  {
    recipe_id: 'cooked-rice',
    title: 'Cooked rice, 150 kg',
    item_id: 'cooked-rice',
    batch_kg: '150',
    inputs: [kg('basmati-rice', '60'), kg('water', '95')],
    yield_min_pct: '90',
    steps: ['Rinse', 'Steam', 'Blast chill'],
  },
  {
    recipe_id: 'cooked-chicken',
    title: 'Cooked chicken, 90 kg',
    item_id: 'cooked-chicken',
    batch_kg: '90',
    inputs: [kg('chicken-breast', '110')],
    yield_min_pct: '70',
    steps: ['Dice', 'Steam to 74 °C in the core', 'Blast chill'],
  },
  {
    recipe_id: 'chicken-curry',
    title: 'Chicken curry, bulk, 300 kg',
    item_id: 'chicken-curry-bulk',
    batch_kg: '300',
    inputs: [kg('curry-sauce', '100'), kg('cooked-rice', '120'), kg('cooked-chicken', '80')],
    yield_min_pct: '95',
    rework_max_pct: '5',
    steps: ['Mix', 'Fill into bulk trays', 'Metal detection', 'Chill'],
  },
]

/** North Kitchen: receives, cooks in four recipes, and sends bulk curry to South Packing. */
export const KITCHEN: Master = {
  locations: [
    ...CHILLED,
    place('storage', 'dry-store', { title: 'Dry store' }),
    place('line', 'kitchen', { title: 'Kitchen line K1' }),
    place('lane', 'chilled-wip', {
      title: 'Chilled WIP lane',
      discipline: 'fefo',
      parent_id: 'cold-room',
      capacity_kg: '5000',
    }),
  ],
  parties: [
    party('supplier', 'meadow-farms', {
      title: 'Meadow Farms',
      city: 'Husum',
      region: 'SH',
      street: 'Deichweg 4',
      postal_code: '25813',
      phone: '+49 4841 555010',
    }),
    party('supplier', 'golden-grain', {
      title: 'Golden Grain',
      city: 'Hamburg',
      region: 'HH',
      street: 'Speicher 12',
      postal_code: '20457',
      phone: '+49 40 555020',
    }),
    party('supplier', 'spice-harbour', {
      title: 'Spice Harbour',
      city: 'Bremen',
      region: 'HB',
      street: 'Hafen 3',
      postal_code: '28217',
      phone: '+49 421 555030',
    }),
    party('supplier', 'green-field', {
      title: 'Green Field Vegetables',
      city: 'Stade',
      region: 'NI',
      street: 'Marsch 8',
      postal_code: '21680',
      phone: '+49 4141 555040',
    }),
    party('supplier', 'town-water', {
      title: 'Town water works',
      city: 'Kiel',
      region: 'SH',
      street: 'Quellweg 1',
      postal_code: '24103',
      phone: '+49 431 555045',
    }),
    party('customer', 'south-packing', {
      title: 'South Packing',
      city: 'Kassel',
      region: 'HE',
      street: 'Packhof 1',
      postal_code: '34117',
      phone: '+49 561 555050',
    }),
    party('carrier', 'north-haul', {
      title: 'North Haul',
      city: 'Kiel',
      region: 'SH',
      street: 'Ostuferhafen 15',
      postal_code: '24149',
      phone: '+49 431 555055',
    }),
  ],
  items: [
    item('chicken-breast', 'RAW', { title: 'Chicken breast, skinless', days: 8 }),
    item('basmati-rice', 'RAW', { title: 'Basmati rice', days: 365, storage: 'ambient' }),
    item('coconut-milk', 'RAW', { title: 'Coconut milk', days: 300, storage: 'ambient' }),
    item('curry-paste', 'RAW', { title: 'Curry paste', days: 180, allergens: ['celery', 'mustard'] }),
    item('onions', 'RAW', { title: 'Onions, peeled', days: 6 }),
    item('coriander', 'RAW', { title: 'Fresh coriander', days: 5, ftl_category: 'HERBS_FRESH' }),
    item('water', 'RAW', { title: 'Drinking water', days: 2, storage: 'ambient' }),
    item('curry-sauce', 'WIP', { title: 'Curry sauce', days: 5, allergens: ['celery', 'mustard'] }),
    item('cooked-rice', 'WIP', { title: 'Cooked rice', days: 3 }),
    item('cooked-chicken', 'WIP', { title: 'Cooked chicken', days: 4 }),
    item('chicken-curry-bulk', 'FG', {
      title: 'Chicken curry, bulk tray',
      days: 9,
      allergens: ['celery', 'mustard'],
      gtin: '09521234540014',
    }),
  ],
  instruments: [
    {
      instrument_id: 'probe-core-1',
      body: { title: 'Core probe 1', kind: 'thermometer', calibration_days: 30 },
      checked: [
        ['0.0', '0.1', '0.5', 'Cel'],
        ['100.0', '99.8', '0.5', 'Cel'],
      ],
    },
    {
      instrument_id: 'atp-1',
      body: { title: 'ATP meter', kind: 'atp_meter', calibration_days: 180 },
      checked: [['100', '103', '10', 'RLU']],
    },
    {
      instrument_id: 'metal-k1',
      body: { title: 'Metal detector K1', kind: 'metal_detector', calibration_days: 365 },
      checked: [
        ['2.0', '2.0', '0.2', 'mm'],
        ['2.5', '2.5', '0.2', 'mm'],
        ['3.0', '3.0', '0.2', 'mm'],
      ],
    },
    {
      instrument_id: 'scale-1',
      body: { title: 'Receiving scale', kind: 'scale', calibration_days: 90 },
      checked: [
        ['5.000', '5.000', '0.005', 'kg'],
        ['20.000', '20.005', '0.010', 'kg'],
      ],
    },
  ],
  plans: [],
  recipes: RECIPES,
  monitors: [COLD_ROOM, FREEZER],
  tracePlan: tracePlan(
    {
      business: 'North Kitchen',
      phone: '+49 431 555060',
      street: 'Werftstrasse 2',
      city: 'Kiel',
      region: 'SH',
      postal_code: '24143',
      gln: '9521234500018',
    },
    '+49 431 555061',
  ),
}
