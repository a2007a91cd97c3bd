import { expect, test } from 'vitest'
import { scaleTask, tcpScale } from '../../testing/tcp-scale.ts'
import { riceLake } from './driver.ts'

const settings = { dialect: 'rice-lake' as const, tonne: false, ask_for: 'gross' as const, address: '' }

test('rice-lake: a stream over TCP is measured, and its commands are proven by what it shows', async () => {
  const state = { load: 12.5, tare: 0 }
  const { line, asked, say } = await tcpScale(command => {
    if (command === 'KTARE\r') state.tare = state.load
    if (command === 'KCLRTAR\r') state.tare = 0
    return 'OK\r\n'
  })
  const speaking = setInterval(() => {
    const weight = (state.load - state.tare).toFixed(3).padStart(7)
    say(`\x02 ${weight}K${state.tare === 0 ? 'G' : 'N'} \r\n`)
  }, 20)
  const { task } = scaleTask({ ...settings, mode: 'stream' as const })
  for await (const [measurement] of riceLake.measure(line, task, new AbortController().signal)) {
    expect(measurement).toMatchObject({ value: '12.500', reason: 'ok_stable', weight: { basis: 'gross' } })
    break
  }
  expect(asked).toEqual([])
  const { signal } = new AbortController()
  expect(await riceLake.tare(line, task, signal)).toMatchObject({ outcome: 'done' })
  expect(await riceLake.clearTare(line, task, signal)).toMatchObject({ outcome: 'done' })
  clearInterval(speaking)
})

test('rice-lake: an indicator that is asked answers over TCP; one that says ?? has refused', async () => {
  const { line, asked } = await tcpScale(command => (command === 'XG\r' ? '  12.500 kg\r\n' : '??\r\n'))
  const { task } = scaleTask(settings)
  const over = new AbortController()
  for await (const [measurement] of riceLake.measure(line, task, over.signal)) {
    expect(measurement).toMatchObject({ value: '12.500', reason: 'ok', weight: { basis: 'gross', stable: null } })
    over.abort()
  }
  expect(new Set(asked)).toEqual(new Set(['XG\r']))
  expect(await riceLake.zero(line, task, over.signal)).toMatchObject({ outcome: 'failed', reason: 'device_exception' })
})
