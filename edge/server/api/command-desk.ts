import { hash } from 'node:crypto'
import {
  COMMANDS,
  type CommandAnswer,
  type CommandBody,
  type CommandName,
  type CommandParams,
} from '@flowviz/contract/command'
import { codeOf, FlowError } from '@flowviz/contract/error'
import type { Actor } from '@flowviz/contract/identity'
import type { Lot } from '@flowviz/contract/lot'
import type { Signer, Signing, Witnessing } from '@flowviz/contract/signature'
import type { FastifyRequest } from 'fastify'
import type { IdempotencyKey } from '../writer/ask.ts'
import type { Sent } from '../writer/tablet-ask.ts'
import { requireElevated } from './elevation.ts'
import { signedInOf } from './identity.ts'
import type { AppParts, DoorParts } from './parts.ts'
import { refusedSteps } from './refused-step.ts'
import { type SignDesk, signDesk } from './signing.ts'
import { actorOf } from './token.ts'

/** A command as it came through a door. */
export interface Given<C extends CommandName = CommandName> {
  name: C
  params: CommandParams<C>
  body: CommandBody<C> & { sign?: Signing; witness?: Witnessing; scale_id?: string; weight_kg?: unknown } & Moment
  key: string | undefined
}

/** When it was done, where a command says so. */
interface Moment {
  occurred_at?: string
  received_at?: string
}

/** A command that a tablet sent for a person. */
export interface GivenByTablet {
  actor: Actor
  sent: Sent
  given: Given
}

/** Where every command passes: by its own route or within a tablet's queue. */
export interface CommandDesk {
  /** Resolves after the commit. Throws the FlowError of the rule, of the scale or of the signature. */
  do<C extends CommandName>(request: FastifyRequest, given: Given<C>): Promise<CommandAnswer<C>>
  /** The same for what a tablet sent, maybe long after. Null: it was done, and what it said is lost. */
  doSent(by: GivenByTablet): Promise<unknown>
}

/** Who does it, with what proof, and what came of the scale. */
interface Way {
  actor: Actor
  signer: Signer | null
  witness: Signer | null
  weighed: Weighed
  sent?: Sent
}

export function commandDesk(parts: DoorParts): CommandDesk {
  const { plant, hub, sync, now } = parts
  const signing = signDesk(parts)
  const refused = refusedSteps(parts)
  const run = async ({ name, params, body: whole, key }: Given, { weighed, ...way }: Way): Promise<unknown> => {
    const { sign: _, witness: __, ...asked } = whole
    const body = way.sent === undefined ? asked : { ...moment(name, way.sent), ...asked }
    const idempotency = idempotencyOf(way.actor, { name, params, body: asked, key })
    const ask = { ...way, name, params, body, captured: weighed.captured, idempotency }
    const answer = await plant.submit('act', ask as never).catch(error => {
      // That no weight came with it is our doing: the scale's own words say why.
      throw weighed.refusal !== null && codeOf(error) === 'weight_missing' ? weighed.refusal : error
    })
    hub.publish(isLot(answer) ? { type: 'lot', lot: answer } : { type: 'changed', command: name })
    sync.nudge()
    return answer
  }
  const told = async (actor: Actor, { name: command, params, body }: Given, work: () => Promise<unknown>) => {
    try {
      return await work()
    } catch (error) {
      await refused(actor, { command, params, body }, error)
      throw error
    }
  }
  return {
    do(request, given) {
      const actor = actorOf(signedInOf(request))
      return told(actor, given as Given, async () => {
        requireElevated(request, COMMANDS[given.name].route, parts)
        const weighed = isOld(given.body, now()) ? tooLate(given.body) : weigh(parts, given.body)
        return run(given as Given, { actor, weighed, ...(await signersOf(signing, request, given.body)) })
      }) as Promise<never>
    },
    doSent: ({ actor, sent, given }) =>
      told(actor, given, () => {
        const isLate = actor.auth === 'offline_pin' || now() - Date.parse(sent.done_at) > WEIGHED_MS
        const weighed = isLate ? tooLate(given.body) : weigh(parts, given.body)
        return run(given, { actor, sent, weighed, signer: null, witness: null })
      }),
  }
}

/** A tablet's own time stands in the body of a command that has a place for it: some rules judge by it. */
function moment(name: CommandName, { done_at }: Sent): { occurred_at?: string } {
  return 'occurred_at' in COMMANDS[name].body.properties ? { occurred_at: done_at } : {}
}

async function signersOf(desk: SignDesk, request: FastifyRequest, { sign, witness }: Given['body']) {
  if (sign === undefined && witness === undefined) return { signer: null, witness: null }
  const signer = await desk.signer(request, sign)
  return { signer, witness: await desk.witness(request, witness) }
}

interface Weighed {
  captured: ReturnType<AppParts['board']['capture']> | null
  refusal: unknown
}

const NOT_WEIGHED: Weighed = { captured: null, refusal: null }
const isWeighed = ({ scale_id, weight_kg }: Given['body']) => scale_id !== undefined && weight_kg === undefined

/**
 * The scale's own weight, or why there is none. A refusal is not thrown yet: a retry of a command that was done gets
 * its answer from the writer, whatever stands on the scale now.
 */
function weigh({ board }: Pick<AppParts, 'board'>, body: Given['body']): Weighed {
  if (!isWeighed(body)) return NOT_WEIGHED
  try {
    return { captured: board.capture(body.scale_id!), refusal: null }
  } catch (refusal) {
    return { captured: null, refusal }
  }
}

/** A pallet stays on the scale until the screen has said that its weight was taken. */
const WEIGHED_MS = 15_000

/** True for what says of itself that it was done a while ago: the queue of a tablet that is not set up has no other clock. */
function isOld({ occurred_at, received_at }: Given['body'], now: number): boolean {
  const said = occurred_at ?? received_at
  return said !== undefined && now - Date.parse(said) > WEIGHED_MS
}

/** What stands on the scale by now is something else. */
function tooLate(body: Given['body']): Weighed {
  return isWeighed(body) ? { captured: null, refusal: new FlowError('weight_late') } : NOT_WEIGHED
}

function idempotencyOf(actor: Actor, { name, params, body, key }: Given): IdempotencyKey | null {
  if (key === undefined) return null
  // Two people whose clients made the same key are told so: the second command must not pass for the first one. A
  // signature is no part of what is asked: its secret stays out of every digest.
  return { key, digest: hash('sha256', `${actor.id} ${name}\n${JSON.stringify([params, body])}`, 'hex') }
}

const isLot = (answer: unknown): answer is Lot =>
  typeof answer === 'object' && answer !== null && 'lot_code' in answer && 'on_hand_mg' in answer
