import { ConflictCard } from './conflict-card.tsx'
import type { Conflict } from './conflict-state.ts'
import type { ShownEntry } from './entry.ts'
import { EntryRow } from './entry-row.tsx'

const NOW = Date.parse('2026-11-26T10:05:00.000Z')

const entryOf = (more: Partial<ShownEntry>): ShownEntry => ({
  key: '019ab0a2-5c00-7000-8000-000000000001',
  tablet_id: 't07',
  epoch: null,
  seq: null,
  text: null,
  rank: 1,
  command: 'decide-gate',
  params: {},
  body: { lot_id: 'NOR-261126-L1-0004', gate_id: 'cook', decision: 'PASS' },
  lane: 'lot_id:NOR-261126-L1-0004',
  person_id: 'ben',
  auth: 'online',
  occurred_at: '2026-11-26T10:02:00.000Z',
  mono_ms: 0,
  boot_id: '',
  skew_ms: null,
  about: 'NOR-261126-L1-0004',
  state: 'queued',
  tries: 0,
  problem: null,
  answer: null,
  closed_at: null,
  given_up: null,
  blocked_by: null,
  ...more,
})
const HELD = {
  type: '',
  title: 'The lot is on hold.',
  status: 409,
  code: 'lot_held' as const,
  detail: 'Lot NOR-261126-L1-0004 is on hold.',
  hint: 'Let a supervisor decide on the hold first.',
}
const hold = {
  hold_id: 'h1',
  placed_at: '2026-11-26T10:01:00.000Z',
  placed_by: 'ana',
  reason: 'Glass found at the belt of line 1',
  said: null,
}

const row = (name: string, more: Partial<ShownEntry>) => ({
  name,
  draw: () => (
    <ul class="rows">
      <EntryRow entry={entryOf(more)} now={NOW} name="Ben Ortiz" />
    </ul>
  ),
})
const card = (name: string, conflict: Conflict, behind = 0) => ({
  name,
  draw: () => (
    <ConflictCard
      conflict={conflict}
      now={NOW}
      behind={behind}
      nameOf={id => (id === 'ana' ? 'Ana Ruiz' : null)}
      keep={() => undefined}
      retry={() => undefined}
      decide={() => undefined}
    />
  ),
})

const refused = entryOf({ state: 'rejected', problem: HELD })

export const states = [
  row('entry, waiting', {}),
  row('entry, being sent', { state: 'sending' }),
  row('entry, waits for its person', { blocked_by: 'sign-in' }),
  row('entry, parked', { state: 'parked', command: 'move-stock' }),
  row('entry, done', { state: 'acked' }),
  row('entry, refused', { state: 'rejected', problem: HELD }),
  row('entry, given up', { state: 'given-up', given_up: 'Done another way' }),
  card('conflict, a release that was refused', { kind: 'refused', entry: refused, hold }, 2),
  card('conflict, refused for another reason', { kind: 'refused', entry: refused, hold: null }),
  card('conflict, a hold overtook the release', { kind: 'overtaken', entry: entryOf({ state: 'acked' }), hold }),
] as const
