import type { Page } from 'playwright-core'

/** Longest wait for what is to be seen. */
const GIVEN_UP_MS = 3_000

export interface Sought {
  /** What a person does last: a touch, or the last key of a scan. */
  after: 'click' | 'Enter'
  /** What is on the screen from then on, and was not before. */
  selector: string
  text?: string
}

/**
 * How long after a touch or a scan something is to be seen, ms, as the page itself takes it: from the time of the event
 * to the frame that shows it. No number when it never is.
 */
export async function shownAfter(page: Page, sought: Sought, work: () => Promise<void>): Promise<number> {
  const taken = page.evaluate(
    ({ after, selector, text, given_up_ms }) =>
      new Promise<number>(done => {
        const kind = after === 'click' ? 'click' : 'keydown'
        let from = 0
        const heard = (event: Event) => {
          if (after === 'click' || (event as KeyboardEvent).key === after) from = event.timeStamp
        }
        const end = (ms: number) => {
          watch.disconnect()
          removeEventListener(kind, heard, { capture: true })
          done(ms)
        }
        const look = () => {
          const there = [...document.querySelectorAll(selector)].some(one => one.textContent?.includes(text ?? ''))
          if (from > 0 && there) requestAnimationFrame(() => end(performance.now() - from))
        }
        addEventListener(kind, heard, { capture: true })
        const watch = new MutationObserver(look)
        watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })
        setTimeout(() => end(Number.POSITIVE_INFINITY), given_up_ms)
      }),
    { ...sought, given_up_ms: GIVEN_UP_MS },
  )
  await work()
  return taken
}
