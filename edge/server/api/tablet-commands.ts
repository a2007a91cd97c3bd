import type { CommandVerdict, QueuedCommand } from '@flowviz/contract/batch'
import { COMMANDS } from '@flowviz/contract/command'
import { FlowError, problemOf } from '@flowviz/contract/error'
import { STEP_UP } from '@flowviz/contract/permission'
import { type SignedCommand, TabletBatch, type TabletCommand, TabletVerdicts } from '@flowviz/contract/tablet'
import { isSigned, publicKeyOf } from '../domain/tablet-signature.ts'
import type { TabletBody } from '../store/tablet-record.ts'
import type { CommandDesk } from './command-desk.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { DoorParts } from './parts.ts'
import { enrolledTablet } from './tablet-find.ts'
import { commandOf, doneAt, type Place, placeOf } from './tablet-text.ts'
import { TabletParams } from './tablets.ts'
import { type Doing, inLanes, verdictOf } from './verdict.ts'

/**
 * The way in for what people did on a tablet, whether somebody is signed in or not: the tablet's signature stands for
 * the bearer, and the person within is held to their role as it is now. Each command has its own verdict; a batch that
 * is sent again does nothing twice. What is not signed by the tablet's key changes nothing.
 */
export function tabletCommands(app: Doors, parts: DoorParts & { desk: CommandDesk }): void {
  const { plant } = parts
  app.post(
    '/api/v1/tablets/:tablet_id/commands',
    {
      schema: {
        operationId: 'sendTabletCommands',
        tags: ['tablet'],
        summary: 'Does the signed commands of a tablet, each by itself.',
        params: TabletParams,
        body: TabletBatch,
        response: { 200: TabletVerdicts, ...REFUSAL },
      },
      // Before the shape is judged: who sends nothing that is signed is nobody.
      preValidation: (request, _reply, done) =>
        done(isBatch(request.body) ? undefined : new FlowError('unauthenticated')),
    },
    async request => {
      const tablet = enrolledTablet(parts, request.params.tablet_id)
      const opened = openAll(request.body.commands, { ...tablet, site: parts.site })
      const commands = opened.flatMap(one => ('command' in one ? [one.command] : []))
      const queue = new Map(commands.map(command => [queuedOf(command), command]))
      const verdicts = await inLanes([...queue.keys()], queued =>
        verdictOf(request, queued, () => doingOf(queue.get(queued)!, { ...parts, tablet })),
      )
      const sent = opened.flatMap(({ place }) => (place === null ? [] : [place]))
      const received = await plant.submit('receive-tablet', { tablet_id: tablet.tablet_id, sent })
      const inOrder = verdicts.values()
      return {
        verdicts: opened.map(one => ('command' in one ? inOrder.next().value! : one.verdict)),
        ...received,
      }
    },
  )
}

const isBatch = (body: unknown) => typeof body === 'object' && body !== null && 'commands' in body

type Opened = { place: Place | null } & ({ command: TabletCommand } | { verdict: CommandVerdict })

/**
 * What the texts say. One that is not a command is refused by itself: it must not keep back those behind it.
 * @throws FlowError tablet_signature_wrong when none of them is of this tablet: then it is the tablet that is wrong.
 */
function openAll(signed: readonly SignedCommand[], at: TabletBody & { site: string }): Opened[] {
  const key = publicKeyOf(at.key)
  const genuine = signed.map(one => isSigned(one, key))
  if (!genuine.includes(true)) throw new FlowError('tablet_signature_wrong')
  return signed.map(({ text }, n) => {
    try {
      if (!genuine[n]) throw new FlowError('tablet_signature_wrong')
      const command = commandOf(text, at)
      return { command, place: command }
    } catch (error) {
      const place = genuine[n] ? placeOf(text, at) : null
      const problem = problemOf(error)
      return { place, verdict: { key: place?.key ?? '', verdict: 'refused', status: problem.status, problem } }
    }
  })
}

function queuedOf({ key, command, params, body, lane }: TabletCommand): QueuedCommand {
  return {
    key,
    command,
    ...(params === undefined ? {} : { params }),
    ...(body === undefined ? {} : { body }),
    ...(lane === undefined ? {} : { lane }),
  }
}

type By = Pick<DoorParts, 'reader' | 'now'> & { tablet: TabletBody; desk: CommandDesk }

/**
 * Who does a command that a tablet sent, and how. The writer asks once more, in the transaction, whether the person was
 * disabled by then. @throws FlowError command_online_only, person_not_found, secret_change_needed.
 */
function doingOf(command: TabletCommand, { reader, now, tablet, desk }: By): Doing {
  requireQueueable(command)
  const { person_id, key, epoch, seq, auth } = command
  const person = reader.user(person_id)
  if (person === null) throw new FlowError('person_not_found')
  const done_at = doneAt(command, now())
  // Who knew only a secret that somebody else had set was nobody for certain.
  if (person.must_change && (person.secret_changed_at ?? '') <= done_at) throw new FlowError('secret_change_needed')
  const { tablet_id, station } = tablet
  const actor = {
    kind: 'person',
    id: person_id,
    role: person.role,
    station,
    device: tablet_id,
    auth: auth === 'offline-pin' ? 'offline_pin' : 'pin',
  } as const
  return { actor, do: given => desk.doSent({ actor, sent: { tablet_id, key, epoch, seq, done_at }, given }) }
}

/** @throws FlowError command_online_only */
function requireQueueable({ command, body = {}, auth }: TabletCommand): void {
  const { route, tag } = COMMANDS[command]
  const isSecret = 'sign' in body || 'witness' in body
  if (isSecret || STEP_UP.has(route) || (auth === 'offline-pin' && tag === 'master'))
    throw new FlowError('command_online_only')
}
