import { DecideCard } from './decide-card.tsx'
import { EvaluateCard } from './evaluate-card.tsx'
import { HoldCard } from './hold-card.tsx'
import { HoldRows } from './hold-rows.tsx'
import { PlaceCard } from './place-card.tsx'
import { holdOf } from './testing/hold-of.ts'
import { lotOf, pendingLotOf } from './testing/lot-of.ts'

const NOW = Date.parse('2026-11-26T09:30:00.000Z')
const NAMES: Readonly<Record<string, string>> = {
  olga: 'Olga Operator',
  marco: 'Marco Manager',
  quinn: 'Quinn Quality',
}
const nameOf = (id: string) => NAMES[id] ?? id
const nothing = () => undefined
const LOT = holdOf().lots[0]!
const many = Array.from({ length: 5 }, (_, n) => ({
  ...LOT,
  lot_id: `${LOT.lot_id}${n}`,
  lot_code: `NOR-261126-K4-001${n}`,
}))

const rows =
  (...holds: ReturnType<typeof holdOf>[]) =>
  () => <HoldRows holds={holds} pending={[]} now={NOW} nameOf={nameOf} />
const card = (change: Parameters<typeof holdOf>[0]) => () => (
  <HoldCard hold={holdOf(change)} now={NOW} nameOf={nameOf} />
)

const DESTROYED = {
  state: 'DISPOSITIONED',
  disposition: 'destroy',
  disposition_reason: 'Not safe to eat',
  dispositioned_at: '2026-11-26T08:10:00.000Z',
  dispositioned_by: 'quinn',
  reviewed_by: 'quinn',
  review_started_at: '2026-11-26T07:50:00.000Z',
} as const

/** Holds in a list, one by one, and on their way. */
export const states = [
  {
    name: 'a list: held, under review, to be carried out, closed',
    draw: rows(
      holdOf(),
      holdOf({ hold_id: '2', state: 'UNDER_REVIEW', reviewed_by: 'quinn', lots: many, lot_count: 5, open_count: 4 }),
      holdOf({ hold_id: '3', ...DESTROYED }),
      holdOf({ hold_id: '4', state: 'CLOSED', open_count: 0 }),
    ),
  },
  {
    name: 'a list: kept here, and one that was not taken',
    draw: () => (
      <HoldRows
        holds={[]}
        pending={[
          {
            key: 'a',
            about: 'NOR-261126-L1-0027',
            refs: ['1'],
            reason: 'Foreign body',
            person_id: 'olga',
            placed_at: '2026-11-26T09:28:00.000Z',
            rejected: false,
          },
          {
            key: 'b',
            about: '',
            refs: ['1', '2', '3'],
            reason: 'Packaging damaged',
            person_id: 'olga',
            placed_at: '2026-11-26T09:20:00.000Z',
            rejected: true,
          },
        ]}
        now={NOW}
        nameOf={nameOf}
      />
    ),
  },
  { name: 'one hold, just placed', draw: card({}) },
  {
    name: 'one hold of a deviation',
    draw: card({ cause: 'deviation', deviation_id: 'd', reason: 'Cold room above 5.0 °C for 45 min' }),
  },
  { name: 'one hold, to be destroyed', draw: card({ ...DESTROYED, lots: [{ ...LOT, waiting: true }] }) },
  {
    name: 'one hold, closed before a witness',
    draw: card({
      ...DESTROYED,
      state: 'CLOSED',
      executed_at: '2026-11-26T08:40:00.000Z',
      witness_id: 'marco',
      closed_at: '2026-11-26T08:40:00.000Z',
      open_count: 0,
      lots: [{ ...LOT, open: false, status: 'DESTROYED' }],
    }),
  },
  {
    name: 'placing, nothing yet',
    draw: () => <PlaceCard held={[]} reason={null} choose={nothing} leaveOut={nothing} />,
  },
  {
    name: 'placing, a known lot, one that waits, one unknown',
    draw: () => (
      <PlaceCard
        held={[
          { code: 'NOR-261126-L1-0027', lot: lotOf() },
          { code: 'NOR-T1-0004', lot: pendingLotOf() },
          { code: 'SUP-77812', lot: null },
        ]}
        reason="Foreign body"
        choose={nothing}
        leaveOut={nothing}
      />
    ),
  },
  {
    name: 'deciding, nothing chosen',
    draw: () => <DecideCard lots="3 lots" disposing={{ disposition: null, reason: null }} edit={nothing} />,
  },
  {
    name: 'deciding to release',
    draw: () => (
      <DecideCard lots="3 lots" disposing={{ disposition: 'release', reason: 'Checked and safe' }} edit={nothing} />
    ),
  },
  {
    name: 'one hold of a deviation that a manager is to evaluate',
    draw: () => (
      <HoldCard hold={holdOf({ cause: 'excursion', deviation_id: 'd' })} now={NOW} nameOf={nameOf} mayEvaluate={true} />
    ),
  },
  {
    name: 'one hold of a deviation that was found safe',
    draw: () => (
      <HoldCard
        hold={holdOf({ cause: 'excursion', deviation_id: 'd' })}
        now={NOW}
        nameOf={nameOf}
        found="safe"
        mayEvaluate={true}
      />
    ),
  },
  {
    name: 'evaluating a deviation, nothing chosen',
    draw: () => (
      <EvaluateCard what="Cold room: 7 °C by hand" evaluating={{ result: null, method: null }} edit={nothing} />
    ),
  },
  {
    name: 'evaluating a deviation as safe',
    draw: () => (
      <EvaluateCard
        what="Cold room: 7 °C by hand"
        evaluating={{ result: 'safe', method: 'The value was entered wrong' }}
        edit={nothing}
      />
    ),
  },
] as const
