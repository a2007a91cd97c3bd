import type { Crew } from '../../provisioning/demo/history/crew.ts'
import { yes } from '../../provisioning/demo/history/produce.ts'

/** Passes a lot at the first gate of the kitchen: everything as it should be. */
export async function inspect({ operator }: Crew, lot_id: string): Promise<void> {
  const values = [
    ...yes('supplier-approved', 'documents', 'packaging', 'allergens-match'),
    { parameter: 'product-temperature', value: '3.6', unit: 'Cel' },
  ]
  await operator.do('decide-gate', { body: { lot_id, gate_id: 'receiving', decision: 'PASS', values } })
}
