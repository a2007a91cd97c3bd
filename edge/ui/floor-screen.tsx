import { LocationProvider, useLocation } from 'preact-iso'
import { DeviceScreen } from './device/device-screen.tsx'
import type { Floor } from './floor-state.ts'
import { LotScreen } from './lot/lot-screen.tsx'
import { ReceiveScreen } from './lot/receive-screen.tsx'
import { SignInScreen } from './session/sign-in-screen.tsx'
import { AttentionStrip } from './station/attention-strip.tsx'
import { BottomBar } from './station/bottom-bar.tsx'
import { TopBar } from './station/top-bar.tsx'
import { TemperatureScreen } from './temperature/temperature-screen.tsx'

/** The whole floor screen: sign-in, or the frame around one task. */
export function FloorScreen({ floor }: { floor: Floor }) {
  if (floor.session.resuming.value) return <p class="waiting">Starting…</p>
  if (floor.session.person.value === null) return <SignInScreen floor={floor} />
  return (
    <LocationProvider>
      <div class="frame">
        <TopBar floor={floor} />
        <AttentionStrip floor={floor} />
        <main class="task">
          <Task floor={floor} />
        </main>
        <BottomBar floor={floor} />
      </div>
    </LocationProvider>
  )
}

function Task({ floor }: { floor: Floor }) {
  const { path } = useLocation()
  if (path === '/lots') return <LotScreen floor={floor} />
  if (path === '/devices') return <DeviceScreen floor={floor} />
  if (path === '/temperatures') return <TemperatureScreen floor={floor} />
  return <ReceiveScreen floor={floor} />
}
