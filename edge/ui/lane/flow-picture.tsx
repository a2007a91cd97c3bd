import type { BoardGate, BoardLot } from '@flowviz/contract/board'
import { ageText, sumText } from '@flowviz/contract/screen/format'
import type { Tone } from '@flowviz/contract/screen/mark'
import type { Flow } from './board-view.ts'
import { MATTER_TONES, type Matter, matterOf } from './lot-look.ts'
import { say } from './words.ts'

interface FlowPictureProps {
  flow: Flow
  now: number
  today: string
}

/** Blocks of a gate stand in rows of so many. */
const PER_ROW = 4

/**
 * One plan from left to right: a column for each gate with what waits there in figures that are read from three metres,
 * and every lot as a block whose shape says what is the matter with it. A lot that passes a gate slides to the next.
 */
export function FlowPicture({ flow, now, today }: FlowPictureProps) {
  const columns = { '--gates': String(flow.gates.length) }
  return (
    <section class="flow" style={columns} aria-label={say('plan', { plan: flow.plan_id })}>
      <ol>
        {flow.gates.map(gate => (
          <Gate key={gate.gate_id} gate={gate} now={now} />
        ))}
      </ol>
      <div class="blocks" aria-hidden="true">
        {flow.gates.flatMap((gate, column) =>
          gate.lots.map((lot, at) => <Block key={lot.lot_id} lot={lot} column={column} at={at} today={today} />),
        )}
      </div>
    </section>
  )
}

function Gate({ gate, now }: { gate: BoardGate; now: number }) {
  const { gate_no, title, waiting_lots: n, waiting_runs: runs } = gate
  const hidden = n - gate.lots.length
  return (
    <li>
      <a
        class="gate"
        href={`/gates/${gate.gate_id}`}
        aria-label={[say('waiting_at', { gate: gate_no, title, n }), ...runWords(runs)].join(', ')}
        data-empty={n === 0}
      >
        <span class="head">
          <b>{gate_no}</b>
          <span class="name">{shortTitle(title)}</span>
        </span>
        <span class="count">
          {n}
          {gate.ccp && <span class="ccp">{say('ccp')}</span>}
        </span>
        <span class="note">
          {noteOf(gate, now).map(line => (
            <span key={line}>{line}</span>
          ))}
        </span>
        <span class="bad">
          <Bad n={gate.too_warm_lots} tone="alarm" word={say('is_warm')} />
          <Bad n={gate.held_lots} tone="hold" word={say('is_held')} />
        </span>
        <span class="room" />
        {hidden > 0 && <span class="hidden">{say('more', { n: hidden })}</span>}
      </a>
    </li>
  )
}

/** How much waits there and since when; at the gate before the start it is lines that wait, and not lots. */
function noteOf({ oldest_since, waiting_kg, waiting_runs }: BoardGate, now: number): string[] {
  const lots =
    oldest_since === null
      ? []
      : [say('oldest', { kg: wholeKg(waiting_kg), age: ageText(now - Date.parse(oldest_since)) })]
  const lines = [...lots, ...runWords(waiting_runs)]
  return lines.length === 0 ? [say('nothing')] : lines
}

const runWords = (n: number): string[] => (n > 0 ? [say('runs_wait', { n })] : [])

/** A figure that must be seen from afar, with its shape; nothing at all while there is nothing. */
function Bad({ n, tone, word }: { n: number; tone: Tone; word: string }) {
  if (n === 0) return null
  return (
    <span class="mark" data-tone={tone}>
      <b>{n}</b> {word}
    </span>
  )
}

interface BlockProps {
  lot: BoardLot
  column: number
  at: number
  today: string
}

function Block({ lot, column, at, today }: BlockProps) {
  const matter: Matter | null = matterOf(lot, today)
  const place = { '--column': String(column), '--x': String(at % PER_ROW), '--y': String(Math.floor(at / PER_ROW)) }
  return <i class="block" style={place} data-tone={matter === null ? undefined : MATTER_TONES[matter]} />
}

/** A title up to its first comma, colon, bracket or "and": from three metres only its first words are read. */
const shortTitle = (title: string) => title.split(/[,:(]|\s(?:and|y)\s/)[0]!.trim()

const wholeKg = (kg: string) => sumText(String(Math.round(Number(kg))))
