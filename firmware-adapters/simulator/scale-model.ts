import { decimalOf, scaleDecimal } from '@flowviz/contract/decimal'

export interface ScaleModelOptions {
  /** Largest load and display step, decimals in kg. */
  capacity_kg: string
  step_kg: string
  /** Puts loads on and takes them off by itself. */
  cycle: boolean
  /** How long a load swings; 1400 when it is left out. */
  settle_ms?: number
  now: () => number
  random: () => number
}

/** What the display shows: a value in kg, or why there is none. */
export type Shown = { kind: 'weight'; value: string; stable: boolean } | { kind: 'overload' } | { kind: 'underload' }

const SETTLE_MS = 1_400
/** So many times its time constant a load swings. */
const TAUS = 5.6
/** A load stands, and the pan is empty, for this long: least and spread. */
const LOADED_MS = [5_000, 7_000] as const
const EMPTY_MS = [2_500, 4_000] as const

/**
 * A platform scale: a load settles like a damped mass, the display rounds to its step, a tare is taken off, and what
 * lies outside the range is no weight. Counts in grams of the sensor, shows kilograms.
 */
export class ScaleModel {
  readonly #options: ScaleModelOptions
  readonly #capacity_g: number
  readonly #step_g: number
  readonly #places: number
  readonly #settle_ms: number
  #from_g = 0
  #target_g = 0
  #changedAt: number
  #nextAt: number
  #cycle: boolean
  #zero_g = 0
  #tare_g = 0
  #drift_g = 0

  constructor(options: ScaleModelOptions) {
    this.#options = options
    this.#capacity_g = scaleDecimal(options.capacity_kg, 3)
    this.#step_g = Math.max(1, scaleDecimal(options.step_kg, 3))
    this.#places = options.step_kg.split('.')[1]?.length ?? 0
    this.#cycle = options.cycle
    this.#settle_ms = options.settle_ms ?? SETTLE_MS
    this.#changedAt = options.now() - this.#settle_ms
    this.#nextAt = options.now() + EMPTY_MS[0]
  }

  /** Puts exactly this load on the pan, in kg; the cycle stands still from now on. */
  load(kg: string): void {
    this.#cycle = false
    this.#move(scaleDecimal(kg, 3))
  }

  /** Lets the cycle run or stand. */
  cycle(running: boolean): void {
    this.#cycle = running
    this.#nextAt = this.#options.now() + EMPTY_MS[0]
  }

  /** Shifts the sensor, as age and temperature do. */
  drift(kg: string): void {
    this.#drift_g = scaleDecimal(kg, 3)
  }

  show(): Shown {
    this.#turn()
    const { random } = this.#options
    const stable = this.stable
    const noise = stable ? 0 : (random() - 0.5) * 4 * this.#step_g
    const gross = this.#gross() + noise
    if (gross > this.#capacity_g + 9 * this.#step_g) return { kind: 'overload' }
    if (gross < -20 * this.#step_g) return { kind: 'underload' }
    return { kind: 'weight', value: this.#text(gross - this.#tare_g), stable }
  }

  get stable(): boolean {
    return this.#options.now() - this.#changedAt >= this.#settle_ms
  }

  /** Makes the load the tare; false when it is negative. */
  tare(): boolean {
    const gross = this.#gross()
    if (gross < 0) return false
    this.#tare_g = Math.round(gross / this.#step_g) * this.#step_g
    return true
  }

  presetTare(kg: string): void {
    this.#tare_g = scaleDecimal(kg, 3)
  }

  clearTare(): void {
    this.#tare_g = 0
  }

  get tareText(): string {
    return this.#text(this.#tare_g)
  }

  /** Makes the load the zero, within ± 2 % of the capacity; says on which side it is outside. */
  zero(): 'done' | '+' | '-' {
    const raw = this.#gross() + this.#zero_g
    if (raw > this.#capacity_g * 0.02) return '+'
    if (raw < -this.#capacity_g * 0.02) return '-'
    this.#zero_g = raw
    this.#tare_g = 0
    return 'done'
  }

  /** As after the mains: tare and zero are gone. */
  restart(): void {
    this.#tare_g = 0
    this.#zero_g = 0
  }

  #gross(): number {
    const elapsed = this.#options.now() - this.#changedAt
    const rest = elapsed >= this.#settle_ms ? 0 : Math.exp((-elapsed * TAUS) / this.#settle_ms)
    return this.#target_g + (this.#from_g - this.#target_g) * rest + this.#drift_g - this.#zero_g
  }

  #text(grams: number): string {
    const steps = Math.round(grams / this.#step_g) * this.#step_g
    return decimalOf(Math.round(steps / 10 ** (3 - this.#places)), this.#places)
  }

  #turn(): void {
    const { now, random } = this.#options
    if (!this.#cycle || now() < this.#nextAt) return
    const loaded = this.#target_g > 0
    const share = 0.05 + random() * 0.6
    this.#move(loaded ? 0 : Math.round((this.#capacity_g * share) / this.#step_g) * this.#step_g)
    const [least, spread] = loaded ? EMPTY_MS : LOADED_MS
    this.#nextAt = now() + least + random() * spread
  }

  #move(grams: number): void {
    this.#from_g = this.#gross() - this.#drift_g + this.#zero_g
    this.#target_g = grams
    this.#changedAt = this.#options.now()
  }
}
