import { REGISTERS_OF } from '../protocol/modbus-registers.ts'
import type { FunctionCode, Profile, ProfileTransport, Read, Status } from './schema.ts'

/** Registers, or bits, that belong together and are read in one request: half of a number is never taken with another half. */
export interface Cell {
  fc: FunctionCode
  /** On the wire, from 0. */
  address: number
  count: number
}

/** The first digit of a Modicon number and the table that it stands for. */
const TABLE = { 0: 1, 1: 2, 3: 4, 4: 3 } as const
const HEX = /^(?:0x([0-9a-f]{1,4})|([0-9a-f]{1,4})h)$/i
const MODICON = /^([0134])(\d{4,5})$/

/** The address on the wire of a read as its manual writes it, or what is wrong with it. */
export function wireAddress(read: Read, { notation, address_base }: ProfileTransport): number | string {
  const text = String(read.address)
  if (notation === 'modicon') return modiconAddress(text, read.fc)
  if (notation === 'hex') {
    const found = typeof read.address === 'string' ? HEX.exec(read.address) : null
    if (found === null) return `${text} is no hexadecimal address; write it as '0034h'`
    return onWire(Number.parseInt(found[1] ?? found[2]!, 16) - address_base, text)
  }
  if (typeof read.address !== 'number') return `${text} is no decimal address`
  return onWire(read.address - address_base, text)
}

function modiconAddress(text: string, fc: FunctionCode): number | string {
  // 00001 loses its zeros as a number.
  const found = MODICON.exec(text.padStart(5, '0'))
  if (found === null) return `${text} is no Modicon number; write it as 40001 or 400001`
  const table = TABLE[Number(found[1]) as keyof typeof TABLE]
  if (table !== fc) return `${text} is read with function code ${table}, not with ${fc}`
  return onWire(Number(found[2]) - 1, text)
}

const onWire = (address: number, text: string) =>
  address >= 0 && address <= 0xffff ? address : `${text} is not on the wire, which has 0 to 65,535`

/** How many registers, or bits, a read takes. */
export function countOf({ type, length }: Read): number {
  if (type === 'bool') return 1
  return type === 'text' ? (length ?? 1) : REGISTERS_OF[type]
}

/** Where a read of a checked profile stands. */
export function cellOf(read: Read, transport: ProfileTransport): Cell {
  return { fc: read.fc, address: Number(wireAddress(read, transport)), count: countOf(read) }
}

/** The states of the device that take the value of this point away. */
export const statusOf = (profile: Profile, key: string): Status[] =>
  (profile.status ?? []).filter(({ points }) => points === undefined || points.includes(key))

/** Everything that has to be read to know the value of a point. */
export function readsOf(profile: Profile, key: string): Read[] {
  const point = profile.points.find(point => point.key === key)
  if (point === undefined) return []
  const { read, negative, places_from, unit_from, weight } = point
  const beside = [negative, places_from, unit_from, weight?.stable, weight?.at_zero, ...statusOf(profile, key)]
  return [read, ...beside.flatMap(told => (told === undefined ? [] : [told.read]))]
}
