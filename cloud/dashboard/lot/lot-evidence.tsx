import type { WeightEvidence } from '@flowviz/contract/lot'
import { timeText, unitText } from '@flowviz/contract/screen/format'
import { Fact } from '../part/fact.tsx'
import { frameText } from './frame-text.ts'

/** Where the weight came from: a scale's own frame as it was received, a person and a reason, or other weights. */
export function LotEvidence({ weight }: { weight: WeightEvidence }) {
  switch (weight.method) {
    case 'captured':
      return <CapturedWeight weight={weight} />
    case 'manual':
      return (
        <>
          <h3>Weight by hand</h3>
          <p class="mark" data-tone="warn">
            {weight.manual_reason ?? 'No reason was given.'}
          </p>
        </>
      )
    case 'derived':
      return (
        <>
          <h3>Weight by calculation</h3>
          <p>It follows from weights that stand in the ledger already: those of the lots this one was made of.</p>
        </>
      )
  }
}

function CapturedWeight({ weight }: { weight: Extract<WeightEvidence, { method: 'captured' }> }) {
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
