import { timeText } from '@flowviz/contract/screen/format'
import { ErrorBoundary, lazy, useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { sayBar as say } from './bar-words.ts'
import type { ShownNotice } from './notice-view.ts'
import { recallOf } from './recall-of.ts'

const TakeOver = lazy(() => import('./take-over.tsx').then(module => module.TakeOver))

/** A person in danger is helped before a lot is looked for. */
const SPARED = '/help'

/** Looks for recalls at every address: takes the screen over, or stays as a bar while one is put aside. */
export function RecallWatch({ floor }: { floor: Floor }) {
  const recall = recallOf(floor)
  const { path } = useLocation()
  const covering = recall.covering.value
  const [first] = recall.open.value
  if (first === undefined) return null
  if (covering === null || path === SPARED) {
    const back_at = covering === null ? recall.back_at.value : null
    const text = back_at === null ? say('bar_help') : say('bar_back', { time: timeText(back_at) })
    return <RecallBar notice={first} text={text} resume={path === SPARED ? null : recall.resume} />
  }
  return (
    <ErrorBoundary>
      <TakeOver key={covering.recall_id} notice={covering} />
    </ErrorBoundary>
  )
}

/** A locked tablet says it too: what it knows needs nobody who is signed in. */
export function LockedRecall({ floor }: { floor: Floor }) {
  const [first] = recallOf(floor).open.value
  return first === undefined ? null : <RecallBar notice={first} text={say('bar_locked')} resume={null} />
}

interface RecallBarProps {
  notice: ShownNotice
  text: string
  /** Null where there is nothing to go back to. */
  resume: (() => void) | null
}

/** What is seen of a recall where it does not take the screen over. */
export function RecallBar({ notice, text, resume }: RecallBarProps) {
  const word = say(notice.mode === 'mock' ? 'drill' : 'recall')
  return (
    <div class="recall-bar" data-recall={notice.mode} role="status">
      <b>{say('bar', { word, n: notice.to_find_count })}</b>
      <span>{text}</span>
      {resume !== null && (
        <button type="button" class="button" onClick={resume}>
          {say('resume')}
        </button>
      )}
    </div>
  )
}
