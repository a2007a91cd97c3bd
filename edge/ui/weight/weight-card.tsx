import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { Choice } from '../part/choice.tsx'
import type { WeightState, WeightView } from './weight-state.ts'

/** The live weight, large; without a fresh one a dash, the reason and the next step. */
export function WeightCard({ weight }: { weight: WeightState }) {
  const view = weight.view.value
  return (
    <section class="weight panel" aria-label="Live weight" data-live={view.kind === 'live'}>
      <ScalePicker weight={weight} />
      {view.kind === 'live' ? <LiveWeight view={view} /> : <NoWeight view={view} />}
    </section>
  )
}

function ScalePicker({ weight }: { weight: WeightState }) {
  const scales = weight.scales.value
  const scale = weight.scale.value
  if (scales.length < 2) return <h2 class="scale-name">{scale?.name ?? 'No scale'}</h2>
  return (
    <Choice
      name="scale"
      legend="Scale"
      quietLegend
      options={scales.map(one => ({ value: one.id, face: one.name }))}
      chosen={scale?.id ?? null}
      choose={weight.choose}
    />
  )
}

const BASIS: Record<string, string> = { gross: 'Gross', net: 'Net', tare: 'Tare', unknown: '' }

/** Width of a number in digits: points, signs and thin spaces take about half of one. */
function digitWidths(text: string): number {
  const digits = text.replace(/\D/g, '').length
  return digits + (text.length - digits) / 2
}

function LiveWeight({ view }: { view: Extract<WeightView, { kind: 'live' }> }) {
  const text = decimalText(view.value)
  return (
    <>
      {/* The ticking number is silent for a screen reader; the lamp speaks when the weight stands. */}
      <p class="figure" style={{ '--characters': String(digitWidths(text)) }} aria-live="off">
        <span class="value">{text}</span> <span class="unit">{unitText(view.unit)}</span>
      </p>
      <p class="state">
        <span class="lamp" data-stable={view.stable === null ? 'unknown' : String(view.stable)} role="status">
          {view.stable === null ? 'Stability unknown' : view.stable ? 'Stable' : 'Moving'}
        </span>
        <span>{BASIS[view.basis]}</span>
        <span class="age">{(view.age_ms / 1000).toFixed(1)} s ago</span>
      </p>
    </>
  )
}

function NoWeight({ view }: { view: Extract<WeightView, { kind: 'none' }> }) {
  return (
    <>
      <p class="figure stale" style={{ '--characters': '5' }}>
        <span class="value">—</span>
      </p>
      <div class="why" role="status">
        <span class="mark" data-tone="stale">
          {view.why}
        </span>
        <span class="next">{view.next}</span>
      </div>
    </>
  )
}
