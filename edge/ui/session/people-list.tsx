import type { Person } from '@flowviz/contract/identity'
import { useState } from 'preact/hooks'
import { say } from './words.ts'

export interface PeopleListProps {
  people: readonly Person[]
  /** Ids, the last who signed in first. */
  recent: readonly string[]
  chosen: string | null
  choose: (person: Person) => void
  /** Ids of those who can sign in now; null: everybody can. */
  able: ReadonlySet<string> | null
}

/** More names than a screen shows at once are found by typing. */
const SEARCH_FROM = 13

/** Who may sign in: those who worked here lately, then everybody by name. */
export function PeopleList({ people, recent, ...rest }: PeopleListProps) {
  const [wanted, setWanted] = useState('')
  const lately = recent.map(id => people.find(person => person.id === id)).filter(person => person !== undefined)
  const others = people
    .filter(({ id }) => !recent.includes(id))
    .toSorted((a, b) => a.display_name.localeCompare(b.display_name))
  const found = [...lately, ...others].filter(({ display_name }) => isLike(display_name, wanted))
  return (
    <>
      {people.length >= SEARCH_FROM && (
        <div class="field find">
          <label for="find-name">{say('search')}</label>
          <input
            id="find-name"
            type="search"
            autocomplete="off"
            value={wanted}
            onInput={event => setWanted(event.currentTarget.value)}
          />
        </div>
      )}
      {wanted.trim() !== '' ? (
        <Faces people={found} {...rest} />
      ) : (
        <>
          {lately.length > 0 && others.length > 0 && <h2>{say('lately')}</h2>}
          <Faces people={lately} {...rest} />
          {lately.length > 0 && others.length > 0 && <h2>{say('everybody')}</h2>}
          <Faces people={others} {...rest} />
        </>
      )}
      {wanted.trim() !== '' && found.length === 0 && <p class="quiet">{say('nobody_found')}</p>}
    </>
  )
}

function Faces({ people, chosen, choose, able }: Omit<PeopleListProps, 'recent'>) {
  if (people.length === 0) return null
  return (
    <ul class="people">
      {people.map(person => (
        <li key={person.id}>
          <button
            type="button"
            class="person"
            data-able={able === null || able.has(person.id)}
            aria-pressed={chosen === person.id}
            onClick={() => choose(person)}
          >
            <span class="initials" aria-hidden="true">
              {initials(person.display_name)}
            </span>
            <b>{person.display_name}</b>
            {able === null || able.has(person.id) ? (
              <span>{say(`role_${person.role}`)}</span>
            ) : (
              <span class="mark" data-tone="offline">
                {say('needs_server')}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** An accent or a capital letter keeps nobody from being found. */
function isLike(name: string, wanted: string): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain(name).includes(plain(wanted.trim()))
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(word => word !== '')
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}
