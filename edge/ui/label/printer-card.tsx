import { timeText } from '@flowviz/contract/screen/format'
import type { PrintList, PrintRow } from './print-list.ts'
import type { Printer } from './printer-choice.ts'
import { printerMark } from './printer-look.ts'
import { say } from './words.ts'

/** What is to be done about a row: print it again, or take it back. */
export interface Asked {
  row: PrintRow
  what: 'reprint' | 'cancel'
}

interface PrinterCardProps {
  printer: Printer
  list: PrintList
  ask: (asked: Asked) => void
}

/** One printer: how it stands, what waits until it is back, and what came out lately. */
export function PrinterCard({ printer, list, ask }: PrinterCardProps) {
  const mark = printerMark(printer)
  return (
    <section class="printer panel" aria-label={printer.title ?? printer.printer_id}>
      <header>
        <h2>{printer.title ?? printer.printer_id}</h2>
        <span class="mark" data-tone={mark.tone}>
          {mark.word}
        </span>
      </header>
      <h3>{say('when_back')}</h3>
      {list.waiting.length === 0 && <p class="quiet">{say('nothing_waits')}</p>}
      <ul>
        {list.waiting.map(row => (
          <WaitingRow key={row.key} row={row} cancel={() => ask({ row, what: 'cancel' })} />
        ))}
      </ul>
      <h3>{say('done')}</h3>
      {list.ended.length === 0 && <p class="quiet">{say('nothing_done')}</p>}
      <ul>
        {list.ended.map(row => (
          <EndedRow key={row.key} row={row} reprint={() => ask({ row, what: 'reprint' })} />
        ))}
      </ul>
    </section>
  )
}

function WaitingRow({ row, cancel }: { row: PrintRow; cancel: () => void }) {
  const { job, what, copies, rejected } = row
  return (
    <li class="print-row" data-pending={job === null}>
      <span>
        <b>{what}</b>
        <span>{job === null ? say('copies', { n: copies }) : say('printed', { done: job.copies_done, copies })}</span>
      </span>
      {job === null ? (
        <a class="mark" data-tone={rejected ? 'alarm' : 'pending'} href="/sync">
          {say('on_tablet')}
        </a>
      ) : (
        <>
          {job.trouble !== null && (
            <span class="mark" data-tone="warn">
              {say(job.trouble)}
            </span>
          )}
          <button type="button" class="button" onClick={cancel}>
            {say('cancel')}
          </button>
        </>
      )}
    </li>
  )
}

function EndedRow({ row: { job, what, copies }, reprint }: { row: PrintRow; reprint: () => void }) {
  if (job === null) return null
  const canReprint = !(job.state === 'FAILED' && job.copies_sent === 0)
  return (
    <li class="print-row">
      <span>
        <b>{what}</b>
        <span>
          {timeText(job.queued_at)} · {say('printed', { done: job.copies_done, copies })}
        </span>
      </span>
      {job.state === 'FAILED' && (
        <span class="mark" data-tone="warn">
          {say(job.trouble ?? 'failed')}
        </span>
      )}
      {job.duplicates_max > 0 && (
        <span class="mark" data-tone="warn">
          {say('maybe_twice', { n: job.duplicates_max })}
        </span>
      )}
      {canReprint && (
        <button type="button" class="button" onClick={reprint}>
          {say('reprint')}
        </button>
      )}
    </li>
  )
}
