import { expect, test } from 'vitest'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { casEcr6 } from './driver.ts'

const FRAME = '\x01\x02S 01.250kgg\x03\x04'

test('cas-ecr6: the scale is called, and asked once it has acknowledged', async () => {
  const { line, asked } = await tcpScale(text => (text === '\x05' ? '\x06' : text === '\x11' ? FRAME : null))
  const { task } = scaleTask({})
  const over = new AbortController()
  const values: unknown[] = []
  for await (const [measurement] of casEcr6.measure(line, task, over.signal)) {
    values.push(measurement!.value)
    if (values.length === 3) over.abort()
  }
  expect(values).toEqual(['1.250', '1.250', '1.250'])
  expect(asked.slice(0, 4)).toEqual(['\x05', '\x11', '\x05', '\x11'])
})

test('cas-ecr6: a scale that does not acknowledge is not asked', async () => {
  const { line, asked } = await tcpScale(text => (text === '\x11' ? FRAME : null))
  const { task } = scaleTask({})
  const measured = async () => {
    for await (const batch of casEcr6.measure(line, { ...task, timeout_ms: 40 }, new AbortController().signal))
      expect(batch).toEqual([])
  }
  await expect(measured()).rejects.toMatchObject({ code: 'comm_timeout' })
  expect(asked).not.toContain('\x11')
})
