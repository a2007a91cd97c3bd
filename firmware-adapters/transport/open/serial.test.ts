import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { openPty } from '../../simulator/pty-line.ts'
import { ownFolder } from '../../testing/folder.ts'
import { gather } from '../../testing/gather.ts'
import { openSerial } from './serial.ts'

const codeFrom = (work: Promise<unknown>) => work.then(() => 'none', codeOf)

async function plugged() {
  const path = join(await ownFolder(), 'line')
  const pty = await openPty(path)
  onTestFinished(() => pty.destroy())
  return { path, pty, line: { path, baud: 9600, format: '8N1' as const } }
}

test('every byte arrives on both sides of the line', async () => {
  const { pty, line } = await plugged()
  const serial = await openSerial(line)
  onTestFinished(() => serial.close())
  const sent = Uint8Array.from({ length: 3_600 }, (_, at) => at & 0xff)
  let heard = 0
  const { promise: allHeard, resolve } = Promise.withResolvers<void>()
  pty.onBytes(chunk => {
    heard += chunk.length
    if (heard === sent.length) resolve()
  })
  for (let at = 0; at < sent.length; at += 400) await serial.write(sent.slice(at, at + 400))
  await allHeard
  for (let at = 0; at < sent.length; at += 400) pty.write(sent.slice(at, at + 400))
  const received: number[] = []
  for await (const chunk of serial.read()) {
    received.push(...chunk)
    if (received.length >= sent.length) break
  }
  expect(Uint8Array.from(received)).toEqual(sent)
})

test('a line that is not there, is taken or is no line is told by its code', async () => {
  const folder = await ownFolder()
  const { line } = await plugged()
  expect(await codeFrom(openSerial({ ...line, path: join(folder, 'none') }))).toBe('port_missing')
  const first = await openSerial(line)
  onTestFinished(() => first.close())
  expect(await codeFrom(openSerial(line))).toBe('port_taken')
  await writeFile(join(folder, 'file'), '')
  expect(await codeFrom(openSerial({ ...line, path: join(folder, 'file') }))).toBe('port_taken')
})

test('an adapter that is pulled out ends the reading, and the same path works when it is back', async () => {
  const { path, pty, line } = await plugged()
  const serial = await openSerial(line)
  const reading = gather(serial.read())
  await pty.destroy()
  expect(await serial.closed).toMatchObject({ code: 'comm_lost' })
  expect(await reading).toEqual([])
  await serial.close()
  expect(await codeFrom(openSerial(line))).toBe('port_missing')

  const back = await openPty(path)
  onTestFinished(() => back.destroy())
  const again = await openSerial(line)
  onTestFinished(() => again.close())
  back.write(Buffer.from('hello'))
  for await (const chunk of again.read()) {
    expect(Buffer.from(chunk).toString()).toBe('hello')
    break
  }
})

test('closing twice is closing once', async () => {
  const { line } = await plugged()
  const serial = await openSerial(line)
  await Promise.all([serial.close(), serial.close()])
  expect(await serial.closed).toMatchObject({ code: 'closed' })
  expect(await codeFrom(serial.write(Uint8Array.of(1)))).toBe('comm_lost')
  const next = await openSerial(line)
  await next.close()
})
