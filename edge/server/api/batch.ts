import {
  BatchVerdicts,
  CommandBatch,
  type CommandVerdict,
  isSafe,
  laneOf,
  type QueuedCommand,
} from '@flowviz/contract/batch'
import { COMMANDS, type CommandName } from '@flowviz/contract/command'
import { FlowError, problemOf } from '@flowviz/contract/error'
import { EDGE_ACCESS } from '@flowviz/contract/permission'
import type { Role } from '@flowviz/contract/role'
import type { FastifyRequest } from 'fastify'
import type { CommandDesk } from './command-desk.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import { inputCheck } from './validation.ts'

/**
 * The way in for an offline tablet's queue: each command has its own verdict and its own place in a commit; those of one
 * lane are done in their order, and one that is refused parks those behind it, while other lanes go on. A batch that is
 * sent again does nothing twice.
 */
export function batch(app: Doors, desk: CommandDesk): void {
  app.post(
    '/api/v1/commands',
    {
      schema: {
        operationId: 'sendCommands',
        tags: ['command'],
        summary: 'Does the commands of a queue, each by itself.',
        body: CommandBatch,
        response: { 200: BatchVerdicts, ...REFUSAL },
      },
    },
    async request => {
      const { commands } = request.body
      const verdicts = new Map<QueuedCommand, CommandVerdict>()
      const lanes = Map.groupBy(commands, laneOf)
      await Promise.all([...lanes.values()].map(lane => runLane(request, lane, { desk, verdicts })))
      return { verdicts: commands.map(command => verdicts.get(command)!) }
    },
  )
}

interface Run {
  desk: CommandDesk
  verdicts: Map<QueuedCommand, CommandVerdict>
}

async function runLane(request: FastifyRequest, lane: QueuedCommand[], { desk, verdicts }: Run): Promise<void> {
  let refused: string | null = null
  for (const command of lane) {
    const parked = refused !== null && !isSafe(command)
    const verdict = parked ? parkedBehind(command, refused!) : await verdictOf(request, command, desk)
    verdicts.set(command, verdict)
    if (verdict.verdict === 'refused') refused ??= command.key
  }
}

function parkedBehind({ key }: QueuedCommand, first: string): CommandVerdict {
  const problem = problemOf(new FlowError('command_parked', undefined, { extra: { refused_key: first } }))
  return { key, verdict: 'parked', status: problem.status, problem }
}

async function verdictOf(request: FastifyRequest, queued: QueuedCommand, desk: CommandDesk): Promise<CommandVerdict> {
  const { key, command: name } = queued
  try {
    requireAccess(request, name)
    const params = checked(name, 'params', queued.params ?? {})
    const body = checked(name, 'body', queued.body ?? {})
    const answer = await desk.do(request, { name, params, body, key } as never)
    return { key, verdict: 'done', status: COMMANDS[name].status, answer }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.code === 'role_insufficient')
      await request.server.recordRefusal(signedInOf(request), {
        route: COMMANDS[name].route,
        required_roles: (problem.required_roles ?? []) as Role[],
      })
    if (problem.code === 'internal') request.log.error({ err: error, command: name }, 'a queued command failed')
    return { key, verdict: 'refused', status: problem.status, problem }
  }
}

/** The role that the command's own route takes. @throws FlowError role_insufficient */
function requireAccess(request: FastifyRequest, name: CommandName): void {
  const access = EDGE_ACCESS[COMMANDS[name].route]
  if (!Array.isArray(access) || access.includes(signedInOf(request).role)) return
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
