import { Channel, TransportConfig } from '@flowviz/contract/device'
import { FlowError } from '@flowviz/contract/error'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'

const closed = { additionalProperties: false }

/** The first line of a capture: what was captured. Redacted, it says neither where nor when. */
export const CaptureHead = Type.Object(
  {
    capture: Type.Literal(1),
    /** ISO 8601 */
    started_at: Type.Optional(Type.String({ maxLength: 40 })),
    redacted: Type.Boolean(),
    transport: Type.Optional(TransportConfig),
    /** Left out: the line was only listened to. */
    driver: Type.Optional(Type.String({ maxLength: 40 })),
    settings: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    channels: Type.Optional(Type.Array(Channel, { minItems: 1, maxItems: 64 })),
    unit_id: Type.Optional(Type.Integer({ minimum: 1, maximum: 255 })),
  },
  closed,
)
export type CaptureHead = Static<typeof CaptureHead>

/** Bytes that went over the line; `at_ms` is monotonic, from the start. */
export const CaptureRecord = Type.Object(
  {
    at_ms: Type.Number({ minimum: 0 }),
    dir: Type.Enum(['rx', 'tx'] as ('rx' | 'tx')[]),
    hex: Type.String({ pattern: '^([0-9a-f]{2})+$', maxLength: 131_072 }),
  },
  closed,
)
export type CaptureRecord = Static<typeof CaptureRecord>

export interface Capture {
  head: CaptureHead
  records: CaptureRecord[]
}

const headShape = Compile(CaptureHead)
const recordShape = Compile(CaptureRecord)

/** One JSON object a line. */
export function textOfCapture({ head, records }: Capture): string {
  return [head, ...records].map(line => `${JSON.stringify(line)}\n`).join('')
}

/** @throws FlowError capture_invalid, naming the line */
export function parseCapture(text: string): Capture {
  const [first, ...rest] = text.split('\n').filter(line => line.trim() !== '')
  const head = lineOf(first ?? '', 1)
  if (!headShape.Check(head)) throw new FlowError('capture_invalid', 'Line 1 is not the head of a capture.')
  const records = rest.map((line, at) => {
    const record = lineOf(line, at + 2)
    if (!recordShape.Check(record))
      throw new FlowError('capture_invalid', `Line ${at + 2} is not a record of a capture.`)
    return record
  })
  return { head, records }
}

function lineOf(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FlowError('capture_invalid', `Line ${line} is not JSON.`, { cause })
  }
}
