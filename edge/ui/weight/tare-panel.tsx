import { useState } from 'preact/hooks'
import { NumberPad } from '../part/number-pad.tsx'
import { netOf } from './container-tare.ts'
import { type ManualWeight, padWeight } from './manual-weight.ts'
import { say } from './words.ts'

interface TarePanelProps {
  /** What stands on the scale now, kg; null while it is not stable. */
  gross_kg: string | null
  scale: string
  containers: number
  take: (hand: ManualWeight) => void
  close: () => void
}

/** Where the scale cannot be tared: the weight of one empty container is said, and the net follows from it. */
export function TarePanel({ gross_kg, scale, containers, take, close }: TarePanelProps) {
  const [text, setText] = useState('')
  const tare = padWeight(text)
  const net = gross_kg === null || tare === null ? null : netOf(gross_kg, tare, containers)
  const reason =
    gross_kg === null || tare === null ? '' : say('tare_less', { gross: gross_kg, scale, n: containers, tare })
  return (
    <section class="manual-weight" aria-label={say('container_tare')}>
      <NumberPad label={say('tare_each')} unit={say('kg')} value={text} change={setText} />
      <div class="reasons">
        <h2>{say('container_tare')}</h2>
        <p class="net">
          <b>{net ?? '—'}</b> {say('kg')}
        </p>
        <p class="quiet">{gross_kg === null ? say('wait_stable') : reason || say('enter_weight')}</p>
        <div class="key-row">
          <button type="button" class="button" data-kind="quiet" onClick={close}>
            {say('no_tare')}
          </button>
          <button
            type="button"
            class="button take"
            disabled={net === null}
            onClick={() => net !== null && take({ weight_kg: net, reason })}
          >
            {say('take_weight')}
          </button>
        </div>
      </div>
    </section>
  )
}
