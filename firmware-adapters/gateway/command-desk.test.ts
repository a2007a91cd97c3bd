import { join } from 'node:path'
import { type CommandAnswer, commandTopic, type DeviceAction } from '@flowviz/contract/health'
import { expect, test } from 'vitest'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant, type TestPlant } from '../testing/plant.ts'

async function scalePlant(more: Parameters<typeof scaleConfig>[2] = {}): Promise<TestPlant> {
  const link = join(await ownFolder(), 'scale-1')
  const plant = await startPlant({
    pretended: [{ kind: 'mt-sics', id: 'scale-1', link, cycle: false, step_kg: '0.001' }],
    devices: [scaleConfig('scale-1', link, more)],
  })
  await plant.until('it weighs', () => plant.health('scale-1')?.state === 'ok')
  return plant
}

let commands = 0
/** Asks for an action as the appliance does, and waits for its answer. */
async function ask(plant: TestPlant, action: DeviceAction, command_id = `c${++commands}`): Promise<CommandAnswer> {
  const before = plant.answers.length
  const payload = JSON.stringify({ v: 1, command_id, device_id: 'scale-1', action })
  const packet = { cmd: 'publish' as const, qos: 1 as const, dup: false, retain: false, payload }
  plant.broker.aedes.publish({ ...packet, topic: commandTopic('scale-1') }, () => undefined)
  await plant.until(`an answer to ${action}`, () => plant.answers.length > before)
  const answer = plant.answers.at(-1)!
  expect(answer).toMatchObject({ v: 1, command_id, device_id: 'scale-1' })
  return answer
}

const weighs = (plant: TestPlant, value: string) =>
  plant.until(`a stable ${value}`, () => {
    const last = plant.of('scale-1').at(-1)?.measurement
    return last?.value === value && last.reason === 'ok_stable'
  })

test('a stable weight is waited for, published and answered, in this order', async () => {
  const plant = await scalePlant({
    channels: [{ name: 'weight', unit: 'kg', report: { strategy: 'on_change', deadband: '99' } }],
  })
  await plant.control('scale-1', { load_kg: '3.500' })
  const answer = await ask(plant, 'stable_weight')
  expect(answer).toMatchObject({ outcome: 'done', reason: 'ok_stable', detail: '3.500 kg' })
  expect(
    plant.of('scale-1').some(({ measurement: { value, reason } }) => value === '3.500' && reason === 'ok_stable'),
  ).toBe(true)
})

test('a device that may only be read is not tared, cleared or zeroed', async () => {
  const plant = await scalePlant()
  await plant.control('scale-1', { load_kg: '3.500' })
  await weighs(plant, '3.500')
  for (const action of ['tare', 'clear_tare', 'zero'] as const)
    expect(await ask(plant, action)).toMatchObject({ outcome: 'refused', reason: 'writes_not_allowed' })
  const seen = plant.of('scale-1').length
  await plant.until('it weighs on', () => plant.of('scale-1').length > seen + 2)
  expect(plant.of('scale-1').at(-1)!.measurement.value).toBe('3.500')
})

test('tare, clear and zero are done by the scale, and a repeated command is not done again', async () => {
  const plant = await scalePlant({ writes_allowed: true })
  await plant.control('scale-1', { load_kg: '5.000' })
  await weighs(plant, '5.000')
  expect(await ask(plant, 'tare', 'tare-1')).toMatchObject({ outcome: 'done' })
  await weighs(plant, '0.000')
  await plant.control('scale-1', { load_kg: '8.000' })
  await weighs(plant, '3.000')
  expect(await ask(plant, 'tare', 'tare-1')).toMatchObject({ outcome: 'done' })
  const seen = plant.of('scale-1').length
  await plant.until('it weighs on', () => plant.of('scale-1').length > seen + 2)
  expect(plant.of('scale-1').at(-1)!.measurement.value).toBe('3.000')
  expect(await ask(plant, 'clear_tare')).toMatchObject({ outcome: 'done' })
  await weighs(plant, '8.000')
  expect(await ask(plant, 'zero')).toMatchObject({ outcome: 'failed', reason: 'overload' })
  await plant.control('scale-1', { load_kg: '0.200' })
  await weighs(plant, '0.200')
  expect(await ask(plant, 'zero')).toMatchObject({ outcome: 'done' })
  await weighs(plant, '0.000')
})

test('a command to a scale that is not there fails, and one that makes no sense is not answered', async () => {
  const plant = await scalePlant({ writes_allowed: true })
  await plant.control('scale-1', { unplug: true })
  await plant.until('it is gone', () => plant.health('scale-1')?.state === 'faulted')
  for (const payload of ['nonsense', '{"v":2}']) {
    const packet = { cmd: 'publish' as const, qos: 1 as const, dup: false, retain: false, payload }
    plant.broker.aedes.publish({ ...packet, topic: commandTopic('scale-1') }, () => undefined)
  }
  expect(await ask(plant, 'stable_weight')).toMatchObject({ outcome: 'failed', reason: 'comm_lost' })
  expect(plant.answers).toHaveLength(1)
})
