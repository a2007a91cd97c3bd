import { timeText } from '@flowviz/contract/screen/format'
import type { Floor } from '../floor-state.ts'
import { PinPad } from './pin-pad.tsx'

/** Who are you, and your PIN. No keyboard, no typing of names. */
export function SignInScreen({ floor }: { floor: Floor }) {
  const { session } = floor
  const people = session.people.value
  const trouble = session.trouble.value
  return (
    <div class="sign-in">
      <header>
        <p class="place">
          <b>FlowViz</b>
          <span class="station">{floor.station.value ?? 'no station'}</span>
        </p>
        <time class="clock">{timeText(floor.clock.now.value)}</time>
      </header>
      <main>
        <section aria-labelledby="who">
          <h1 id="who">Who is working here?</h1>
          {people === null && trouble === null && <p class="quiet">Asking the server for the people of this plant…</p>}
          {people?.length === 0 && <p class="quiet">Nobody may sign in here yet. Ask your manager.</p>}
          <ul class="people">
            {people?.map(person => (
              <li key={person.id}>
                <button
                  type="button"
                  class="person"
                  aria-pressed={session.chosen.value?.id === person.id}
                  onClick={() => session.choose(person)}
                >
                  <span class="initials" aria-hidden="true">
                    {initials(person.display_name)}
                  </span>
                  <b>{person.display_name}</b>
                  <span>{person.role.toLowerCase()}</span>
                </button>
              </li>
            ))}
          </ul>
          {trouble !== null && (
            <div class="notice" data-tone="alarm" role="alert">
              <b>{trouble.title}</b>
              <span class="next">{trouble.hint}</span>
              {people === null && (
                <button type="button" class="button" onClick={() => void session.loadPeople()}>
                  Try again
                </button>
              )}
            </div>
          )}
        </section>
        <PinPad session={session} />
      </main>
    </div>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => word !== '')
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}
