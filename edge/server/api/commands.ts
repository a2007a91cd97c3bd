import { COMMAND_NAMES, COMMANDS } from '@flowviz/contract/command'
import type { CommandShape } from '@flowviz/contract/command/command'
import Type from 'typebox'
import type { CommandDesk } from './command-desk.ts'
import { type Doors, REFUSAL } from './door.ts'

export const IdempotencyKey = Type.String({
  pattern: '^[A-Za-z0-9_-]{8,64}$',
  description: 'A retry by the same person with the same key and body has the same answer and does nothing twice.',
})
const Headers = Type.Object({ 'idempotency-key': Type.Optional(IdempotencyKey) })

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const hasFields = ({ properties }: { properties: object }) => Object.keys(properties).length > 0

/** A route for each command of the contract. */
export function commands(app: Doors, desk: CommandDesk): void {
  for (const name of COMMAND_NAMES) {
    const { route, tag, summary, params, body, status, gives }: CommandShape = COMMANDS[name]
    const [method, url] = route.split(' ') as [string, string]
    const isDelete = method === 'DELETE'
    app.route({
      method,
      url,
      schema: {
        operationId: camel(name),
        tags: [tag],
        summary,
        headers: Headers,
        ...(hasFields(params) ? { params } : {}),
        ...(isDelete ? { querystring: body } : { body }),
        response: { [status]: gives, ...REFUSAL },
      },
      async handler(request, reply) {
        const given = {
          name,
          params: request.params,
          body: isDelete ? request.query : request.body,
          key: request.headers['idempotency-key'],
        }
        const answer = await desk.do(request, given as never)
        if (name === 'register-lot') reply.header('location', `/api/v1/lots/${(answer as { lot_id: string }).lot_id}`)
        return reply.code(status).send(answer as never)
      },
    })
  }
}
