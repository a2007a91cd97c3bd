import { seededRandom } from '@flowviz/contract/random'
import { expect, test } from 'vitest'
import { ScaleModel, type Shown } from './scale-model.ts'
import { SicsDevice } from './sics-device.ts'

function scale(cycle = false) {
  const clock = { now: 0 }
  const model = new ScaleModel({
    capacity_kg: '60.000',
    step_kg: '0.005',
    cycle,
    now: () => clock.now,
    random: seededRandom(7),
  })
  return { model, clock }
}
const textOf = (shown: Shown) => (shown.kind === 'weight' ? shown.value : shown.kind)

test('a load settles: first it moves, then it stands at its own weight', () => {
  const { model, clock } = scale()
  model.load('12.340')
  clock.now += 100
  const moving = model.show()
  expect(moving).toMatchObject({ kind: 'weight', stable: false })
  expect(Number(textOf(moving))).toBeLessThan(12)
  clock.now += 2_000
  expect(model.show()).toEqual({ kind: 'weight', value: '12.340', stable: true })
})

test('what lies outside the range is no weight', () => {
  const { model, clock } = scale()
  model.load('61.000')
  clock.now += 2_000
  expect(model.show()).toEqual({ kind: 'overload' })
  model.load('-5.000')
  clock.now += 2_000
  expect(model.show()).toEqual({ kind: 'underload' })
})

test('the cycle puts loads on and takes them off, the same ones for the same seed', () => {
  const seen = [1, 2].map(() => {
    const { model, clock } = scale(true)
    const stable = new Set<string>()
    for (; clock.now < 60_000; clock.now += 100) {
      const shown = model.show()
      if (shown.kind === 'weight' && shown.stable) stable.add(shown.value)
    }
    return [...stable]
  })
  expect(seen[0]!.length).toBeGreaterThan(4)
  expect(seen[0]).toContain('0.000')
  expect(seen[0]).toEqual(seen[1])
})

test('the pretended scale answers as the manual says', async () => {
  const { model, clock } = scale()
  const said: string[] = []
  const device = new SicsDevice({ model, serial: 'B1', type: 'X 60 kg', send: text => said.push(text) })
  const ask = async (command: string) => {
    said.length = 0
    device.receive(Buffer.from(`${command}\r\n`))
    await new Promise(resolve => setTimeout(resolve, 1))
    return said.join('')
  }
  expect(await ask('I4')).toBe('I4 A "B1"\r\n')
  expect(await ask('SI')).toBe('S S      0.000 kg\r\n')
  expect(await ask('@')).toBe('I4 A "B1"\r\n')
  expect(await ask('XYZ')).toBe('ES\r\n')
  expect(await ask('I0')).toMatch(/^I0 B 0 "@"\r\n(I0 B [01] "[A-Z0-9]+"\r\n)+I0 A 1 "TAC"\r\n$/)
  model.load('2.000')
  expect(await ask('ZI')).toMatch(/^ZI [D+]\r\n$/)
  clock.now += 2_000
  expect(await ask('TI')).toBe('TI S      2.000 kg\r\n')
  expect(await ask('S')).toBe('S S      0.000 kg\r\n')
  expect(await ask('TA')).toBe('TA A      2.000 kg\r\n')
  expect(await ask('TAC')).toBe('TAC A\r\n')
  expect(await ask('TA 1.500 kg')).toBe('TA A      1.500 kg\r\n')
  expect(await ask('SI')).toBe('S S      0.500 kg\r\n')
  model.load('30.000')
  clock.now += 2_000
  expect(await ask('Z')).toBe('Z +\r\n')
  device.stop()
})
