import type { Unit } from '@flowviz/contract/unit'
import { unitOf } from './datatype.ts'
import type { Metric } from './payload.ts'

/** What a birth says of a metric, for the data that come after it. */
export interface Definition {
  name: string
  datatype: number
  unit: Unit | null
}

/** The metrics of a node or a device, as its latest birth has named them. */
export class Scope {
  readonly #byName = new Map<string, Definition>()
  readonly #byAlias = new Map<bigint, Definition>()

  constructor(birth: readonly Metric[]) {
    for (const { name, alias, datatype, unit } of birth) {
      if (name === null || datatype === null) continue
      const definition = { name, datatype, unit: unitOf(unit) }
      this.#byName.set(name, definition)
      if (alias !== null) this.#byAlias.set(alias, definition)
    }
  }

  /** What a metric is, by its name or its alias; undefined when no birth has told, or the two do not agree. */
  definition({ name, alias }: Metric): Definition | undefined {
    if (name === null) return alias === null ? undefined : this.#byAlias.get(alias)
    const named = this.#byName.get(name)
    const aliased = alias === null ? undefined : this.#byAlias.get(alias)
    return aliased === undefined || aliased === named ? named : undefined
  }
}
