import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { ApiError, appFetch, configureClient } from './fetch.ts'
import { registerLot } from './generated/api.ts'

const MARK = { 'x-flowviz': 'edge' }

async function serve(
  listener: RequestListener,
  timeout_ms = 1_000,
  mark: Record<string, string> = MARK,
): Promise<void> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(mark)) response.setHeader(name, value)
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as { port: number }
  configureClient({ base_url: `http://127.0.0.1:${port}`, token: () => 'token-of-ana', timeout_ms })
}

const failure = async (work: Promise<unknown>): Promise<ApiError> => {
  const error = await work.then(
    () => null,
    cause => cause as unknown,
  )
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}

test('a command carries the token, its idempotency key and its body', async () => {
  let seen: unknown
  await serve((request, response) => {
    seen = [request.method, request.url, request.headers.authorization, request.headers['idempotency-key']]
    response.setHeader('content-type', 'application/json').end('{"lot_id":"1"}')
  })
  const lot = await registerLot({ lot_type: 'RAW', weight_kg: '12.50' }, { 'idempotency-key': 'key-00000001' })
  expect(lot).toEqual({ lot_id: '1' })
  expect(seen).toEqual(['POST', '/api/v1/lots', 'Bearer token-of-ana', 'key-00000001'])
})

test('a refusal comes with its code and hint', async () => {
  const problem = { code: 'scale_unstable', detail: 'Scale 1 is not stable.', hint: 'Wait.', status: 409 }
  await serve((_, response) => {
    response.writeHead(409, { 'content-type': 'application/problem+json; charset=utf-8' }).end(JSON.stringify(problem))
  })
  const error = await failure(appFetch('/api/v1/lots', {}))
  expect([error.code, error.hint, error.status, error.message]).toEqual([
    'scale_unstable',
    'Wait.',
    409,
    problem.detail,
  ])
})

test('the page of a captive portal is no answer of the appliance', async () => {
  await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome to the hotel</html>')
  })
  expect((await failure(appFetch('/api/v1/lots', {}))).code).toBe('unreachable')
})

test('a captive portal that speaks JSON signs nobody out and fills no list', async () => {
  for (const status of [200, 401]) {
    await serve(
      (_, response) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"welcome":"hotel"}')
      },
      1_000,
      {},
    )
    expect(await failure(appFetch('/api/v1/refresh', {}))).toMatchObject({ code: 'unreachable', status: 0 })
  }
})

test('a server that does not answer in time is unreachable', async () => {
  await serve(() => undefined, 100)
  expect(await failure(appFetch('/api/v1/lots', {}))).toMatchObject({ code: 'unreachable', status: 0 })
})
