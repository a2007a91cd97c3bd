import { timeText } from '@flowviz/contract/screen/format'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { InsecureBar } from '../frame/insecure-bar.tsx'
import { ReachMark } from '../frame/reach-bar.tsx'
import { say as sayFrame } from '../frame/words.ts'
import { recallOf } from '../recall/recall-of.ts'
import { LockedRecall } from '../recall/recall-watch.tsx'
import { useScan } from '../scan/use-scan.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { PeopleList } from './people-list.tsx'
import { PinPad } from './pin-pad.tsx'
import { TabletSettings } from './tablet-settings.tsx'
import { TroubleNotice } from './trouble-notice.tsx'
import { say } from './words.ts'

/** F1, who are you, and your PIN: no keyboard, no typing of names. Everything on it works without the appliance. */
export function LockScreen({ floor }: { floor: Floor }) {
  const { session } = floor
  const trouble = session.trouble.value
  const shut = session.unlocking.value
  const { path } = useLocation()
  // Nobody is here for whom anything else could be looked up: a code is a badge, or it is none.
  useScan(floor.scan.bus, async ({ raw }) => {
    const isBadge = await session.scanned(raw)
    floor.scan.bus.say(isBadge ? { tone: 'ok', title: say('badge') } : { tone: 'unknown', title: say('no_badge') })
    return true
  })
  return (
    <div class="sign-in">
      <LockBar floor={floor} />
      {recallOf(floor).open.value.length > 0 ? (
        <LockedRecall floor={floor} />
      ) : (
        floor.tablet.standing.value === 'insecure' && <InsecureBar />
      )}
      <main>
        <section aria-labelledby="who">
          <h1 id="who">{shut === null ? say('title') : say('unlocking', { name: shut.display_name })}</h1>
          {path === '/pin' && (
            <p class="notice" role="status">
              {say('own_pin_first')}
            </p>
          )}
          {trouble !== null && <TroubleNotice trouble={trouble} askManager={session.askManager} />}
          <People floor={floor} />
        </section>
        <PinPad session={session} touched={() => void floor.sound.unlock()} />
      </main>
      <TabletSettings floor={floor} />
    </div>
  )
}

/** Where this tablet stands, whether its appliance answers, and what it has not sent yet. */
export function LockBar({ floor }: { floor: Floor }) {
  const chip = floor.chip.value
  return (
    <header class="lock-bar">
      <p class="place">
        <b>FlowViz</b>
        <span class="station">{floor.station.value ?? sayFrame('no_station')}</span>
      </p>
      <ReachMark away={floor.away.value} slow={floor.slow.value} />
      <p class="queue">
        <span class="unseen">{sayFrame('sync')}</span>
        <span class="mark" data-tone={chip.tone}>
          {chip.word}
        </span>
      </p>
      <time class="clock">{timeText(floor.clock.now.value)}</time>
    </header>
  )
}

/** The names, as far as this tablet has ever heard of them. */
function People({ floor }: { floor: Floor }) {
  const { session } = floor
  const known = session.people.value
  const trouble = session.peopleTrouble.value
  const shut = session.unlocking.value
  if (known === null && trouble === null) return <p class="quiet">{say('asking')}</p>
  if (known === null)
    return (
      <div class="notice" data-tone="alarm" role="alert">
        <b>{say('people_unknown')}</b>
        <span class="next">{trouble === null ? '' : troubleWords(trouble).hint}</span>
        <button type="button" class="button" onClick={() => void session.loadPeople()}>
          {say('again')}
        </button>
      </div>
    )
  const people = shut === null ? known : known.filter(({ id, role }) => id !== shut.id && OPENERS.has(role))
  if (known.length === 0) return <p class="quiet">{say('no_people')}</p>
  return (
    <>
      <PeopleList
        people={people}
        recent={session.recent.ids.value}
        chosen={session.chosen.value?.id ?? null}
        choose={session.choose}
        able={floor.away.value === null && shut === null ? null : session.able.value}
      />
      {shut !== null && (
        <button type="button" class="button" onClick={session.cancelUnlock}>
          {say('cancel')}
        </button>
      )}
    </>
  )
}

const OPENERS: ReadonlySet<string> = new Set(['MANAGER', 'ADMIN'])
