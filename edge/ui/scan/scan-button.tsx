import { Icon } from '../frame/icon.tsx'
import { sayFlash as say } from './flash-words.ts'
import type { ScanState } from './scan-state.ts'

/** Opens the camera as a scanner, on every screen. Where a hardware scanner lies beside the tablet nobody needs it. */
export function ScanButton({ scan }: { scan: ScanState }) {
  return (
    <button
      type="button"
      class="call"
      onClick={() => {
        scan.camera.value = true
      }}
    >
      <Icon name="scan" />
      {say('scan')}
    </button>
  )
}
