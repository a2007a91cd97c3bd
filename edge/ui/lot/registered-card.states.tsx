import { RegisteredCard, type RegisteredView } from './registered-card.tsx'

const VIEW: RegisteredView = {
  lot_code: 'NOR-T1-0042',
  title: 'Basmati rice',
  weight_kg: null,
  by_hand: false,
  containers: 4,
  step: 'acked',
  shown_kg: '12.500',
  taken: false,
  trouble: null,
  offline: false,
}
const nothing = () => undefined
const draw =
  (change: Partial<RegisteredView>, printed = 0, printer: string | null = 'Dock') =>
  () => (
    <RegisteredCard
      view={{ ...VIEW, ...change }}
      {...{ printer, printed }}
      photo="none"
      print={nothing}
      take={nothing}
      again={nothing}
      addPhoto={nothing}
    />
  )
const late = { title: 'What stood on the scale when this was done is gone by now.', hint: 'Weigh it again.' }
const refused = { title: 'The supplier is not approved.', hint: 'Ask quality to approve it, then register it again.' }

/** The card of the lot that was registered last, from its first tick to its second, or to a decision. */
export const states = [
  { name: 'at the server', draw: draw({ weight_kg: '12.500' }) },
  { name: 'at the server, by hand, labels asked', draw: draw({ weight_kg: '7.5', by_hand: true }, 4) },
  { name: 'waits for its weight', draw: draw({ step: 'waiting' }) },
  { name: 'kept, the server is away', draw: draw({ step: 'stored', by_hand: true, offline: true }) },
  { name: 'the server did not answer in time', draw: draw({ step: 'late' }) },
  { name: 'as shown will count', draw: draw({ step: 'stored', taken: true, offline: true }) },
  { name: 'came too late for the scale', draw: draw({ step: 'weight_refused', trouble: late }) },
  { name: 'refused', draw: draw({ step: 'refused', trouble: refused }) },
  { name: 'the appliance gives the code', draw: draw({ lot_code: null, step: 'stored' }) },
  { name: 'no printer', draw: draw({ weight_kg: '12.500' }, 0, null) },
] as const
