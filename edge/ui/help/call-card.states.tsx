import { CallCard } from './call-card.tsx'
import type { ShownCall } from './call-view.ts'
import { ReasonKeys } from './reason-keys.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const call: ShownCall = {
  key: 'c1',
  call_id: 'c1',
  reason: 'machine',
  stops_line: true,
  location_id: 'cook-line',
  station: 'cook-1',
  called_by: 'olga',
  called_ms: NOW - 134_000,
  state: 'CALLED',
  answered_by: null,
  waited_s: null,
}
const nothing = () => undefined
const card = (name: string, more: Partial<ShownCall>, act: (() => void) | null = nothing) => ({
  name,
  draw: () => (
    <CallCard
      call={{ ...call, ...more }}
      now={NOW}
      nameOf={id => (id === 'olga' ? 'Olga Operator' : 'Marek Manager')}
      placeOf={() => 'Cook line'}
      answer={act}
      close={act}
    />
  ),
})
const keys = (name: string, stops_line: boolean, disabled = false) => ({
  name,
  draw: () => (
    <ReasonKeys
      stops_line={stops_line}
      setStops={nothing}
      place="cook-line"
      places={[{ location_id: 'cook-line', title: 'Cook line' }]}
      setPlace={nothing}
      call={nothing}
      disabled={disabled}
    />
  ),
})

export const states = [
  card('nobody comes yet', {}),
  card('not delivered yet', { call_id: null, state: 'undelivered', reason: 'safety' }),
  card('refused', { call_id: null, state: 'refused' }),
  card('answered', { state: 'ANSWERED', answered_by: 'marek', waited_s: 134 }),
  card('for whom only watches', {}, null),
  keys('keys', false),
  keys('keys, the line stops', true),
  keys('keys, for whom only watches', false, true),
] as const
