import { expect, test } from 'vitest'
import { heldRefs, holdIntents } from './place-hold.ts'
import { lotOf, pendingLotOf } from './testing/lot-of.ts'

const known = lotOf({ lot_id: 'id-1', lot_code: 'NOR-1' })
const other = lotOf({ lot_id: 'id-2', lot_code: 'NOR-2' })
const waiting = pendingLotOf({ lot_code: 'NOR-T1-4' })

test('a lot that is scanned by its code and by its id is one lot', () => {
  expect(heldRefs(['NOR-1', 'id-1'], [known]).map(({ code }) => code)).toEqual(['NOR-1'])
})

test('lots that the appliance knows are held together; one alone stays in order with what is done to it', () => {
  const both = holdIntents(heldRefs(['NOR-1', 'NOR-2'], [known, other]), 'Glass')
  expect(both).toEqual([
    {
      command: 'place-hold',
      body: { lot_ids: ['id-1', 'id-2'], reason: 'Glass' },
      after: ['lot:NOR-1', 'lot:NOR-2'],
      about: 'NOR-1, NOR-2',
    },
  ])
  expect(holdIntents(heldRefs(['NOR-1'], [known]), 'Glass')[0]?.lane).toBe('lot:NOR-1')
})

test('a lot that waits on this tablet is held by itself, behind its own registration', () => {
  const intents = holdIntents(heldRefs(['NOR-T1-4', 'NOR-1'], [waiting, known]), 'Glass')
  expect(intents.map(({ body, lane }) => [body?.lot_ids, lane])).toEqual([
    [['id-1'], 'lot:NOR-1'],
    [['NOR-T1-4'], 'lot:NOR-T1-4'],
  ])
})

test('a lot that this tablet does not know is held by what its label says, and keeps no other from being held', () => {
  const intents = holdIntents(heldRefs(['SUP-77', 'NOR-1'], [known]), 'Glass')
  expect(intents.map(({ body }) => body?.lot_ids)).toEqual([['id-1'], ['SUP-77']])
})

test('of many lots the first are named', () => {
  const lots = ['1', '2', '3', '4', '5'].map(lot_code => lotOf({ lot_id: `id-${lot_code}`, lot_code }))
  const refs = lots.map(({ lot_code }) => lot_code)
  expect(holdIntents(heldRefs(refs, lots), 'Glass')[0]?.about).toBe('1, 2, 3 +2')
})
