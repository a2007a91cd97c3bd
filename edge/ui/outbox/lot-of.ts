import type { ShownEntry } from './entry.ts'

/** The lot that an entry is about, as the appliance finds it: its code or its id. */
export function lotOf({ params, body }: Pick<ShownEntry, 'params' | 'body'>): string | null {
  const lots = body.lot_ids
  const found = params.lot_id ?? body.lot_id ?? body.lot_code ?? (Array.isArray(lots) ? lots[0] : undefined)
  return typeof found === 'string' ? found : null
}
