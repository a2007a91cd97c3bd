import type { LiveMessage } from '@flowviz/contract/live'
import type { Reading } from '@flowviz/contract/reading'
import { expect, onTestFinished, test, vi } from 'vitest'
import { liveHub } from './hub.ts'

const weigh = (value: string, device_id = 'scale-1') =>
  ({ type: 'reading', reading: { device_id, channel: 'weight', value } as Reading }) as const

function hub() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const made = liveHub({ monotonic: () => performance.now() })
  const heard: string[] = []
  const leave = made.subscribe((message: LiveMessage) =>
    heard.push(message.type === 'reading' ? `${message.reading.device_id} ${message.reading.value}` : message.type),
  )
  return { made, heard, leave }
}

test('a scale of a hundred readings a second is shown ten times a second, and its last weight always arrives', () => {
  const { made, heard } = hub()
  for (let value = 0; value < 100; value += 1) {
    made.publish(weigh(String(value)))
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(200)
  expect(heard.length).toBeGreaterThanOrEqual(9)
  expect(heard.length).toBeLessThanOrEqual(12)
  expect([heard[0], heard.at(-1)]).toEqual(['scale-1 0', 'scale-1 99'])
})

test('one scale never holds back another, nor anything that is no reading', () => {
  const { made, heard } = hub()
  made.publish(weigh('1'))
  made.publish(weigh('2'))
  made.publish(weigh('7', 'scale-2'))
  made.publish({ type: 'hello', site: 'plant-a', server_time: '', version: '' })
  expect(heard).toEqual(['scale-1 1', 'scale-2 7', 'hello'])
  vi.advanceTimersByTime(100)
  expect(heard.at(-1)).toBe('scale-1 2')
})

test('who has left hears nothing more', () => {
  const { made, heard, leave } = hub()
  leave()
  made.publish(weigh('1'))
  expect([heard, made.screens()]).toEqual([[], 0])
})
