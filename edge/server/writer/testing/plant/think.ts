import { COMMANDS, type CommandName } from '@flowviz/contract/command'
import type { Actor } from '@flowviz/contract/identity'
import type { TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Command } from '../../command.ts'
import { CAPTURED } from '../captured.ts'
import { CREW, mayDo, signerOf } from './crew.ts'
import type { Dice } from './dice.ts'
import { expire, measure, recall, registerOnce, sync } from './room.ts'
import { FLOOR_IDEAS } from './say-floor.ts'
import { GATE_IDEAS } from './say-gate.ts'
import { LOT_IDEAS } from './say-lot.ts'
import { OFFICE_IDEAS } from './say-office.ts'
import { QUALITY_IDEAS } from './say-quality.ts'
import { RUN_IDEAS } from './say-run.ts'
import type { Said, Scene } from './scene.ts'

type Weighted<T> = readonly (readonly [weight: number, of: T])[]

function drawn<T>(from: Weighted<T>, dice: Dice): T {
  let left = dice.below(from.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, of] of from) {
    if (left < weight) return of
    left -= weight
  }
  return from[0]![1]
}

type Thought = (scene: Scene) => Command | null
const spoken =
  (ideas: Weighted<(scene: Scene) => Said | null>): Thought =>
  scene => {
    const said = drawn(ideas, scene.dice)(scene)
    return said === null ? null : commandOf(said, scene.dice)
  }

const THOUGHTS: Weighted<Thought> = [
  [26, spoken(LOT_IDEAS)],
  [52, spoken(RUN_IDEAS)],
  [20, spoken(GATE_IDEAS)],
  [16, spoken(QUALITY_IDEAS)],
  [22, spoken(OFFICE_IDEAS)],
  [5, spoken(FLOOR_IDEAS)],
  [6, measure],
  [2, expire],
  [1, recall],
  [1, sync],
  [1, registerOnce],
]

/** The next thing that happens in a plant; something always does. */
export function think(scene: Scene): Command {
  for (let tries = 0; tries < 20; tries += 1) {
    const command = drawn(THOUGHTS, scene.dice)(scene)
    if (command !== null) return command
  }
  return expire(scene)!
}

const SIGNED: readonly CommandName[] = [
  'disposition-hold',
  'execute-hold',
  'close-deviation',
  'review-records',
  'review-run',
  'reconcile-run',
  'sign-record',
  'decide-gate',
]

const checkers = new Map<object, { Check(value: unknown): boolean }>()
function fits(shape: TObject, value: unknown): boolean {
  const checker = checkers.get(shape) ?? Compile(shape)
  checkers.set(shape, checker)
  return checker.Check(value)
}
/** What a door would not let in never reaches a rule, so no history has it. */
function requireShape({ name, body, params }: Said): void {
  const { body: bodies, params: addresses } = COMMANDS[name]
  if (!fits(bodies, body) || !fits(addresses, params))
    throw new TypeError(`no door takes ${name} ${JSON.stringify(params)} ${JSON.stringify(body)}`)
}

/** A command as the main thread hands it to the writer: somebody who may, who signs as himself, with another witness. */
export function commandOf(said: Said, dice: Dice, by?: Actor): Command {
  requireShape(said)
  const { name, params, body } = said
  const actor = by ?? dice.one(...(mayDo(name) as [Actor, ...Actor[]]))
  const signs = dice.chance(SIGNED.includes(name) ? 92 : 10)
  const vouches = dice.chance(name === 'execute-hold' ? 85 : name === 'decide-gate' ? 25 : 3)
  const others = CREW.filter(({ id }) => id !== actor.id) as [Actor, ...Actor[]]
  const key = dice.chance(15) ? `${name}-${dice.below(1_000_000)}` : null
  const takes = {
    name,
    actor,
    params,
    body,
    captured: body.scale_id === undefined || dice.chance(5) ? null : CAPTURED,
    signer: signs || vouches ? signerOf(actor) : null,
    witness: vouches ? signerOf(dice.one(...others), 'witnessed') : null,
    idempotency: key === null ? null : { key, digest: 'a'.repeat(64) },
  }
  return { kind: 'act', takes } as unknown as Command
}
