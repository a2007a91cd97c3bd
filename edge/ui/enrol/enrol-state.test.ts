import { type Answer, troubleOf } from '@flowviz/contract/screen/trouble'
import type { EnrolledTablet } from '@flowviz/contract/tablet'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { OutboxRefusal } from '../outbox/outbox.ts'
import { STORE_TROUBLE } from '../outbox/store-trouble.ts'
import { codeOf, shownCode } from './code.ts'
import { createEnrolState } from './enrol-state.ts'

const ENROLLED: EnrolledTablet = {
  tablet_id: 'tablet-7',
  title: 'Receiving',
  station: 'receiving-1',
  site: 'north-kitchen',
  site_name: 'North Kitchen',
  code_prefix: 'T07-A',
  server_time: '2026-11-26T12:00:00.000Z',
}

function setUp(answer: Answer<EnrolledTablet> | Error = { ok: true, value: ENROLLED }) {
  const asked: string[] = []
  const away = signal<unknown>(null)
  const state = createEnrolState({
    tablet: {
      enrol: async code => {
        asked.push(code)
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    away,
    persist: async () => asked.push('persist'),
  })
  return { state, asked, away }
}

test('a code is read from a poster, from a scanner and from an address, and nothing else is one', () => {
  for (const text of ['7K3M-XQ2P', ' 7k3m xq2p ', 'https://box.internal/enrol#7K3M-XQ2P', '#7k3mxq2p'])
    expect(codeOf(text)).toBe('7K3MXQ2P')
  for (const text of ['', '7K3M-XQ2', '7K3M-XQ2PP', '7K3M-XQ20', '04A1B2C3D4E5', '#']) expect(codeOf(text)).toBeNull()
})

test('a code that is typed is shown as it is printed', () => {
  const { state } = setUp()
  for (const key of ['7', 'K', '3', '0', 'M', 'X', 'back']) state.press(key)
  expect(shownCode(state.code.value)).toBe('7K3M-····')
  expect(state.missing.value).toBe('code')
})

test('a tablet is set up by its code, after the browser was asked to keep what is stored', async () => {
  const { state, asked } = setUp()
  expect(state.take('https://box.internal/enrol#7K3M-XQ2P')).toBe(true)
  await state.enrol()
  expect(asked).toEqual(['persist', '7K3M-XQ2P'])
  expect([state.done.value, state.code.value, state.trouble.value]).toEqual([true, '', null])
})

test('without its appliance a tablet is not set up', async () => {
  const { state, asked, away } = setUp()
  state.take('7K3M-XQ2P')
  away.value = { since: 0 }
  await state.enrol()
  expect([asked, state.missing.value]).toEqual([[], 'away'])
})

test('a code that is refused is typed anew', async () => {
  const { state } = setUp({
    ok: false,
    trouble: troubleOf({ status: 401, message: '', problem: { code: 'invitation_wrong' } }),
  })
  state.take('7K3M-XQ2P')
  await state.enrol()
  expect([state.done.value, state.code.value, state.trouble.value?.code]).toEqual([false, '', 'invitation_wrong'])
})

test('a tablet whose store fails meanwhile says so, and the same code can be tried again', async () => {
  const { state } = setUp(new OutboxRefusal(STORE_TROUBLE.store_lost))
  state.take('7K3M-XQ2P')
  await state.enrol()
  expect([state.busy.value, state.trouble.value?.code, state.missing.value]).toEqual([false, 'store_lost', null])
})
