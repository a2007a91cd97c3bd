import { generateKeyPairSync, hash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CODES, codeOf, type FlowError } from '@flowviz/contract/error'
import { decodeJwt, jwtVerify } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { startLink } from '../../../test/harness/link.ts'
import { refusalIn } from './answer.ts'
import { headquarters } from './headquarters.ts'
import { tokenMaker } from './token.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const RECEIPT = { epoch: 1, seq: 4, stored: 4 }
const MORNING = Date.UTC(2026, 10, 23, 5)

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void

/** A door that answers as told, behind a wire that can be cut, and the box in front of it. */
async function door(answer: Answer, deadline_ms = 5_000) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    answer(request, response, Buffer.concat(chunks))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const link = await startLink((server.address() as AddressInfo).port)
  const ended = new AbortController()
  let id = 0
  const tokens = tokenMaker({
    site: 'plant-1',
    signer: privateKey,
    now: () => MORNING,
    newId: () => `token-000${++id}`,
  })
  onTestFinished(async () => {
    ended.abort()
    await link.stop()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  })
  return {
    link,
    tokens,
    hq: headquarters({ url: link.url, site: 'plant-1', tokens, deadline_ms, signal: ended.signal }),
  }
}

const failure = (promise: Promise<unknown>): Promise<FlowError> =>
  promise.then(
    () => expect.unreachable('it was taken'),
    error => error,
  )
const problem = (response: ServerResponse, code: keyof typeof CODES, more: object = {}) => {
  response.writeHead(CODES[code].status, { 'content-type': 'application/problem+json', 'retry-after': '7' })
  response.end(JSON.stringify({ code, detail: `because ${code}`, ...more }))
}

test('a batch travels with a token for exactly its bytes and its address', async () => {
  const seen: { token: string; body: Buffer; encoding: unknown }[] = []
  const { hq } = await door((request, response, body) => {
    seen.push({ token: request.headers.authorization!.slice(7), body, encoding: request.headers['content-encoding'] })
    response.end(JSON.stringify(RECEIPT))
  })
  expect(await hq.sendReadings(Buffer.from('a batch'))).toEqual(RECEIPT)
  const { payload } = await jwtVerify(seen[0]!.token, publicKey, {
    issuer: 'box:plant-1',
    audience: 'flowviz-hq',
    currentDate: new Date(MORNING),
  })
  expect(payload.sub).toBe('POST /v1/sites/plant-1/readings')
  expect(payload.digest).toBe(hash('sha256', 'a batch'))
  expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(120)
  expect(seen[0]!.encoding).toBe('zstd')
})

test('a link that takes everything and answers nothing ends at the deadline, not never', async () => {
  const { hq, link } = await door((_request, response) => response.end(JSON.stringify(RECEIPT)), 300)
  link.mode('silent')
  const started = performance.now()
  expect(codeOf(await failure(hq.sendReadings(Buffer.from('x'))))).toBe('cloud_unreachable')
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('an answer that trickles for ever ends at the deadline too', async () => {
  const { hq } = await door((_request, response) => {
    const drip = setInterval(() => response.write(' '), 20)
    response.once('close', () => clearInterval(drip))
  }, 300)
  expect(codeOf(await failure(hq.sendReadings(Buffer.from('x'))))).toBe('cloud_unreachable')
})

test('an answer without end is not kept in memory', async () => {
  const { hq } = await door((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
    }
    response.on('drain', more)
    more()
  })
  expect(codeOf(await failure(hq.sendReadings(Buffer.from('x'))))).toBe('cloud_unreachable')
})

test('a refused connection and a reset in the middle are the same to the plant: later', async () => {
  const { hq, link } = await door(() => link.cut())
  expect(codeOf(await failure(hq.head()))).toBe('cloud_unreachable')
  link.mode('refused')
  expect(codeOf(await failure(hq.head()))).toBe('cloud_unreachable')
})

test('a refusal keeps its code, its wish to wait and the head that came with it', async () => {
  const { hq } = await door((_request, response) => problem(response, 'ledger_gap', { head: { seq: 3 } }))
  const error = await failure(hq.sendLedger(Buffer.from('x')))
  expect(codeOf(error)).toBe('ledger_gap')
  expect(refusalIn(error)).toMatchObject({ status: 409, retry_after_ms: 7_000, head: { seq: 3 } })
})

test('a page of a proxy on the way is no answer of headquarters', async () => {
  const { hq } = await door((_request, response) => response.writeHead(502).end('<html>Bad Gateway'))
  expect(codeOf(await failure(hq.head()))).toBe('cloud_unreachable')
  const other = await door((_request, response) => response.end('{"seq":1}'))
  expect(codeOf(await failure(other.hq.head()))).toBe('cloud_unreachable')
})

test('a box whose clock is wrong takes the time of headquarters for its tokens and asks again once', async () => {
  const issued: number[] = []
  const { hq, tokens } = await door((request, response) => {
    issued.push(decodeJwt(request.headers.authorization!.slice(7)).iat!)
    if (issued.length > 1) response.end(JSON.stringify(RECEIPT))
    else problem(response, 'token_expired', { server_time: new Date(MORNING + 86_400_000).toISOString() })
  })
  expect(await hq.sendReadings(Buffer.from('x'))).toEqual(RECEIPT)
  expect(tokens.offsetMs()).toBe(86_400_000)
  expect(issued).toEqual([MORNING / 1000, MORNING / 1000 + 86_400])
})
