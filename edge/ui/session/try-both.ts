import type { Person } from '@flowviz/contract/identity'
import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import type { PinVerdict } from './offline-pin.ts'

export interface Tries {
  /** The sign-in at the appliance, under way. */
  appliance: Promise<Answer<Person>>
  /** The check by this tablet, under way. */
  tablet: Promise<PinVerdict>
  /** True while the appliance is known not to answer. */
  isAway: () => boolean
  after: (ms: number, call: () => void) => () => void
}

export type Tried = { by: 'appliance'; answer: Answer<Person> } | { by: 'tablet'; verdict: PinVerdict }

/** An appliance that is near answers within this; then the tablet's word lets somebody work. */
const NEAR_MS = 1_000
/** Nobody waits longer to hear that a PIN is wrong. */
const PATIENCE_MS = 2_500

/**
 * Whoever can say first, with the appliance's word above the tablet's. The sign-in at the appliance may go on behind an
 * answer of the tablet.
 */
export function tryBoth({ appliance, tablet, isAway, after }: Tries): Promise<Tried> {
  return new Promise(resolve => {
    let verdict: PinVerdict | null = null
    let waited: 'no' | 'near' | 'long' = 'no'
    let isSilent = false
    const weigh = () => {
      if (verdict === null) return
      const { kind } = verdict
      const isDue =
        isSilent ||
        (kind === 'right' && (isAway() || waited !== 'no')) ||
        // Those whom the tablet does not know have nothing but the appliance to wait for.
        (kind === 'unable' && isAway() && waited === 'long') ||
        (kind !== 'right' && kind !== 'unable' && (isAway() || waited === 'long'))
      if (isDue) resolve({ by: 'tablet', verdict })
    }
    void appliance.then(answer => {
      if (answer.ok || !isSilence(answer.trouble)) return resolve({ by: 'appliance', answer })
      isSilent = true
      weigh()
    })
    void tablet.then(found => {
      verdict = found
      weigh()
    })
    after(NEAR_MS, () => {
      waited = 'near'
      weigh()
    })
    after(PATIENCE_MS, () => {
      waited = 'long'
      weigh()
    })
  })
}

/** True for what says nothing about the person: no answer, or an appliance that is busy with itself. */
export function isSilence({ passing, code }: Trouble): boolean {
  return passing && code !== 'account_locked'
}
