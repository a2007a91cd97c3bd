import { hexOf } from '@flowviz/contract/chain'
import { epochOf } from '@flowviz/contract/checkpoint'
import { decimalOf } from '@flowviz/contract/decimal'
import { FlowError } from '@flowviz/contract/error'
import type { Integrity, PackHead, PrintedLink, PrintedPlan } from '../print/pack-record.ts'
import { SECTIONS, type Section } from '../print/pack-section.ts'
import type { SignedTree } from '../store/pack-reader.ts'
import type { PackJob, PackScope } from './job.ts'
import type { Source } from './source.ts'
import { planAt, runCode } from './version.ts'

/** What is found while the records are counted. */
export interface Counted {
  sections: Record<Section, number>
  /** `plan_id` and version of each plan that a decision was made under. */
  plans: ReadonlyMap<string, { plan_id: string; version: number }>
}

export const noCounts = (): Record<Section, number> =>
  Object.fromEntries(SECTIONS.map(section => [section, 0])) as Record<Section, number>

interface Found {
  tree: SignedTree
  counted: Counted
  made_at: string
  integrity: Integrity
}

/** What stands on the cover. */
export function headOf(job: PackJob, source: Source, { tree, counted, made_at, integrity }: Found): PackHead {
  const { site, publicKey } = source.ledger.state()
  const { size: seq, origin } = tree
  return {
    site,
    site_name: job.site_name,
    title: titleOf(job.of, source),
    format: job.format,
    pack_id: job.pack_id,
    requested_at: job.requested_at,
    requested_by: job.requested_by,
    made_at,
    head: { epoch: epochOf(origin), seq, hash: hexOf(source.ledger.row(seq)?.hash ?? new Uint8Array()) },
    tree_size: tree.size,
    public_key: publicKey,
    checkpoint: tree.checkpoint,
    receipt: source.plant.acked().receipt,
    counts: counted.sections,
    plans: plansOf(counted, source),
    links: linksOf(job.of, source).filter(({ seq: at }) => at <= seq),
    integrity,
  }
}

function plansOf({ plans }: Counted, source: Source): PrintedPlan[] {
  return [...plans.values()].flatMap(({ plan_id, version }) => planAt(plan_id, version, source) ?? [])
}

function titleOf(of: PackScope, { plant }: Source): string {
  if ('from' in of) return `Period from ${of.from} to ${of.to}`
  if ('run_id' in of) return `Run ${runCode(of.run_id, { plant }) ?? of.run_id}`
  return `Lot ${plant.lot(of.lot_id)?.lot_code ?? of.lot_id}`
}

/** One level up and down of a lot; what went into a run and what came of it. */
function linksOf(of: PackScope, { plant }: Source): PrintedLink[] {
  if ('from' in of) return []
  if ('run_id' in of) {
    const run = plant.run(of.run_id)
    if (run === null) throw new FlowError('record_not_found', `There is no run ${of.run_id} at this site.`)
    const link = (way: 'up' | 'down') => (row: (typeof run.inputs)[0]) => ({
      way,
      kind: 'TRANSFORM',
      run_code: run.run_code,
      weight_kg: kilograms(row.weight_mg),
      ...pick(row),
    })
    return [...run.inputs.map(link('up')), ...run.outputs.map(link('down'))]
  }
  const links = plant.stock.links(of.lot_id)
  const link =
    (way: 'up' | 'down') =>
    (row: NonNullable<typeof links>['parents'][0]): PrintedLink => ({
      way,
      kind: row.kind,
      run_code: row.run_id === null ? null : runCode(row.run_id, { plant }),
      weight_kg: row.weight_kg,
      ...pick(row),
    })
  return [...(links?.parents ?? []).map(link('up')), ...(links?.children ?? []).map(link('down'))]
}

const pick = ({ lot_code, lot_type, count, seq }: Pick<PrintedLink, 'lot_code' | 'lot_type' | 'count' | 'seq'>) => ({
  lot_code,
  lot_type,
  count,
  seq,
})
const kilograms = (weight_mg: number): string => decimalOf(weight_mg, 6)
