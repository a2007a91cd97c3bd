import type { Person } from '@flowviz/contract/identity'
import type { TabletAuth } from '@flowviz/contract/tablet'
import { type ReadonlySignal, signal } from '@preact/signals'

/** Who works at this tablet, and how they were known. */
export interface Held {
  person: Person
  auth: TabletAuth
}

/**
 * The session of this tablet. The cookie of the browser belongs to whoever was the last to sign in at the appliance;
 * while that is away others come and go by the tablet's own check, so a session that the cookie brings back is taken
 * only for the person who is here.
 */
export interface Holder {
  held: ReadonlySignal<Held | null>
  /** True while the access token of the moment is of the person who is here. */
  isOnline: () => boolean
  /** Somebody was here when this tablet was last looked at: the cookie may bring them back. */
  expects: () => boolean
  /** Whether the session of this person may begin by the cookie alone. */
  accepts: (person: Person) => boolean
  /** The appliance has signed this person in, or, with null, has ended their session. */
  took: (person: Person | null) => void
  /** The tablet itself has. */
  began: (person: Person) => void
  /** Nobody is here any more; a reload does not bring them back. */
  ended: () => void
}

const KEY = 'flowviz.signed_in'
const NOBODY = ''

export function createHolder(storage: Pick<Storage, 'getItem' | 'setItem'>): Holder {
  const held = signal<Held | null>(null)
  const hold = (next: Held | null) => {
    held.value = next
    storage.setItem(KEY, next?.person.id ?? NOBODY)
  }
  return {
    held,
    expects: () => (storage.getItem(KEY) ?? NOBODY) !== NOBODY,
    isOnline: () => held.peek()?.auth === 'online',
    accepts: ({ id }) => {
      const here = held.peek()
      if (here !== null) return here.person.id === id
      const before = storage.getItem(KEY)
      return before === null || before === id
    },
    took: person => {
      const here = held.peek()
      if (person === null) {
        // The appliance cannot end what it did not begin.
        if (here?.auth === 'online') hold(null)
      } else if (here === null || here.person.id === person.id) hold({ person, auth: 'online' })
    },
    began: person => hold({ person, auth: 'offline-pin' }),
    ended: () => hold(null),
  }
}
