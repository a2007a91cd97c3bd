import { isSaid, transformationKdes } from '../../domain/kde.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import type { RunBody } from '../../store/run-record.ts'
import type { Context } from '../command-context.ts'
import { correctedKde } from './fsma.ts'
import { registered } from './part.ts'
import { kdeMissing } from './receipt.ts'

/** A transformation is complete with all of its key data elements. @throws FlowError kde_missing (with `missing`). */
export function requireTransformationKdes({ run_id }: RunBody, context: Context): void {
  const { links, lots } = context.store
  const nodes = links.nodesOfRun(run_id)
  const lotsAt = (keys: number[]): LotPlace[] =>
    [...new Set(keys)].flatMap(key => (key > 0 ? (lots.byKey(key) ?? []) : []))
  const inputs = lotsAt(nodes.flatMap(node => links.into(node).map(({ src }) => src)))
  const outputs = lotsAt(nodes.flatMap(node => links.from(node).map(({ dst }) => dst)))
  const missing = transformationKdes(
    inputs.map(({ item_id }) => ({
      listed: item_id !== null && context.known.item(item_id)?.ftl_category !== undefined,
    })),
    outputs.map(lot => {
      const product =
        registered(lot, context).product ?? correctedKde({ of: `lot:${lot.lot_id}`, kde: 'product' }, context)
      return { description: lot.item_id !== null || isSaid(product) }
    }),
  )
  if (missing.length > 0) throw kdeMissing(missing)
}
