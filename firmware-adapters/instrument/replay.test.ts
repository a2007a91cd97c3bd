import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DeviceConfig } from '@flowviz/contract/device'
import { codeOf } from '@flowviz/contract/error'
import { expect, onTestFinished, test } from 'vitest'
import { parseDevices } from '../gateway/devices-file.ts'
import { createPace } from '../gateway/pace.ts'
import { parsePlan } from '../simulator/plan.ts'
import { startSimulator } from '../simulator/simulator.ts'
import { ownFolder } from '../testing/folder.ts'
import { openSerial } from '../transport/open/serial.ts'
import { captureDevice, captureLine } from './capture.ts'
import { parseCapture, textOfCapture } from './capture-file.ts'
import { probe } from './probe.ts'
import { differenceOf, replay } from './replay.ts'

const pace = createPace(() => performance.now())
const clocks = { now: () => Date.now(), monotonic: () => performance.now() }
const CASES = fileURLToPath(new URL('./capture-case/', import.meta.url))

test.each(readdirSync(CASES).filter(name => name.endsWith('.jsonl')))(
  'the capture %s reads as it did when it was taken',
  async name => {
    const capture = parseCapture(readFileSync(join(CASES, name), 'utf8'))
    const expected = JSON.parse(readFileSync(join(CASES, name.replace('.jsonl', '.expected.json')), 'utf8'))
    const { readings, unexpected, failed } = await replay({ capture, pace })
    expect(differenceOf(readings, expected.readings)).toBeNull()
    expect({ unexpected, failed }).toEqual({ unexpected: [], failed: null })
  },
)

/** A pretended device, and how devices.yaml describes it. */
async function plant(kind: string, more: { plan?: object; device?: object } = {}) {
  const link = join(await ownFolder(), 'line')
  const plan = { kind, id: 'scale-1', link, cycle: false, ...more.plan }
  const simulator = await startSimulator(parsePlan(JSON.stringify({ v: 1, devices: [plan] })), () => Date.now())
  onTestFinished(() => simulator.stop())
  const device = {
    ...{ id: 'scale-1', name: 'Scale', driver: kind, location: 'receiving', identity: 'gateway-1' },
    transport: {
      kind: kind === 'modbus-rtu' ? kind : 'serial',
      path: link,
      ...{ baud: 9600, format: '8N1' },
      ...(kind === 'modbus-rtu' ? { unit_id: 3 } : {}),
    },
    channels: [{ name: 'weight', unit: 'kg' }],
    ...more.device,
  }
  const { devices } = parseDevices(JSON.stringify({ v: 1, site: 'plant-1', devices: [device] }))
  return { link, device: devices[0] as DeviceConfig }
}

const options = (more: object = {}) => {
  const { signal } = new AbortController()
  return { pace, clocks, for_ms: 1_200, bytes_max: 100_000, redacted: false, signal, ...more }
}

test('what a scale and its driver said to each other replays to the same readings, redacted as well', async () => {
  for (const kind of ['mt-sics', 'nci', 'rice-lake']) {
    const { device } = await plant(kind)
    const seen = await captureDevice(device, options())
    expect(seen).toMatchObject({ failed: null, full: false, head: { driver: kind } })
    const capture = parseCapture(textOfCapture(seen))
    const first = await replay({ capture, pace })
    expect(first.readings.length, kind).toBeGreaterThan(2)
    expect(first, kind).toMatchObject({ unexpected: [], failed: null })
    expect(first.readings.at(-1), kind).toMatchObject({ value: '0.000', unit: 'kg', quality: 'good' })
    expect((await replay({ capture, pace })).readings, kind).toEqual(first.readings)
  }
})

test('a redacted capture says neither place nor time nor serial number, and reads the same', async () => {
  const { device, link } = await plant('mt-sics')
  const seen = await captureDevice(device, options({ redacted: true }))
  const text = textOfCapture(seen)
  expect(text).not.toContain(link)
  expect(text).not.toContain('started_at')
  expect(text).not.toContain(Buffer.from('B012345678').toString('hex'))
  const { readings, noticed, unexpected } = await replay({ capture: parseCapture(text), pace })
  expect(readings.length).toBeGreaterThan(2)
  expect(noticed).toMatchObject({ identified: 1 })
  expect(unexpected).toEqual([])
})

