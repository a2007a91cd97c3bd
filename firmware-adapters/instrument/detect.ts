import type { SerialLine } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import type { Pace } from '../driver.ts'
import type { ByteTransport } from '../transport/byte.ts'
import { best, type Match, SURE } from './match.ts'
import { PROBES, type ReadOnlyProbe } from './probe-list.ts'
import { recognise } from './recognise.ts'
import type { OpenLine } from './sniff.ts'
import { snippetOf } from './snippet.ts'

export interface DetectOptions {
  line: SerialLine
  open: OpenLine
  pace: Pace
  /** The operator's word that nothing lies on the device and nobody works with it. */
  idle: boolean
}

/** What came after one question, in hex. */
export interface Answered {
  probe: string
  sent: string
  raw: string
  text: string
  matches: Match[]
}

export interface Detected {
  answers: Answered[]
  /** The likeliest first. */
  matches: Match[]
  /** What would stand in devices.yaml; nothing is saved. Null when nothing was recognised. */
  snippet: string | null
}

/** Between two questions; an answer comes within it, and the one of the last question has gone by. */
const APART_MS = 300
const LISTEN_MS = 2_000
/** Times that a question is asked that was answered: one short answer proves little. */
const AGAIN = 4

/**
 * Asks a silent device the questions that only read, one by one on a flushed line, and tells what its answers look like.
 * A device that speaks by itself is not asked.
 * @throws FlowError idle_unsaid, port_missing, port_denied, port_taken, comm_lost, comm_timeout
 */
export async function detect({ line: at, open, pace, idle }: DetectOptions): Promise<Detected> {
  if (!idle) throw new FlowError('idle_unsaid')
  const line = await open(at)
  const bench = new Bench(line, pace)
  const answers: Answered[] = []
  try {
    const alone = await bench.hear(LISTEN_MS)
    if (alone.length > 0) answers.push(answered({ name: 'listening', sent: new Uint8Array(), of: [] }, alone))
    else
      for (const probe of PROBES) {
        const first = await bench.ask(probe)
        if (first.length === 0) continue
        const answer = answered(probe, await bench.askAgain(probe, first))
        answers.push(answer)
        const [match] = answer.matches
        if (match !== undefined && match.score >= SURE && probe.of.includes(match.driver)) break
      }
  } finally {
    await line.close()
    await bench.done
  }
  const matches = best(answers.flatMap(answer => answer.matches))
  const [match] = matches
  const once = matches.filter(({ driver }, index) => matches.findIndex(other => other.driver === driver) === index)
  return { answers, matches: once, snippet: match === undefined ? null : snippetOf(match, at) }
}

/** One line, and what arrives on it. */
class Bench {
  readonly #line: ByteTransport
  readonly #pace: Pace
  #heard: number[] = []
  readonly done: Promise<void>

  constructor(line: ByteTransport, pace: Pace) {
    this.#line = line
    this.#pace = pace
    this.done = this.#listen()
  }

  async hear(ms: number): Promise<Uint8Array> {
    this.#heard = []
    await this.#pace.wait(ms)
    return Uint8Array.from(this.#heard)
  }

  async ask({ sent, after }: ReadOnlyProbe): Promise<Uint8Array> {
    await this.#line.flush()
    this.#heard = []
    await this.#line.write(sent)
    await this.#pace.wait(APART_MS)
    if (after !== undefined) {
      await this.#line.write(after)
      await this.#pace.wait(APART_MS)
    }
    return Uint8Array.from(this.#heard)
  }

  async askAgain(probe: ReadOnlyProbe, first: Uint8Array): Promise<Uint8Array> {
    const all = [...first]
    for (let times = 1; times < AGAIN; times++) all.push(...(await this.ask(probe)))
    return Uint8Array.from(all)
  }

  async #listen(): Promise<void> {
    for await (const chunk of this.#line.read()) this.#heard.push(...chunk)
  }
}

function answered({ name, sent, of, settings }: ReadOnlyProbe, heard: Uint8Array): Answered {
  const { matches } = recognise(heard)
  // What answers a question is first of all a device that knows it.
  const known = matches.map(match =>
    of.includes(match.driver) ? { ...match, settings: { ...match.settings, ...settings }, strictness: 1 } : match,
  )
  const bytes = Buffer.from(heard)
  return {
    probe: name,
    sent: Buffer.from(sent).toString('hex'),
    raw: bytes.toString('hex'),
    text: JSON.stringify(bytes.toString('latin1')),
    matches: best(known),
  }
}
