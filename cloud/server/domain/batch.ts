import { FlowError } from '@flowviz/contract/error'
import { AnyEvent } from '@flowviz/contract/event'
import { contradiction } from '@flowviz/contract/quality'
import { Reading } from '@flowviz/contract/reading'
import { LedgerBatchHeader, ReadingBatchHeader, SYNC_VERSION } from '@flowviz/contract/sync'
import { isTimestamp } from '@flowviz/contract/time'
import { Compile } from 'typebox/compile'
import type { BatchReading, LedgerBatch, ReadingBatch } from '../parts.ts'

const ledgerHeader = Compile(LedgerBatchHeader)
const readingHeader = Compile(ReadingBatchHeader)
const anyEvent = Compile(AnyEvent)
const reading = Compile(Reading)

// Fatal: a byte that is not UTF-8 would be stored as another text than the one that was hashed.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * A ledger batch as it came off the wire. Bodies of a future version or an unknown type are well-formed here.
 * @throws FlowError batch_invalid with the number of the line, version_unsupported, site_mismatch.
 */
export function parseLedgerBatch(bytes: Uint8Array, site: string): LedgerBatch {
  const [first, bodies] = linesOf(bytes)
  const header = headerOf(first, ledgerHeader)
  checkHeader(header, site, bodies.length)
  const events = bodies.map((body, at) => {
    const event = jsonOf(body, at + 2)
    if (!anyEvent.Check(event)) throw invalid(at + 2, 'is not a ledger event')
    if (event.site !== site) throw new FlowError('site_mismatch', `Line ${at + 2} is an event of site ${event.site}.`)
    if (event.seq !== header.from_seq + at) throw invalid(at + 2, `is event ${event.seq}, not ${header.from_seq + at}`)
    return { body, event }
  })
  return { header, events }
}

/**
 * A batch of readings as it came off the wire. A line that is a numbered object but no Reading of this release is kept.
 * @throws FlowError batch_invalid with the number of the line, version_unsupported, site_mismatch.
 */
export function parseReadingBatch(bytes: Uint8Array, site: string): ReadingBatch {
  const [first, bodies] = linesOf(bytes)
  const header = headerOf(first, readingHeader)
  checkHeader(header, site, bodies.length)
  const lines = bodies.map((body, at): BatchReading => {
    const value = jsonOf(body, at + 2)
    const seq = header.from_seq + at
    if (typeof value !== 'object' || value === null || (value as { seq?: unknown }).seq !== seq)
      throw invalid(at + 2, `is not reading ${seq}`)
    return { seq, body, reading: isReading(value) ? value : null }
  })
  return { header, lines }
}

/** What contradicts itself, such as a bad one with a value, is never shown as a number. */
function isReading(value: unknown): value is Reading {
  return (
    reading.Check(value) &&
    isTimestamp(value.received_at) &&
    isTimestamp(value.measured_at) &&
    contradiction(value) === null
  )
}

function linesOf(bytes: Uint8Array): [string, string[]] {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch (cause) {
    throw new FlowError('batch_invalid', 'The batch is not UTF-8.', { cause })
  }
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const [first, ...bodies] = lines
  if (first === undefined) throw new FlowError('batch_invalid', 'The batch is empty.')
  return [first, bodies]
}

function headerOf<T>(line: string, schema: { Check(value: unknown): value is T }): T {
  const header = jsonOf(line, 1)
  const v = typeof header === 'object' && header !== null ? (header as { v?: unknown }).v : undefined
  if (typeof v === 'number' && v !== SYNC_VERSION)
    throw new FlowError('version_unsupported', `The batch has version ${v}; headquarters knows ${SYNC_VERSION}.`)
  if (!schema.Check(header)) throw invalid(1, 'is not a batch header')
  return header
}

function checkHeader(header: { site: string; count: number }, site: string, lines: number): void {
  if (header.site !== site) throw new FlowError('site_mismatch', `The batch is of site ${header.site}.`)
  if (header.count !== lines)
    throw new FlowError('batch_invalid', `The header counts ${header.count} lines, ${lines} follow.`)
}

function jsonOf(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new FlowError('batch_invalid', `Line ${number} is not JSON.`, { cause })
  }
}

const invalid = (line: number, what: string) => new FlowError('batch_invalid', `Line ${line} ${what}.`)
