import type { BadReason } from '@flowviz/contract/quality'
import { decimalOf } from '../../scale/decimal.ts'
import { fit } from '../../scale/fit.ts'
import { NOISE, type Said, type Weight } from '../../scale/said.ts'

const ETX = '\x03'
const STATUS = String.raw`S?(?<status>[0-?][0-?p-\x7f]{1,3})\r${ETX}$`
const LOAD = String.raw`^\n(?<load>[ \d.+^_-]{3,12}?) ?(?<unit>[A-Za-z%]{1,2}) ?\r`
const WEIGHT = new RegExp(String.raw`${LOAD}\n?${STATUS}`)
/** Some leave the status out as long as there is nothing to tell. */
const BARE = new RegExp(`${LOAD}${ETX}$`)
const STATE = new RegExp(String.raw`^\n${STATUS}`)
const UNKNOWN = new RegExp(String.raw`^\n\?\r${ETX}$`)

/** Bit 6 of the second and the third byte says that another one follows. */
const MORE = 0x40

interface State {
  reason: BadReason | null
  moving: boolean
  at_zero: boolean
  basis: Weight['basis']
}

/** One reply of SCP-01: a weight with its status bytes, in which errors and the ends of the range have the last word. */
export function decode(frame: Uint8Array): Said {
  const weight = fit(frame, WEIGHT)
  if (weight !== null) return loadOf(weight, stateOf(weight.status!))
  const bare = fit(frame, BARE)
  if (bare !== null) return loadOf(bare, undefined)
  if (fit(frame, UNKNOWN) !== null) return { kind: 'ack', done: false, detail: 'The scale does not know the command.' }
  const status = fit(frame, STATE)?.status
  const state = status === undefined ? null : stateOf(status)
  if (state === null) return NOISE
  if (state.reason !== null) return { kind: 'status', reason: state.reason }
  return state.moving ? { kind: 'status', reason: 'busy' } : { kind: 'info', text: `status ${status}` }
}

/** What the status bytes say; null when they are none. */
function stateOf(status: string): State | null {
  const [h1 = 0, h2 = 0, h3] = [...status].map(character => character.charCodeAt(0))
  const length = (h2 & MORE) === 0 ? 2 : (h3 ?? 0) & MORE ? 4 : 3
  if (status.length !== length) return null
  return {
    reason: reasonOf({ h1, h2, h3: h3 ?? 0 }),
    moving: (h1 & 1) !== 0,
    at_zero: (h1 & 2) !== 0,
    basis: h3 === undefined ? 'unknown' : (h3 & 4) !== 0 ? 'net' : 'gross',
  }
}

function reasonOf({ h1, h2, h3 }: { h1: number; h2: number; h3: number }): BadReason | null {
  if ((h1 & 0x0c) !== 0 || (h2 & 4) !== 0) return 'device_exception'
  if ((h2 & 8) !== 0) return 'config_error'
  if ((h2 & 2) !== 0) return 'overload'
  if ((h2 & 1) !== 0) return 'underload'
  return (h3 & 8) !== 0 ? 'zero_error' : null
}

/** @param state undefined when the scale sent none, null when what it sent is none */
function loadOf({ load = '', unit }: Record<string, string | undefined>, state: State | null | undefined): Said {
  if (state === null) return NOISE
  const reason = state?.reason ?? fillOf(load)
  if (reason !== null) return { kind: 'status', reason }
  const value = decimalOf(load)
  if (value === null) return NOISE
  return {
    kind: 'weight',
    value,
    unit: unit!,
    stable: state === undefined ? null : !state.moving,
    basis: state?.basis ?? 'unknown',
    ...(state === undefined ? {} : { at_zero: state.at_zero }),
  }
}

/** Where there is no weight its digits are filled with the reason. */
function fillOf(load: string): BadReason | null {
  if (/^[ .^]*\^[ .^]*$/.test(load)) return 'overload'
  if (/^[ ._]*_[ ._]*$/.test(load)) return 'underload'
  return /^[ .]*-{2}[ .-]*$/.test(load) ? 'zero_error' : null
}
