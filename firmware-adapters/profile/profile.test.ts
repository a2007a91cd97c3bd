import { Measurement } from '@flowviz/contract/measurement'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { decode } from '../driver/modbus/decode.ts'
import { Image } from '../driver/modbus/image.ts'
import { channelsOf, proof } from '../testing/profile-proof.ts'
import { cellOf, readsOf } from './cell.ts'
import { checkProfile, parseProfile } from './check.ts'
import { overlaid } from './overlay.ts'
import type { Profile } from './schema.ts'
import { profileShelf, shippedProfiles } from './shelf.ts'

const SHIPPED = shippedProfiles()
const PROFILES = [...SHIPPED.values()].flatMap(({ profile }) => profile ?? [])
const validator = Compile(Measurement)
const named = (reference: string): Profile => SHIPPED.get(reference)!.profile!

test('every profile that is shipped is a valid one', () => {
  for (const [name, { problems }] of SHIPPED) expect(problems, name).toEqual([])
  expect(PROFILES.map(({ profile }) => profile)).toEqual([
    'carel-ir33',
    'dixell-xr',
    'generic',
    'hamilton-ph',
    'iem3000',
    'laumas-tlb',
    'mt-ind570',
    'pavone',
    'sdm630',
    'xy-md02',
  ])
})

for (const profile of PROFILES)
  test(`${profile.profile}@${profile.version}: its own tests hold`, () => {
    if (profile.points.length > 0) expect(profile.tests.length).toBeGreaterThan(0)
    for (const own of profile.tests) {
      const measured = proof(profile, own)
      const said = Object.keys(own.expect).map(key => [key, measured[key]?.value ?? measured[key]?.reason])
      expect(Object.fromEntries(said)).toEqual(own.expect)
      for (const measurement of Object.values(measured)) expect(validator.Check(measurement)).toBe(true)
    }
  })

test('whatever the registers hold, a profile gives a valid measurement, and none that is bad with a value', () => {
  const words = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0x7fc0, 0x8000, 0xffff)), {
    minLength: 64,
    maxLength: 64,
  })
  for (const profile of PROFILES) {
    const channels = channelsOf(profile)
    fc.assert(
      fc.property(words, registers => {
        const image = new Image()
        for (const { key } of profile.points)
          for (const [at, read] of readsOf(profile, key).entries()) {
            const cell = cellOf(read, profile.transport)
            const bits = cell.fc <= 2 ? registers.map(word => word & 1) : registers
            image.put(cell, { ok: true, registers: bits.slice(at, at + cell.count), raw: '' })
          }
        for (const channel of channels) {
          const measurement = decode(profile, channel, image)
          expect(validator.Check(measurement)).toBe(true)
          expect(measurement!.value === null).toBe(measurement!.quality === 'bad')
        }
      }),
      { numRuns: 200 },
    )
  }
})

test('what is wrong in a profile is said with its place, all at once', () => {
  const broken = `
profile: broken
version: 1
title: Broken
trust: documented
products: [{ brand: B, model: M }]
transport: { kinds: [modbus-rtu], address_base: 0, notation: hex, registers_per_request_max: 2, forbidden: [{ fc: 3, from: 16, to: 20 }] }
status: [{ read: { fc: 3, address: 0000h, type: int16, mask: 1 }, reason: overload, points: [nowhere] }]
points:
  - { key: a, read: { fc: 3, address: 4, type: int16 }, unit: Cel }
  - { key: a, read: { fc: 1, address: 0001h, type: uint16 }, unit: '1', scale: '0.0' }
  - { key: b, read: { fc: 3, address: 0012h, type: int16 }, unit: Cel, range: { hard: ['5', '1'] } }
  - { key: c, read: { fc: 3, address: FFFFh, type: float64 }, unit: V }
caveats: []
tests: []
`
  expect(parseProfile(broken).problems.map(({ path }) => path)).toEqual([
    '/status/0/read/mask',
    '/points/0/read/address',
    '/points/1/read/type',
    '/points/2/read/address',
    '/points/3/read/address',
    '/points/3/read/type',
    '/points/1/key',
    '/points/1/scale',
    '/points/2/range/hard',
    '/status/0/points',
  ])
  expect(parseProfile('a: [').problems[0]!.path).toMatch(/^line/)
  expect(parseProfile('profile: x').problems.length).toBeGreaterThan(0)
})

test('addresses mean the same register in every notation', () => {
  const at = (address: number | string, notation: 'decimal' | 'hex' | 'modicon', address_base: 0 | 1 = 0) =>
    cellOf({ fc: 3, address, type: 'int16' }, { ...named('generic@1').transport, notation, address_base }).address
  expect([
    at(107, 'decimal'),
    at(108, 'decimal', 1),
    at('006Bh', 'hex'),
    at('0x6b', 'hex'),
    at(40_108, 'modicon'),
  ]).toEqual([107, 107, 107, 107, 107])
  expect(at(400_108, 'modicon')).toBe(107)
})

test('a device differs from its profile by its overrides alone, and they are held to the same rules', () => {
  const carel = named('carel-ir33@1')
  const shifted = overlaid(carel, { points: { 'probe-1': { read: { address: 5 }, range: { warn: null } } } })
  const point = shifted.profile!.points.find(({ key }) => key === 'probe-1')!
  expect([point.read, point.scale, point.range]).toEqual([
    { fc: 3, address: 5, type: 'int16' },
    '0.1',
    { hard: ['-60', '110'] },
  ])
  expect(carel.points.find(({ key }) => key === 'probe-1')!.read.address).toBe(4)
  expect(overlaid(carel, { points: { 'probe-1': { scale: 0.1 } } }).problems[0]!.path).toBe('/points/1/scale')
  expect(overlaid(carel, { transport: { baud: 1 } }).problems.length).toBeGreaterThan(0)
  const added = overlaid(named('generic@1'), {
    points: { flow: { read: { fc: 3, address: 7, type: 'float32' }, unit: 'm3/h' } },
  })
  expect(added.profile!.points.map(({ key }) => key)).toEqual(['flow'])
})

test('a weight whose decimal point nobody knows is not read before the plant has said it', () => {
  const pavone = named('pavone@1')
  expect(overlaid(pavone).problems.map(({ path }) => path)).toEqual(['/points/gross/scale', '/points/net/scale'])
  const scale = '0.001'
  expect(overlaid(pavone, { points: { gross: { scale }, net: { scale } } }).problems).toEqual([])
})

test('a profile that is not there is named, with those that are', () => {
  const { problems } = profileShelf().find('sdm63@1')
  expect(problems[0]!.message).toContain('sdm630@1')
  expect(profileShelf().find('/no/such/file.yaml').profile).toBeNull()
  expect(checkProfile(null).profile).toBeNull()
})
