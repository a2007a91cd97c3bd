import { decimalOf, scaleDecimal } from '@flowviz/contract/decimal'
import type { Display, Key, Panel } from './scale-encoder.ts'
import type { ScaleModel } from './scale-model.ts'

/** The front of a pretended scale: its display and its keys, which do nothing while the load moves. */
export class ScalePanel implements Panel {
  readonly #model: ScaleModel

  constructor(model: ScaleModel) {
    this.#model = model
  }

  show(): Display {
    const shown = this.#model.show()
    const tare = this.#model.tareText
    const places = tare.split('.')[1]?.length ?? 0
    const value = shown.kind === 'weight' ? shown.value : decimalOf(0, places)
    const sum = scaleDecimal(value, places) + scaleDecimal(tare, places)
    return {
      state: shown.kind,
      value,
      gross: decimalOf(sum, places),
      tare,
      net: scaleDecimal(tare, places) !== 0,
      stable: this.#model.stable,
      zero: shown.kind === 'weight' && scaleDecimal(value, places) === 0,
    }
  }

  press(key: Key): boolean {
    if (key === 'clear_tare') {
      this.#model.clearTare()
      return true
    }
    if (!this.#model.stable || this.#model.show().kind !== 'weight') return false
    return key === 'tare' ? this.#model.tare() : this.#model.zero() === 'done'
  }
}
