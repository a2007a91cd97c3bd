import { EPCIS } from '@flowviz/contract/code/epcis'
import {
  CAPTURE_EVENTS_MAX,
  type CaptureBehaviour,
  type CapturedEvent,
  CaptureJob,
} from '@flowviz/contract/epcis/capture'
import { checkDocument, checkSingle, isTaken, type ReadEvent } from '@flowviz/contract/epcis/check-document'
import { eventHash } from '@flowviz/contract/epcis/event-hash'
import { below, FINDINGS_MAX, type Finding, isJson, type Json, odd, wrong } from '@flowviz/contract/epcis/finding'
import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import { EPCIS_TEXT_MAX } from '@flowviz/contract/event/epcis'
import { Uuid } from '@flowviz/contract/uuid'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { sha256 } from '../writer/ledger.ts'
import { type Doors, REFUSAL } from './door.ts'
import { versions } from './epcis-version.ts'
import { signedInOf } from './identity.ts'
import { jsonBodiesOf } from './json.ts'
import type { AppParts } from './parts.ts'
import { actorOf } from './token.ts'

const BYTES_MAX = 1_048_576
const Body = Type.Unsafe<Json>({ type: 'object', additionalProperties: true })
const Headers = Type.Object({
  'gs1-capture-error-behaviour': Type.Optional(
    Type.Enum(['rollback', 'proceed'] as CaptureBehaviour[], { description: 'Default rollback: all, or nothing.' }),
  ),
})
const Empty = Type.Null()

type Parts = Pick<AppParts, 'reader' | 'plant' | 'newId' | 'sync'>
type Ended = EventData<'epcis.capture_ended'>

/** Takes EPCIS events of others. The answer comes after the commit: a capture that has an address is done. */
export function epcisCapture(app: Doors, parts: Parts): void {
  app.register((scope, _options, done) => {
    jsonBodiesOf(scope as unknown as FastifyInstance, 'application/ld+json')
    captures(scope as unknown as Doors, parts)
    singles(scope as unknown as Doors, parts)
    done()
  })
  jobs(app, parts)
}

