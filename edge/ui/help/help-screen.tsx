import type { HelpReason } from '@flowviz/contract/help-word'
import type { Role } from '@flowviz/contract/role'
import { useEffect, useState } from 'preact/hooks'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { useBook } from '../shelf/use-book.ts'
import { CallCard } from './call-card.tsx'
import { openCalls, type ShownCall } from './call-view.ts'
import { placeOfStation } from './place-of-station.ts'
import { ReasonKeys } from './reason-keys.tsx'
import { say } from './words.ts'

/** Between two soundings of the siren, while nobody but those who hear it knows of the call. */
const SIREN_MS = 6_000
const WATCHES: Role = 'VIEWER'

/** F17: calls for help in one touch, and shows who comes. Everybody sees every call, and answers it here. */
export function HelpScreen() {
  const floor = useFloor()
  const calls = openCalls(useBook(floor.shelf.helpCalls, floor.shelf.stirred) ?? [], floor.outbox.entries.value ?? [])
  const places = (floor.shelf.locations.value.value ?? []).filter(({ active }) => active !== false)
  const [stops_line, setStops] = useState(false)
  const [chosen, setPlace] = useState<string | null | undefined>(undefined)
  const place = chosen === undefined ? placeOfStation(floor.station.value, places) : chosen
  const maySpeak = floor.session.person.value?.role !== WATCHES
  const siren = useSiren(floor, calls)
  const call = (reason: HelpReason) => {
    floor.sound.play('siren')
    const where = place === null ? {} : { location_id: place }
    floor.outbox.put({ command: 'call-help', body: { reason, stops_line, ...where }, about: say(reason) }).then(
      () => setStops(false),
      () => floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') }),
    )
  }
  return (
    <Screen
      title={say('title')}
      class="help-screen"
      more={
        siren.sounds && (
          <button type="button" class="button" onClick={siren.silence}>
            {say('silence')}
          </button>
        )
      }
    >
      <ReasonKeys
        stops_line={stops_line}
        setStops={setStops}
        place={place}
        places={places}
        setPlace={setPlace}
        call={call}
        disabled={!maySpeak}
      />
      <Calls calls={calls} maySpeak={maySpeak} places={places} />
    </Screen>
  )
}

interface CallsProps {
  calls: readonly ShownCall[]
  maySpeak: boolean
  places: readonly { location_id: string; title: string }[]
}

function Calls({ calls, maySpeak, places }: CallsProps) {
  const floor = useFloor()
  const people = floor.session.people.value ?? []
  const put = (command: 'answer-help' | 'close-help', { call_id, reason }: ShownCall) => {
    if (call_id === null) return
    const done = say(command === 'answer-help' ? 'coming' : 'closed')
    floor.outbox.put({ command, params: { call_id }, body: {}, lane: `help:${call_id}`, about: say(reason) }).then(
      () => floor.scan.bus.say({ tone: 'ok', title: done }),
      () => floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') }),
    )
  }
  return (
    <section class="help-calls" aria-label={say('calls')}>
      <h2>{say('calls')}</h2>
      {calls.length === 0 && <p class="quiet">{say('none')}</p>}
      {calls.map(call => (
        <CallCard
          key={call.key}
          call={call}
          now={floor.clock.now.value}
          nameOf={id => people.find(person => person.id === id)?.display_name ?? null}
          placeOf={id => places.find(({ location_id }) => location_id === id)?.title ?? id}
          answer={maySpeak && call.called_by !== floor.session.person.value?.id ? () => put('answer-help', call) : null}
          close={maySpeak ? () => put('close-help', call) : null}
        />
      ))}
    </section>
  )
}

/** The tablet itself calls out while the call is delivered to nobody, as long as this screen is open. */
function useSiren(floor: Floor, calls: readonly ShownCall[]) {
  const key = calls.find(({ state }) => state === 'undelivered' || state === 'refused')?.key ?? null
  const [silenced, silence] = useState<string | null>(null)
  const sounds = key !== null && key !== silenced
  useEffect(() => {
    if (!sounds) return
    const timer = setInterval(() => floor.sound.play('siren'), SIREN_MS)
    return () => clearInterval(timer)
  }, [floor, sounds])
  return { sounds, silence: () => silence(key) }
}
