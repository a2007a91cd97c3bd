import { scaleDecimal } from '@flowviz/contract/decimal'

export interface ClimateOptions {
  temperature_c: string
  humidity: string
  /** How far the room swings about its mean, in °C, as its compressor goes on and off. */
  swing_c: string
  now: () => number
  random: () => number
}

const PERIOD_MS = 900_000
const SENTINEL = 0x7fff

/** The air of a cold room: a mean, a slow swing and a little noise, in tenths. */
export class ClimateModel {
  readonly #options: ClimateOptions
  #temperature: number
  #humidity: number
  #swing: number
  #broken = false

  constructor(options: ClimateOptions) {
    this.#options = options
    this.#temperature = scaleDecimal(options.temperature_c, 1)
    this.#humidity = scaleDecimal(options.humidity, 1)
    this.#swing = scaleDecimal(options.swing_c, 1)
  }

  /** Sets the air to exactly this temperature, in °C; the swing stops. */
  setTemperature(celsius: string): void {
    this.#temperature = scaleDecimal(celsius, 1)
    this.#swing = 0
  }

  /** Relative humidity in percent. */
  setHumidity(percent: string): void {
    this.#humidity = scaleDecimal(percent, 1)
  }

  /** Breaks the probe's wire, or mends it. */
  breakProbe(broken: boolean): void {
    this.#broken = broken
  }

  /** Temperature (int16) and humidity (uint16), tenths: what the transmitter holds in its registers 1 and 2. */
  registers(): [number, number] {
    if (this.#broken) return [SENTINEL, SENTINEL]
    const { temperature, humidity } = this.tenths()
    return [temperature & 0xffff, humidity]
  }

  tenths(): { temperature: number; humidity: number } {
    const { now, random } = this.#options
    const still = this.#swing === 0
    const wave = this.#swing * Math.sin((now() / PERIOD_MS) * 2 * Math.PI)
    const noise = still ? 0 : Math.round(random() * 2 - 1)
    return {
      temperature: Math.round(this.#temperature + wave) + noise,
      humidity: Math.min(1_000, Math.max(0, this.#humidity + noise * 3)),
    }
  }
}
