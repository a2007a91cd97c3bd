import { decideGate } from '@flowviz/edge-client/generated/api'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { type Deciding, type Decision, decide, namedIn } from './decide.ts'
import type { Panel } from './gate-card.tsx'
import { doneOf, missingFor, valuesOf } from './gate-draft.ts'
import { SignPanel } from './sign-panel.tsx'
import { signingOf } from './signing.ts'
import { say } from './words.ts'

interface DecisionsProps {
  on: Deciding
  open: (panel: Panel) => void
  clear: () => void
  /** Where a decision leads. */
  back: string
  children: (bar: Bar) => ComponentChildren
}

interface Bar {
  hold: (decision: 'HOLD' | 'FAIL', reason: string) => void
  more: ComponentChildren
  primary: Primary
}

/** What can be decided at a gate, far apart from each other, and what follows when it was. */
export function Decisions({ on, open, clear, back, children }: DecisionsProps) {
  const floor = useFloor()
  const { route } = useLocation()
  const [isSigning, setSigning] = useState(false)
  const { gate, draft, of } = on
  const finish = (title: string, text?: string) => {
    clear()
    setSigning(false)
    floor.scan.bus.say({ tone: 'ok', title, ...(text === undefined ? {} : { text }) })
    route(back)
  }
  const put = (decision: Decision, title: string, reason: string | null = draft.reason) => {
    const pending = floor.away.value === null || decision !== 'PASS' ? undefined : say('pending')
    void decide(floor.outbox, decision, { ...on, draft: { ...draft, reason } }).then(
      () => finish(title, pending),
      () => floor.scan.bus.say({ tone: 'forbidden', title: say('not_kept') }),
    )
  }
  const released = say('released', { code: of.code, n: gate.gate_no })
  const sign = async (secret: string): Promise<string | null> => {
    const values = valuesOf(gate, draft)
    const signing = signingOf(floor, secret)
    const body = { ...namedIn(of), gate_id: gate.gate_id, decision: 'PASS' as const, values, sign: signing }
    const answer = await floor.access.ask(() => decideGate(body))
    if (answer.ok) finish(released)
    return answer.ok ? null : troubleWords(answer.trouble).title
  }
  const missing = missingFor('PASS', gate, draft)
  const all = gate.checks.length
  const words =
    missing === 'checks_open' ? say('checks_open', { done: doneOf(gate, draft), all }) : missing && say(missing)
  const offline = gate.signed && floor.away.value !== null ? say('sign_offline') : null
  const primary: Primary = {
    word: say('release'),
    hold: !gate.signed,
    missing: words ?? offline,
    run: () => (gate.signed ? setSigning(true) : put('PASS', released)),
  }
  const more = (
    <div class="decisions">
      <button
        type="button"
        class="button"
        data-decision="reject"
        onClick={() => open({ kind: 'reason', decision: 'FAIL' })}
      >
        {say('reject')}
      </button>
      <button
        type="button"
        class="button"
        data-decision="hold"
        onClick={() => open({ kind: 'reason', decision: 'HOLD' })}
      >
        {say('hold')}
      </button>
    </div>
  )
  const hold = (decision: 'HOLD' | 'FAIL', reason: string) =>
    put(decision, say(decision === 'HOLD' ? 'held' : 'rejected', { code: of.code }), reason)
  return (
    <>
      {children({ hold, more, primary })}
      {isSigning && <SignPanel sign={sign} close={() => setSigning(false)} />}
    </>
  )
}
