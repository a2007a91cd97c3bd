import { useFloor } from '../frame/floor-context.ts'
import { say } from './words.ts'

const MEGABYTE = 1_000_000

/** What this tablet is, and how sure its store is. */
export function RoomCard() {
  const { room, tablet } = useFloor()
  const persisted = room.persisted.value
  const quota = room.quota_bytes.value
  return (
    <section class="panel storage" aria-label={say('storage')}>
      <h2>{say('storage')}</h2>
      <p>{standing(tablet.standing.value, tablet.enrolled.value?.title)}</p>
      {persisted !== null && <p>{say(persisted ? 'kept_sure' : 'kept_unsure')}</p>}
      {quota !== null && (
        <p>
          {say('room', {
            used: megabytes(room.used_bytes.value ?? 0),
            quota: megabytes(quota),
            percent: Math.round((room.used.value ?? 0) * 100),
          })}
        </p>
      )}
      {room.nearly_full.value && (
        <p class="mark" data-tone="warn">
          {say('nearly_full')}
        </p>
      )}
    </section>
  )
}

const megabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE)

function standing(at: string, title: string | undefined): string {
  if (at === 'enrolled') return say('enrolled', { name: title ?? '' })
  return say(at === 'insecure' ? 'insecure' : 'not_enrolled')
}
