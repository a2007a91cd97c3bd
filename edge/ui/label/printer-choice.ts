import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Floor } from '../floor-state.ts'
import type { Shelf } from '../shelf/shelf.ts'

type Printers = NonNullable<Shelf['printers']['value']['value']>
export type Printer = Printers[number]

/** Which printer this tablet prints on: the one that was chosen here, else the first that works. */
export interface PrinterChoice {
  printers: ReadonlySignal<readonly Printer[] | null>
  printer: ReadonlySignal<Printer | null>
  choose: (printer_id: string) => void
}

const PRINTER_KEY = 'flowviz.printer'

export function createPrinterChoice(parts: {
  printers: ReadonlySignal<Printers | null>
  storage: Pick<Storage, 'getItem' | 'setItem'>
}): PrinterChoice {
  const chosen = signal(parts.storage.getItem(PRINTER_KEY))
  const printers = computed(() => parts.printers.value?.filter(({ active }) => active !== false) ?? null)
  return {
    printers,
    printer: computed(() => {
      const all = printers.value ?? []
      return all.find(one => one.printer_id === chosen.value) ?? all.find(works) ?? all[0] ?? null
    }),
    choose: printer_id => {
      chosen.value = printer_id
      parts.storage.setItem(PRINTER_KEY, printer_id)
    },
  }
}

const works = ({ state }: Printer) => state !== 'trouble'

const made = new WeakMap<Floor, PrinterChoice>()

/** The printer of this floor's tablet. */
export function printerChoiceOf(floor: Floor): PrinterChoice {
  const found = made.get(floor) ?? createPrinterChoice({ printers: floor.shelf.printers.value, storage: floor.storage })
  made.set(floor, found)
  return found
}

/** What a container of a lot bears: finished goods a case label, everything else that of an ingredient. */
export const labelOfLot = (lot_type: string): 'case' | 'ingredient' => (lot_type === 'FG' ? 'case' : 'ingredient')
