import type { QcCheck, QcGate } from '@flowviz/contract/plant/qc-plan'
import { unitText } from '@flowviz/contract/screen/format'
import { NumberPad } from '../part/number-pad.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { CheckRow } from './check-row.tsx'
import { checkState, type GateDraft } from './gate-draft.ts'
import { reasons } from './reasons.ts'
import { say } from './words.ts'

/** What stands in the right half: nothing, the pad of a check, or the reasons of a decision. */
export type Panel =
  | { kind: 'none' }
  | { kind: 'pad'; parameter: string }
  | { kind: 'reason'; decision: 'HOLD' | 'FAIL' }

/** The pad of a check; nothing when there is none. */
export const padOf = (check: QcCheck | null): Panel =>
  check === null ? { kind: 'none' } : { kind: 'pad', parameter: check.parameter }

interface GateCardProps {
  gate: QcGate
  draft: GateDraft
  panel: Panel
  enter: (parameter: string, value: boolean | string) => void
  open: (panel: Panel) => void
  /** A reason was chosen: the decision is made by it. */
  because: (reason: string) => void
}

/** The checks of a gate, and beside them what the finger needs next. */
export function GateCard({ gate, draft, panel, enter, open, because }: GateCardProps) {
  const measured = panel.kind === 'pad' ? gate.checks.find(({ parameter }) => parameter === panel.parameter) : undefined
  // What has to be done about it is said beside the pad as soon as something is not as it should be.
  const isBad = gate.checks.some(check => checkState(check, draft.values[check.parameter]) === 'bad')
  return (
    <div class="gate-card">
      <ul class="checks">
        {gate.checks.map(check => (
          <CheckRow
            key={check.parameter}
            check={check}
            value={draft.values[check.parameter]}
            isOpen={measured === check}
            answer={value => enter(check.parameter, value)}
            open={() => open(padOf(check))}
          />
        ))}
      </ul>
      <div class="aside">
        {measured !== undefined && <Pad check={measured} draft={draft} enter={enter} />}
        {panel.kind === 'reason' && (
          <>
            <ReasonGrid
              title={say(panel.decision === 'HOLD' ? 'why_hold' : 'why_reject')}
              reasons={reasons()}
              chosen={draft.reason}
              choose={because}
            />
            <button type="button" class="button" data-kind="quiet" onClick={() => open({ kind: 'none' })}>
              {say('cancel')}
            </button>
          </>
        )}
        {panel.kind !== 'reason' && (measured === undefined || isBad) && (
          <p class="quiet">{say('reaction', { text: gate.reaction })}</p>
        )}
      </div>
    </div>
  )
}

function Pad({ check, draft, enter }: { check: QcCheck } & Pick<GateCardProps, 'draft' | 'enter'>) {
  const { parameter, title, unit } = check
  return (
    <NumberPad
      label={title}
      unit={unitText(unit ?? null)}
      value={String(draft.values[parameter] ?? '')}
      signed={unit === 'Cel'}
      change={value => enter(parameter, value)}
    />
  )
}
