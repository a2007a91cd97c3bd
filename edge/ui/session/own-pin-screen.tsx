import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { PinKeys } from '../part/pin-keys.tsx'
import { type Barred, OwnPinCard } from './own-pin-card.tsx'
import { createOwnPin, type OwnPin } from './own-pin-state.ts'
import { say } from './own-pin-words.ts'

/** A person gives themself another PIN, of their own will or because somebody else set the one they have. */
export function OwnPinScreen() {
  const floor = useFloor()
  const { session, scan } = floor
  const { route, path } = useLocation()
  const own = useMemo(() => createOwnPin({ person: session.person, change: session.changePin }), [session])
  const must = session.mustChange.value
  const step = own.step.value
  const barred = barredOf(floor)
  const next = async () => {
    if (!(await own.next())) return
    scan.bus.say({ tone: 'ok', title: say('done'), text: say('done_text') })
    // Whoever had to stays where they wanted to go.
    if (path === '/pin') route('/')
  }
  return (
    <Screen
      title={say('title')}
      back={must ? null : '/'}
      primary={primaryOf(own, barred, () => void next())}
      class="own-pin"
    >
      <OwnPinCard step={step} typed={own.pin.value.length} {...{ must, barred }} trouble={own.trouble.value} />
      <PinKeys label={say(`step_${step}`)} pin={own.pin.value} change={own.type} bare />
    </Screen>
  )
}

function primaryOf({ step, busy, ready }: OwnPin, barred: Barred | null, run: () => void): Primary {
  const isLast = step.value === 'again'
  const word = busy.value ? say('changing') : say(isLast ? 'change' : 'next')
  const missing = ready.value || busy.value ? null : say('digits_missing')
  return { word, run, busy: busy.value, missing: barred === null ? missing : say(`not_now_${barred}`) }
}

/** Why this tablet cannot ask the appliance. */
function barredOf({ away, session }: Floor): Barred | null {
  if (away.value !== null) return 'offline'
  return session.auth.value === 'online' ? null : 'needs_pin'
}
