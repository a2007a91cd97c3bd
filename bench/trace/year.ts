/** Rows of one table, in the order of its columns. */
export interface Batch {
  table: TableName
  rows: (string | number | null)[][]
}
export type TableName = keyof typeof COLUMNS

/** What is generated, column by column; ids are hex. */
export const COLUMNS = {
  lot: [
    'lot_key',
    'lot_id',
    'tlc_source',
    'lot_code',
    'lot_type',
    'weight_mg',
    'day',
    'seq',
    'status',
    'gate_passed',
    'item_id',
    'line',
  ],
  stage: ['stage_key', 'run_id', 'stage'],
  link: ['src', 'dst', 'seq', 'n', 'kind', 'weight_mg'],
  posting: ['seq', 'n', 'lot_key', 'from_account', 'to_account', 'weight_mg'],
  gate: ['seq', 'lot_key', 'gate_no', 'ccp', 'decision'],
  stock: ['lot_key', 'location_id', 'hu_id', 'weight_mg', 'since', 'since_seq'],
  record: ['kind', 'id', 'state', 'at', 'seq', 'body'],
} as const

export interface YearPlan {
  days: number
  seed: number
}

const SILOS = 8
const KG = 1_000_000
const CUSTOMERS = 40
const START = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000
/** Above the numbers that the ledger of a benchmark comes to. */
const SEQ = 100_000_000

/** A random number below one, the same in every run. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const hexOf = (kind: number, key: number): string =>
  `0193${kind.toString(16).padStart(8, '0')}7000a${'0'.repeat(3)}${key.toString(16).padStart(12, '0')}`.slice(0, 32)
export const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/**
 * A plant's year in three levels of recipes: eight silos that are filled over their rest every day, mixes, dishes,
 * packed goods. The rest in the silos makes the long tail; one run in a hundred takes rework of the day before.
 */
export function* year({ days, seed }: YearPlan): Generator<Batch> {
  const plant = new Plant(random(seed))
  yield { table: 'record', rows: customers() }
  for (let day = 0; day < days; day++) {
    plant.live(day, days)
    yield* plant.take()
  }
}

function customers(): Batch['rows'] {
  return Array.from({ length: CUSTOMERS }, (_, at) => {
    const party = {
      party_id: `customer-${at}`,
      title: `Customer ${at}`,
      kinds: ['customer'],
      phone: '+49 40 1',
      city: 'Hamburg',
    }
    return ['party', party.party_id, 'ACTIVE', SEQ, SEQ, JSON.stringify({ party, version: 1 })]
  })
}

interface RunPlan {
  inputs: readonly number[]
  outputs: number
  lot_type: 'WIP' | 'FG'
  level: number
  rework?: boolean
}

class Plant {
  readonly #random: () => number
  #rows = new Map<TableName, Batch['rows']>()
  #lot = 0
  #stage = 0
  #seq = SEQ
  #day = ''
  #late = false
  #silos: number[] = []
  #rework: number[] = []

  constructor(next: () => number) {
    this.#random = next
  }

  *take(): Generator<Batch> {
    for (const [table, rows] of this.#rows) yield { table, rows }
    this.#rows = new Map()
  }

  live(day: number, days: number): void {
    this.#day = new Date(START + day * DAY_MS).toISOString().slice(0, 10)
    this.#late = day >= days - 5
    const raws = Array.from({ length: SILOS }, () => this.#deliver(30))
    this.#silos = raws.map((raw, silo) => {
      const rest = this.#silos[silo]
      const inputs = rest === undefined ? raw.slice(0, 12) : [rest, ...raw.slice(0, 12)]
      return this.#produce({ inputs, outputs: 1, lot_type: 'WIP', level: 0 })[0]!
    })
    const again = this.#rework
    this.#rework = []
    for (let silo = 0; silo < SILOS; silo++) this.#cook(raws[silo]!, { silo, again })
  }

