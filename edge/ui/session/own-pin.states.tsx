import type { Trouble } from '@flowviz/contract/screen/trouble'
import { OwnPinCard } from './own-pin-card.tsx'
import type { PinTrouble } from './own-pin-state.ts'

const refused = (code: Trouble['code']): PinTrouble => ({
  kind: 'refused',
  trouble: { code, title: 'Too many wrong secrets.', detail: '', hint: 'Wait.', fields: {}, passing: true },
})

export const states = [
  { name: 'the present PIN', draw: () => <OwnPinCard step="old" typed={0} trouble={null} must={false} /> },
  { name: 'the new one', draw: () => <OwnPinCard step="new" typed={5} trouble={null} must={false} /> },
  { name: 'once more', draw: () => <OwnPinCard step="again" typed={0} trouble={null} must={false} /> },
  {
    name: 'the server is away',
    draw: () => <OwnPinCard step="old" typed={0} trouble={null} must={false} barred="offline" />,
  },
  { name: 'somebody else set it', draw: () => <OwnPinCard step="old" typed={0} trouble={null} must /> },
  {
    name: 'everybody tries it first',
    draw: () => <OwnPinCard step="new" typed={0} trouble={{ kind: 'weak', weakness: 'well_known' }} must={false} />,
  },
  {
    name: 'two different ones',
    draw: () => <OwnPinCard step="new" typed={0} trouble={{ kind: 'differs' }} must={false} />,
  },
  {
    name: 'the present one is wrong',
    draw: () => <OwnPinCard step="old" typed={0} trouble={{ kind: 'wrong', left: null }} must={false} />,
  },
  { name: 'locked', draw: () => <OwnPinCard step="old" typed={0} trouble={refused('account_locked')} must={false} /> },
  {
    name: 'no answer came',
    draw: () => <OwnPinCard step="old" typed={0} trouble={refused('unreachable')} must={false} />,
  },
]
