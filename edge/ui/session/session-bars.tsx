import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { InsecureBar } from '../frame/insecure-bar.tsx'
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
  if (left_s !== null) return <LocksSoonBar left_s={left_s} stay={idle.touch} />
  if (floor.tablet.standing.value === 'insecure') return <InsecureBar />
  return session.needsPin.value ? <AgainBar again={session.again} /> : null
}

export function LocksSoonBar({ left_s, stay }: { left_s: number; stay: () => void }) {
  return (
    <div class="session-bar" data-tone="warn">
      {/* A reader hears once that it locks, not every second. */}
      <span class="unseen" role="alert">
        {say('locks_soon')}
      </span>
      <b aria-hidden="true">{say('locks_in', { n: left_s })}</b>
      <span>{say('locks_text')}</span>
      <button type="button" class="button" onClick={stay}>
        {say('stay')}
      </button>
    </div>
  )
}

export function AgainBar({ again }: { again: () => void }) {
  return (
    <div class="session-bar" role="status">
      <b>{say('again_title')}</b>
      <span>{say('again_text')}</span>
      <button type="button" class="button" onClick={again}>
        {say('enter_pin')}
      </button>
    </div>
  )
}
