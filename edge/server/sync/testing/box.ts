import { createPrivateKey, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Lot } from '@flowviz/contract/lot'
import type { Reading } from '@flowviz/contract/reading'
import { RESTORED_MARKER } from '@flowviz/contract/restore'
import { timestampOf } from '@flowviz/contract/time'
import { uuidMaker } from '@flowviz/contract/uuid'
import pino from 'pino'
import { openPlantReader } from '../../store/plant-reader.ts'
import { openTelemetryReader } from '../../store/telemetry-reader.ts'
import { openPlantWriter } from '../../writer/plant-writer.ts'
import { openTelemetryWriter } from '../../writer/telemetry-writer.ts'
import { boxActor } from '../actor.ts'
import { healBeforeServing } from '../heal.ts'
import type { CloudKey } from '../receipt.ts'
import { startSync } from '../sync.ts'

const FILES = ['plant.db', 'telemetry.db']

export interface BoxWish {
  dir: string
  site: string
  cloudUrl: string
  cloudKey: CloudKey
  /** PKCS#8 PEM. */
  keyFile: string
  /** How far the box's clock is wrong, ms. */
  clock_ms?: number
  /** How long it asks for headquarters after a restore. */
  patience_ms?: number
}

export type Box = Awaited<ReturnType<typeof startBox>>

/** The files of a box with their writers, healed and pushing, without its doors. */
export async function startBox(wish: BoxWish) {
  const { dir, site, cloudUrl, cloudKey, keyFile } = wish
  mkdirSync(dir, { recursive: true })
  const pem = readFileSync(keyFile, 'utf8')
  const plantPath = join(dir, FILES[0]!)
  const telemetryPath = join(dir, FILES[1]!)
  const awaitHeal = existsSync(join(dir, RESTORED_MARKER))
  const writer = await openPlantWriter({ path: plantPath, site, boxKeyPem: pem, version: 'test', awaitHeal })
  const telemetryWriter = await openTelemetryWriter({ path: telemetryPath })
  const reader = openPlantReader(plantPath)
  const telemetry = openTelemetryReader(telemetryPath)
  const now = () => Date.now() + (wish.clock_ms ?? 0)
  const newId = uuidMaker(now, count => randomBytes(count))
  const parts = {
    site,
    cloudUrl,
    signer: createPrivateKey(pem),
    reader,
    telemetry,
    writer,
    telemetryWriter,
    now,
    newId,
    logger: pino({ level: 'silent' }),
  }
  const healed = await healBeforeServing({
    ...parts,
    dataDir: dir,
    patience: { usual_ms: 3_000, restored_ms: wish.patience_ms ?? 20_000 },
  })
  const { telemetryWriter: _, ...pushed } = parts
  const loop = startSync({ ...pushed, cloudKey, random: Math.random, onStatus: () => {} })
  writer.onCommit(() => loop.nudge())
  let numbered = 0
  return {
    ...parts,
    healed,
    loop,
    async lot(code: string): Promise<Lot> {
      const registration = { lot_code: code, lot_type: 'RAW', weight_kg: '12.500', manual_reason: 'by hand' } as const
      return writer.submit('register-lot', { actor: boxActor(site), registration, captured: null, idempotency: null })
    },
    async reading(raw_bytes = 0): Promise<Reading | null> {
      numbered += 1
      const stored = await telemetryWriter.append({
        device_id: 'freezer-1',
        channel: 'temperature',
        value: (numbered / 10).toFixed(1),
        unit: 'Cel',
        quality: 'good',
        reason: 'ok',
        raw: 'ab'.repeat(raw_bytes),
        verdict: 'unjudged',
        measured_at: timestampOf(now()),
        received_at: timestampOf(now()),
        source: `${newId().slice(-16)}:${numbered}`,
      })
      loop.nudge()
      return stored
    },
    async stop() {
      await loop.stop()
      await writer.close()
      await telemetryWriter.close()
      reader.close()
      telemetry.close()
    },
  }
}

/** Copies the files of a box that does not run, as a backup would hold them. */
export function copyFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of FILES)
    for (const file of [name, `${name}-wal`, `${name}-shm`]) {
      rmSync(join(to, file), { force: true })
      if (existsSync(join(from, file))) cpSync(join(from, file), join(to, file))
    }
}
