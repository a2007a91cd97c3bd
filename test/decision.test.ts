import type { LedgerEvent } from '@flowviz/contract/event'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { call } from '../provisioning/call.ts'
import { PLANT_PEOPLE } from '../provisioning/demo/people.ts'
import { openBrowser } from './harness/browser.ts'
import { signIn } from './harness/house.ts'
import { type Kitchen, raiseKitchen } from './harness/kitchen.ts'
import { until } from './harness/until.ts'
import { wedgeOf } from './harness/wedge.ts'

const OPERATOR = PLANT_PEOPLE.find(({ name }) => name === 'operator')!
const QUALITY = PLANT_PEOPLE.find(({ name }) => name === 'quality')!
const ADMIN = PLANT_PEOPLE.find(({ role }) => role === 'ADMIN')!
const AUDITOR = PLANT_PEOPLE.find(({ role }) => role === 'AUDITOR')!
const BADGE = '04A1B2C3D4E5'

/** The operator of the release: so long from one touch to the next, and so long a finger stays on what is final. */
const TAP_S = 1.2
const HOLD_S = 1.5
const HELD_MS = 1_650
const DECIDED_WITHIN_S = 12
const SWITCH_WITHIN_MS = 3_000

/** A hand at the screen, whose touches are counted. */
interface Hand {
  page: Page
  taps: number
  holds: number
}

async function tap(hand: Hand, name: string, within = 'main'): Promise<void> {
  await hand.page.locator(within).getByRole('button', { name, exact: true }).first().click()
  hand.taps += 1
}

/** Says yes to everything that a gate asks, and keys the numbers in. */
async function findGood(hand: Hand, numbers: readonly string[]): Promise<void> {
  const { page } = hand
  for (const key of await page.locator('.check .answers .button:first-child').all()) {
    await key.click()
    hand.taps += 1
  }
  for (const [at, number] of numbers.entries()) {
    const measured = page.locator('.check .measured').nth(at)
    if ((await measured.getAttribute('aria-expanded')) !== 'true') {
      await measured.click()
      hand.taps += 1
    }
    for (const key of number) await tap(hand, key === '.' ? 'Point' : key, '.number-pad')
  }
}

async function release(hand: Hand): Promise<void> {
  await hand.page.locator('[data-kind=primary]').click({ delay: HELD_MS })
  hand.taps += 1
  hand.holds += 1
  await hand.page.locator('main.at-gates').waitFor()
}

async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.locator(`.pad [data-key="${digit}"]`).click()
  await page.locator('.pad [data-kind=primary]').click()
}

const working = (page: Page, { display_name }: { display_name: string }) =>
  page.locator('.operator', { hasText: display_name }).waitFor()

/** A tablet at the first gate of a lot, with the operator signed in. */
async function atGate(t: Test, { plant }: Kitchen, lot: string): Promise<Hand & { errors: string[] }> {
  const { page, errors } = await (await openBrowser(t))(1280, 800)
  await page.goto(`${plant.url}/gate/${lot}?station=receiving-1`)
  await page.locator('.person', { hasText: OPERATOR.display_name }).click()
  await typePin(page, OPERATOR.secret)
  await page.locator('main.gate-screen').waitFor()
  return { page, errors, taps: 0, holds: 0 }
}

/** Who decided on a lot, and what, by the ledger itself. */
async function decidedOf({ plant }: Kitchen, lot_code: string) {
  const auditor = await signIn(plant.url, '/api/v1/login', AUDITOR)
  const { lot_id } = await auditor.get<{ lot_id: string }>(`/api/v1/lots/${lot_code}`)
  return until({ what: `${lot_code} is decided on` }, async () => {
    const path = '/api/v1/ledger/events?limit=200&before=9007199254740991'
    const { events } = await auditor.get<{ events: { event: LedgerEvent }[] }>(path)
    const found = events.find(({ event }) => event.type === 'gate.decided' && event.data.lot_id === lot_id)
    return found?.event as Extract<LedgerEvent, { type: 'gate.decided' }> | undefined
  })
}

async function idOf({ plant }: Kitchen, name: string): Promise<string> {
  const { people } = await call<{ people: { id: string; name: string }[] }>(`${plant.url}/api/v1/people`)
  return people.find(one => one.name === name)!.id
}

t.setTimeout(180_000)

t.test('a decision at a quality gate', async t => {
  const kitchen = await raiseKitchen(t)
  const [plain, switched] = kitchen.morning.waiting

  await t.test('takes an operator at most 12 s when everything is good', async t => {
    const hand = await atGate(t, kitchen, plain)
    await findGood(hand, ['3.4'])
    await release(hand)
    const taken_s = hand.taps * TAP_S + hand.holds * HOLD_S
    t.comment(`${hand.taps} touches, one of them held: ${taken_s.toFixed(1)} s`)
    t.ok(taken_s <= DECIDED_WITHIN_S, `${taken_s} s`)
    const { data } = await decidedOf(kitchen, plain)
    t.match(data, { decision: 'PASS', gate_id: 'receiving' })
    t.same(data.values.find(({ parameter }) => parameter === 'product-temperature')?.value, '3.4')
    t.same(hand.errors, [])
  })

  await t.test('is finished by whoever comes, in whose name it stands', async t => {
    const admin = await signIn(kitchen.plant.url, '/api/v1/login', ADMIN)
    const quality = await idOf(kitchen, QUALITY.name)
    await admin.post(`/api/v1/users/${quality}/badges`, { badge_no: BADGE })
    const hand = await atGate(t, kitchen, switched)
    const { page } = hand
    await findGood(hand, ['2.9'])
    await page.locator('.check .answers .button[aria-pressed=true]').nth(3).waitFor()
    const scan = await wedgeOf(page)

    const began = performance.now()
    await page.locator('.operator').click()
    await scan(BADGE)
    // Who was never here before is told by the badge alone.
    await page.getByText('Badge read. Your PIN').waitFor()
    await typePin(page, QUALITY.secret)
    await working(page, QUALITY)
    const took_ms = Math.round(performance.now() - began)
    t.comment(`switched in ${took_ms} ms`)
    t.ok(took_ms <= SWITCH_WITHIN_MS)

    t.equal(
      await page.locator('.check .answers .button[aria-pressed=true]').count(),
      4,
      'what was found is still there',
    )
    t.match(await page.locator('.check .measured').innerText(), /2\.9/)
    await release(hand)
    const { actor, data } = await decidedOf(kitchen, switched)
    t.equal(data.decision, 'PASS')
    t.match(actor, { kind: 'person', id: quality })
    t.same(hand.errors, [])
  })
})
