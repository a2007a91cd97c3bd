import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { publishPacket } from '../load/packet.ts'
import { startWitness } from './witness.ts'

const message = (seq: number) => ({
  v: 1,
  device_id: 'scale-1',
  boot_id: '0'.repeat(16),
  seq,
  measurement: { value: '1' },
})

/** A PUBLISH with this packet id. */
function published(id: number, topic = 'flowviz/v1/scale-1/measurement'): Buffer {
  const { bytes, idAt } = publishPacket(topic, Buffer.from(JSON.stringify(message(id))))
  bytes.writeUInt16BE(id, idAt)
  return bytes
}

const acknowledged = (id: number) => Buffer.from([0x40, 2, id >> 8, id & 0xff])

/** A gateway and an appliance with a witness between them. */
async function wire() {
  const told: number[] = []
  const witness = await startWitness(({ seq }) => void told.push(seq))
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  witness.aim((server.address() as AddressInfo).port)
  const gateway = connect({ host: '127.0.0.1', port: witness.port, noDelay: true })
  const [appliance] = (await once(server, 'connection')) as [Socket]
  onTestFinished(() => {
    gateway.destroy()
    server.close()
  })
  /** Sends byte by byte and gives what arrives at the other end. */
  const pass = async (from: Socket, to: Socket, bytes: Buffer): Promise<Buffer> => {
    const chunks: Buffer[] = []
    const hear = (chunk: Buffer) => void chunks.push(chunk)
    to.on('data', hear)
    for (const byte of bytes) {
      from.write(Uint8Array.of(byte))
      await new Promise(resolve => setImmediate(resolve))
    }
    while (Buffer.concat(chunks).length < bytes.length) await once(to, 'data')
    to.off('data', hear)
    return Buffer.concat(chunks)
  }
  return { told, gateway, appliance, pass }
}

test('a reading is witnessed once its very acknowledgement has come out, however the bytes are cut', async () => {
  const { told, gateway, appliance, pass } = await wire()
  const bytes = Buffer.concat([published(1), published(700), published(2, 'flowviz/v1/scale-1/health')])
  expect(await pass(gateway, appliance, bytes)).toEqual(bytes)
  expect(told).toEqual([])
  const answer = Buffer.concat([acknowledged(700), acknowledged(2), acknowledged(9)])
  expect(await pass(appliance, gateway, answer)).toEqual(answer)
  expect(told).toEqual([700])
  await pass(appliance, gateway, Buffer.concat([acknowledged(1), acknowledged(1)]))
  expect(told).toEqual([700, 1])
})