function captures(app: Doors, parts: Parts): void {
  const { capture } = capturer(parts)
  app.route({
    method: 'OPTIONS',
    url: '/api/v1/epcis/capture',
    schema: { operationId: 'limitEpcisCapture', tags: ['epcis'], response: { 204: Empty, ...REFUSAL } },
    handler: async (_request, reply) => {
      limits(reply).code(204)
      return null
    },
  })
  app.post(
    '/api/v1/epcis/capture',
    {
      bodyLimit: BYTES_MAX,
      schema: {
        operationId: 'captureEpcis',
        tags: ['epcis'],
        description: 'An EPCISDocument. Location says where its outcome is read, event by event.',
        headers: Headers,
        body: Body,
        response: { 202: Empty, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { findings, events } = checkDocument(request.body)
      if (findings.length > 0) throw invalid(findings)
      if (events.length > CAPTURE_EVENTS_MAX)
        throw invalid(wrong('/epcisBody/eventList', `has more than ${CAPTURE_EVENTS_MAX} events`, 'too_large'))
      const behaviour = request.headers['gs1-capture-error-behaviour'] ?? 'rollback'
      const outer = (request.body as Json)['@context']
      const { capture_id } = await capture(request, { events, behaviour, outer })
      reply.header('location', `/api/v1/epcis/capture/${capture_id}`)
      return limits(reply).code(202).send(null)
    },
  )
}

function singles(app: Doors, parts: Parts): void {
  const { capture } = capturer(parts)
  app.post(
    '/api/v1/epcis/events',
    {
      bodyLimit: EPCIS_TEXT_MAX * 4,
      schema: {
        operationId: 'captureEpcisEvent',
        tags: ['epcis'],
        description: 'One event with its own @context, captured before the answer.',
        body: Body,
        response: { 201: Empty, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const read = checkSingle(request.body)
      if (!isTaken(read.findings)) throw invalid(read.findings)
      const ended = await capture(request, { events: [read], behaviour: 'rollback', outer: [] })
      if (!ended.success) throw invalid(ended.findings)
      if (ended.known > 0) throw new FlowError('epcis_event_known')
      reply.header('location', `/api/v1/epcis/events/${encodeURIComponent(idOf(read).event_id)}`)
      return versions(reply).code(201).send(null)
    },
  )
}

function jobs(app: Doors, { reader }: Parts): void {
  app.get(
    '/api/v1/epcis/capture/:capture_id',
    {
      schema: {
        operationId: 'getEpcisCapture',
        tags: ['epcis'],
        params: Type.Object({ capture_id: Uuid }),
        response: { 200: CaptureJob, ...REFUSAL },
      },
    },
    async ({ params }, reply) => {
      const record = reader.epcis.capture(params.capture_id)
      if (record === null) throw new FlowError('epcis_capture_not_found')
      return versions(reply).send(jobOf(record.body as Ended & { finished_at: string }))
    },
  )
}

function jobOf(body: Ended & { finished_at: string }): CaptureJob {
  const of = (level: Finding['level']) => body.findings.filter(finding => finding.level === level)
  return {
    captureID: body.capture_id,
    createdAt: body.finished_at,
    finishedAt: body.finished_at,
    running: false,
    success: body.success,
    captureErrorBehaviour: body.behaviour,
    eventCount: body.event_count,
    captured: body.captured,
    known: body.known,
    errors: of('error'),
    warnings: of('warning'),
    hint: body.success ? null : EPCIS.epcis_invalid.hint,
  }
}

const limits = (reply: FastifyReply): FastifyReply =>
  versions(reply).headers({
    allow: 'OPTIONS, POST',
    'gs1-epcis-capture-limit': String(CAPTURE_EVENTS_MAX),
    'gs1-epcis-capture-file-size-limit': String(BYTES_MAX),
    'gs1-capture-error-behaviour': 'rollback, proceed',
  })

function invalid(findings: readonly Finding[]): FlowError {
  const errors = findings
    .filter(({ level }) => level === 'error')
    .slice(0, FINDINGS_MAX)
    .map(({ pointer, text }) => ({ field: pointer, message: text }))
  const [first] = errors
  return new FlowError('epcis_invalid', `${first?.field === '' ? 'The body' : first?.field} ${first?.message}.`, {
    extra: { errors },
  })
}

interface Capturing {
  events: readonly ReadEvent[]
  behaviour: CaptureBehaviour
  /** The context of the document, which each event keeps. */
  outer: unknown
}

function capturer({ reader, plant, newId, sync }: Parts) {
  async function capture(request: FastifyRequest, { events, behaviour, outer }: Capturing): Promise<Ended> {
    const judged = events.map(read => {
      const text = textOf(read.event, outer)
      const large = text.length > EPCIS_TEXT_MAX ? wrong(read.pointer, 'is too large', 'too_large') : []
      return { read, text, findings: [...read.findings, ...large, ...unknownLots(read, reader.epcis.isLotKnown)] }
    })
    const ended = await plant.submit('capture-epcis', {
      actor: actorOf(signedInOf(request)),
      capture_id: newId(),
      behaviour,
      event_count: events.length,
      events: judged
        .filter(({ findings }) => isTaken(findings))
        .map(({ read, text }) => ({ pointer: read.pointer, ...idOf(read), text })),
      findings: errorsFirst(judged.flatMap(({ findings }) => findings)).slice(0, FINDINGS_MAX),
    })
    sync.nudge()
    return ended
  }
  return { capture }
}

const errorsFirst = (findings: Finding[]): Finding[] => [
  ...findings.filter(({ level }) => level === 'error'),
  ...findings.filter(({ level }) => level === 'warning'),
]

function idOf({ event, reading }: ReadEvent): Pick<CapturedEvent, 'event_id' | 'hash' | 'declares_error'> {
  const uri = eventHash(sha256, event, reading)
  const hash = uri.slice('ni:///sha-256;'.length, -'?ver=CBV2.0'.length)
  const event_id = typeof event.eventID === 'string' ? event.eventID : uri
  return { event_id, hash, declares_error: event.errorDeclaration !== undefined }
}

/** The event with its context and its id, and without the record time: that is ours to say. */
function textOf(event: Json, outer: unknown): string {
  // A context is named once, by the rule of the schema.
  const byText = new Map([outer, event['@context'] ?? []].flat().map(one => [JSON.stringify(one), one]))
  const contexts = [...byText.values()]
  const { '@context': _, recordTime: __, ...rest } = event
  return JSON.stringify({ '@context': contexts, ...rest })
}

function unknownLots({ event, pointer }: ReadEvent, isKnown: (uri: string) => boolean): Finding[] {
  const lists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList']
  return lists.flatMap(name => {
    const list = Array.isArray(event[name]) ? (event[name] as unknown[]) : []
    return list.flatMap((one, at) => {
      const uri = isJson(one) ? one.epcClass : null
      if (typeof uri !== 'string' || isKnown(uri)) return []
      return odd(below(below(pointer, name), at), `${uri} is no lot that is known here`, 'lot_unknown')
    })
  })
}
