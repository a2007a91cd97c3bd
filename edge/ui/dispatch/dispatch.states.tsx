import { DepartureChips } from './departure-panel.tsx'
import { LineList } from './line-list.tsx'
import { ShipmentRow } from './shipment-row.tsx'
import { ShipmentSteps } from './shipment-steps.tsx'
import { ShipmentTroubles } from './shipment-troubles.tsx'
import { cannedLine, cannedShipment } from './testing/canned.ts'

const now = {
  shipment: cannedShipment(),
  state: 'PICKING',
  picks: [],
  out: new Set<string>(),
  is_leaving: false,
  refused: [],
} as const
const nothing = () => undefined
const blocked = {
  type: 'about:blank',
  title: 'Something in the shipment may not leave.',
  status: 409,
  code: 'shipment_blocked',
  detail: '',
  hint: '',
  in_the_way: [{ lot_code: 'NOR-261126-K4-0012' }],
} as never

/** A shipment on its way out. */
export const states = [
  {
    name: 'in the list, being picked and waiting to leave',
    draw: () => (
      <ul class="rows">
        <ShipmentRow now={now} customer="South Packing" />
        <ShipmentRow now={{ ...now, state: 'STAGED', is_leaving: true }} customer="South Packing" />
      </ul>
    ),
  },
  { name: 'steps, being picked', draw: () => <ShipmentSteps state="PICKING" isComplete={false} waits={false} /> },
  { name: 'steps, waits for the server', draw: () => <ShipmentSteps state="STAGED" isComplete waits /> },
  { name: 'nothing picked', draw: () => <LineList lines={[]} picks={[]} takeOut={nothing} /> },
  {
    name: 'picked, waiting, refused, and one that is held now',
    draw: () => (
      <LineList
        lines={[
          { line: cannedLine(), sscc: '395212345000000014', bad: null, out: false },
          {
            line: cannedLine({ line_id: 'b', lot_code: 'NOR-261126-K4-0012' }),
            sscc: null,
            bad: 'On hold',
            out: false,
          },
          { line: cannedLine({ line_id: 'c', lot_code: 'NOR-261126-K4-0013' }), sscc: null, bad: null, out: true },
        ]}
        picks={[
          { key: 'a', title: 'NOR-261126-K4-0004', refused: false },
          { key: 'b', title: 'NOR-261126-K4-0003', refused: true },
        ]}
        takeOut={nothing}
      />
    ),
  },
  {
    name: 'paper, seal and temperature',
    draw: () => (
      <DepartureChips
        fields={['bol', 'seal', 'truck_c']}
        draft={{ bol: 'BOL-777', seal: '', truck_c: '-18.5' }}
        open="seal"
        choose={nothing}
      />
    ),
  },
  { name: 'blocked', draw: () => <ShipmentTroubles refused={[{ key: 'a', problem: blocked }]} /> },
] as const
