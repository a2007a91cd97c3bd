import { BatchVerdicts, CommandBatch } from '@flowviz/contract/batch'
import type { CommandDesk } from './command-desk.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import { actorOf } from './token.ts'
import { type Doing, inLanes, verdictOf } from './verdict.ts'

/**
 * The way in for the queue of a tablet that is not set up: whoever is signed in does each command, with its own verdict
 * and its own place in a commit. A batch that is sent again does nothing twice.
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
      const doing: Doing = { actor: actorOf(signedInOf(request)), do: given => desk.do(request, given) }
      const verdicts = await inLanes(request.body.commands, command => verdictOf(request, command, () => doing))
      return { verdicts }
    },
  )
}
