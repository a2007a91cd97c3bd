import type { CommandVerdict, QueuedCommand } from '@flowviz/contract/batch'
import { COMMANDS, type CommandName } from '@flowviz/contract/command'
import { isSafe, laneOf } from '@flowviz/contract/command-lane'
import { FlowError, problemOf } from '@flowviz/contract/error'
import type { Actor } from '@flowviz/contract/identity'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import type { Role } from '@flowviz/contract/role'
import type { FastifyRequest } from 'fastify'
import type { Given } from './command-desk.ts'
import { inputCheck } from './validation.ts'

/** How a queued command is done once its role and its shape are right. */
export interface Doing {
  actor: Actor
  do(given: Given): Promise<unknown>
}

/**
 * Does the commands of a queue: those of one lane in their order, where one that is refused parks those behind it, and
 * lanes side by side. The verdicts stand in the order of the commands.
 */
export async function inLanes<Q extends QueuedCommand>(
  commands: readonly Q[],
  verdictOf: (command: Q) => Promise<CommandVerdict>,
): Promise<CommandVerdict[]> {
  const verdicts = new Map<Q, CommandVerdict>()
  const runLane = async (lane: readonly Q[]) => {
    let refused: string | null = null
    for (const command of lane) {
      const parked = refused !== null && !isSafe(command)
      const verdict = parked ? parkedBehind(command, refused!) : await verdictOf(command)
      verdicts.set(command, verdict)
      if (verdict.verdict === 'refused') refused ??= command.key
    }
  }
  await Promise.all([...Map.groupBy(commands, laneOf).values()].map(runLane))
  return commands.map(command => verdicts.get(command)!)
}

function parkedBehind({ key }: QueuedCommand, first: string): CommandVerdict {
  const problem = problemOf(new FlowError('command_parked', undefined, { extra: { refused_key: first } }))
  return { key, verdict: 'parked', status: problem.status, problem }
}

/** What becomes of one command. `who` says who does it and how, or refuses; never rejects. */
export async function verdictOf(
  request: FastifyRequest,
  queued: QueuedCommand,
  who: () => Doing,
): Promise<CommandVerdict> {
  const { key, command: name } = queued
  let doing: Doing | null = null
  try {
    doing = who()
    requireAccess(doing.actor, name)
    const params = checked(name, 'params', queued.params ?? {})
    const body = checked(name, 'body', queued.body ?? {})
    const answer = await doing.do({ name, params, body, key } as Given)
    return { key, verdict: 'done', status: COMMANDS[name].status, answer }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code === 'role_insufficient' && doing !== null)
      await request.server.recordRefusal(doing.actor, {
        route: COMMANDS[name].route,
        required_roles: (problem.required_roles ?? []) as Role[],
      })
    if (problem.code === 'internal') request.log.error({ err: error, command: name }, 'a queued command failed')
    return { key, verdict: 'refused', status: problem.status, problem }
  }
}

/** The role that the command's own route takes. @throws FlowError role_insufficient */
function requireAccess({ role }: Actor, name: CommandName): void {
  const access = EDGE_ACCESS[COMMANDS[name].route]
  if (!Array.isArray(access) || (role !== null && access.includes(role))) return
  throw new FlowError('role_insufficient', `This takes the role ${access.join(' or ')}.`, {
    extra: { required_roles: access },
  })
}

const checks = new Map<string, (given: unknown) => { value: unknown } | { error: Error }>()

/** @throws FlowError body_invalid, with the fields. */
function checked(name: CommandName, part: 'params' | 'body', given: unknown): unknown {
  const key = `${name} ${part}`
  const check = checks.get(key) ?? inputCheck(COMMANDS[name][part], 'body')
  checks.set(key, check)
  const result = check(given)
  if ('error' in result) throw result.error
  return result.value
}
