import { MassCard } from './mass-card.tsx'
import { NeedList } from './need-list.tsx'
import { RunRow } from './run-card.tsx'
import { RunTroubles } from './run-troubles.tsx'
import { StepLine } from './step-line.tsx'
import { TakenList } from './taken-list.tsx'
import { cannedRun } from './testing/canned.ts'

const now = { run: cannedRun(), state: 'RUNNING', waits: null, pending: 0, refused: [] } as const
const totals = { ...cannedRun().totals, input_mg: 60_000_000, good_mg: 54_000_000, waste_mg: 1_500_000 }
const balance = (unexplained_mg: number) => ({
  unexplained_mg,
  tolerance_mg: 1_200_000,
  closes: Math.abs(unexplained_mg) <= 1_200_000,
  yield_pct: '90.00',
  yield_expected: true,
})
const taken = {
  lot_id: 'a',
  lot_code: 'NOR-261126-L1-0030',
  item_id: 'onions',
  lot_type: 'RAW',
  weight_mg: 12_500_000,
  waiting_mg: 0,
  is_weighed_later: false,
} as const
const need = { item_id: 'onions', title: 'Onions, peeled', max_mg: null, target_mg: 17_000_000 }
const nothing = () => undefined
const mismatch = {
  type: 'about:blank',
  title: 'The recipe of this run does not have that material.',
  status: 409,
  code: 'recipe_mismatch',
  detail: '',
  hint: '',
} as never

/** A run: its row, its steps, its balance, what is in it and what it still needs. */
export const states = [
  {
    name: 'running, and paused with two things that wait',
    draw: () => (
      <ul class="rows">
        <RunRow now={now} href="#" />
        <RunRow now={{ ...now, state: 'PAUSED', pending: 2 }} href="#" />
      </ul>
    ),
  },
  { name: 'steps, the line is being checked', draw: () => <StepLine state="PRE_OP" checking /> },
  { name: 'steps, running', draw: () => <StepLine state="RUNNING" /> },
  { name: 'steps, the end waits for the server', draw: () => <StepLine state="RUNNING" waits /> },
  { name: 'steps, all done', draw: () => <StepLine state="CLOSED" /> },
  { name: 'balance closes', draw: () => <MassCard totals={totals} balance={balance(900_000)} pending={0} isJudged /> },
  {
    name: 'balance is open',
    draw: () => <MassCard totals={totals} balance={balance(4_500_000)} pending={3} isJudged />,
  },
  {
    name: 'needs',
    draw: () => (
      <NeedList
        needs={[
          { ...need, used_mg: 12_500_000, waiting_mg: 2_500_000, left_mg: 4_500_000 },
          { ...need, item_id: 'paste', title: 'Curry paste', used_mg: 17_414_000, waiting_mg: 0, left_mg: 0 },
        ]}
      />
    ),
  },
  { name: 'no recipe', draw: () => <NeedList needs={null} /> },
  { name: 'nothing in', draw: () => <TakenList taken={[]} flagged={[]} putBack={null} /> },
  {
    name: 'in, waiting, and held since',
    draw: () => (
      <TakenList
        taken={[
          taken,
          { ...taken, lot_id: 'b', lot_code: 'NOR-261126-L1-0031', waiting_mg: 12_500_000 },
          { ...taken, lot_id: 'c', lot_code: 'NOR-261126-L1-0032', weight_mg: 0, is_weighed_later: true },
        ]}
        flagged={[taken]}
        putBack={nothing}
      />
    ),
  },
  {
    name: 'a lot in it is held now',
    draw: () => <RunTroubles refused={[]} flagged={[taken]} made={['NOR-261126-K1-0007']} />,
  },
  {
    name: 'refused',
    draw: () => <RunTroubles refused={[{ key: 'a', problem: mismatch }]} flagged={[]} made={[]} />,
  },
] as const
