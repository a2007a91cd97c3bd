import { type Box, openBox } from './box.ts'
import { furnish } from './kitchen.ts'

/** A box with the items and the recipe of a kitchen. */
export function kitchen(): Box {
  const box = openBox()
  furnish(box)
  return box
}
/** The run that a command is about. */
export const at = ({ run_id }: { run_id: string }) => ({ params: { run_id } })
/** What is done at the line of a run. */
export const line = (box: Box, run: { run_id: string }) => ({
  consume: (lot_id: string, weight_kg = '50', more = {}) =>
    box.act('consume-lot', { ...at(run), body: { lot_id, weight_kg, ...more } }),
  produce: (weight_kg: string, more = {}) =>
    box.act('produce-lot', { ...at(run), body: { kind: 'good', weight_kg, ...more } }),
  lose: (cause: 'waste' | 'sample' | 'process_loss', weight_kg: string) =>
    box.act('lose-material', { ...at(run), body: { cause, weight_kg } }),
})
/** What a clean line looks like. */
export const CLEAN = [
  ...['visually-clean', 'allergen-swab', 'labels-cleared', 'detector-tested'].map(parameter => ({
    parameter,
    value: true,
  })),
  { parameter: 'atp', value: '12' },
]

/** What a refusal says beside its code. */
export function refused(work: () => unknown): Record<string, unknown> {
  try {
    work()
    return {}
  } catch (error) {
    return error as Record<string, unknown>
  }
}
