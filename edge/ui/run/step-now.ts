import { PRE_OP_GATE } from '@flowviz/contract/gate-need'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'
import type { Role } from '@flowviz/contract/role'
import { kgText, toleranceText } from './mass.ts'
import type { RunNow } from './run-now.ts'
import { say } from './words.ts'

/** What the main action of a step does. */
export type Deed =
  | { kind: 'put'; command: 'release-run' | 'prepare-run' | 'start-run' | 'resume-run' }
  | { kind: 'put'; command: 'complete-run' | 'reconcile-run' | 'close-run' }
  | { kind: 'go'; href: string }
  | { kind: 'sign'; what: 'explain' | 'review' }

export interface StepNow {
  /** What this step is about, as a sentence. */
  sentence: string
  word: string
  deed: Deed | null
  /** The finger stays on it: it cannot be undone. */
  hold?: boolean
  missing?: string | null
}

interface Around {
  /** The gate that the run decides next. */
  gate: QcGate | 'passed' | 'unknown'
  /** A decision on that gate waits on this tablet. */
  is_gate_waiting: boolean
  /** Somebody asked to finish it. */
  is_finishing: boolean
  explanation: string | null
  role: Role
  is_away: boolean
}

const REVIEWERS: ReadonlySet<Role> = new Set(['MANAGER', 'AUDITOR'])

/** The one step that a run is at, and its one main action. Pure. */
export function stepNow(now: RunNow, around: Around): StepNow {
  const step = openStep(now, around)
  const isBlocked = now.refused.length > 0 && step.deed?.kind === 'put'
  return isBlocked ? { ...step, missing: step.missing ?? say('decide_first') } : step
}

function openStep(now: RunNow, around: Around): StepNow {
  if (now.waits !== null) {
    return { sentence: say('waits_for', { what: say(now.waits) }), word: '', deed: null }
  }
  switch (now.state) {
    case 'DRAFT':
      return put('release-run', say('say_DRAFT'), say('release'))
    case 'RELEASED':
      return put('prepare-run', say('say_RELEASED'), say('prepare'))
    case 'PRE_OP':
      return beforeStart(now, around)
    case 'RUNNING':
      return around.is_finishing ? finishing() : running(now)
    case 'PAUSED':
      if (around.is_finishing) return finishing()
      return put('resume-run', say('say_PAUSED', { reason: now.run.last_reason ?? '—' }), say('resume'))
    case 'COMPLETED':
      return balancing(now, around)
    case 'RECONCILED':
      return reviewing(around)
    case 'REVIEWED':
      return { ...put('close-run', say('say_REVIEWED'), say('close')), hold: true }
    case 'CLOSED':
    case 'ABORTED':
    case 'VOIDED':
      return { sentence: say('say_over'), word: '', deed: null }
  }
}

type Put = Extract<Deed, { kind: 'put' }>['command']

const put = (command: Put, sentence: string, word: string): StepNow => ({
  sentence,
  word,
  deed: { kind: 'put', command } as Deed,
})

const finishing = (): StepNow => ({ ...put('complete-run', say('say_finish'), say('finish_run')), hold: true })

function beforeStart({ run }: RunNow, { gate, is_gate_waiting }: Around): StepNow {
  if (gate === 'unknown') return { ...put('start-run', say('no_plan'), say('start')), missing: say('no_plan') }
  if (gate === 'passed' || gate.gate_no > PRE_OP_GATE) return put('start-run', say('say_start'), say('start'))
  const sentence = is_gate_waiting ? say('gate_waits', { n: gate.gate_no }) : say('say_gate', { title: gate.title })
  return {
    sentence,
    word: say('check_gate', { n: gate.gate_no }),
    deed: { kind: 'go', href: `/gate/run/${encodeURIComponent(run.run_code)}` },
    missing: is_gate_waiting ? '' : null,
  }
}

function running({ run, pending }: RunNow): StepNow {
  const isEmpty = run.totals.input_mg === 0 && pending === 0
  const at = encodeURIComponent(run.run_code)
  return {
    sentence: say('say_RUNNING'),
    word: say(isEmpty ? 'consume' : 'output'),
    deed: { kind: 'go', href: isEmpty ? `/consume/${at}` : `/output/${at}` },
  }
}

function balancing({ run: { balance } }: RunNow, { explanation, is_away }: Around): StepNow {
  if (balance.closes) return put('reconcile-run', say('say_COMPLETED'), say('balance'))
  const [kg, tolerance] = [kgText(balance.unexplained_mg), toleranceText(balance.tolerance_mg)]
  return {
    sentence: say('say_unexplained', { kg, tolerance }),
    word: say('explain'),
    deed: { kind: 'sign', what: 'explain' },
    missing: is_away ? say('sign_offline') : explanation === null ? say('choose_reason') : null,
  }
}

function reviewing({ role, is_away }: Around): StepNow {
  const missing = REVIEWERS.has(role) ? (is_away ? say('sign_offline') : null) : say('review_who')
  return { sentence: say('say_RECONCILED'), word: say('review'), deed: { kind: 'sign', what: 'review' }, missing }
}
