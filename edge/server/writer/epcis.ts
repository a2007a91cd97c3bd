import { epcisRecordId } from '@flowviz/contract/change/epcis'
import type { CapturedEvent } from '@flowviz/contract/epcis/capture'
import { FINDINGS_MAX, type Finding, wrong } from '@flowviz/contract/epcis/finding'
import { ownEventId } from '@flowviz/contract/epcis/map'
import { isUuid } from '@flowviz/contract/uuid'
import type { Context, Decide } from './command-context.ts'

/** How an event stands to what was captured before. */
type Standing = 'new' | 'known' | 'changed'

/**
 * Keeps the events of a capture that were not here before. An event is never edited: another one under the same id is
 * refused, unless it declares the first one wrong. With `rollback` one error keeps all of them out.
 */
export const decideCapture: Decide<'capture-epcis'> = (takes, context) => {
  const { actor, capture_id, behaviour, events, event_count } = takes
  const fresh: CapturedEvent[] = []
  const findings: Finding[] = [...takes.findings]
  const seen = new Set<string>()
  let known = 0
  for (const event of events) {
    const key = epcisRecordId(event.hash, event.declares_error)
    const standing = seen.has(key) ? 'known' : standingOf(event, context)
    seen.add(key)
    if (standing === 'known') known += 1
    else if (standing === 'changed')
      findings.push(...wrong(event.pointer, `${event.event_id} says something else already`, 'event_changed'))
    else fresh.push(event)
  }
  const success = findings.every(({ level }) => level === 'warning')
  const kept = success || behaviour === 'proceed' ? fresh : []
  const subject = `epcis_capture:${capture_id}`
  for (const { event_id, hash, declares_error, text } of kept) {
    const data = { capture_id, event_id, hash, declares_error, text }
    context.ledger.append({ type: 'epcis.captured', actor, subject, data })
  }
  const ended = { capture_id, behaviour, success, event_count, captured: kept.length, known }
  const told = findings.slice(0, FINDINGS_MAX)
  context.ledger.append({ type: 'epcis.capture_ended', actor, subject, data: { ...ended, findings: told } })
  return { ...ended, findings: told }
}

function standingOf({ event_id, hash, declares_error }: CapturedEvent, { store, site }: Context): Standing {
  if (store.records.get('epcis_event', epcisRecordId(hash, declares_error)) !== null) return 'known'
  const own = ownEventId(event_id, site)
  if (own !== null && isUuid(own) && store.events.seqOf(own) !== null) return 'known'
  if (declares_error) return 'new'
  const others = store.records.page({ kind: 'epcis_event', parent: event_id, state: 'CAPTURED', limit: 1 })
  return others.length > 0 ? 'changed' : 'new'
}
