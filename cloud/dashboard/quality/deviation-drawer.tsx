import type { Deviation } from '@flowviz/contract/hq-plant'
import { unitText, whenText } from '@flowviz/contract/screen/format'
import { useEffect, useMemo } from 'preact/hooks'
import type { Dashboard } from '../dashboard-state.ts'
import { Fact } from '../part/fact.tsx'
import { Marked } from '../part/marked.tsx'
import { TroubleNotice } from '../part/trouble-notice.tsx'
import { TimeChart } from '../temperature/time-chart.tsx'
import { curveDrawing } from './curve-drawing.ts'
import { deviationMark } from './quality-state.ts'

interface DeviationDrawerProps {
  dashboard: Dashboard
  site: string
  deviationId: string
  /** Address without the drawer. */
  close: string
}

/** One deviation beside the list: its curve, its limits, what was found and what is done about it. */
export function DeviationDrawer({ dashboard, site, deviationId, close }: DeviationDrawerProps) {
  const { quality, now } = dashboard
  useEffect(() => {
    void quality.choose(site, deviationId)
  }, [quality, site, deviationId])
  const deviation = quality.chosen.value
  const trouble = quality.trouble.value
  return (
    <aside class="drawer panel" data-wide="true" aria-label="Deviation">
      <header>
        <h2>Deviation</h2>
        <a class="button" href={close}>
          Close
        </a>
      </header>
      {trouble !== null && <TroubleNotice trouble={trouble} retry={() => void quality.choose(site, deviationId)} />}
      {deviation === null && trouble === null && <p class="quiet">Loading the deviation…</p>}
      {deviation !== null && <DeviationFacts deviation={deviation} now={now.value} />}
    </aside>
  )
}

function DeviationFacts({ deviation, now }: { deviation: Deviation; now: number }) {
  const { text, cause, value, unit, low, high, evaluation, actions } = deviation
  const drawing = useMemo(() => curveDrawing(deviation), [deviation])
  return (
    <>
      <p class="lead">{text}</p>
      <p>
        <Marked mark={deviationMark(deviation)} />
      </p>
      {drawing === null ? (
        <p class="quiet">
          {cause === 'excursion' ? 'The curve comes when the excursion has ended.' : 'It has no curve.'}
        </p>
      ) : (
        <figure class="curve">
          <TimeChart drawing={drawing} />
          <figcaption class="quiet">
            {deviation.curve.length} points{high !== null && `, at most ${high} ${unitText(unit)}`}
            {low !== null && `, at least ${low} ${unitText(unit)}`}; gaps are times without a value
          </figcaption>
        </figure>
      )}
      <dl class="facts">
        <Fact name="Cause">{cause}</Fact>
        <Fact name="Began">{whenText(deviation.began_at, now)}</Fact>
        <Fact name="Last right">{deviation.last_good_at === null ? '—' : whenText(deviation.last_good_at, now)}</Fact>
        <Fact name="Ended">{deviation.ended_at === null ? '—' : whenText(deviation.ended_at, now)}</Fact>
        {value !== null && (
          <Fact name="Value">
            {value} {unitText(unit)}
            {deviation.limit !== null && ` against ${deviation.limit} ${unitText(unit)}`}
          </Fact>
        )}
        {deviation.device_id !== null && <Fact name="Measured by">{deviation.device_id}</Fact>}
        {evaluation !== null && (
          <Fact name="Evaluated">
            {evaluation.result.replaceAll('_', ' ')}: {evaluation.method}
          </Fact>
        )}
      </dl>
      <h3>Actions</h3>
      {actions.length === 0 && <p class="quiet">None was assigned yet.</p>}
      <ul class="lot-list">
        {actions.map(({ id, state, body }) => (
          <li key={id}>
            <b>{String(body.text ?? id)}</b>
            <span class="way">
              {String(body.kind ?? '')}, due {String(body.due_on ?? '—')}, {state?.toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
