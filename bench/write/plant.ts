import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DeviceConfig, PlantDevices } from '@flowviz/contract/device'
import type { Session } from '@flowviz/contract/identity'
import { stringify } from 'yaml'
import { call } from '../../provisioning/call.ts'
import { keepPrivate, newPrivateKey, newSecret, sha256Hex, writePrivate } from '../../provisioning/demo/keys.ts'
import { type DemoPerson, keepPeople } from '../../provisioning/demo/people.ts'
import { benchDevice } from '../load/mqtt.ts'

/** Site, MQTT identity and operator of the benchmark's plant. */
export const BENCH = { site: 'bench', identity: 'bench', operator: { name: 'operator', secret: '246810' } } as const
const DEVICES = 16
const GENEROUS = { per_min: 1_000_000_000 }

/** A device for each connection of the load; no gateway runs, so its line is never opened. */
const device = (_: unknown, connection: number): DeviceConfig => ({
  id: benchDevice(connection),
  name: `Thermometer ${connection}`,
  driver: 'xy-md02',
  location: 'cold-room',
  identity: BENCH.identity,
  transport: { kind: 'modbus-tcp', host: '127.0.0.1', port: 502, unit_id: connection + 1 },
  channels: [{ name: 'temperature', unit: 'Cel', limits: { low: '0.0', high: '5.0' } }],
})

const ONE_OPERATOR: DemoPerson[] = [{ ...BENCH.operator, display_name: 'Olga Operator', role: 'OPERATOR' }]

/** Writes what an appliance needs to start, and gives its settings. Both ports are free ones. */
export function writeBenchPlant(dir: string, people = ONE_OPERATOR): { env: Record<string, string>; secret: string } {
  const file = (name: string) => join(dir, 'etc', name)
  mkdirSync(join(dir, 'data'), { recursive: true })
  for (const key of ['box.pem', 'token.pem']) keepPrivate(file(key), newPrivateKey)
  keepPeople(file('people.json'), people, () => Date.now())
  const secret = newSecret()
  const identity = { name: BENCH.identity, kind: 'gateway', secret_sha256: sha256Hex(secret) }
  writePrivate(file('identities.json'), JSON.stringify({ v: 1, identities: [identity] }))
  const plant: PlantDevices = { v: 1, site: BENCH.site, devices: Array.from({ length: DEVICES }, device) }
  writePrivate(file('devices.yaml'), stringify(plant))
  // One operator does more in a second than the plant lets a person do in a minute. The check itself stays in.
  const limits = { v: 1, rules: { lots: GENEROUS, qc_decisions: GENEROUS } }
  writePrivate(file('limits.json'), JSON.stringify(limits))
  return {
    secret,
    env: {
      FLOWVIZ_SITE: BENCH.site,
      FLOWVIZ_SITE_NAME: 'Benchmark',
      FLOWVIZ_DATA_DIR: join(dir, 'data'),
      FLOWVIZ_HTTP_PORT: '0',
      FLOWVIZ_MQTT_PORT: '0',
      FLOWVIZ_DEVICES_FILE: file('devices.yaml'),
      FLOWVIZ_IDENTITIES_FILE: file('identities.json'),
      FLOWVIZ_PEOPLE_FILE: file('people.json'),
      FLOWVIZ_LIMITS_FILE: file('limits.json'),
      FLOWVIZ_BOX_KEY_FILE: file('box.pem'),
      FLOWVIZ_TOKEN_KEY_FILE: file('token.pem'),
      FLOWVIZ_LOG_LEVEL: 'info',
    },
  }
}

/** An access token: the one that a contender hands out itself, or one that a person gets by signing in. */
export async function signIn(port: number, ready: Record<string, unknown>): Promise<string> {
  if (typeof ready.token === 'string') return ready.token
  const url = `http://127.0.0.1:${port}/api/v1/login`
  const session = await call<Session>(url, { method: 'POST', body: BENCH.operator })
  return session.access_token
}
