import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Problem } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { startPlant } from '../testing/plant.ts'

const ROWS: [what: string, sent: string, status: number, code: string][] = [
  ['no HTTP at all', 'BLAH\r\n\r\n', 400, 'request_malformed'],
  [
    'a length below nothing',
    'POST /api/v1/login HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n',
    400,
    'request_malformed',
  ],
  [
    'two lengths that disagree',
    'POST /api/v1/login HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
    'request_malformed',
  ],
  [
    'a header of 20 kB',
    `GET /health HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_large',
  ],
  ['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'headers_too_large'],
]

test('bytes that are no request get a problem with a code, and their connection ends', async () => {
  const { http_port } = await startPlant()
  for (const [what, sent, status, code] of ROWS) {
    const socket = connect(http_port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(sent)
    const [head, body] = (await text(socket)).split('\r\n\r\n')
    expect([what, head?.split(' ')[1]]).toEqual([what, String(status)])
    expect(head).toContain('content-type: application/problem+json')
    expect(JSON.parse(body ?? '') as Problem).toMatchObject({ status, code })
  }
})
