import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Enrolment } from '@flowviz/contract/sync'
import { checkDevices } from '@flowviz/firmware-adapters/gateway/devices-file'
import { Compile } from 'typebox/compile'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enrolmentOf } from '../enrol.ts'
import { sha256Hex } from './keys.ts'
import { writePlantFiles } from './plant-files.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flowviz-plant-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const write = (mqttPort: number) =>
  writePlantFiles({ dir, site: 'plant-x', mqttPort, modbusPort: 2, controlPort: 3, now: () => 1_795_000_000_000 })

test('the devices of a demo plant are valid by the contract', () => {
  expect(checkDevices(readFileSync(write(1).devices, 'utf8'))).toMatchObject({
    problems: [],
    plant: { site: 'plant-x' },
  })
})

test('a second start keeps keys, secrets and people, and takes the new ports', () => {
  const files = write(1)
  const kept = [files.boxKey, files.tokenKey, files.gatewaySecret, files.people, files.identities]
  const before = kept.map(path => readFileSync(path, 'utf8'))
  write(1883)
  expect(kept.map(path => readFileSync(path, 'utf8'))).toEqual(before)
  expect(readFileSync(files.simulators, 'utf8')).toContain('mqtt://127.0.0.1:1883')
})

test('everything secret is readable by its owner alone', () => {
  write(1)
  for (const name of readdirSync(join(dir, 'etc'))) expect(statSync(join(dir, 'etc', name)).mode & 0o077, name).toBe(0)
})

test('the broker is told digests of the secrets that gateway and sensor have', () => {
  const files = write(1)
  const { identities } = JSON.parse(readFileSync(files.identities, 'utf8'))
  const gateway = readFileSync(files.gatewaySecret, 'utf8')
  const sensor = readFileSync(join(dir, 'etc', 'door-1.secret'), 'utf8')
  expect(identities).toEqual([
    { name: 'gateway-1', kind: 'gateway', secret_sha256: sha256Hex(gateway) },
    { name: 'door-1', kind: 'sensor', secret_sha256: sha256Hex(sensor) },
  ])
})

test('an enrolment is signed over claim, site and key, and fits the contract', () => {
  const privatePem = readFileSync(write(1).boxKey, 'utf8')
  const enrolment = enrolmentOf({ site: 'plant-x', site_name: 'X', privatePem }, 'claim-0123456789')
  expect(Compile(Enrolment).Errors(enrolment)).toEqual([])
  const signed = (text: string) =>
    verify(null, Buffer.from(text), createPublicKey(privatePem), Buffer.from(enrolment.signature, 'base64'))
  expect(signed(`claim-0123456789\nplant-x\n${enrolment.public_key}`)).toBe(true)
  expect(signed(`claim-0123456789\nplant-y\n${enrolment.public_key}`)).toBe(false)
})
