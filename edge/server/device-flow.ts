import type { DeviceConfig } from '@flowviz/contract/device'
import type { EventData } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Reading } from '@flowviz/contract/reading'
import type { Logger } from 'pino'
import type { DeviceCommands } from './broker/command.ts'
import { calibrationWatch } from './ingest/calibration-watch.ts'
import { type IngestDoor, ingestDoor } from './ingest/door.ts'
import { hold } from './ingest/hold.ts'
import { limitWatch } from './ingest/limit-watch.ts'
import { sealReadings } from './ingest/seal.ts'
import { stateLog } from './ingest/state-log.ts'
import { deviceBoard, type LiveDeviceBoard } from './live/device-board.ts'
import { deviceTeller } from './live/device-teller.ts'
import type { LiveHub, PlantReader, TelemetryReader, TelemetryWriter } from './parts.ts'
import type { CommandTakes, PlantWriter } from './writer/command.ts'

const TICK_MS = 1_000
const SEAL_MS = 60_000
/** systemd waits for the end: what is not sealed by then is sealed after the next start. */
const STOP_MS = 3_000
const CROSSINGS = 500

export interface DeviceFlow {
  board: LiveDeviceBoard
  ingest: IngestDoor
  configure(devices: readonly DeviceConfig[]): void
  /** Takes nothing more, and seals what came since the last minute as far as 3 s allow. */
  stop(): Promise<void>
}

interface FlowParts {
  plant: PlantWriter
  reader: PlantReader
  telemetry: TelemetryReader
  telemetryWriter: TelemetryWriter
  hub: LiveHub
  commands: Pick<DeviceCommands, 'hear'>
  actor: Actor
  now: () => number
  monotonic: () => number
  logger: Logger
  onCommitted: (took_ms: number) => void
  /** Something is to be said to a sensor at the door. */
  onSay?: (topic: string, payload: Uint8Array) => void
  /** A reading was committed. */
  onReading: (reading: Reading) => void
}

type Fact = CommandTakes<'record'>

/** What becomes of a device's message: reading, board, screens, and the events that follow from it. */
export function deviceFlow(parts: FlowParts): DeviceFlow {
  const { plant, reader, telemetry, hub, actor, logger, monotonic } = parts
  const overdue = calibrationWatch(parts)
  const board = deviceBoard({ ...parts, overdue })
  const onTrouble = (err: unknown, held: number) => logger.warn({ err, held }, 'the disk cannot commit; devices wait')
  const patience = hold({ onTrouble })
  /** Facts that no person waits for are written as soon as the disk lets them be. */
  const record = (fact: Fact) =>
    patience
      .run(async () => void (await plant.submit('record', fact)))
      .catch(err => logger.error({ err, type: fact.type }, 'an event could not be recorded'))

  const watch = limitWatch(data => {
    const subject = `device:${data.device_id}`
    void record({ type: 'limit.crossed', actor, subject, data, occurred_at: data.measured_at })
  })
  const crossings = reader.events({ limit: CROSSINGS, before: null, type: 'limit.crossed' })
  // Newest first: the oldest is seen first, so that the newest stays.
  watch.resume(crossings.reverse().map(({ event }) => (event as unknown as { data: EventData<'limit.crossed'> }).data))

  const states = stateLog({
    monotonic,
    tell: data =>
      void record({
        type: 'device.state_changed',
        actor,
        subject: `device:${data.device_id}`,
        data,
        occurred_at: null,
      }),
  })
  const teller = deviceTeller({ board, hub, changed: states.see })
  const ingest = ingestDoor({
    ...parts,
    writer: parts.telemetryWriter,
    overdue,
    onTrouble,
    onReading(reading, device) {
      parts.onReading(reading)
      // What a sensor had kept says how it was: it is neither the latest value nor an alarm.
      if (reading.reason === 'historical') return
      board.applyReading(reading)
      watch.see(reading, device)
      hub.publish({ type: 'reading', reading })
    },
    onHealth: teller.hear,
    onAnswer: parts.commands.hear,
  })
  const tick = () => {
    teller.tick()
    states.tick()
  }
  const tell = (data: EventData<'reading.sealed'>) =>
    plant.submit('record', {
      type: 'reading.sealed',
      actor,
      subject: `readings:${data.from_seq}-${data.to_seq}`,
      data,
      occurred_at: null,
    })
  let sealing: Promise<void> = Promise.resolve()
  const seal = (patience_ms: number) => {
    sealing = sealing.then(async () => {
      const began = monotonic()
      const patient = () => monotonic() - began < patience_ms
      await sealReadings({ reader, telemetry, tell, patient }).catch(err =>
        logger.error({ err }, 'readings could not be sealed; the next minute tries again'),
      )
    })
    return sealing
  }
  const timers = [setInterval(tick, TICK_MS), setInterval(() => void seal(SEAL_MS), SEAL_MS)]
  return {
    board,
    ingest,
    configure(devices) {
      board.configure([...devices])
      board.prime(telemetry.latest())
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      patience.stop()
      ingest.stop()
      await seal(STOP_MS)
    },
  }
}
