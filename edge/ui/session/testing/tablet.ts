import type { Person } from '@flowviz/contract/identity'
import { createOfflinePin, type OfflinePin } from '../offline-pin.ts'
import { createSessionClock } from '../session-clock.ts'
import { createSessionDb } from '../session-db.ts'

/** A tablet whose store outlives its pages, and whose clock anybody may set. */
export interface PretendedTablet {
  /** The tablet's own clock, ms since 1970. */
  wall_ms: number
  /** Whether its clock was compared with that of the appliance, and is right. */
  isMeasured: boolean
  /** Lets time pass, with or without an open page. */
  pass: (ms: number) => void
  page: () => Promise<PretendedPage>
}

export interface PretendedPage {
  offline: OfflinePin
  /** Stops it as a browser stops a page that nobody looks at. */
  freeze: () => Promise<void>
  close: () => Promise<void>
}

export const NOON = Date.UTC(2026, 10, 26, 12)
/** The real count is for real tablets; what is tested here is what happens around it. */
const ITERATIONS = 10

let tablets = 0

/** The lock of the clock is granted in a later turn. */
const turn = () => new Promise<void>(resolve => setTimeout(resolve))

export function pretendTablet(): PretendedTablet {
  tablets += 1
  const name = `session-${tablets}`
  let mono_ms = 0
  const tablet: PretendedTablet = {
    wall_ms: NOON,
    isMeasured: true,
    pass: ms => {
      tablet.wall_ms += ms
      mono_ms += ms
    },
    page: async () => {
      const db = createSessionDb(name)
      const began = mono_ms
      let freeze = () => {}
      const clock = createSessionClock({
        db,
        wall: () => tablet.wall_ms,
        monotonic: () => mono_ms - began,
        after: () => () => undefined,
        locks: navigator.locks,
        frozen: call => {
          freeze = call
          return () => undefined
        },
      })
      clock.start()
      await turn()
      return {
        freeze: () => {
          freeze()
          return turn()
        },
        offline: createOfflinePin({
          db,
          subtle: crypto.subtle,
          clock,
          randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
          serverNow: () => (tablet.isMeasured ? tablet.wall_ms : null),
          iterations: ITERATIONS,
        }),
        close: async () => {
          await clock.read()
          clock.stop()
          await db.close()
        },
      }
    },
  }
  return tablet
}

export const ANA: Person = person(1, 'ana', 'OPERATOR')
export const BEN: Person = person(2, 'ben', 'OPERATOR')
export const MIA: Person = person(3, 'mia', 'MANAGER')

function person(n: number, name: string, role: Person['role']): Person {
  return { id: `019ab0a2-5c00-7000-8000-00000000000${n}`, name, display_name: name.toUpperCase(), role }
}
