import type { LedgerEvent } from '@flowviz/contract/event'
import type { Posting } from '@flowviz/contract/posting'
import { broken, type Told, wherever } from './told.ts'

/** What of a lot an account has; pieces are null where they are not counted. */
export interface Balance {
  weight_mg: number
  count: number | null
}
/** Accounts by lot. */
export type Books = Map<string, Map<string, Balance>>

/** Nothing but a count may owe anything: what is found there was in no book. */
const MAY_OWE = ['adjustment']

const postingsOf = ({ data }: LedgerEvent): readonly Posting[] => ('postings' in data ? data.postings : [])

function move(accounts: Map<string, Balance>, account: string, by: Balance): Balance {
  const before = accounts.get(account)
  const count =
    before === undefined ? by.count : before.count === null || by.count === null ? null : before.count + by.count
  const after = { weight_mg: (before?.weight_mg ?? 0) + by.weight_mg, count }
  if (after.weight_mg === 0 && (after.count ?? 0) === 0) accounts.delete(account)
  else accounts.set(account, after)
  return after
}

const isOwed = (account: string, { weight_mg, count }: Balance): boolean =>
  !MAY_OWE.includes(account) && (weight_mg < 0 || (count ?? 0) < 0 || (weight_mg === 0 && (count ?? 0) > 0))

const DIVIDES = ['lot.split', 'lot.merged', 'lot.reworked']
const MADE = ['split', 'merged', 'reworked']

/** All of some quantities; pieces are known only where all of them are. */
const sumOf = (all: readonly Balance[]): Balance => ({
  weight_mg: all.reduce((sum, { weight_mg }) => sum + weight_mg, 0),
  count: all.some(({ count }) => count === null) ? null : all.reduce((sum, { count }) => sum + (count ?? 0), 0),
})

/** Lots made of others that are not as much as went into them. */
function unequal(told: readonly Told[]): string[] {
  const into = new Map<string, Balance[]>()
  for (const { event } of told.filter(one => DIVIDES.includes(one.event.type)))
    for (const { to, quantity } of postingsOf(event)) into.set(to, [...(into.get(to) ?? []), quantity])
  return told.flatMap(({ event }) => {
    if (event.type !== 'lot.registered' || !MADE.includes(event.data.more?.origin ?? '')) return []
    const { lot_id, weight_mg, more } = event.data
    const came = sumOf(into.get(`lot:${lot_id}`) ?? [])
    // What is worked again comes in no pieces any more.
    const pieces = more?.origin === 'reworked' ? null : came.count || null
    const same = came.weight_mg === weight_mg && pieces === (more?.count ?? null)
    return same ? [] : [broken(event, `${JSON.stringify(came)} went into it`)]
  })
}

/**
 * Keeps the books of every lot by the postings alone (design 8, invariant 4): what was registered enters a place, and
 * from then on each posting has two sides, so what is in all accounts of a lot is what was registered.
 */
export function stockProblems(told: readonly Told[]): { problems: string[]; books: Books } {
  const books: Books = new Map()
  const problems = told.flatMap(({ event }) => {
    if (event.type === 'lot.registered') {
      const { lot_id, weight_mg, more } = event.data
      const place = `location:${more?.location_id ?? 'receiving'}`
      books.set(lot_id, new Map([[place, { weight_mg, count: more?.count ?? null }]]))
    }
    return wherever(postingsOf(event), ({ lot_id, from, to, quantity: { weight_mg, count } }) => {
      const accounts = books.get(lot_id)
      if (accounts === undefined) return broken(event, `${lot_id} is not registered`)
      const left = move(accounts, from, { weight_mg: -weight_mg, count: count === null ? null : -count })
      move(accounts, to, { weight_mg, count })
      return isOwed(from, left) ? broken(event, `${from} has ${JSON.stringify(left)} of ${lot_id}`) : null
    })
  })
  return { problems: [...problems, ...unequal(told)], books }
}
