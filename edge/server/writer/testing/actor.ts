import type { Actor } from '@flowviz/contract/identity'

export const SITE = 'kiel'

export const OPERATOR: Actor = {
  kind: 'person',
  id: '019ab0a2-5c00-7000-8000-000000000001',
  role: 'OPERATOR',
  station: 'receiving-1',
  device: null,
  auth: 'pin',
}
export const BOX: Actor = { kind: 'box', id: SITE, role: null, station: null, device: null, auth: 'box_key' }
