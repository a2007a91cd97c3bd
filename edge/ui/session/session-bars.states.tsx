import { AgainBar, LocksSoonBar } from './session-bars.tsx'

const nothing = () => undefined

export const states = [
  { name: 'session: locks in 30 s', draw: () => <LocksSoonBar left_s={30} stay={nothing} /> },
  { name: 'session: the server has not seen the PIN', draw: () => <AgainBar again={nothing} /> },
]
