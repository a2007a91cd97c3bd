import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:tls'
import type { Logger } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ask, askOld, NAME, type SecurePlant, session, startSecurePlant, trusting } from '../testing/secure.ts'
import { readCertificate } from './certificate.ts'
import { keepCertificate, LOOK_MS } from './keeper.ts'

const DAY_MS = 86_400_000

/** The number of the certificate that a new connection gets. */
async function served(plant: SecurePlant): Promise<string> {
  const socket = connect(trusting(plant))
  onTestFinished(() => void socket.destroy())
  await once(socket, 'secureConnect')
  return socket.getPeerCertificate().serialNumber
}

async function warningsOf(plant: SecurePlant): Promise<string[]> {
  const { status, text } = await askOld(plant, '/ready')
  const { ready, warnings } = JSON.parse(text) as { ready: boolean; warnings: { code: string }[] }
  expect([status, ready]).toEqual([200, true])
  return warnings.map(({ code }) => code)
}

const fresh = (plant: SecurePlant) => plant.authority.issue({ names: [NAME, '127.0.0.1'] })

test('a renewed certificate is served from the next connection on, and the open one goes on', async () => {
  const plant = await startSecurePlant()
  const opened = session(plant)
  await ask(opened, '/api/v1/ping')
  const before = await served(plant)
  plant.put(fresh(plant))
  expect(plant.renewCertificate()).toBe(true)
  expect(await served(plant)).not.toBe(before)
  expect((await ask(opened, '/api/v1/ping')).status).toBe(200)
})

test('a broken new certificate leaves the last good one in service, and the box says so', async () => {
  const plant = await startSecurePlant()
  const before = await served(plant)
  const { cert } = fresh(plant)
  const good = readFileSync(plant.files.FLOWVIZ_TLS_KEY_FILE!, 'utf8')
  const ended = plant.authority.issue({ names: [NAME], from_ms: Date.now() - 9 * DAY_MS, days: 3 })
  const early = plant.authority.issue({ names: [NAME], from_ms: Date.now() + DAY_MS })
  for (const broken of [{ cert, key: good }, { cert: 'no PEM', key: good }, { cert, key: '' }, ended, early]) {
    plant.put(broken)
    expect(plant.renewCertificate()).toBe(false)
    expect(await served(plant)).toBe(before)
    expect(await warningsOf(plant)).toEqual(['certificate_refused'])
  }
  rmSync(plant.files.FLOWVIZ_TLS_CERT_FILE!)
  expect(plant.renewCertificate()).toBe(false)
  plant.put(fresh(plant))
  expect(plant.renewCertificate()).toBe(true)
  expect(await warningsOf(plant)).toEqual([])
})

test('when a certificate ends is told to Prometheus, and in time to whoever asks whether the box is ready', async () => {
  const plant = await startSecurePlant({}, { days: 397 })
  const { ends_at_ms } = readCertificate({
    cert_file: plant.files.FLOWVIZ_TLS_CERT_FILE!,
    key_file: plant.files.FLOWVIZ_TLS_KEY_FILE!,
  })
  const { text } = await askOld(plant, '/metrics')
  expect(text).toContain(`\nflowviz_tls_certificate_expiry_timestamp_seconds ${ends_at_ms / 1_000}\n`)
  expect(await warningsOf(plant)).toEqual([])
  plant.pass(370 * DAY_MS)
  expect(await warningsOf(plant)).toEqual(['certificate_ending'])
  plant.pass(30 * DAY_MS)
  expect(await warningsOf(plant)).toEqual(['certificate_ended'])
})

test('a certificate of a short life is not told to be ending from its first day', async () => {
  const plant = await startSecurePlant({}, { days: 47 })
  expect(await warningsOf(plant)).toEqual([])
  plant.pass(32 * DAY_MS)
  expect(await warningsOf(plant)).toEqual(['certificate_ending'])
})

test('the files are looked at by the appliance itself; the same trouble is logged once', async () => {
  const plant = await startSecurePlant()
  const { FLOWVIZ_TLS_CERT_FILE: cert_file, FLOWVIZ_TLS_KEY_FILE: key_file } = plant.files as Record<string, string>
  const files = { cert_file: cert_file!, key_file: key_file! }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const logged: string[] = []
  const logger = { info: () => logged.push('info'), error: () => logged.push('error') } as unknown as Logger
  const serve = vi.fn()
  const keeper = keepCertificate({ files, first: readCertificate(files), serve, now: Date.now, logger })
  onTestFinished(keeper.stop)
  vi.advanceTimersByTime(LOOK_MS)
  expect(serve).not.toHaveBeenCalled()
  writeFileSync(files.cert_file, 'half of it')
  vi.advanceTimersByTime(3 * LOOK_MS)
  expect([serve.mock.calls.length, logged]).toEqual([0, ['error']])
  plant.put(fresh(plant))
  vi.advanceTimersByTime(2 * LOOK_MS)
  expect([serve.mock.calls.length, logged]).toEqual([1, ['error', 'info']])
  expect(keeper.current()).toEqual(readCertificate(files))
})
