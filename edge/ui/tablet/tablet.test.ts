import { createPublicKey, verify } from 'node:crypto'
import { COMMAND_CONTEXT } from '@flowviz/contract/tablet'
import { deleteDB } from 'idb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PretendedAppliance } from '../outbox/testing/pretended-appliance.ts'
import { newId, openTab, until } from '../outbox/testing/pretended-tab.ts'

function start({ name = newId(), appliance = new PretendedAppliance(), secure = true } = {}) {
  const tab = openTab({ name, appliance, secure })
  onTestFinished(() => tab.close())
  return { tab, tablet: tab.tablet, appliance, name }
}

test('a tablet is set up by a code, and is the same one after a reload', async () => {
  const { tablet, appliance, name } = start()
  await tablet.resume()
  expect(tablet.standing.value).toBe('none')
  expect(await tablet.lotCode()).toBeNull()
  expect(await tablet.enrol(' 7k3m-xq2p ')).toMatchObject({ ok: true, value: { tablet_id: 't01' } })
  const again = start({ name, appliance }).tablet
  appliance.weather = 'lost'
  await again.resume()
  expect(again.enrolled.value?.tablet_id).toBe('t01')
})

test('a tablet that is set up in one tab is set up in the other', async () => {
  const one = start()
  const other = start({ name: one.name, appliance: one.appliance })
  await Promise.all([one.tablet.resume(), other.tablet.resume()])
  await one.tablet.enrol('7K3M-XQ2P')
  await expect.poll(() => other.tablet.standing.value).toBe('enrolled')
})

test('a tablet whose store was lost is known again by its cookie, and its lot codes begin with another prefix', async () => {
  const { tablet, appliance } = start()
  await tablet.enrol('7K3M-XQ2P')
  const first = await tablet.lotCode()
  const { tablet: wiped } = start({ appliance })
  await wiped.resume()
  expect(wiped.enrolled.value?.tablet_id).toBe('t01')
  expect(await wiped.lotCode()).not.toBe(first)
})

test('a tablet whose store was lost is known by its cookie though its first question is lost too', async () => {
  const { tablet, appliance } = start()
  await tablet.enrol('7K3M-XQ2P')
  const { tablet: wiped } = start({ appliance })
  appliance.weather = 'lost'
  await wiped.resume()
  appliance.weather = 'fine'
  await expect.poll(() => wiped.standing.value).toBe('enrolled')
})

test('an appliance that fails has not said that this is no tablet', async () => {
  const { tablet, name, appliance } = start()
  await tablet.enrol('7K3M-XQ2P')
  appliance.weather = 'broken'
  await deleteDB(name)
  await tablet.resume()
  expect(tablet.standing.value).toBe('unknown')
  appliance.weather = 'fine'
  await expect.poll(() => tablet.standing.value).toBe('enrolled')
})

test('a store that was cleared under an open page gives no code until the tablet has a new prefix', async () => {
  const { tablet, tab } = start()
  await tablet.enrol('7K3M-XQ2P')
  const first = await tablet.lotCode()
  await tab.db.run(async on => {
    for (const name of ['tablet', 'code'] as const) await on.clear(name)
  })
  expect([first, await tablet.lotCode()]).toEqual([expect.stringMatching(/-0001$/), null])
})

test('a store that is cleared while the tablet names its key once more gives no lot code a second time', async () => {
  const { tablet, tab, appliance, name } = start()
  await tablet.enrol('7K3M-XQ2P')
  const first = await tablet.lotCode()
  const { fetch } = appliance
  const late = Promise.withResolvers<void>()
  vi.spyOn(appliance, 'fetch').mockImplementationOnce(async (url, init) => {
    const answer = await fetch(url, init)
    await late.promise
    return answer
  })
  const renewed = tablet.renew()
  await until(() => appliance.requests === 2)
  await deleteDB(name)
  await tablet.resume()
  late.resolve()
  await renewed
  const codes = [first, await tablet.lotCode(), await tablet.lotCode()]
  expect(new Set(codes).size).toBe(3)
  const kept = await tab.db.run(on => on.get('tablet', 'tablet'))
  expect(kept?.enrolled).toEqual(tablet.enrolled.value)
  // The appliance knows the key that this store has.
  tab.outbox.start()
  expect((await tab.outbox.settled((await tab.put('lot-1')).key)).state).toBe('acked')
})

test('a lot code is never given twice, by two tabs, before and after a reload', async () => {
  const one = start()
  await one.tablet.enrol('7K3M-XQ2P')
  const other = start({ name: one.name, appliance: one.appliance })
  await other.tablet.resume()
  const codes = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? one : other).tablet.lotCode()))
  expect(new Set(codes).size).toBe(40)
  expect(codes.every(code => /-00[0-4][0-9]$/.test(code ?? ''))).toBe(true)
  one.tab.kill()
  const next = start({ name: one.name, appliance: one.appliance })
  await next.tablet.resume()
  expect(codes).not.toContain(await next.tablet.lotCode())
})

test('a page without a secure context keeps no key and says so', async () => {
  const { tablet } = start({ secure: false })
  await tablet.resume()
  expect(tablet.standing.value).toBe('insecure')
  expect(await tablet.enrol('7K3M-XQ2P')).toMatchObject({ ok: false, trouble: { passing: false } })
  expect(await tablet.sign('text')).toBeNull()
})

test('the private key cannot leave the tablet', async () => {
  const { tab, tablet } = start()
  await tablet.enrol('7K3M-XQ2P')
  const kept = await tab.db.run(on => on.get('tablet', 'tablet'))
  expect(kept?.keys.privateKey.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('jwk', kept!.keys.privateKey)).rejects.toThrow()
})

test('what a tablet signs is what the appliance checks with the crypto of node', async () => {
  const { tab, tablet } = start()
  await tablet.enrol('7K3M-XQ2P')
  const kept = await tab.db.run(on => on.get('tablet', 'tablet'))
  const { x, y } = await crypto.subtle.exportKey('jwk', kept!.keys.publicKey)
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
  const sig = (await tablet.sign('{"v":1,"note":"ñ"}'))!
  expect(sig).toMatch(/^[A-Za-z0-9_-]{86}$/)
  const isSigned = (text: string) =>
    verify(
      'sha256',
      Buffer.from(COMMAND_CONTEXT + text),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(sig, 'base64url'),
    )
  expect([isSigned('{"v":1,"note":"ñ"}'), isSigned('{"v":1,"note":"n"}')]).toEqual([true, false])
})
