import { type Told, toldBy } from '@flowviz/contract/about'
import type { AuditFacts } from '@flowviz/contract/audit'
import type { PackRecord } from '../print/pack-record.ts'
import { sectionOf } from '../print/pack-section.ts'

/** What a record says by the text of its row alone; only the names of people come from elsewhere. */
export type ReadBody = Pick<PackRecord, 'section' | 'facts' | 'brought_back_at'>

/** @throws SyntaxError when the text is no JSON. */
export function readBody(body: string, nameOf: (person_id: string) => string | null): ReadBody {
  const outer = JSON.parse(body) as Told & { recorded_at: string }
  const told = toldBy(outer)
  const facts = factsOf(told.at(-1)!, nameOf)
  return { section: sectionOf(facts.type), facts, brought_back_at: told.length > 1 ? outer.recorded_at : null }
}

function factsOf(told: Told, nameOf: (person_id: string) => string | null): AuditFacts {
  const event = told as unknown as Partial<AuditFacts> & { id: string } & AuditFacts
  const who = event.actor ?? null
  return {
    event_id: event.id,
    recorded_at: event.recorded_at,
    occurred_at: event.occurred_at,
    type: event.type,
    actor: who === null ? null : { ...who, display_name: who.kind === 'person' ? nameOf(who.id) : null },
    subject: event.subject ?? null,
    data: event.data ?? null,
    reason: event.reason ?? null,
    corrects: event.corrects ?? null,
  }
}
