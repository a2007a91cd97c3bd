import { join } from 'node:path'
import type { DeviceConfig } from '@flowviz/contract/device'
import { expect, test } from 'vitest'
import type { Profile } from '../profile/schema.ts'
import { shippedProfiles } from '../profile/shelf.ts'
import { ownFolder } from '../testing/folder.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { channelsOf } from '../testing/profile-proof.ts'

const PROFILES = [...shippedProfiles().values()]
  .flatMap(({ profile }) => profile ?? [])
  .filter(at => at.points.length > 0)
const referenceOf = ({ profile, version }: Profile) => `${profile}@${version}`
/** What a plant has to say that a profile does not know. */
const OVERRIDES = { pavone: { points: { gross: { scale: '0.001' }, net: { scale: '0.001' } } } }

const deviceOf = (profile: Profile, transport: DeviceConfig['transport']): DeviceConfig => ({
  id: profile.profile,
  name: profile.title,
  driver: 'modbus',
  location: 'hall',
  identity: 'gateway-1',
  transport,
  poll_ms: 500,
  timeout_ms: 300,
  settings: { profile: referenceOf(profile), overrides: { ...(OVERRIDES[profile.profile as 'pavone'] ?? {}) } },
  channels: channelsOf(profile),
})

const unitOf = (profile: Profile, at: number) => ({
  id: profile.profile,
  unit_id: at + 1,
  profile: referenceOf(profile),
})

async function everyPointIsGood(plant: TestPlant): Promise<void> {
  for (const profile of PROFILES) {
    const good = () =>
      profile.points.every(({ key }) =>
        plant
          .of(profile.profile)
          .some(({ measurement: { channel, quality } }) => channel === key && quality === 'good'),
      )
    await plant.until(`every point of ${profile.profile} is good`, good)
    expect(plant.of(profile.profile).filter(({ measurement }) => measurement.quality === 'bad')).toEqual([])
  }
}

test('every profile is read from its pretended device on one RS-485 line, and gives what the device shows', async () => {
  const link = join(await ownFolder(), 'bus')
  const plant = await startPlant({
    pretended: [{ kind: 'modbus-rtu', id: 'bus', link, units: PROFILES.map(unitOf) }],
    devices: PROFILES.map((profile, at) =>
      deviceOf(profile, { kind: 'modbus-rtu', path: link, baud: 9600, format: '8N1', unit_id: at + 1 }),
    ),
  })
  await everyPointIsGood(plant)
  expect(plant.health('sdm630')!.detail).toBe('sdm630@1, documented')
  const shows = async (id: string, channel: string, value: string) => {
    await plant.control(id, { values: { [channel]: value } })
    const told = () => plant.of(id).some(({ measurement: at }) => at.channel === channel && at.value === value)
    await plant.until(`${id} gives ${channel} as ${value}`, told)
  }
  await shows('sdm630', 'power', '1234.5')
  await shows('carel-ir33', 'probe-1', '-21.3')
  await shows('carel-ir33', 'door-open', '1')
  await shows('laumas-tlb', 'gross', '-12.340')
  await shows('hamilton-ph', 'ph', '6.92')
  await shows('iem3000', 'energy', '123456789012')
  for (const id of ['carel-ir33', 'dixell-xr', 'sdm630', 'xy-md02']) {
    await plant.control(id, { probe_broken: true })
    const broken = () => plant.of(id).some(({ measurement: { reason } }) => reason === 'sensor_fault')
    await plant.until(`${id} tells that its sensor is broken`, broken)
  }
})

for (const kind of ['modbus-tcp', 'rtu-over-tcp'] as const)
  test(`every profile is read from its pretended device over ${kind}`, async () => {
    const plant = await startPlant({ pretended: [{ kind, id: 'bus', units: PROFILES.map(unitOf) }], devices: [] })
    const port = Number(plant.simulator.devices.bus!.port)
    const at = { kind, host: '127.0.0.1', port } as const
    const devices = PROFILES.map((profile, index) => deviceOf(profile, { ...at, unit_id: index + 1 }))
    await plant.gateway.apply({ v: 1, site: 'plant-1', devices })
    await everyPointIsGood(plant)
  })
