import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { InsecureBar } from '../frame/insecure-notice.tsx'
import { say } from './words.ts'

/** What the session has to say above every task: it locks soon, or the appliance wants to see the PIN. */
export function SessionBars({ floor }: { floor: Floor }) {
  const { idle, session } = floor
  const { path } = useLocation()
  useEffect(() => idle.at(path), [idle, path])
  useEffect(() => {
    addEventListener('pointerdown', idle.touch, { capture: true })
    addEventListener('keydown', idle.touch, { capture: true })
    return () => {
      removeEventListener('pointerdown', idle.touch, { capture: true })
      removeEventListener('keydown', idle.touch, { capture: true })
    }
  }, [idle])
  const left_s = idle.left_s.value
  if (left_s !== null)
    return (
      <div class="session-bar" role="alert" data-tone="warn">
        <b>{say('locks_in', { n: left_s })}</b>
        <span>{say('locks_text')}</span>
        <button type="button" class="button" onClick={idle.touch}>
          {say('stay')}
        </button>
      </div>
    )
  if (floor.tablet.standing.value === 'insecure') return <InsecureBar />
  if (!session.needsPin.value) return null
  return (
    <div class="session-bar" role="status">
      <b>{say('again_title')}</b>
      <span>{say('again_text')}</span>
      <button type="button" class="button" onClick={session.again}>
        {say('enter_pin')}
      </button>
    </div>
  )
}
