import { expect, test } from 'vitest'
import { accountName } from './account-name.ts'

const nothing = { location: () => null, party: () => null, run: () => null, lot: () => null }
const names = {
  ...nothing,
  location: (id: string) => (id === 'cold-room' ? 'Cold room' : null),
  run: () => 'RUN-7',
}

test('an account is said as people call it', () => {
  expect(accountName('supplier', names)).toBe('Supplier')
  expect(accountName('location:cold-room', names)).toBe('Cold room')
  expect(accountName('location:cold-room/hu:00000000-0000-7000-8000-000000000001', names)).toBe(
    'Cold room, on a pallet',
  )
  expect(accountName('run:00000000-0000-7000-8000-000000000001', names)).toBe('Run RUN-7')
})

test('what this tablet has no name for is said without one', () => {
  expect(accountName('location:dock-9', nothing)).toBe('dock-9')
  expect(accountName('run:00000000-0000-7000-8000-000000000001', nothing)).toBe('Run')
  expect(accountName('lot:00000000-0000-7000-8000-000000000001', nothing)).toBe('Another lot')
})
