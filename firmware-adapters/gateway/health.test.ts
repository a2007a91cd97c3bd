import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant, unitConfig } from '../testing/plant.ts'
import { createMetrics } from './metrics.ts'

test('how fast a device is and how full its bus is stands in its health and at the metrics', async () => {
  const folder = await ownFolder()
  const [line, bus] = [join(folder, 'scale-1'), join(folder, 'bus')]
  const plant = await startPlant({
    pretended: [
      { kind: 'mt-sics', id: 'scale-1', link: line, cycle: false },
      { kind: 'xy-md02-rtu', id: 'bus', link: bus, units: [{ id: 'cold-1', unit_id: 1, swing_c: '0.0' }] },
    ],
    devices: [scaleConfig('scale-1', line), unitConfig('cold-1', bus, 1)],
  })
  const figures = (id: string) => plant.health(id)?.figures
  await plant.until('both are known', () => figures('scale-1')?.rtt_p95_ms != null)
  await plant.until('the bus is known', () => (figures('cold-1')?.bus_busy_percent ?? 0) > 0)
  expect(figures('scale-1')).toMatchObject({ configured_interval_ms: 100, bus_busy_percent: null })
  expect(figures('cold-1')!.configured_interval_ms).toBe(250)
  for (const id of ['scale-1', 'cold-1']) {
    const { rtt_p50_ms, rtt_p95_ms } = figures(id)!
    expect(rtt_p50_ms!).toBeLessThanOrEqual(rtt_p95_ms!)
    expect(rtt_p95_ms!).toBeLessThan(80)
    expect(plant.health(id)!.counters.requests).toBeGreaterThan(1)
  }
  const text = await createMetrics(plant.gateway).metrics()
  expect(text).toContain('flowviz_gateway_device_configured_interval_seconds{device="cold-1"} 0.25')
  expect(text).toMatch(/flowviz_gateway_device_rtt_seconds\{device="scale-1",quantile="0.95"\} 0\.0\d/)
  expect(text).toMatch(/flowviz_gateway_device_bus_busy_ratio\{device="cold-1"\} 0\.\d/)
  expect(text).toMatch(/flowviz_gateway_device_events_count\{device="cold-1",kind="requests"\} \d/)
  expect(text).not.toContain('bus_busy_ratio{device="scale-1"}')
})

test('a value that cannot be, or jumps, is told as what it is, also where only changes are told', async () => {
  const link = join(await ownFolder(), 'bus')
  const limits = { hard_high: '60', warn_high: '30', rate: { by: '10', within_s: 60 } }
  const report = { strategy: 'on_change' as const, deadband: '50' }
  const unit = unitConfig('cold-1', link, 1)
  const plant = await startPlant({
    pretended: [{ kind: 'xy-md02-rtu', id: 'bus', link, units: [{ id: 'cold-1', unit_id: 1, swing_c: '0.0' }] }],
    devices: [{ ...unit, poll_ms: 100, channels: [{ name: 'temperature', unit: 'Cel', limits, report }] }],
  })
  const last = () => plant.of('cold-1').at(-1)?.measurement
  await plant.until('it is good', () => last()?.quality === 'good')
  const [good] = plant.of('cold-1')
  for (const [temperature_c, reason] of [
    ['20.0', 'rate_of_change'],
    ['31.0', 'range_warning'],
    ['61.0', 'out_of_physical_range'],
  ]) {
    await plant.control('cold-1', { temperature_c })
    await plant.until(`${temperature_c} is told`, () => last()?.reason === reason)
    expect(last()).toMatchObject({ value: reason === 'out_of_physical_range' ? null : temperature_c })
    expect(last()!.raw).toBeTruthy()
  }
  await plant.control('cold-1', { temperature_c: good!.measurement.value })
  await plant.until('it is good again', () => last()?.quality === 'good')
})
