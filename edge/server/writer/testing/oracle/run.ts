import { type Books, stockProblems } from './stock.ts'
import { broken, type EventOf, type Told } from './told.ts'

type Totals = EventOf<'run.lost'>['data']['totals']
const NONE: Totals = {
  input_mg: 0,
  good_mg: 0,
  by_product_mg: 0,
  rework_mg: 0,
  waste_mg: 0,
  sample_mg: 0,
  process_loss_mg: 0,
}

type Added = { key: keyof Totals; weight_mg: number }

/** What an event adds to a run. */
function addedBy({ event: { type, data } }: Told): Added | null {
  switch (type) {
    case 'run.consumed':
      return { key: 'input_mg', weight_mg: data.quantity.weight_mg }
    case 'run.returned':
      return { key: 'input_mg', weight_mg: -data.quantity.weight_mg }
    case 'run.produced':
      return { key: `${data.kind}_mg`, weight_mg: data.quantity.weight_mg }
    case 'run.lost':
      return { key: `${data.cause}_mg`, weight_mg: data.quantity.weight_mg }
    default:
      return null
  }
}

function unexplained({ input_mg, ...out }: Totals): number {
  return input_mg - Object.values(out).reduce((sum, weight_mg) => sum + weight_mg, 0)
}

function balance(event: EventOf<'run.reconciled'>, totals: Totals, told: readonly Told[]): string[] {
  const { data, seq } = event
  const left_mg = unexplained(totals)
  if (data.unexplained_mg !== left_mg) return [broken(event, `${left_mg} mg are unexplained`)]
  if (Math.abs(left_mg) <= data.tolerance_mg || (data.explanation !== null && isSigned(seq, told))) return []
  return [broken(event, `${left_mg} mg are unexplained, and nobody signed why`)]
}

const isSigned = (seq: number, told: readonly Told[]): boolean =>
  told.some(({ event }) => event.type === 'record.signed' && event.data.signs.some(row => row.seq === seq))

/** What the postings say that is in a run. */
const insideOf = (run_id: string, books: Books): number =>
  [...books.values()].reduce((sum, accounts) => sum + (accounts.get(`run:${run_id}`)?.weight_mg ?? 0), 0)

/** Runs whose masses do not add up, by their events one after the other and by the postings in the end. */
export function runProblems(told: readonly Told[]): string[] {
  const runs = new Map<string, Totals>()
  const balanced = new Set<string>()
  const voided = new Set<string>()
  const problems = told.flatMap(one => {
    const { event } = one
    if (!('run_id' in event.data) || event.data.run_id === null) return []
    const { run_id } = event.data
    const totals = { ...(runs.get(run_id) ?? NONE) }
    const added = addedBy(one)
    if (added !== null) totals[added.key] += added.weight_mg
    runs.set(run_id, totals)
    if (event.type === 'run.voided') voided.add(run_id)
    if (event.type === 'run.reconciled') balanced.add(run_id)
    const wrong = Object.entries(totals).some(
      ([key, weight_mg]) => 'totals' in event.data && event.data.totals[key as keyof Totals] !== weight_mg,
    )
    if (wrong) return [broken(event, `the totals are ${JSON.stringify(totals)}`)]
    if (event.type === 'run.closed' && !balanced.has(run_id)) return [broken(event, 'nobody has balanced it')]
    return event.type === 'run.reconciled' ? balance(event, totals, told) : []
  })
  const { books } = stockProblems(told)
  const unequal = [...runs]
    .filter(([id, { input_mg }]) => insideOf(id, books) !== (voided.has(id) ? 0 : input_mg))
    .map(([id, { input_mg }]) => `run ${id} took in ${input_mg} mg, and its account has ${insideOf(id, books)}`)
  return [...problems, ...unequal]
}
