import type { Printer } from './printer-choice.ts'
import { printerMark } from './printer-look.ts'
import { say } from './words.ts'

interface PrinterPickerProps {
  printers: readonly Printer[] | null
  chosen: string | null
  choose: (printer_id: string) => void
}

/** Printers as keys, each with how it stands. */
export function PrinterPicker({ printers, chosen, choose }: PrinterPickerProps) {
  if (printers === null) return <p class="quiet">{say('loading')}</p>
  if (printers.length === 0) return <p class="quiet">{say('no_printer')}</p>
  return (
    <fieldset class="printers" aria-label={say('printer')}>
      {printers.map(printer => {
        const mark = printerMark(printer)
        return (
          <button
            key={printer.printer_id}
            type="button"
            class="button receive-chip"
            aria-pressed={printer.printer_id === chosen}
            onClick={() => choose(printer.printer_id)}
          >
            <b>{printer.title ?? printer.printer_id}</b>
            <span class="mark" data-tone={mark.tone}>
              {mark.word}
            </span>
            {printer.queued > 0 && <span>{say('queued', { n: printer.queued })}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
