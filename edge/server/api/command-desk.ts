import { hash } from 'node:crypto'
import {
  COMMANDS,
  type CommandAnswer,
  type CommandBody,
  type CommandName,
  type CommandParams,
} from '@flowviz/contract/command'
import { codeOf } from '@flowviz/contract/error'
import type { Lot } from '@flowviz/contract/lot'
import type { Signing, Witnessing } from '@flowviz/contract/signature'
import type { FastifyRequest } from 'fastify'
import type { IdempotencyKey } from '../writer/ask.ts'
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
  body: CommandBody<C> & { sign?: Signing; witness?: Witnessing; scale_id?: string; weight_kg?: unknown }
  key: string | undefined
}

/** Where every command passes: by its own route or within a tablet's queue. */
export interface CommandDesk {
  /** Resolves after the commit. Throws the FlowError of the rule, of the scale or of the signature. */
  do<C extends CommandName>(request: FastifyRequest, given: Given<C>): Promise<CommandAnswer<C>>
}

export function commandDesk(parts: DoorParts): CommandDesk {
  const { plant, hub, sync } = parts
  const signing = signDesk(parts)
  const refused = refusedSteps(parts)
  const run = async <C extends CommandName>(request: FastifyRequest, given: Given<C>): Promise<CommandAnswer<C>> => {
    requireElevated(request, COMMANDS[given.name].route, parts)
    const weighed = weigh(parts, given.body)
    const { sign: _, witness: __, ...body } = given.body
    const ask = {
      name: given.name,
      actor: actorOf(signedInOf(request)),
      params: given.params,
      body,
      captured: weighed.captured,
      ...(await signersOf(signing, request, given.body)),
      idempotency: idempotencyOf(request, given),
    }
    const answer = await plant.submit('act', ask as never).catch(error => {
      // That no weight came with it is our doing: the scale's own words say why.
      throw weighed.refusal !== null && codeOf(error) === 'weight_missing' ? weighed.refusal : error
    })
    hub.publish(isLot(answer) ? { type: 'lot', lot: answer } : { type: 'changed', command: given.name })
    sync.nudge()
    return answer as never
  }
  return {
    async do(request, given) {
      try {
        return await run(request, given)
      } catch (error) {
        const { name: command, params, body } = given
        await refused(signedInOf(request), { command, params, body }, error)
        throw error
      }
    },
  }
}

async function signersOf(desk: SignDesk, request: FastifyRequest, { sign, witness }: Given['body']) {
  if (sign === undefined && witness === undefined) return { signer: null, witness: null }
  const signer = await desk.signer(request, sign)
  return { signer, witness: await desk.witness(request, witness) }
}

/**
 * The scale's own weight, or why there is none. A refusal is not thrown yet: a retry of a command that was done gets
 * its answer from the writer, whatever stands on the scale now.
 */
function weigh({ board }: Pick<AppParts, 'board'>, { scale_id, weight_kg }: Given['body']) {
  if (scale_id === undefined || weight_kg !== undefined) return { captured: null, refusal: null }
  try {
    return { captured: board.capture(scale_id), refusal: null }
  } catch (refusal) {
    return { captured: null, refusal }
  }
}

function idempotencyOf(request: FastifyRequest, { name, params, body, key }: Given): IdempotencyKey | null {
  if (key === undefined) return null
  // Two people whose clients made the same key are told so: the second command must not pass for the first one. A
  // signature is no part of what is asked: its secret stays out of every digest.
  const { sign: _, witness: __, ...asked } = body
  const { person_id } = signedInOf(request)
  return { key, digest: hash('sha256', `${person_id} ${name}\n${JSON.stringify([params, asked])}`, 'hex') }
}

const isLot = (answer: unknown): answer is Lot =>
  typeof answer === 'object' && answer !== null && 'lot_code' in answer && 'on_hand_mg' in answer
