import type { Alarm } from '@flowviz/contract/alarm'
import { tell } from '@flowviz/contract/sentence'
import { AlarmRow, type AlarmRowProps } from './alarm-row.tsx'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const ALARM: Alarm = {
  alarm_id: '00000000-0000-7000-8000-000000000001',
  kind: 'deviation',
  about: 'deviation:1',
  ...tell('excursion_high', { title: 'Cold room, chilled storage', value: '9.7', limit: '5.0', unit: 'Cel' }),
  raised_at: '2026-11-26T09:12:00.000Z',
  state: 'RAISED',
  acknowledged_at: null,
  acknowledged_by: null,
  notes: null,
}
const row =
  (alarm: Partial<Alarm>, props: Partial<AlarmRowProps> = {}) =>
  () => (
    <ul class="rows">
      <AlarmRow
        alarm={{ ...ALARM, ...alarm }}
        now={NOW}
        lead={{ href: '/holds/1', word: 'to_hold' }}
        isNoted={false}
        isOpen={false}
        note={() => undefined}
        open={() => undefined}
        {...props}
      />
    </ul>
  )

export const states = [
  { name: 'a deviation', draw: row({}) },
  {
    name: 'a silent sensor',
    draw: row({
      kind: 'silence',
      ...tell('monitor_silent', { device_id: 'freezer-1', channel: 'temperature', missing_s: 300 }),
    }),
  },
  {
    name: 'a call for help, its notes open',
    draw: row(
      {
        kind: 'help',
        ...tell('help_line_stands', {
          reason: 'machine',
          line: '2',
          location_id: null,
          station: 'line-2',
          note: 'Jam',
        }),
      },
      { isOpen: true },
    ),
  },
  { name: 'noted here, not confirmed', draw: row({}, { isNoted: true }) },
  { name: 'for a role that may not', draw: row({}, { note: null }) },
  { name: 'of an earlier release', draw: row({ text: 'Cold room: 9.7 °C, at most 5.0 °C', said: null }) },
  {
    name: 'ends by itself',
    draw: row(
      { alarm_id: null, kind: 'calibration_overdue', ...tell('calibration_never', { title: 'Core probe 1' }) },
      { lead: null },
    ),
  },
] as const
