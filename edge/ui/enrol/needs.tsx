import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Matrix } from '../check/barcode.tsx'
import { CheckRow } from '../check/check-row.tsx'
import type { CheckState } from '../check/check-state.ts'
import { REFERENCE_MATRIX } from '../check/reference-code.ts'
import { say as sayCheck } from '../check/words.ts'
import type { Sound } from '../sound/sound.ts'
import { say } from './words.ts'

/** What a tablet has to have before it is left to people, in the order in which it is put right. */
const NEEDS = ['secure', 'worker', 'persist', 'clock', 'network'] as const

interface NeedsProps {
  check: CheckState
  sound: Sound
  /** The last code that the scanner of this tablet read here; null before. */
  read: string | null
}

/** Tick or cross for each, and what to do. */
export function Needs({ check, sound, read }: NeedsProps) {
  const played = useSignal<boolean | null>(null)
  useEffect(() => void check.run(), [check])
  const play = async () => {
    await sound.unlock()
    played.value = sound.play('ok')
  }
  return (
    <section class="panel needs" aria-labelledby="needs">
      <h2 id="needs">{say('checks')}</h2>
      <ul>
        {NEEDS.map(need => {
          const found = check.checks.value.find(({ key }) => key === need)
          const good = found?.good ?? null
          const waits = good === null && check.asked.value !== null
          return (
            <CheckRow
              key={need}
              name={sayCheck(need)}
              standing={good}
              value={found?.value ?? ''}
              next={waits ? null : sayCheck(`next_${need}`)}
            />
          )
        })}
        <CheckRow name={say('sound')} standing={played.value} value="" next={say('sound_how')} />
        <CheckRow
          name={say('scanner')}
          standing={read === null ? null : true}
          value={read === null ? '' : say('scanner_read', { code: read })}
          next={say('scanner_how')}
        />
      </ul>
      <Matrix title={sayCheck('reference_matrix')} rows={REFERENCE_MATRIX} />
      <div class="keys">
        <button type="button" class="button" onClick={() => void play()}>
          {say('play')}
        </button>
        <a class="button" href="/check">
          {say('all_checks')}
        </a>
      </div>
    </section>
  )
}
