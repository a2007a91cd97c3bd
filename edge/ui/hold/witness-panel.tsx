import type { Person } from '@flowviz/contract/identity'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './words.ts'

interface WitnessPanelProps {
  people: readonly Person[]
  choose: (person: Person) => void
  close: () => void
}

/** Who saw it: anybody but the one who did it. */
export function WitnessPanel({ people, choose, close }: WitnessPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="sheet-panel" aria-label={say('execute_who')} onClose={close}>
      <h2>{say('execute_who')}</h2>
      <ul class="witnesses">
        {people.map(person => (
          <li key={person.id}>
            <button type="button" class="button" onClick={() => choose(person)}>
              {person.display_name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={close}>
        {say('not_now')}
      </button>
    </dialog>
  )
}
