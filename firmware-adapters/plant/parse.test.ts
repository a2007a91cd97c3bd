import { expect, test } from 'vitest'
import { parsePlant } from './parse.ts'

const scale = (format: string) => `
v: 1
site: plant-north
devices:
  - id: scale-1
    name: Receiving scale
    driver: mt-sics
    location: receiving
    identity: gateway-1
    transport: { kind: serial, path: /dev/flowviz/scale-1, baud: 9600, format: ${format} }
    channels: [{ name: weight, unit: kg }]
`

test('a line format is text, although YAML takes 8E1 for the number 80', () => {
  const { plant, problems } = parsePlant(scale('8E1'))
  expect(problems).toEqual([])
  expect(plant?.devices[0]?.transport).toMatchObject({ format: '8E1', baud: 9600 })
})

test('a shape that is wrong names every place at once', () => {
  const { plant, problems } = parsePlant(scale('9X9').replace('driver: mt-sics', 'drivr: mt-sics'))
  expect(plant).toBeNull()
  expect(problems.length).toBeGreaterThan(1)
  expect(problems.some(({ path }) => path.startsWith('/devices/0'))).toBe(true)
})

test('text that is not YAML names its line', () => {
  expect(parsePlant('v: 1\n  site: [').problems[0]?.path).toMatch(/^line \d+$/)
})

test('an empty file is a problem, not a plant', () => {
  expect(parsePlant('').plant).toBeNull()
  expect(parsePlant('').problems).not.toEqual([])
})
