import { PalletKeys } from './pallet-keys.tsx'
import { TallyCard } from './tally-card.tsx'

const nothing = () => undefined
const tray = { min_kg: '9.7', target_kg: '10', max_kg: '10.3' }
const tally =
  (below: number, above: number, away = false) =>
  () => <TallyCard counts={{ below, in_range: 38, above }} range={tray} percent={3} away={away} change={nothing} />
const pallet = { hu_id: 'h', sscc: '395212345000000014', location_id: 'dispatch', lots: ['NOR-1', 'NOR-2'] }

/** What comes out of a run: the check-weigher and the pallet beside the line. */
export const states = [
  { name: 'all in range', draw: tally(0, 0) },
  { name: 'some too light, the server is away', draw: tally(2, 1, true) },
  {
    name: 'no nominal weight',
    draw: () => (
      <TallyCard
        counts={{ below: 0, in_range: 0, above: 0 }}
        range={{ min_kg: null, target_kg: null, max_kg: null }}
        percent={3}
        away={false}
        change={nothing}
      />
    ),
  },
  { name: 'no pallet', draw: () => <PalletKeys pallet={null} waits={false} open={nothing} close={nothing} /> },
  {
    name: 'a pallet waits for its number',
    draw: () => <PalletKeys pallet={null} waits open={nothing} close={nothing} />,
  },
  { name: 'a pallet is open', draw: () => <PalletKeys pallet={pallet} waits={false} open={nothing} close={nothing} /> },
] as const
