import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { hexOf } from '@flowviz/contract/chain'
import type { CommandName } from '@flowviz/contract/command'
import type { ErrorCode } from '@flowviz/contract/error'
import type { LedgerEvent } from '@flowviz/contract/event'
import { uuidMaker } from '@flowviz/contract/uuid'
import fc from 'fast-check'
import type { LedgerRow } from '../../parts.ts'
import { type PlantStore, plantStore } from '../../store/plant-store.ts'
import type { Command, Outcome } from '../command.ts'
import { openPlantEngine, type PlantEngine } from '../plant-engine.ts'
import { BOX, SITE } from './actor.ts'
import type { Told } from './oracle/told.ts'
import { crewOf, hire } from './plant/crew.ts'
import { bytesOf, diceOf } from './plant/dice.ts'
import { FURNITURE } from './plant/furnish.ts'
import { listen } from './plant/room.ts'
import type { Scene } from './plant/scene.ts'
import { commandOf, think } from './plant/think.ts'

export const PLANT_KEY = generateKeyPairSync('ed25519').privateKey
const PEM = PLANT_KEY.export({ type: 'pkcs8', format: 'pem' }) as string
const START_MS = Date.UTC(2026, 10, 23, 5)
const HOUR_MS = 3_600_000

/** Some commands that reach the writer together, and what comes after them. */
export interface Beat {
  seed: number
  after: 'work' | 'night' | 'restart'
}

/** Days of a plant; each beat depends on what the plant is like when it comes. */
export const beats = (constraints: { minLength: number; maxLength: number }): fc.Arbitrary<Beat[]> =>
  fc.array(
    fc.record({
      seed: fc.noBias(fc.noShrink(fc.nat())),
      after: fc.oneof(
        { weight: 30, arbitrary: fc.constant('work' as const) },
        { weight: 1, arbitrary: fc.constant('night' as const) },
        { weight: 1, arbitrary: fc.constant('restart' as const) },
      ),
    }),
    { ...constraints, size: 'max' },
  )

/** A whole plant in this thread that lives a random history, in a file that is not there yet. */
export class RandomPlant {
  /** How often each command was done, and each code refused one. */
  readonly done = new Map<CommandName, number>()
  readonly refused = new Map<ErrorCode, number>()
  readonly clock = { ms: START_MS }
  readonly #path: string
  readonly #now = () => this.clock.ms
  readonly #newId = uuidMaker(this.#now, bytesOf(diceOf(1)))
  readonly #answers = new Map<string, { command: Command; gives: unknown }>()
  readonly #lot_ids: string[] = []
  #seen = 0
  #engine: PlantEngine
  #store: PlantStore

  /** Opens it, hires its crew and furnishes it. */
  constructor(path: string) {
    this.#path = path
    this.#engine = this.#open()
    this.#store = plantStore(this.#engine.db)
    const [first, second] = crewOf('MANAGER')
    const dice = diceOf(2)
    this.#run([hire])
    this.#run(FURNITURE.map(said => commandOf(said, dice, said.name.startsWith('approve') ? second : first)))
    if (this.refused.size > 0) throw new Error(`the furniture was refused: ${[...this.refused.keys()].join(', ')}`)
  }

  /** The writer of its file; another one after a restart. */
  get engine(): PlantEngine {
    return this.#engine
  }

  live({ seed, after }: Beat): void {
    const scene = this.#look(seed)
    const again = scene.dice.recent([...this.#answers.values()])
    const commands = Array.from({ length: scene.dice.one(1, 1, 2, 2, 3, 8) }, () => think(scene))
    this.#run(again !== undefined && scene.dice.chance(4) ? [...commands, again.command] : commands)
    this.clock.ms += scene.dice.below(HOUR_MS / 5)
    if (after === 'night') this.clock.ms += 18 * HOUR_MS
    if (after === 'restart') this.#restart()
  }

  /** Judges the room up to now and signs the head, as the plant does every minute. */
  settle(): void {
    this.#run([listen(this.#look(0))])
    this.#engine.tick()
  }

  /** Every row of the ledger behind a number. */
  told(from = 0): Told[] {
    return this.rows(from).map(({ body, hash }) => ({ event: JSON.parse(body) as LedgerEvent, hash: hexOf(hash) }))
  }
  rows(from = 0): LedgerRow[] {
    return this.#store.ledger.rows(from + 1, 1_000_000)
  }

  /** Writes the file as it is now to another one. */
  keep(copy: string): void {
    this.#engine.db.exec(`VACUUM INTO '${copy}'`)
  }

  /** Loses what came after a copy: the plant goes on from there in a new epoch. Gives the rows that were lost. */
  lose(copy: string): LedgerRow[] {
    const rows = this.rows()
    this.#engine.close()
    for (const file of [this.#path, `${this.#path}-wal`, `${this.#path}-shm`]) rmSync(file, { force: true })
    copyFileSync(copy, this.#path)
    this.#engine = this.#open()
    this.#store = plantStore(this.#engine.db)
    const held = this.#engine.head().seq
    this.#answers.clear()
    this.#lot_ids.length = 0
    this.#seen = 0
    this.#run([{ kind: 'start-epoch', takes: { actor: BOX, cause: 'restored', readings_seq: 0 } }])
    return rows.slice(held)
  }

  /** Takes rows back that headquarters still had. */
  recover(rows: readonly LedgerRow[]): void {
    const commands = rows.map(({ seq, hash, body }): Command => {
      const takes = { actor: BOX, epoch: 1, seq, hash: hexOf(hash), body }
      return { kind: 'recover-event', takes }
    })
    this.#run(commands)
  }

  #open(): PlantEngine {
    const file = { site: SITE, boxKeyPem: PEM, version: '0.1.0', litestream: false, awaitHeal: false }
    return openPlantEngine({ path: this.#path, ...file }, { now: this.#now, newId: this.#newId })
  }

  #restart(): void {
    this.#engine.tick()
    this.#engine.rest()
    this.#engine.close()
    this.#engine = this.#open()
    this.#store = plantStore(this.#engine.db)
  }

  #look(seed: number): Scene {
    for (const { event } of this.told(this.#seen)) {
      if (event.type === 'lot.registered') this.#lot_ids.push(event.data.lot_id)
      this.#seen = event.seq
    }
    const { ms: now_ms } = this.clock
    return { dice: diceOf(seed), store: this.#store, lot_ids: this.#lot_ids, now_ms, seq: this.#seen }
  }

  #run(commands: Command[]): void {
    this.#engine.run(commands).forEach((outcome, at) => {
      this.#note(commands[at]!, outcome)
    })
  }

  /** A refusal is part of a history; a defect is none. */
  #note(command: Command, outcome: Outcome): void {
    if (!outcome.ok) {
      if (outcome.code === 'internal') throw new Error(`${JSON.stringify(command)}\n${outcome.message}`)
      this.refused.set(outcome.code, (this.refused.get(outcome.code) ?? 0) + 1)
    }
    if (command.kind !== 'act' || !outcome.ok) return
    const { name, idempotency } = command.takes
    this.done.set(name, (this.done.get(name) ?? 0) + 1)
    if (idempotency === null) return
    const gives: unknown = JSON.parse(JSON.stringify(outcome.gives))
    const before = this.#answers.get(idempotency.key)
    if (before !== undefined && !isDeepStrictEqual(before.gives, gives))
      throw new Error(`${name} was done once and has two answers`)
    this.#answers.set(idempotency.key, { command, gives })
  }
}
