import { decimalText, unitText } from '@flowviz/contract/screen/format'
import { Choice } from '../part/choice.tsx'
import type { WeightState, WeightView } from './weight-state.ts'
import { say } from './words.ts'

/** The live weight, large; without a fresh one a dash, the reason and the next step. */
export function WeightCard({ weight }: { weight: WeightState }) {
  const view = weight.view.value
  return (
    <section class="weight panel" aria-label={say('live_weight')} data-live={view.kind === 'live'}>
      <ScalePicker weight={weight} />
      {view.kind === 'live' ? <LiveWeight view={view} /> : <NoWeight view={view} />}
    </section>
  )
}

function ScalePicker({ weight }: { weight: WeightState }) {
  const scales = weight.scales.value
  const scale = weight.scale.value
  if (scales.length < 2) return <h2 class="scale-name">{scale?.name ?? say('no_scale')}</h2>
  return (
    <Choice
      name="scale"
      legend={say('scale')}
      quietLegend
      options={scales.map(one => ({ value: one.id, face: one.name }))}
      chosen={scale?.id ?? null}
      choose={weight.choose}
    />
  )
}

const BASES = ['gross', 'net', 'tare'] as const
function basisWord(basis: string): string {
  const known = BASES.find(one => one === basis)
  return known === undefined ? '' : say(known)
}

/** Width of a number in digits: points, signs and thin spaces take about half of one. */
function digitWidths(text: string): number {
  const digits = text.replace(/\D/g, '').length
  return digits + (text.length - digits) / 2
}

function LiveWeight({ view }: { view: Extract<WeightView, { kind: 'live' }> }) {
  const text = decimalText(view.value)
  const unit = unitText(view.unit)
  const isStable = view.stable === true
  return (
    <>
      {/* The ticking number is silent for a screen reader, which hears of it once, when it stands. */}
      <p class="figure" style={{ '--characters': String(digitWidths(text)) }} aria-live="off">
        <span class="value">{text}</span> <span class="unit">{unit}</span>
      </p>
      <p class="state">
        <span class="lamp" data-stable={view.stable === null ? 'unknown' : String(view.stable)}>
          {say(view.stable === null ? 'stability_unknown' : isStable ? 'stable' : 'moving')}
        </span>
        <span class="unseen" role="status">
          {isStable ? say('stable_at', { weight: `${text} ${unit}` }) : ''}
        </span>
        <span>{basisWord(view.basis)}</span>
        <span class="age">{say('ago', { s: (view.age_ms / 1000).toFixed(1) })}</span>
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
