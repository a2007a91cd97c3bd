import { Compile } from 'typebox/compile'
import type { AnyDriver } from '../driver.ts'
import { DRIVERS } from '../registry.ts'
import { sevenBit } from '../scale/fit.ts'
import type { Hearing } from '../scale/hearing.ts'
import type { Said } from '../scale/said.ts'
import { type Match, scoreOf } from './match.ts'

interface Listened {
  driver: string
  dialect: object
  settings: object
  hearing: Hearing
}

/** Frames that are changed to see how strict a decoder is. */
const SAMPLES = 4

const LISTENED: readonly Listened[] = [...DRIVERS.values()].flatMap(listenedTo)

function listenedTo({ id, hearing, settings: schema }: AnyDriver): Listened[] {
  if (hearing === undefined) return []
  const validator = Compile(schema)
  const usual = validator.Default({}) as Record<string, unknown>
  return hearing.dialects.map(dialect => ({
    driver: id,
    dialect: Object.fromEntries(Object.entries(dialect).filter(([name, value]) => usual[name] !== value)),
    settings: validator.Default({ ...dialect }) as object,
    hearing,
  }))
}

/** How well the bytes fit each protocol of our drivers in its best dialect; only those of which they say anything. */
export function scaleMatches(bytes: Uint8Array): Match[] {
  const found = new Map<string, Match>()
  for (const listened of LISTENED) {
    const match = matchOf(listened, bytes)
    const before = found.get(listened.driver)
    if (match !== null && (before === undefined || match.score > before.score)) found.set(listened.driver, match)
  }
  return [...found.values()]
}

function matchOf({ driver, dialect, settings, hearing }: Listened, bytes: Uint8Array): Match | null {
  const { frames, skipped } = framesIn({ hearing, settings }, bytes)
  const telling = frames
    .map(frame => ({ frame, said: hearing.decode(frame, settings) }))
    .filter(({ said }) => tells(said))
  const loads = telling.filter(({ said }) => said.kind !== 'info')
  const length = telling.reduce((sum, { frame }) => sum + frame.length, 0)
  const longest = Math.max(0, ...telling.map(({ frame }) => frame.length))
  // The first frame is nearly always met in its middle.
  const score = scoreOf(length, bytes.length - Math.min(skipped, longest))
  if (score === 0) return null
  return {
    driver,
    settings: dialect,
    score,
    strictness: strictnessOf(
      { hearing, settings },
      telling.map(({ frame }) => frame),
    ),
    frames: telling.length,
    said: sentenceOf((loads.at(-1) ?? telling.at(-1)!).said),
  }
}

/** An acknowledgement or an error is a word that anybody may say. */
const tells = (said: Said): boolean =>
  said.kind === 'weight' || said.kind === 'info' || (said.kind === 'status' && said.reason !== 'device_exception')

function framesIn({ hearing, settings }: Pick<Listened, 'hearing' | 'settings'>, bytes: Uint8Array) {
  let skipped = 0
  let first = true
  const framer = hearing.framer(settings, length => {
    if (first) skipped += length
  })
  framer.reset(true)
  const frames: Uint8Array[] = []
  for (const byte of bytes) {
    const whole = framer.push(Uint8Array.of(byte))
    if (whole.some(frame => tells(hearing.decode(frame, settings)))) first = false
    else if (first) skipped += whole.reduce((sum, frame) => sum + frame.length, 0)
    frames.push(...whole)
  }
  return { frames, skipped }
}

/** The share of small changes to these frames that a decoder refuses; 1 when they are just as its manual has them. */
function strictnessOf(
  { hearing, settings }: Pick<Listened, 'hearing' | 'settings'>,
  frames: readonly Uint8Array[],
): number {
  if (hearing.typical !== undefined && frames.every(frame => hearing.typical!.test(sevenBit(frame)))) return 1
  let [tried, refused] = [0, 0]
  for (const frame of frames.slice(-SAMPLES))
    for (let at = 0; at < frame.length; at++)
      for (const changed of changesAt(frame, at)) {
        tried += 1
        if (!tells(hearing.decode(changed, settings))) refused += 1
      }
  return tried === 0 ? 0 : Math.round((refused / tried) * 1_000) / 1_000
}

function changesAt(frame: Uint8Array, at: number): Uint8Array[] {
  const with_ = (byte: number) => frame.with(at, byte)
  return [
    with_(frame[at]! ^ 1),
    with_(0x78),
    with_(0x20),
    with_(0x37),
    Uint8Array.of(...frame.subarray(0, at), ...frame.subarray(at + 1)),
    Uint8Array.of(...frame.subarray(0, at + 1), ...frame.subarray(at)),
  ]
}

function sentenceOf(said: Said): string {
  switch (said.kind) {
    case 'weight':
      return [
        said.value,
        said.unit ?? '(no unit)',
        said.stable === null ? '' : said.stable ? 'stable' : 'moving',
        said.basis,
      ]
        .filter(word => word !== '' && word !== 'unknown')
        .join(' ')
    case 'status':
      return said.reason
    case 'info':
      return said.text
    default:
      return said.kind
  }
}
