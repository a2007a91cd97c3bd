import type { KeyObject } from 'node:crypto'
import type { SyncStatus } from '@flowviz/contract/live'
import type { Logger } from 'pino'
import type { PlantReader, SyncLoop, TelemetryReader } from '../parts.ts'
import type { PlantWriter } from '../writer/command.ts'
import { boxActor } from './actor.ts'
import { epochSpans } from './epoch.ts'
import { headquarters } from './headquarters.ts'
import { type Lane, startLane } from './lane.ts'
import { ledgerProgress } from './ledger-lane.ts'
import { readingProgress } from './reading-lane.ts'
import { type CloudKey, witness } from './receipt.ts'
import { recovery } from './recover.ts'
import { syncStatus } from './status.ts'
import { tokenMaker } from './token.ts'

const DEADLINE_MS = 15_000
const LEDGER_LINGER_MS = 20
const READINGS_LINGER_MS = 200
const SAY_EVERY_MS = 1_000

export interface SyncOptions {
  cloudUrl: string
  /** Who countersigns; a receipt by anybody else is not an acknowledgement. */
  cloudKey: CloudKey
  site: string
  /** Ed25519 private key of the box. */
  signer: KeyObject
  reader: PlantReader
  telemetry: TelemetryReader
  writer: PlantWriter
  now: () => number
  newId: () => string
  random: () => number
  logger: Logger
  /** Called at once when the state changes, and about once a second while batches go. */
  onStatus: (status: SyncStatus) => void
}

/**
 * Starts to push to headquarters: one lane for the ledger, one for the readings, and one that brings back what an
 * epoch left behind; none waits for another. Start it after `healBeforeServing`, nudge it after every commit.
 */
export function startSync(options: SyncOptions): SyncLoop {
  const { cloudUrl, cloudKey, site, reader, telemetry, random, logger, onStatus, now } = options
  const ended = new AbortController()
  const tokens = tokenMaker(options)
  const hq = headquarters({ url: cloudUrl, site, tokens, deadline_ms: DEADLINE_MS, signal: ended.signal })
  const spans = epochSpans(reader)
  const parts = { ...options, hq, spans, witness: witness(cloudKey), actor: boxActor(site) }
  const ledger = ledgerProgress(parts)
  const readings = readingProgress(parts)
  const recovering = recovery(parts)

  const lanes: Lane[] = []
  const status = () => syncStatus({ reader, telemetry, ledger, readings, lanes, now })
  let said: { state: string; at: number } | null = null
  const onChange = () => {
    const present = status()
    if (said !== null && said.state === present.state && Math.abs(now() - said.at) < SAY_EVERY_MS) return
    said = { state: present.state, at: now() }
    onStatus(present)
  }
  const lane = (name: string, step: () => Promise<'more' | 'idle'>, linger_ms: number) =>
    startLane({ name, step, linger_ms, random, logger, onChange })
  lanes.push(
    lane('ledger', ledger.step, LEDGER_LINGER_MS),
    lane('readings', readings.step, READINGS_LINGER_MS),
    lane('recovery', recovering.step, LEDGER_LINGER_MS),
  )
  return {
    status,
    nudge() {
      for (const each of lanes) each.nudge()
    },
    async stop() {
      ended.abort()
      await Promise.all(lanes.map(each => each.stop()))
    },
  }
}
