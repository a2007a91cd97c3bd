import { argon2Sync, generateKeyPairSync, hash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeviceConfig } from '@flowviz/contract/device'
import type { Session } from '@flowviz/contract/identity'
import { phcOf } from '@flowviz/contract/phc'
import { ROLES, type Role } from '@flowviz/contract/role'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { type Appliance, startAppliance } from '../appliance.ts'
import { readConfig } from '../config.ts'
import type { LimitsFile } from '../rate-limit.ts'
import { GATEWAY, PROBE, SCALE } from './device.ts'

export const PIN = '7319'

const bare = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** A cheap hash of a PIN: tests sign in often. */
export function hashOf(secret: string): string {
  const salt = randomBytes(16)
  const parameters = { message: secret, nonce: salt, memory: 256, passes: 1, parallelism: 1, tagLength: 32 }
  const tag = argon2Sync('argon2id', parameters)
  return phcOf({ memory_kib: 256, passes: 1, lanes: 1, salt: bare(salt), hash: bare(tag) })
}

const GENEROUS = { per_min: 1_000_000 }
/** Tests ask faster than people do; only the tries to sign in are held as in a plant. */
const TEST_LIMITS: LimitsFile = {
  v: 1,
  rules: { lots: GENEROUS, qc_decisions: GENEROUS, traceability: GENEROUS, deletes: GENEROUS },
}

/** A folder with the files of a plant, gone when the test ends. */
export function plantFiles(
  devices: DeviceConfig[] = [SCALE, PROBE],
  limits: LimitsFile = TEST_LIMITS,
): Record<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'flowviz-appliance-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const write = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return join(dir, name)
  }
  const key = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  const person = (role: Role, at: number) => ({
    person_id: `019ab0a2-5c00-7000-8000-00000000000${at}`,
    name: role.toLowerCase(),
    display_name: role,
    role,
    secret_hash: hashOf(PIN),
  })
  const identities = [
    { name: GATEWAY.name, kind: 'gateway', secret_sha256: hash('sha256', GATEWAY.secret, 'hex') },
    { name: PROBE.identity, kind: 'sensor', secret_sha256: hash('sha256', GATEWAY.secret, 'hex') },
    { name: 'gateway-2', kind: 'gateway', secret_sha256: hash('sha256', GATEWAY.secret, 'hex') },
  ]
  const ui = join(dir, 'ui')
  mkdirSync(join(ui, 'assets'), { recursive: true })
  write('ui/index.html', '<!doctype html><title>floor</title>')
  write('ui/assets/app.js', 'export {}')
  return {
    FLOWVIZ_SITE: 'plant-a',
    FLOWVIZ_SITE_NAME: 'Plant A',
    FLOWVIZ_DATA_DIR: join(dir, 'data'),
    FLOWVIZ_HTTP_PORT: '0',
    FLOWVIZ_MQTT_PORT: '0',
    FLOWVIZ_DEVICES_FILE: write('devices.yaml', JSON.stringify({ v: 1, site: 'plant-a', devices })),
    FLOWVIZ_IDENTITIES_FILE: write('identities.json', JSON.stringify({ v: 1, identities })),
    FLOWVIZ_PEOPLE_FILE: write('people.json', JSON.stringify({ v: 1, people: ROLES.map(person) })),
    FLOWVIZ_LIMITS_FILE: write('limits.json', JSON.stringify(limits)),
    FLOWVIZ_BOX_KEY_FILE: write('box.pem', key()),
    FLOWVIZ_TOKEN_KEY_FILE: write('token.pem', key()),
    FLOWVIZ_UI_DIR: ui,
    FLOWVIZ_LOG_LEVEL: 'silent',
  }
}

export interface TestPlant extends Appliance {
  url: string
  files: Record<string, string>
  /** Moves the clock of the server forward, ms. */
  pass(ms: number): void
  signIn(role: Role): Promise<Session>
  /** A request with the bearer token of a role; null: of nobody. */
  ask(role: Role | null, path: string, init?: RequestInit): Promise<Response>
  /** The same with a JSON body. */
  post(role: Role | null, path: string, sent: { body: unknown; headers?: Record<string, string> }): Promise<Response>
  /** Head of the ledger: equal before and after says that nothing changed. */
  seq(): Promise<number>
}

/** A whole appliance on free ports with real files; stopped when the test ends. */
export async function startPlant(files = plantFiles()): Promise<TestPlant> {
  let passed = 0
  const appliance = await startAppliance({
    config: readConfig(files),
    now: () => Date.now() + passed,
    monotonic: () => performance.now() + passed,
    random: Math.random,
    randomBytes,
    logger: pino({ level: 'silent' }),
    onFailure: error => {
      throw error
    },
  })
  onTestFinished(() => appliance.stop())
  const url = `http://127.0.0.1:${appliance.http_port}`
  const tokens = new Map<Role, string>()
  const json = { 'content-type': 'application/json' }

  const signIn = async (role: Role): Promise<Session> => {
    const body = JSON.stringify({ name: role.toLowerCase(), secret: PIN })
    const response = await fetch(`${url}/api/v1/login`, { method: 'POST', headers: json, body })
    return (await response.json()) as Session
  }
  const ask = async (role: Role | null, path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (role !== null) {
      if (!tokens.has(role)) tokens.set(role, (await signIn(role)).access_token)
      headers.set('authorization', `Bearer ${tokens.get(role)}`)
    }
    return fetch(`${url}${path}`, { ...init, headers })
  }
  return {
    ...appliance,
    url,
    files,
    pass: ms => {
      passed += ms
    },
    signIn,
    ask,
    post: (role, path, { body, headers = {} }) =>
      ask(role, path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    async seq() {
      const response = await ask('ADMIN', '/api/v1/ledger/head')
      return ((await response.json()) as { head: { seq: number } }).head.seq
    },
  }
}
