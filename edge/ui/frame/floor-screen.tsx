import { LocationProvider, useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { ScanLayer } from '../scan/scan-layer.tsx'
import { LockScreen } from '../session/lock-screen.tsx'
import { FloorContext } from './floor-context.ts'
import { framePiece } from './load-frame.ts'
import { OPEN_PATHS } from './open-paths.ts'
import { say } from './words.ts'

/** The whole floor screen: sign-in, or the frame around one task. */
export function FloorScreen({ floor }: { floor: Floor }) {
  return (
    <FloorContext.Provider value={floor}>
      <LocationProvider>
        <Inside floor={floor} />
        <ScanLayer scan={floor.scan} />
      </LocationProvider>
    </FloorContext.Provider>
  )
}

function Inside({ floor }: { floor: Floor }) {
  const isOpen = OPEN_PATHS.has(useLocation().path)
  const isLocked = floor.session.person.value === null
  const piece = framePiece.value
  if (isLocked && !isOpen && !floor.session.resuming.value) return <LockScreen floor={floor} />
  if (piece === null || floor.session.resuming.value) return <p class="waiting">{say('starting')}</p>
  return isLocked ? <piece.OpenFrame floor={floor} /> : <piece.Frame floor={floor} />
}
