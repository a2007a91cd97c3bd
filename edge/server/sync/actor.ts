import type { Actor } from '@flowviz/contract/identity'

/** The box itself, as it stands in the ledger for what nobody did by hand. */
export const boxActor = (site: string): Actor => ({
  kind: 'box',
  id: site,
  role: null,
  station: null,
  device: null,
  auth: 'box_key',
})
