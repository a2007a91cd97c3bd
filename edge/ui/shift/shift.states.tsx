import { HandoverCard } from './handover-card.tsx'
import type { ShownHandover } from './handover-view.ts'
import { NotesPanel } from './notes-panel.tsx'
import { OpenList } from './open-list.tsx'
import type { OpenThing } from './open-things.ts'
import { EMPTY } from './shift-draft.ts'

const NOW = Date.parse('2026-11-26T05:55:00.000Z')
const nothing = () => undefined
const thing = (key: string, more: Partial<OpenThing>): OpenThing => ({
  key,
  kind: 'run',
  id: key,
  title: 'RUN-261126-L1-02',
  text: 'Chicken curry, 400 g · L1',
  since_ms: NOW - 7_200_000,
  state: 'RUNNING',
  ...more,
})
const things = [
  thing('r1', {}),
  thing('m1', { kind: 'room', id: null, title: 'Raw chilled store', text: '7.4 °C', state: 'confirmed' }),
  thing('a1', { kind: 'alarm', title: 'Gate 4, Chill: 118 min', text: '', state: 'RAISED' }),
  thing('h1', { kind: 'hold', title: 'Foreign body', text: 'NOR-261126-L1-0004', state: 'OPEN' }),
]
const many = Array.from({ length: 34 }, (_, at) => thing(`r${at}`, { title: `RUN-261126-L1-${at}` }))
const handover: ShownHandover = {
  key: 'h1',
  handover_id: 'h1',
  from_person_id: 'olga',
  to_person_id: null,
  notes: 'A machine needs attention\nOven 2 is slow to heat.',
  runs: 2,
  holds: 1,
  alarms: 0,
  at_ms: NOW,
  accepted_by: null,
  accepted_at: null,
}
const card = (name: string, more: Partial<ShownHandover>, act: 'accept' | 'switch' | 'none') => ({
  name,
  draw: () => (
    <HandoverCard
      handover={{ ...handover, ...more }}
      nameOf={id => (id === 'olga' ? 'Olga Operator' : 'Marek Manager')}
      accept={act === 'accept' ? nothing : null}
      switchPerson={act === 'switch' ? nothing : null}
    />
  ),
})

export const states = [
  { name: 'open, some ticked', draw: () => <OpenList things={things} ticked={['r1', 'h1']} tick={nothing} /> },
  { name: 'open, more than anybody reads out', draw: () => <OpenList things={many} ticked={[]} tick={nothing} /> },
  { name: 'nothing is open', draw: () => <OpenList things={[]} ticked={[]} tick={nothing} /> },
  {
    name: 'notes',
    draw: () => <NotesPanel draft={{ ...EMPTY, phrases: ['phrase_machine'], text: 'Oven 2' }} edit={nothing} />,
  },
  card('hand-over to be accepted', { to_person_id: 'marek' }, 'accept'),
  card('hand-over, own', {}, 'switch'),
  card('hand-over that is not sent yet', { handover_id: null }, 'none'),
  card('hand-over, accepted', { accepted_by: 'marek', accepted_at: '2026-11-26T06:02:00.000Z' }, 'none'),
] as const
