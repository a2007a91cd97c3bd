import type { HandlingUnit, Shipment } from '@flowviz/contract/logistics-view'

/** A planned shipment without a line. */
export const cannedShipment = (more: Partial<Shipment> = {}): Shipment => ({
  shipment_id: '01a2-shipment',
  shipment_code: 'S-261126-14DB11',
  customer_id: 'south-packing',
  ship_to: 'South Packing, Packhof 1, 34117 Kassel',
  carrier_id: 'north-haul',
  documents: [],
  state: 'PLANNED',
  planned_at: '2026-11-26T05:00:00.000Z',
  staged_at: null,
  shipped_at: null,
  lines: [],
  picked_kg: '0.000000',
  returned_kg: '0.000000',
  ...more,
})

/** A line of it with 73.2 kg of a lot. */
export const cannedLine = (more: Partial<Shipment['lines'][number]> = {}): Shipment['lines'][number] => ({
  line_id: '01a2-line',
  state: 'PICKED',
  lot_id: '01a2-lot',
  lot_code: 'NOR-261126-K4-0008',
  hu_id: null,
  location_id: 'cold-room',
  weight_kg: '73.2',
  weight_mg: 73_200_000,
  count: null,
  ...more,
})

/** A pallet with one lot on it. */
export const cannedUnit = (more: Partial<HandlingUnit> = {}): HandlingUnit => ({
  hu_id: '01a2-unit',
  sscc: '395212345000000014',
  kind: 'pallet',
  location_id: 'dispatch',
  state: 'ACTIVE',
  contents: [
    {
      lot_id: '01a2-lot',
      lot_code: 'NOR-261126-K4-0008',
      weight_kg: '73.2',
      weight_mg: 73_200_000,
      count: null,
      since: '2026-11-26T05:00:00.000Z',
    },
  ],
  ...more,
})
