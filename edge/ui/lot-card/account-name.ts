import { say } from './words.ts'

/** Names of what an account is of, null for what this tablet does not know. */
export interface AccountNames {
  location: (id: string) => string | null
  party: (id: string) => string | null
  run: (id: string) => string | null
  lot: (id: string) => string | null
}

const OUTSIDE = new Set(['supplier', 'waste', 'sample', 'loss', 'adjustment', 'void', 'return'] as const)
type Outside = typeof OUTSIDE extends Set<infer T> ? T : never

/** An account of the double entry (contract/posting) as people call it. */
export function accountName(account: string, names: AccountNames): string {
  if ((OUTSIDE as ReadonlySet<string>).has(account)) return say(`account_${account as Outside}`)
  const [kind, id = ''] = account.split(':') as [string, string?]
  if (kind === 'location') {
    const [location = '', hu] = id.split('/') as [string?, string?]
    const name = names.location(location) ?? location
    return hu === undefined ? name : `${name}, ${say('on_pallet')}`
  }
  if (kind === 'customer') return say('account_customer', { name: names.party(id) ?? id })
  if (kind === 'run') return say('account_run', { name: names.run(id) ?? '' }).trim()
  if (kind === 'lot') {
    const name = names.lot(id)
    return name === null ? say('another_lot') : say('account_lot', { name })
  }
  return account
}
