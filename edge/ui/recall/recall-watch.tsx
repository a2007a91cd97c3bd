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
    return <RecallBar notice={first} back_at={back_at} resume={path === SPARED ? null : recall.resume} />
  }
  return (
    <ErrorBoundary>
      <TakeOver key={covering.recall_id} notice={covering} />
    </ErrorBoundary>
  )
}

interface RecallBarProps {
  notice: ShownNotice
  back_at: number | null
  /** Null where the screen is spared. */
  resume: (() => void) | null
}

/** What stays of a recall that is put aside. */
export function RecallBar({ notice, back_at, resume }: RecallBarProps) {
  const word = say(notice.mode === 'mock' ? 'drill' : 'recall')
  return (
    <div class="recall-bar" data-recall={notice.mode} role="status">
      <b>{say('bar', { word, n: notice.to_find_count })}</b>
      <span>{back_at === null ? say('bar_help') : say('bar_back', { time: timeText(back_at) })}</span>
      {resume !== null && (
        <button type="button" class="button" onClick={resume}>
          {say('resume')}
        </button>
      )}
    </div>
  )
}
