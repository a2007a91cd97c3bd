import { ErrorBoundary, lazy } from 'preact-iso'
import { ScanFlash } from './scan-flash.tsx'
import type { ScanState } from './scan-state.ts'

const ScanSheet = lazy(() => import('./scan-sheet.tsx').then(module => module.ScanSheet))
const Camera = lazy(() => import('./camera.tsx').then(module => module.Camera))

/** What scanning lays over every screen: the flash, the sheet of a code that no screen took, and the camera. */
export function ScanLayer({ scan }: { scan: ScanState }) {
  return (
    <ErrorBoundary>
      <ScanFlash bus={scan.bus} />
      {scan.bus.sheet.value !== null && <ScanSheet bus={scan.bus} />}
      {scan.camera.value && <Camera scan={scan} />}
    </ErrorBoundary>
  )
}
