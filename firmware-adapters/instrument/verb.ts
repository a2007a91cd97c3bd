import { existsSync, writeFileSync } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import type { Measurement } from '@flowviz/contract/measurement'
import type { Pace } from '../driver.ts'
import type { openSerial } from '../transport/open/serial.ts'
import type { Clocks } from './bench.ts'
import { openBytes } from './bench.ts'
import { type Captured, captureDevice, captureLine } from './capture.ts'
import { parseCapture, textOfCapture } from './capture-file.ts'
import { detect } from './detect.ts'
import {
  baudsOf,
  channelsOf,
  deviceOf,
  type Flags,
  jsonOf,
  lineOf,
  numberOf,
  plantOf,
  readText,
  settingsOf,
} from './flags.ts'
import { list } from './list.ts'
import { LIKELY } from './match.ts'
import { probe } from './probe.ts'
import { differenceOf, replay } from './replay.ts'
import { shownDetect, shownList, shownReading, shownSniff } from './show.ts'
import { BAUDS, sniff } from './sniff.ts'

/** What a verb may use of the machine. */
export interface Around {
  pace: Pace
  clocks: Clocks
  /** Ctrl-C. */
  signal: AbortSignal
  /** A line for a person while the verb works. */
  say(line: string): void
}

/** What came of it: `ok` false is exit code 1. */
export interface Answer {
  ok: boolean
  json: object
  lines: string[]
}

type Verb = (words: readonly string[], flags: Flags, around: Around) => Promise<Answer>

const PORTS = '/dev/serial'

/** @throws FlowError config_invalid */
function word(words: readonly string[], at: number, name: string): string {
  const found = words[at]
  if (found === undefined) throw new FlowError('config_invalid', `The ${name} is missing.`)
  return found
}

export const VERBS: Readonly<Record<string, Verb>> = {
  async list(_, flags) {
    const listed = await list(flags.ports ?? PORTS, await plantOf(flags))
    return { ok: true, json: listed, lines: shownList(listed) }
  },

  async sniff(words, flags, { pace }) {
    const path = word(words, 0, 'port')
    const listen_ms = numberOf(flags, 'seconds', [1, 60, 1]) * 1_000
    const open = (line: Parameters<typeof openSerial>[0]) => openBytes({ kind: 'serial', ...line })
    const sniffed = await sniff({ path, open, pace, bauds: baudsOf(flags) ?? BAUDS, listen_ms })
    return { ok: (sniffed.matches[0]?.score ?? 0) > LIKELY, json: sniffed, lines: shownSniff(sniffed) }
  },

  async detect(words, flags, { pace }) {
    const line = lineOf(word(words, 0, 'port'), flags)
    const open = (at: Parameters<typeof openSerial>[0]) => openBytes({ kind: 'serial', ...at })
    const detected = await detect({ line, open, pace, idle: flags.idle === true })
    return { ok: detected.snippet !== null, json: detected, lines: shownDetect(detected) }
  },

  async probe(words, flags, { pace, clocks, say }) {
    const device = await deviceOf(word(words, 0, 'device'), flags)
    const reads = numberOf(flags, 'reads', [1, 1_000, 5])
    const for_ms = numberOf(flags, 'seconds', [1, 600, 20]) * 1_000
    const probed = await probe(device, { pace, clocks, reads, for_ms, take: reading => say(shownReading(reading)) })
    const ok = probed.failed === null && probed.readings.some(({ value }) => value !== null)
    const failed =
      probed.failed === null ? [] : [`${probed.failed}: ${probed.detail ?? 'fewer readings than were wanted'}`]
    const noticed = Object.entries(probed.noticed).map(([kind, times]) => `${kind} ${times}`)
    const who = probed.identified === null ? [] : [`it says that it is ${probed.identified}`]
    return { ok, json: probed, lines: [...who, ...(noticed.length ? [noticed.join(', ')] : []), ...failed] }
  },

  async capture(words, flags, around) {
    const [from, file] = [word(words, 0, 'port or device'), word(words, 1, 'file')]
    const for_ms = numberOf(flags, 'seconds', [1, 86_400, 30]) * 1_000
    const bytes_max = numberOf(flags, 'bytes-max', [1, 50_000_000, 1_000_000])
    const options = { ...around, for_ms, bytes_max, redacted: flags.redact === true }
    if (existsSync(file)) throw new FlowError('config_invalid', `${file} exists.`, { hint: 'Name a new file.' })
    const captured = await captureFrom(from, flags, options)
    writeFileSync(file, textOfCapture(captured), { mode: 0o600 })
    const { bytes, full, failed, records, head } = captured
    const end = full ? '; the limit of bytes was reached' : failed === null ? '' : `; it ended with ${failed}`
    const json = { file, bytes, records: records.length, full, failed, redacted: head.redacted }
    return {
      ok: bytes > 0 && failed === null,
      json,
      lines: [`${file}: ${records.length} records, ${bytes} bytes${end}`],
    }
  },

  async replay(words, flags, { pace }) {
    const capture = parseCapture(readText(word(words, 0, 'capture')))
    const unit_id = flags['unit-id'] === undefined ? undefined : numberOf(flags, 'unit-id', [1, 255, 1])
    const given = { driver: flags.driver, settings: settingsOf(flags), channels: channelsOf(flags), unit_id }
    const replayed = await replay({ capture, pace, ...given })
    const difference = flags.expect === undefined ? null : differenceOf(replayed.readings, expectedIn(flags.expect))
    const ok = difference === null && (flags.expect !== undefined || replayed.readings.length > 0)
    const same = difference ?? (flags.expect === undefined ? null : `${replayed.readings.length} readings, as expected`)
    const lines = same === null ? [JSON.stringify(replayed.readings, null, 2)] : [same]
    return { ok, json: { ...replayed, difference }, lines }
  },
}

/** A path is a line, `host:port` a connection, anything else a device of devices.yaml. */
async function captureFrom(from: string, flags: Flags, options: Parameters<typeof captureLine>[1]): Promise<Captured> {
  if (from.includes('/')) return captureLine({ kind: 'serial', ...lineOf(from, flags) }, options)
  const address = /^(?<host>[^:]+):(?<port>\d{1,5})$/.exec(from)?.groups
  if (address !== undefined)
    return captureLine({ kind: 'tcp', host: address.host!, port: Number(address.port) }, options)
  return captureDevice(await deviceOf(from, flags), options)
}

/** What a replay has printed, or the readings of it alone. @throws FlowError config_invalid */
function expectedIn(path: string): Measurement[] {
  const value = jsonOf(readText(path), path) as { readings?: unknown } | unknown[]
  const readings = Array.isArray(value) ? value : value?.readings
  if (Array.isArray(readings)) return readings as Measurement[]
  throw new FlowError('config_invalid', `${path} holds no readings.`, {
    hint: 'Make it with `flowviz device replay FILE --json`.',
  })
}
