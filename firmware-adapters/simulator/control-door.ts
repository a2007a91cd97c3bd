import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { FlowError, problemOf } from '@flowviz/contract/error'
import { Compile } from 'typebox/compile'
import { Control, type Pretended } from './control.ts'

const BODY_MAX = 4_096
const ROUTE = /^\/(?<id>[a-z0-9-]{1,40})(?<control>\/control)?$/
const validator = Compile(Control)

/**
 * Serves `POST /<id>/control` on 127.0.0.1, 204 when the device did it, and `GET /<id>`, what the device shows.
 * @throws FlowError port_taken
 */
export async function serveControl(
  devices: readonly Pretended[],
  port: number,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    handle(devices, request).then(
      shown => {
        if (shown === undefined) response.writeHead(204).end()
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(shown))
      },
      (error: unknown) => {
        const problem = problemOf(error)
        response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause =>
      reject(new FlowError('port_taken', `127.0.0.1:${port} cannot be listened on.`, { cause })),
    )
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { server, port: (server.address() as AddressInfo).port }
}

async function handle(devices: readonly Pretended[], request: IncomingMessage): Promise<unknown> {
  const { id, control: steered } = ROUTE.exec(request.url ?? '')?.groups ?? {}
  const device = devices.find(({ ids }) => id !== undefined && ids.includes(id))
  if (id === undefined || device === undefined)
    throw new FlowError('device_not_found', `There is no pretended device at ${request.url}.`)
  if (steered === undefined && request.method === 'GET' && device.show !== undefined) return device.show()
  if (steered === undefined || request.method !== 'POST')
    throw new FlowError('method_not_allowed', 'Send POST to /control.')
  const control = await readBody(request)
  if (!validator.Check(control)) {
    const errors = validator.Errors(control).map(({ instancePath, message }) => ({ field: instancePath, message }))
    throw new FlowError('body_invalid', 'The control has another shape.', { extra: { errors } })
  }
  const unknown = await device.control(id, control)
  if (unknown.length > 0) throw new FlowError('body_invalid', `${id} does not know ${unknown.join(', ')}.`)
  return undefined
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > BODY_MAX) throw new FlowError('body_too_large', `At most ${BODY_MAX} bytes.`)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FlowError('body_malformed', undefined, { cause })
  }
}
