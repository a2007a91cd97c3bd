import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { expect, test } from 'vitest'
import { rebuildProjections } from '../../store/rebuild.ts'
import { openDock } from '../testing/dock.ts'

const BLOCK = { company_prefix: '0614141', extension: 1, first: 7, last: 9 }
const GIVEN = ['106141410000000071', '106141410000000088', '106141410000000095']

test('a site gives the SSCCs of its block in their order, each once, and says when it is used up', () => {
  const room = openDock()
  const create = (sscc = 'next') => ({ body: { kind: 'pallet' as const, location_id: 'receiving', sscc } })
  expect(room.refused('create-hu', create()).code).toBe('sscc_block_missing')
  room.box.act('configure-site', { body: { ...DEFAULT_SETTINGS, sscc_block: BLOCK } })

  expect(room.box.act('create-hu', create()).sscc).toBe(GIVEN[0])
  // A label that was printed before is scanned; its number is not given again.
  expect(room.box.act('create-hu', create(GIVEN[1])).sscc).toBe(GIVEN[1])
  rebuildProjections(room.box.engine.db)
  expect(room.box.act('create-hu', create()).sscc).toBe(GIVEN[2])
  expect(room.refused('create-hu', create())).toMatchObject({ code: 'sscc_block_used_up', last: GIVEN[2] })

  room.box.act('configure-site', { body: { ...DEFAULT_SETTINGS, sscc_block: { ...BLOCK, first: 10, last: 19 } } })
  expect(room.box.act('create-hu', create()).sscc).toBe('106141410000000101')
})

test('a block that no SSCC can carry is refused when it is set', () => {
  const room = openDock()
  const set = (part: object) =>
    room.refused('configure-site', { body: { ...DEFAULT_SETTINGS, sscc_block: { ...BLOCK, ...part } } }).code
  expect([set({ first: 10 }), set({ last: 1_000_000_000 })]).toEqual(['sscc_block_invalid', 'sscc_block_invalid'])
})
