import type { Lot } from '@flowviz/contract/lot'
import type { ScanAnswer } from '@flowviz/contract/scan'
import type { Answer } from '@flowviz/contract/screen/trouble'
import { troubleWords } from '../word/trouble-word.ts'
import type { Finding, Known, ScanCache, Unknown } from './finding.ts'
import { claimsGs1, type Read, readSymbols } from './read-symbols.ts'

/** What the resolver asks the appliance. */
export interface ScanServer {
  /** False while nothing has to be tried. */
  reachable: () => boolean
  readScan: (symbols: string[]) => Promise<Answer<ScanAnswer>>
  lot: (lot_id: string) => Promise<Answer<Lot>>
}

export interface ResolveParts {
  cache: ScanCache
  server: ScanServer
  now: () => number
}

/**
 * Says what a scan is here: from the memory of this tablet, else from the appliance. `before` is another barcode that
 * was read a moment ago and may belong to the same label. Never rejects: what nobody knows is a finding too.
 */
export type Resolve = (raw: string, before: string | null) => Promise<Finding>

export function createResolve(parts: ResolveParts): Resolve {
  return async (raw, before) => {
    const read = readSymbols(raw, before, new Date(parts.now()).getUTCFullYear())
    const { label, warnings, incomplete } = read
    const about = { label: saysSomething(label) ? label : null, warnings, incomplete }
    const cached = await inCache(read, parts.cache)
    if (cached !== null) return { ...cached, ...about, source: 'cache' }
    // The appliance reads by the same rules.
    if (read.fault !== null && claimsGs1(raw)) return { ...unknown('unfit', read.fault), ...about, source: 'cache' }
    const told = (await atServer(read, parts)) ?? unknown('not_known')
    // A lot that nobody knows yet is of a product that is known: a delivery, seen for the first time.
    const item = told.kind === 'unknown' ? await product(read, parts.cache) : null
    if (item !== null) return { ...item, ...about, source: 'cache' }
    return { ...told, ...about, source: told.kind === 'unknown' && told.why === 'offline' ? 'cache' : 'server' }
  }
}

const unknown = (why: Unknown['why'], said: { message: string; hint: string } | null = null): Unknown => ({
  kind: 'unknown',
  why,
  message: said?.message ?? null,
  hint: said?.hint ?? null,
})

const saysSomething = (label: Read['label']) => label !== null && Object.values(label).some(value => value !== null)

async function inCache(read: Read, cache: ScanCache): Promise<Known | null> {
  if (read.own_hold !== null) return { kind: 'hold', hold_id: read.own_hold }
  return (await coded(read.plain, cache)) ?? (await labelled(read, cache)) ?? (await placed(read, cache))
}

const ofLots = (lots: readonly Lot[]): Known | null =>
  lots.length > 1 ? { kind: 'lots', lots } : lots[0] === undefined ? null : { kind: 'lot', lot: lots[0] }

/** A code that stands by itself. A lot is meant far more often than a place, and a place than a badge. */
async function coded(code: string | null, cache: ScanCache): Promise<Known | null> {
  if (code === null) return null
  const lots = ofLots(await cache.lotByCode(code, null))
  if (lots !== null) return lots
  const location = (await cache.locationByCode(code)) ?? (await cache.locationByCode(code.toLowerCase()))
  if (location !== null) return { kind: 'location', location }
  const person = await cache.personByBadge(code)
  return person === null ? null : { kind: 'person', person }
}

async function labelled({ label, own_lot, beside }: Read, cache: ScanCache): Promise<Known | null> {
  if (own_lot !== null) return ofLots(await cache.lotByCode(own_lot, null))
  if (label === null) return null
  const unit = label.sscc === null ? null : await cache.huBySscc(label.sscc)
  if (unit !== null) return { kind: 'handling_unit', unit }
  const code = label.lot ?? beside
  const lots = code === null ? null : ofLots(await cache.lotByCode(code, label.gtin))
  if (lots !== null) return lots
  // A lot that this tablet does not remember may still be known to the appliance: its product alone is no answer.
  return code === null && label.sscc === null ? product({ label }, cache) : null
}

async function product({ label }: Pick<Read, 'label'>, cache: ScanCache): Promise<Known | null> {
  const gtin = label?.gtin ?? null
  const item = gtin === null ? null : await cache.itemByGtin(gtin)
  return item === null ? null : { kind: 'item', item }
}

/** A place on a GS1 label: the GLN of the site with our own id as its extension (414, 254). */
async function placed({ label }: Read, cache: ScanCache): Promise<Known | null> {
  const id = label?.gln_extension ?? null
  if (id === null) return null
  const location = (await cache.locationByCode(id)) ?? (await cache.locationByCode(id.toLowerCase()))
  return location === null ? null : { kind: 'location', location }
}

const SIGNED_OUT: ReadonlySet<string> = new Set(['unauthenticated', 'token_expired', 'token_invalid'])

/** What the appliance knows of it; null when it knows nothing. */
async function atServer(read: Read, parts: ResolveParts): Promise<Known | Unknown | null> {
  const { server } = parts
  if (!server.reachable()) return unknown('offline')
  const answer = await server.readScan([...read.symbols])
  if (answer.ok) return known(answer.value, read, parts)
  const { code, passing } = answer.trouble
  if (code === 'scan_unknown') return null
  // Without an answer, or signed out meanwhile, nothing is known of it yet; what is refused for good says so.
  const isOpen = passing || code === 'unreachable' || SIGNED_OUT.has(code)
  if (isOpen) return unknown('offline')
  const { title: message, hint } = troubleWords(answer.trouble)
  return unknown('not_known', { message, hint })
}

async function known(answer: ScanAnswer, { label }: Read, { cache, server }: ResolveParts): Promise<Known | null> {
  const { what, lots, hold_id } = answer
  if (what === 'hold' && hold_id !== null) return { kind: 'hold', hold_id }
  const [first] = lots
  // A pallet that this tablet has not heard of yet is worth its lots.
  if (first === undefined) {
    const sscc = label?.sscc ?? null
    const unit = sscc === null ? null : await cache.huBySscc(sscc)
    return unit === null ? null : { kind: 'handling_unit', unit }
  }
  if (lots.length > 1) return { kind: 'lots', lots }
  const lot = await server.lot(first.lot_id)
  return lot.ok ? { kind: 'lot', lot: lot.value } : { kind: 'lots', lots }
}
