import type { RunState } from '@flowviz/contract/run-word'
import type { Tone } from '@flowviz/contract/screen/mark'
import { kgText } from './mass.ts'
import type { RunNow } from './run-now.ts'
import { say } from './words.ts'

const TONES: Partial<Record<RunState, Tone>> = { PAUSED: 'warn', RUNNING: 'ok' }

/** A run in a list: what it makes, where, how far it is. Hatched while something of it waits on this tablet. */
export function RunRow({ now, href }: { now: RunNow; href: string }) {
  const { run, pending } = now
  return (
    <li>
      <a class="row run-row" href={href} data-pending={pending > 0}>
        <span class="what">
          <b>{run.product ?? run.run_code}</b>
          <span>
            {run.run_code} · {say('line', { line: run.line })}
          </span>
        </span>
        <span class="when">
          <span>{madeText(now)}</span>
          {pending > 0 && <span>{say('waiting', { n: pending })}</span>}
        </span>
        <RunMark now={now} />
      </a>
    </li>
  )
}

/** How much a run made of what was planned. */
export function madeText({ run: { totals, planned } }: RunNow): string {
  const made = kgText(totals.good_mg)
  return planned === null ? say('made', { made }) : say('of_planned', { made, planned: kgText(planned.weight_mg) })
}

/** The state of a run as a word, with a shape where it is more than a word. */
export function RunMark({ now: { state, refused } }: { now: Pick<RunNow, 'state' | 'refused'> }) {
  const tone = refused.length > 0 ? 'alarm' : TONES[state]
  const word = refused.length > 0 ? say('see_sync') : say(state)
  if (tone === undefined) return <b class="state">{word}</b>
  return (
    <span class="mark state" data-tone={tone}>
      {word}
    </span>
  )
}
