import type { DeviceView } from '@flowviz/contract/device'
import type { DeviceState } from '@flowviz/contract/health'
import { expect, test } from 'vitest'
import { stateLog } from './state-log.ts'

function logged() {
  let at = 0
  const told: [number, DeviceState][] = []
  const log = stateLog({ monotonic: () => at, tell: ({ state }) => told.push([at, state]) })
  const see = (state: DeviceState) => log.see({ id: 'scale-1', state, reason: state, detail: '' } as DeviceView)
  /** Lets seconds pass, with the tick of each. */
  const pass = (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      at += 1_000
      log.tick()
    }
  }
  return { see, pass, told }
}

test('a cable that flaps for a minute leaves one event in ten seconds, and the state it settled on', () => {
  const { see, pass, told } = logged()
  for (let second = 0; second < 60; second += 1) {
    see(second % 2 === 0 ? 'faulted' : 'ok')
    pass(1)
  }
  see('late')
  pass(20)
  const gaps = told.slice(1).map(([at], index) => at - told[index]![0])
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10_000)
  expect(told.at(-1)![1]).toBe('late')
})

test('a change is written at once when the device was quiet before', () => {
  const { see, pass, told } = logged()
  see('ok')
  pass(30)
  see('faulted')
  expect(told).toEqual([
    [0, 'ok'],
    [30_000, 'faulted'],
  ])
})

test('connecting at the start tells nothing, and coming back within the gap neither', () => {
  const { see, pass, told } = logged()
  see('connecting')
  see('ok')
  pass(2)
  see('late')
  pass(2)
  see('ok')
  pass(20)
  expect(told.map(([, state]) => state)).toEqual(['ok'])
})
