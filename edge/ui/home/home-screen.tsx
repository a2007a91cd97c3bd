import { useEffect, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Icon } from '../frame/icon.tsx'
import { Screen } from '../frame/screen.tsx'
import { warm } from '../frame/warm.ts'
import { noteOf } from './note.ts'
import { type Task, tasksFor } from './tasks.ts'
import { say } from './words.ts'

/** F2, the start of a station: large tiles for its own tasks, each with what waits there. */
export function HomeScreen() {
  const floor = useFloor()
  const [isOpen, setOpen] = useState(false)
  const { own, others } = tasksFor(floor.station.value, floor.session.person.value?.role ?? 'VIEWER')
  const paths = own.map(({ path }) => path).join(' ')
  useEffect(() => warm(paths.split(' ')), [paths])
  return (
    <Screen title={say('title')} back={null} class="home">
      <Tiles tasks={own} />
      {others.length > 0 && (
        <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('others')}
        </button>
      )}
      {isOpen && <Tiles tasks={others} />}
    </Screen>
  )
}

function Tiles({ tasks }: { tasks: readonly Task[] }) {
  const floor = useFloor()
  return (
    <ul class="tiles">
      {tasks.map(task => {
        const note = noteOf(floor, task.word)
        return (
          <li key={task.path}>
            <a class="tile" href={task.path}>
              <Icon name={task.icon} />
              <b>{say(task.word)}</b>
              {note.tone === null ? (
                <span>{note.word}</span>
              ) : (
                <span class="mark" data-tone={note.tone}>
                  {note.word}
                </span>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
