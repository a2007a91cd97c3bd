import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import { LOT_STATUSES, type LotStatus } from '@flowviz/contract/lot-word'
import { expect, test } from 'vitest'
import { cameraTrouble, ReaderMissing } from './camera-trouble.ts'
import type { Finding, Known } from './finding.ts'
import { actionsOf } from './scan-action.ts'
import { createSightings } from './sightings.ts'
import { feedbackOf, verdictOf } from './verdict.ts'

const found = (known: Known, label: Finding['label'] = null): Finding => ({
  ...known,
  source: 'cache',
  label,
  warnings: [],
  incomplete: false,
})
const lot = (status: LotStatus) => ({ lot_id: 'l-1', lot_code: 'NOR-1', status, gate_next: 2 }) as Lot
const words = (finding: Finding) => actionsOf(finding).map(({ word }) => word)

test('only a lot that may be used is offered for use', () => {
  for (const status of LOT_STATUSES) {
    const isUsable = verdictOf({ status }).tone === 'ok'
    expect([status, words(found({ kind: 'lot', lot: lot(status) })).includes('consume')]).toEqual([status, isUsable])
    expect(feedbackOf(found({ kind: 'lot', lot: lot(status) })).tone).toBe(isUsable ? 'ok' : 'forbidden')
  }
})

test('what was scanned leads to the screen that deals with it', () => {
  const hrefs = (finding: Finding) => actionsOf(finding).map(({ href }) => href)
  expect(hrefs(found({ kind: 'lot', lot: lot('AVAILABLE') }))).toEqual([
    '/lot/l-1',
    '/gate/l-1',
    '/consume?lot=l-1',
    '/move?lot=l-1',
    '/hold?lot=l-1',
    '/label?lot=l-1',
  ])
  const unit = { hu_id: 'h-1', contents: [{ lot_id: 'l-1' }] } as unknown as HandlingUnit
  expect(hrefs(found({ kind: 'handling_unit', unit }))).toEqual(['/lot/l-1', '/move?hu=h-1', '/label?hu=h-1'])
})

test('a label that nobody knows is taken along to be received, or help is called', () => {
  const label = { gtin: '09521234543213', lot: 'A 7', use_by: { date: '2027-03-01', precision: 'day' } }
  const finding = {
    ...found({ kind: 'hold', hold_id: 'x' }, label as unknown as Finding['label']),
    kind: 'unknown',
    why: 'not_known',
    message: null,
    hint: null,
  } as Finding
  expect(words(finding)).toEqual(['again', 'receive_new', 'call'])
  expect(actionsOf(finding)[1]!.href).toBe('/receive?gtin=09521234543213&supplier_lot=A+7&expires_on=2027-03-01')
})

test('a label that stays in front of the camera is one scan, and is another when it comes back', () => {
  const look = createSightings()
  expect([look(['A'], 0), look(['A', 'B'], 100), look(['A'], 1_400), look([], 2_000)]).toEqual([['A'], ['B'], [], []])
  expect(look(['A', 'A'], 3_000)).toEqual(['A'])
})

test('each way in which a camera fails has its own next step', () => {
  const named = (name: string) => cameraTrouble(new DOMException('', name), true)
  expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'NotSupportedError'].map(named)).toEqual([
    'camera_denied',
    'camera_absent',
    'camera_busy',
    'camera_failed',
  ])
  expect(cameraTrouble(new TypeError('undefined'), false)).toBe('camera_insecure')
  expect(cameraTrouble(new ReaderMissing(null), true)).toBe('camera_reader')
})
