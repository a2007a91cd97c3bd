import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandAnswer, CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import type { LotRegistration } from '@flowviz/contract/lot'
import { uuidMaker } from '@flowviz/contract/uuid'
import { onTestFinished } from 'vitest'
import type { Command, CommandGives, CommandKind, CommandTakes } from '../command.ts'
import { openPlantEngine, type PlantEngine, type PlantFile } from '../plant-engine.ts'
import { OPERATOR, SITE } from './actor.ts'

export { BOX, OPERATOR, SITE } from './actor.ts'
export { CAPTURED } from './captured.ts'

export const KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
export const START_MS = Date.UTC(2026, 10, 23, 5)

/** A folder that is gone when the test ends. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'flowviz-store-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Random bytes that are the same in every run. */
export function seeded(seed: number): (count: number) => Uint8Array {
  let state = seed
  return count =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    })
}

export interface Box {
  path: string
  engine: PlantEngine
  /** Milliseconds that the clock shows; a test moves it. */
  clock: { ms: number }
  /** Does one command; throws its refusal as `code`. */
  submit<K extends CommandKind>(kind: K, takes: CommandTakes<K>): CommandGives<K>
  /** Does what a person does; OPERATOR, unsigned and not weighed unless `change` says otherwise. */
  act<C extends CommandName>(
    name: C,
    given: { params?: CommandParams<C>; body: CommandBody<C> },
    change?: Partial<CommandTakes<'act'>>,
  ): CommandAnswer<C>
}

/** A `plant.db` in this thread, with a clock and ids that the test owns; closed when the test ends. */
export function openBox(change: Partial<PlantFile> & { seed?: number } = {}): Box {
  const { seed = 1, ...file } = change
  const path = file.path ?? join(folder(), 'plant.db')
  const clock = { ms: START_MS }
  const now = () => clock.ms
  const engine = openPlantEngine(
    { path, site: SITE, boxKeyPem: KEY, version: '0.1.0', litestream: false, awaitHeal: false, ...file },
    { now, newId: uuidMaker(now, seeded(seed)) },
  )
  onTestFinished(() => {
    if (engine.db.open) engine.close()
  })
  const submit: Box['submit'] = (kind, takes) => {
    const [outcome] = engine.run([{ kind, takes } as unknown as Command])
    if (!outcome!.ok) throw Object.assign(new Error(outcome!.message), { code: outcome!.code, ...outcome!.extra })
    return outcome!.gives as never
  }
  return {
    path,
    engine,
    clock,
    submit,
    act: (name, given, change) => submit('act', asked(name, given, change)) as never,
  }
}

/** A command of a person as it reaches the writer. */
export function asked<C extends CommandName>(
  name: C,
  { params, body }: { params?: CommandParams<C>; body: CommandBody<C> },
  change: Partial<CommandTakes<'act'>> = {},
): CommandTakes<'act'> {
  const none = { captured: null, signer: null, witness: null, idempotency: null }
  return { name, actor: OPERATOR, params: params ?? {}, body, ...none, ...change } as CommandTakes<'act'>
}

/** The code of what a call throws, or null. */
export function refusal(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

export function lot(change: Partial<LotRegistration> = {}, key: string | null = null): CommandTakes<'register-lot'> {
  return {
    actor: OPERATOR,
    registration: { lot_type: 'RAW', weight_kg: '12.50', ...change },
    captured: null,
    idempotency: key === null ? null : { key, digest: 'd'.repeat(64) },
  }
}

export function lotCommand(change: Partial<LotRegistration> = {}, key: string | null = null): Command {
  return { kind: 'register-lot', takes: lot(change, key) }
}
