import { FlowError } from '@flowviz/contract/error'
import { cellOf } from '../profile/cell.ts'
import type { Point, Profile, Read } from '../profile/schema.ts'
import type { Wave } from '../profile/simulation.ts'
import { numberOf } from '../protocol/modbus-registers.ts'
import { registersOf } from './encode.ts'

type Registers = Map<string, number>
const keyOf = (fc: number, address: number) => `${fc} ${address}`
const HOUR_MS = 3_600_000

/** The registers of a device as its profile describes it: its values move as the profile says, until they are set. */
export class ProfileModel {
  readonly #profile: Profile
  readonly #now: () => number
  readonly #began: number
  readonly #set = new Map<string, string>()
  #broken = false
  #registers: Registers = new Map()

  constructor(profile: Profile, now: () => number) {
    this.#profile = profile
    this.#now = now
    this.#began = now()
    this.look()
  }

  /** Sets values by their point, in its unit; they stay so. @throws FlowError config_invalid */
  set(values: Readonly<Record<string, string>>): void {
    for (const key of Object.keys(values))
      if (!this.#profile.points.some(point => point.key === key))
        throw new FlowError('config_invalid', `${this.#profile.profile} has no ${key}.`)
    for (const [key, value] of Object.entries(values)) this.#set.set(key, value)
  }

  /** Every value becomes what the device sends when its sensor is broken, where it has such a thing. */
  breakSensor(broken: boolean): void {
    this.#broken = broken
  }

  /** Lets the values move to the present. Between two looks they stand still, so that no read sees half of a number. */
  look(): void {
    const registers: Registers = new Map()
    const { points, simulator } = this.#profile
    for (const { fc, address, values } of simulator?.registers ?? [])
      values.forEach((word, at) => {
        registers.set(keyOf(fc, address + at), word)
      })
    for (const point of points) {
      const { fc, address } = cellOf(point.read, this.#profile.transport)
      this.#wordsOf(point, registers).forEach((word, at) => {
        registers.set(keyOf(fc, address + at), word)
      })
    }
    this.#registers = registers
  }

  /** One register, or 0 or 1 of a bit; null where the device has none. */
  register(address: number, fc: number): number | null {
    return this.#registers.get(keyOf(fc, address)) ?? null
  }

  #wordsOf(point: Point, registers: Registers): number[] {
    const { read, scale = '1', offset = '0', places_from } = point
    if (read.type === 'text') return []
    if (read.type === 'bool') return [this.#valueOf(point.key) === 0 ? 0 : 1]
    const broken = this.#broken ? brokenWords(point) : null
    if (broken !== null) return broken
    const places =
      places_from === undefined ? 0 : (places_from.map[String(this.#codeOf(places_from.read, registers))] ?? 0)
    const raw = ((this.#valueOf(point.key) - Number(offset)) / Number(scale)) * 10 ** places
    return registersOf(raw * 2 ** (read.bit ?? read.shift ?? 0), read.type, read.order)
  }

  #valueOf(key: string): number {
    const set = this.#set.get(key)
    if (set !== undefined) return Number(set)
    const wave = this.#profile.simulator?.points[key]
    return wave === undefined ? 0 : waveAt(wave, this.#now() - this.#began)
  }

  #codeOf(read: Read, registers: Registers): number {
    const { fc, address, count } = cellOf(read, this.#profile.transport)
    const words = Array.from({ length: count }, (_, at) => registers.get(keyOf(fc, address + at)) ?? 0)
    const code = read.type === 'text' || read.type === 'bool' ? 0 : (numberOf(words, read.type, read.order) ?? 0)
    return (code & (read.mask ?? 0xffff)) >> (read.shift ?? 0)
  }
}

/** Where a wave is so many ms after its start; with as many places as its mean, as a display would have it. */
function waveAt(wave: Wave, ms: number): number {
  const places = wave.mean.split('.')[1]?.length ?? 0
  return Number((Number(wave.mean) + moved(wave, ms)).toFixed(places))
}

function moved(wave: Wave, ms: number): number {
  switch (wave.wave) {
    case 'constant':
      return 0
    case 'ramp':
      return (Number(wave.rate) * ms) / HOUR_MS
    case 'sine':
      return Number(wave.amp) * Math.sin((ms / 1_000 / wave.period_s) * 2 * Math.PI)
    case 'square':
      return Number(wave.amp) * ((ms / 1_000 / wave.period_s) % 1 < 0.5 ? 1 : -1)
  }
}

function brokenWords({ read, sentinels }: Point): number[] | null {
  if (read.type === 'text' || read.type === 'bool') return null
  if (read.type.startsWith('float')) return registersOf(Number.NaN, read.type, read.order)
  const [sentinel] = sentinels ?? []
  if (sentinel === undefined) return null
  if ('raw' in sentinel) return sentinel.raw.match(/.{4}/g)!.map(word => Number.parseInt(word, 16))
  return registersOf('equals' in sentinel ? sentinel.equals : sentinel.from, read.type, read.order)
}