  #cook(raw: readonly number[], { silo, again }: { silo: number; again: number[] }): void {
    const mixes = this.#runs(30, () => {
      const other = this.#silos[(silo + 1 + Math.floor(this.#random() * 2)) % SILOS]!
      const inputs = [this.#silos[silo]!, ...(this.#random() < 0.2 ? [other] : []), ...this.#some(raw, 6)]
      return { inputs, outputs: 2, lot_type: 'WIP', level: 1 }
    })
    const dishes = this.#runs(25, () => {
      const back = this.#random() < 0.01 ? again.splice(0, 1) : []
      return {
        inputs: [...this.#some(mixes, 3), ...this.#some(raw, 3), ...back],
        outputs: 3,
        lot_type: 'WIP',
        level: 2,
      }
    })
    this.#runs(22, () => ({
      inputs: [...this.#some(dishes, 4), ...this.#some(raw, 13)],
      outputs: 8,
      lot_type: 'FG',
      level: 3,
      rework: this.#random() < 0.01,
    }))
  }

  #runs(count: number, plan: () => RunPlan): number[] {
    return Array.from({ length: count }, () => this.#produce(plan())).flat()
  }

  #deliver(count: number): number[] {
    return Array.from({ length: count }, (_, at) => this.#register('RAW', { item: `raw-${at}`, weight_mg: 500 * KG }))
  }

  #produce({ inputs, outputs, lot_type, level, rework }: RunPlan): number[] {
    this.#stage += 1
    const stage = this.#stage
    const run_id = hexOf(2, stage)
    const line = `L${1 + (stage % 6)}`
    this.#add('stage', [stage, run_id, 1])
    const body = {
      run_id: uuidOf(run_id),
      run_code: `RUN-${stage}`,
      state: 'CLOSED',
      line,
      item_id: `item-${level}`,
      product: `Dish ${level}`,
    }
    this.#add('record', ['run', body.run_id, 'CLOSED', this.#seq, this.#seq, JSON.stringify(body)])
    for (const lot of new Set(inputs)) {
      const seq = this.#next()
      this.#add('link', [lot, -stage, seq, 0, 'TRANSFORM', 5 * KG])
      this.#add('posting', [seq, 0, lot, 'location:store', `run:${body.run_id}`, 5 * KG])
    }
    return Array.from({ length: outputs }, (_, at) => {
      const back = rework === true && at === 0
      const lot = this.#register(back ? 'REWORK' : lot_type, {
        item: `item-${level}-${stage % 20}`,
        weight_mg: 40 * KG,
        line,
      })
      this.#add('link', [-stage, lot, this.#next(), 0, back ? 'REWORK' : 'TRANSFORM', 40 * KG])
      if (back) this.#rework.push(lot)
      else if (lot_type === 'FG') this.#leave(lot)
      return lot
    })
  }

  #leave(lot: number): void {
    const at = Math.floor(this.#random() * CUSTOMERS)
    if (this.#late) this.#add('stock', [lot, 'dispatch', '', 40 * KG, `${this.#day}T12:00:00.000Z`, this.#seq])
    else this.#add('posting', [this.#next(), 0, lot, 'location:dispatch', `customer:customer-${at}`, 40 * KG])
  }

  #register(
    lot_type: string,
    { item, weight_mg, line = null }: { item: string; weight_mg: number; line?: string | null },
  ): number {
    this.#lot += 1
    const key = this.#lot
    const seq = this.#next()
    const passed = lot_type === 'FG' ? 7 : 4
    this.#add('lot', [
      key,
      hexOf(1, key),
      'bench',
      `LOT-${key}`,
      lot_type,
      weight_mg,
      this.#day,
      seq,
      'AVAILABLE',
      passed,
      item,
      line,
    ])
    this.#add('gate', [this.#next(), key, 1, 0, 'PASS'])
    if (lot_type === 'FG') this.#add('gate', [this.#next(), key, 7, 1, 'PASS'])
    return key
  }

  #some(lots: readonly number[], count: number): number[] {
    return Array.from({ length: count }, () => lots[Math.floor(this.#random() * lots.length)]!)
  }

  #next(): number {
    this.#seq += 1
    return this.#seq
  }

  #add(table: TableName, row: Batch['rows'][number]): void {
    const rows = this.#rows.get(table)
    if (rows === undefined) this.#rows.set(table, [row])
    else rows.push(row)
  }
}
