import type { Answer } from '@flowviz/contract/screen/trouble'
import type { EnrolledTablet } from '@flowviz/contract/tablet'
import type { ReadonlySignal } from '@preact/signals'

/**
 * Who this tablet is. `unknown` until its store and, where that is empty, its cookie were asked; `insecure`: the page
 * has no secure context, so it can keep no key.
 */
export type TabletStanding = 'unknown' | 'insecure' | 'none' | 'enrolled'

/** The identity of this device: a key that cannot leave it, and what the appliance calls it. */
export interface Tablet {
  standing: ReadonlySignal<TabletStanding>
  enrolled: ReadonlySignal<EnrolledTablet | null>
  /** Sets this tablet up by the code of an invitation (`7K3M-XQ2P`). */
  enrol: (code: string) => Promise<Answer<EnrolledTablet>>
  /**
   * Reads the store; when that was lost and the cookie was not, enrols again by the cookie. Called at the start, and
   * whenever it may have been. Never rejects: a store that cannot be read, or an appliance that a tablet does not reach,
   * is asked again.
   */
  resume: () => Promise<void>
  /** The appliance does not take this tablet: names its key and epoch once more, as the cookie allows. */
  renew: () => Promise<void>
  /**
   * The next human lot code of this tablet's own block (`prefix-0001`), never the same twice; null when it has no
   * block or the block is used up.
   */
  lotCode: () => Promise<string | null>
  /** Signs a command's text; null when there is no key. */
  sign: (text: string) => Promise<string | null>
}
