import { signal } from '@preact/signals'
import { expect, onTestFinished, test } from 'vitest'
import { PretendedAppliance } from '../outbox/testing/pretended-appliance.ts'
import { ANA, BEN, newId, openTab, until } from '../outbox/testing/pretended-tab.ts'
import { createOutputState, type OutputParts } from './output-state.ts'

const RUN = { run_id: 'run-1', run_code: 'R-1', product: 'Rice', product_id: null } as never

test('an output is put on its pallet by who made it, though another works at the tablet when its weight is known', async () => {
  const appliance = new PretendedAppliance()
  appliance.says['produce-lot'] = { lot_id: 'lot-1', lot_code: 'L-1', weight_kg: '5.000', count: null, stock: [] }
  const tab = openTab({ name: newId(), appliance })
  onTestFinished(() => tab.close())
  await tab.tablet.enrol('7K3M-XQ2P')
  tab.outbox.start()
  const weight = { view: signal({ kind: 'none', why: '', next: '' }), scale: signal(null), problem: signal(null) }
  const output = createOutputState(
    {
      outbox: tab.outbox,
      tablet: tab.tablet,
      weight: weight as OutputParts['weight'],
      noted: { note: () => undefined, of: () => undefined, take: () => undefined, replaced: signal(new Map()) },
      shelf: { items: { value: signal([]) } },
      person_id: tab.person_id,
      now: () => Date.now(),
      report: () => undefined,
      storage: { getItem: () => null, setItem: () => undefined },
    },
    'R-1',
  )
  const pallet = { hu_id: 'hu-1', sscc: null, location_id: 'packing', lots: [] }
  output.edit({ hand: { weight_kg: '5.000', reason: 'no scale' }, pallet })
  appliance.weather = 'lost'
  await output.register(RUN)
  tab.person_id.value = BEN
  appliance.weather = 'fine'
  tab.outbox.wake()
  const packing = () => tab.outbox.entries.value?.find(({ command }) => command === 'pack-hu')
  await until(() => packing() !== undefined)
  expect(packing()?.person_id).toBe(ANA)
})

test('the next run of a line puts its output where the last one did', () => {
  const memory = new Map<string, string>()
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  }
  const run = (code: string) => createOutputState({ storage, outbox: {}, weight: {}, noted: {} } as never, code)
  const first = run('R-1')
  expect(first.draft.value.location_id).toBe(null)
  first.edit({ location_id: 'chilled-wip' })
  expect(run('R-2').draft.value.location_id).toBe('chilled-wip')
})
