import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { MeasurementMessage } from '@flowviz/contract/measurement'

const PUBLISH = 3
const PUBACK = 4
const MEASUREMENT = /^flowviz\/v1\/[^/]+\/measurement$/

/**
 * Stands on the wire between the gateway and the appliance's broker and passes every byte on. It sees which measurement
 * goes in, and when the acknowledgement of exactly that one comes out: what it says, nobody on either side can embellish.
 */
export async function startWitness(told: (message: MeasurementMessage, said_at: number) => void) {
  let target = 0
  const server = createServer(gateway => {
    const appliance = connect({ host: '127.0.0.1', port: target, noDelay: true })
    gateway.setNoDelay(true)
    const waiting = new Map<number, { message: MeasurementMessage; said_at: number }>()
    const up = packets((type, flags, body) => {
      if (type !== PUBLISH || (flags & 0b110) === 0) return
      const length = body.readUInt16BE(0)
      if (!MEASUREMENT.test(body.toString('latin1', 2, 2 + length))) return
      const message = JSON.parse(body.toString('utf8', 4 + length)) as MeasurementMessage
      waiting.set(body.readUInt16BE(2 + length), { message, said_at: performance.now() })
    })
    const down = packets((type, _, body) => {
      const id = type === PUBACK ? body.readUInt16BE(0) : -1
      const found = waiting.get(id)
      if (found === undefined) return
      waiting.delete(id)
      told(found.message, found.said_at)
    })
    join(gateway, appliance, up)
    join(appliance, gateway, down)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    aim: (port: number) => {
      target = port
    },
  }
}

/** Passes on first and looks afterwards: looking must not delay what is looked at. */
function join(from: Socket, to: Socket, see: (chunk: Buffer) => void): void {
  from.on('data', chunk => {
    to.write(chunk)
    see(chunk)
  })
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

/** Cuts a stream of MQTT 3.1.1 into packets (2.2): type, flags and what follows the length. */
function packets(take: (type: number, flags: number, body: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return chunk => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      let [length, at] = [0, 1]
      for (; at < rest.length && at <= 4; at++) {
        length |= (rest[at]! & 0x7f) << (7 * (at - 1))
        if (rest[at]! < 0x80) break
      }
      const from = at + 1
      if (rest.length < 2 || at >= rest.length || rest.length < from + length) return
      take(rest[0]! >> 4, rest[0]! & 0x0f, rest.subarray(from, from + length))
      rest = rest.subarray(from + length)
    }
  }
}
