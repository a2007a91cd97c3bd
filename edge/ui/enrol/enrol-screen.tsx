import { ping } from '@flowviz/edge-client/generated/api'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { createCheckState } from '../check/check-state.ts'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { pictured } from '../scan/key-text.ts'
import { useScan } from '../scan/use-scan.ts'
import { CodePad } from './code-pad.tsx'
import { createEnrolState } from './enrol-state.ts'
import { EnrolledCard } from './enrolled-card.tsx'
import { InsecureNotice } from './insecure-notice.tsx'
import { Needs } from './needs.tsx'
import { say } from './words.ts'

/** F0: who this tablet is, by the code of an invitation, and whether it has what it needs. Nobody is signed in for it. */
export function EnrolScreen() {
  const floor = useFloor()
  const { check, enrol } = useMemo(() => statesOf(floor), [floor])
  const { route } = useLocation()
  const isAnew = useSignal(false)
  const read = useSignal<string | null>(null)
  useEffect(() => takeFromAddress(enrol.take), [enrol])
  useScan(floor.scan.bus, ({ raw }) => {
    read.value = pictured(raw)
    if (enrol.take(raw)) isAnew.value = true
    floor.scan.bus.say({ tone: 'ok', title: say('scanned') })
    return true
  })
  const tablet = floor.tablet.enrolled.value
  const isInsecure = floor.tablet.standing.value === 'insecure'
  const isAsking = tablet === null || (isAnew.value && !enrol.done.value) || enrol.code.value !== ''
  return (
    <Screen
      title={say('title')}
      class="enrol"
      primary={
        isAsking
          ? {
              word: enrol.busy.value ? say('setting_up') : say('set_up'),
              run: () => void enrol.enrol(),
              missing: missingWord(isInsecure ? 'insecure' : enrol.missing.value),
              busy: enrol.busy.value,
            }
          : { word: say('go_on'), run: () => route('/') }
      }
    >
      {isInsecure ? (
        <InsecureNotice />
      ) : isAsking ? (
        <CodePad enrol={enrol} />
      ) : (
        <EnrolledCard
          tablet={tablet}
          isNew={enrol.done.value}
          anew={() => {
            isAnew.value = true
            enrol.press('back')
          }}
        />
      )}
      <Needs check={check} sound={floor.sound} read={read.value} />
    </Screen>
  )
}

const missingWord = (why: 'away' | 'code' | 'insecure' | null) => (why === null ? null : say(`missing_${why}`))

function statesOf(floor: Floor) {
  const check = createCheckState({
    version: __FLOWVIZ_VERSION__,
    offline: floor.offline.standing,
    queue: floor.outbox,
    ping: () => ping(),
    wall: () => Date.now(),
    ...floor.scan.clocks,
  })
  return { check, enrol: createEnrolState({ tablet: floor.tablet, away: floor.away, persist: check.persist }) }
}

/** A link or QR carries the code behind the address, where no server sees it; it is taken out of the history at once. */
function takeFromAddress(take: (text: string) => boolean): void {
  if (location.hash === '') return
  take(location.hash)
  history.replaceState(history.state, '', location.pathname + location.search)
}
