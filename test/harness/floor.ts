import type { Page } from 'playwright-core'
import type { DemoPerson } from '../../provisioning/demo/people.ts'
import type { Plant } from '../../provisioning/demo/plant.ts'
import { inviteTablet } from '../../provisioning/demo/tablet.ts'
import { until } from './until.ts'

/** Sets a tablet up by the link of an invitation, as its technician does. `url` is the appliance as the tablet sees it. */
export async function setUp(page: Page, plant: Plant, url: string): Promise<void> {
  const { hash } = new URL(await inviteTablet(plant))
  await page.goto(`${url}/enrol${hash}`)
  await page.getByRole('button', { name: 'Set up', exact: true }).click()
  await page.getByText('This tablet is Receiving 1').waitFor()
  await page.getByRole('link', { name: 'Back' }).click()
  await page.locator('.sign-in .person').first().waitFor()
}

/** Chooses a person of the lock screen and types the PIN. */
export async function enter(page: Page, who: Pick<DemoPerson, 'display_name' | 'secret'>): Promise<void> {
  await page.locator('.person', { hasText: who.display_name }).click()
  for (const digit of who.secret) await page.getByRole('button', { name: digit, exact: true }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.locator('.operator', { hasText: who.display_name }).waitFor()
}

/** Goes to a place inside of the page, as a touch does: no reload. */
export const goTo = (page: Page, path: string): Promise<void> =>
  page.evaluate(path => {
    const link = document.createElement('a')
    link.href = path
    document.body.append(link)
    link.click()
    link.remove()
  }, path)

/** Holds a lot at the screen, for one of the reasons that stand there. */
export async function placeHold(page: Page, lot_code: string, reason: string): Promise<void> {
  await goTo(page, `/hold?lot=${lot_code}`)
  await page.locator('.place-hold .row', { hasText: lot_code }).waitFor()
  await page.getByRole('button', { name: reason }).click()
  await page.locator('.main-action button').click()
  await page.waitForURL('**/holds')
}

/** Waits until the tablet has everything that it needs without its appliance. */
export const readyForOffline = (page: Page): Promise<unknown> =>
  until({ what: 'the tablet is ready for offline', within_ms: 60_000 }, () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration()
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null
    }),
  )

/** What the tablet says of its queue, on the lock screen and on every other. */
export const chipOf = (page: Page): Promise<string | null> =>
  page.locator('.chip .mark, .queue .mark').first().textContent()

/** How many people the tablet itself can tell by their PIN by now. */
export const knownPeople = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        const opening = indexedDB.open('flowviz-session')
        opening.onsuccess = () => {
          const counting = opening.result.transaction('known').objectStore('known').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

/** Waits until the tablet has written down what the appliance told of these (edge/ui/shelf). */
export const shelved = (page: Page, books: readonly string[]): Promise<unknown> =>
  until({ what: `the tablet keeps ${books.join(', ')}`, within_ms: 60_000 }, async () => {
    const kept = await page.evaluate(
      () =>
        new Promise<string[]>(resolve => {
          const opening = indexedDB.open('flowviz-shelf')
          opening.onsuccess = () => {
            const asking = opening.result.transaction('books').objectStore('books').getAllKeys()
            asking.onsuccess = () => {
              opening.result.close()
              resolve(asking.result as string[])
            }
          }
        }),
    )
    return books.every(book => kept.includes(book))
  })
