import type { Lot } from '@flowviz/contract/lot'
import type { RecallBalance, RecallLots, RecallWhole } from '@flowviz/contract/recall'
import { expect, test } from 'vitest'
import { pagesOf } from '../testing/pdf.ts'
import { PIN, startPlant } from '../testing/plant.ts'

test('a drill is run over HTTP by an auditor, signed by a manager, and printed', async () => {
  const plant = await startPlant()
  const send = async <T>(role: 'AUDITOR' | 'MANAGER' | 'OPERATOR', path: string, body: unknown): Promise<T> => {
    const answer = await plant.post(role, `/api/v1/${path}`, { body })
    expect([path, answer.status < 300]).toEqual([path, true])
    return (await answer.json()) as T
  }
  const { lot_id, lot_code } = await send<Lot>('OPERATOR', 'lots', {
    lot_type: 'RAW',
    weight_kg: '12.5',
    manual_reason: 'a test',
    supplier_lot_code: 'SACK-7',
  })
  const opening = { mode: 'mock', scenario: 'Metal in a sack', start: { supplier_lot_code: 'SACK-7' } }
  const { recall_id } = await send<RecallWhole>('AUDITOR', 'recalls', opening)
  const at = `recalls/${recall_id}`
  await send('AUDITOR', `${at}/scopes`, {})
  await send('AUDITOR', `${at}/hold`, {})
  await send('AUDITOR', `${at}/reconciliation`, {})
  await send('MANAGER', `${at}/closure`, { actions: ['Again in a year.'], sign: { name: 'manager', secret: PIN } })

  const get = async <T>(path: string): Promise<T> => (await (await plant.ask('AUDITOR', path)).json()) as T
  const { records } = await get<{ records: { recall_id: string }[] }>('/api/v1/recalls?mode=mock&state=CLOSED')
  expect(records.map(one => one.recall_id)).toEqual([recall_id])
  expect(await get<RecallWhole>(`/api/v1/${at}`)).toMatchObject({ state: 'CLOSED', passed: true, consignees: [] })
  expect((await get<RecallLots>(`/api/v1/${at}/lots`)).lots).toMatchObject([{ lot_id, on_hand_kg: '12.500000' }])
  expect(await get<RecallBalance>(`/api/v1/${at}/balance`)).toMatchObject({
    total: { registered_mg: 12_500_000, on_hand_mg: 12_500_000, unexplained_mg: 0, accounted_pct: '100.00' },
    lots: [{ lot_id, status: 'PENDING_QC' }],
  })

  const report = await plant.ask('AUDITOR', `/api/v1/${at}/report.pdf`)
  expect(report.headers.get('content-type')).toBe('application/pdf')
  const pages = await pagesOf(new Uint8Array(await report.arrayBuffer()))
  const text = pages.join('\n').replace(/\s+/g, ' ')
  for (const part of [
    'Mock recall report',
    'Metal in a sack',
    'PASSED: 100.00 %',
    lot_code,
    'Nothing of it has left the plant.',
    'Again in a year.',
    'Signed by MANAGER',
    'Status VALID',
    'recall.reconciled',
    'Came into the scope 12.500000 kg',
    'In stock 12.500000 kg',
  ])
    expect(text).toContain(part)
  // The signed tree covers the report from its first minute on.
  const last = Math.max(...[...text.matchAll(/No\. (\d+) record\.signed/g)].map(([, seq]) => Number(seq)))
  const covered = /Checkpoint \S+ (\d+) /.exec(text)?.[1]
  expect(last).toBeGreaterThan(1)
  expect(Number(covered)).toBeGreaterThanOrEqual(last)
})

test('a recall that is not there is refused before the first byte, whatever is asked of it', async () => {
  const plant = await startPlant()
  for (const about of ['', '/lots', '/balance', '/report.pdf']) {
    const answer = await plant.ask('AUDITOR', `/api/v1/recalls/019ab0a2-5c00-7000-8000-0000000000dd${about}`)
    expect([about, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      about,
      404,
      'record_not_found',
    ])
  }
})

test('an auditor opens no real recall, and an operator none at all', async () => {
  const plant = await startPlant()
  const body = { mode: 'real', scenario: 'Metal in a sack', start: { item_id: 'rice' } }
  const codeOf = async (role: 'AUDITOR' | 'OPERATOR' | 'MANAGER') =>
    ((await (await plant.post(role, '/api/v1/recalls', { body })).json()) as { code: string }).code
  expect(await codeOf('AUDITOR')).toBe('role_insufficient')
  expect(await codeOf('OPERATOR')).toBe('role_insufficient')
  expect(await codeOf('MANAGER')).toBe('recall_empty')
})
