import type { WeightEvidence } from '@flowviz/contract/lot'
import { timeText, unitText } from '@flowviz/contract/screen/format'
import { Fact } from '../part/fact.tsx'
import { frameText } from './frame-text.ts'

/** Where the weight came from: the scale's own frame as it was received, or the reason for a weight by hand. */
export function LotEvidence({ weight }: { weight: WeightEvidence }) {
  if (weight.method === 'manual')
    return (
      <>
        <h3>Weight by hand</h3>
        <p class="mark" data-tone="warn">
          {weight.manual_reason ?? 'No reason was given.'}
        </p>
      </>
    )
  const { measurement } = weight
  const basis = measurement.weight?.basis ?? 'unknown'
  return (
    <>
      <h3>Weight evidence</h3>
      <dl class="facts">
        <Fact name="Scale">{weight.scale_id}</Fact>
        <Fact name="It said">
          {measurement.value} {unitText(measurement.unit)}
          {measurement.weight?.stable === true && ', stable'}
          {basis !== 'unknown' && `, ${basis}`}
        </Fact>
        <Fact name="Reading">number {weight.reading_seq} of the site</Fact>
        <Fact name="Measured">
          {timeText(weight.measured_at, true)}, accepted {timeText(weight.received_at, true)}
        </Fact>
        {measurement.raw !== undefined && (
          <Fact name="Raw frame">
            <code class="frame-text">{frameText(measurement.raw)}</code>
            <br />
            <code class="hex">{measurement.raw}</code>
          </Fact>
        )}
      </dl>
    </>
  )
}