test('a bus is captured and replayed, its checksums included', async () => {
  const { device } = await plant('modbus-rtu', {
    plan: { cycle: undefined, units: [{ id: 'meter', unit_id: 3, profile: 'sdm630@1' }] },
    device: {
      driver: 'modbus',
      settings: { profile: 'sdm630@1' },
      channels: [{ name: 'power', unit: 'W' }],
      poll_ms: 200,
    },
  })
  const seen = await captureDevice(device, options())
  expect(seen).toMatchObject({ failed: null, head: { driver: 'modbus', unit_id: 3 } })
  const { readings, failed, unexpected } = await replay({ capture: parseCapture(textOfCapture(seen)), pace })
  expect({ failed, unexpected }).toEqual({ failed: null, unexpected: [] })
  expect(readings.length).toBeGreaterThan(2)
  expect(readings[0]).toMatchObject({ channel: 'power', quality: expect.stringMatching(/good|uncertain/) })
})

test('a line that is only listened to is captured without a byte of ours, and ends at its limit of bytes', async () => {
  const { link } = await plant('soehnle', { plan: { streams: true, period_ms: 30 } })
  const at = { kind: 'serial' as const, path: link, baud: 9_600, format: '8N1' as const }
  const seen = await captureLine(at, options({ bytes_max: 200, for_ms: 5_000 }))
  expect(seen.full).toBe(true)
  expect(seen.bytes).toBeLessThanOrEqual(200)
  expect(new Set(seen.records.map(({ dir }) => dir))).toEqual(new Set(['rx']))
  const times = seen.records.map(({ at_ms }) => at_ms)
  expect(times).toEqual(times.toSorted((one, other) => one - other))
  const { readings } = await replay({ capture: seen, pace, driver: 'soehnle', settings: { mode: 'stream' } })
  expect(readings.at(-1)).toMatchObject({ value: '0.000', reason: 'ok' })
})

test('a file that is no capture, and a driver that there is none of, are refused with their code', async () => {
  for (const text of ['', 'x', '{"capture":1}', '{"capture":1,"redacted":false}\n{"at_ms":-1,"dir":"rx","hex":"00"}'])
    expect(codeFrom(() => parseCapture(text))).toBe('capture_invalid')
  const capture = { head: { capture: 1 as const, redacted: false }, records: [] }
  const code = (more: object) => replay({ capture, pace, ...more }).then(() => 'played', codeOf)
  expect(await code({})).toBe('config_invalid')
  expect(await code({ driver: 'toaster' })).toBe('config_invalid')
  expect(await code({ driver: 'and', settings: { family: 'cat' } })).toBe('config_invalid')
  expect(await code({ driver: 'modbus' })).toBe('config_invalid')
})

test('a device is probed as it is described: what it reads, what it is, and that a line is taken', async () => {
  const { device, link } = await plant('mt-sics')
  const seen: string[] = []
  const taking = {
    pace,
    clocks,
    reads: 3,
    for_ms: 5_000,
    take: ({ value }: { value: string | null }) => seen.push(value!),
  }
  const probed = await probe(device, taking)
  expect(probed).toMatchObject({ device: 'scale-1', driver: 'mt-sics', failed: null })
  expect(probed.identified).toContain('B012345678')
  expect(seen).toEqual(['0.000', '0.000', '0.000'])
  expect(probed.readings[0]!.raw).toMatch(/^53/)
  const held = await openSerial({ path: link, baud: 9_600, format: '8N1' })
  onTestFinished(() => held.close())
  const refused = await probe(device, taking).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'port_taken' })
  expect((refused as { hint: string }).hint).toContain('flowviz-gateway')
})

test('a silent device is told as one', async () => {
  const { device } = await plant('nci')
  const away = { ...device, driver: 'and', settings: { ...(device.settings ?? {}), mode: 'poll' } }
  const { devices } = parseDevices(
    JSON.stringify({ v: 1, site: 'p', devices: [{ ...away, settings: {}, timeout_ms: 60 }] }),
  )
  expect(await probe(devices[0]!, { pace, clocks, reads: 1, for_ms: 3_000 })).toMatchObject({ readings: [] })
})

function codeFrom(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return codeOf(error)
  }
}
