import type { Page } from 'playwright-core'

/**
 * What a finger meets on this screen: keys that lie over each other, more than one main action, or one that is not at
 * the bottom right in sight. A dialog that stands open is all that counts.
 */
export function fingerTraps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK_PX = 2
    const CORNER_PX = 60
    const dialogs = document.querySelectorAll<HTMLElement>('dialog[open]')
    const root = dialogs.item(dialogs.length - 1) ?? document.body
    const nameOf = (element: Element) => `"${element.textContent?.trim().slice(0, 40)}"`

    /** What of an element can be seen: nothing of it, when it is scrolled out of sight. */
    const shownOf = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect()
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue
        const edge = box.getBoundingClientRect()
        left = Math.max(left, edge.left)
        right = Math.min(right, edge.right)
        top = Math.max(top, edge.top)
        bottom = Math.min(bottom, edge.bottom)
      }
      return { left, top, right, bottom }
    }
    const keys = [...root.querySelectorAll('a[href], button, summary, select, textarea, input, [role=button]')]
      .filter(key => key.checkVisibility({ visibilityProperty: true }) && key.closest('.unseen') === null)
      .map(key => ({ key, box: shownOf(key) }))
      .filter(({ box }) => box.right - box.left > SLACK_PX && box.bottom - box.top > SLACK_PX)
    const found: string[] = []
    keys.forEach(({ key, box }, at) => {
      for (const { key: other, box: edge } of keys.slice(at + 1)) {
        if (key.contains(other)) continue
        const wide = Math.min(box.right, edge.right) - Math.max(box.left, edge.left)
        const high = Math.min(box.bottom, edge.bottom) - Math.max(box.top, edge.top)
        if (wide > SLACK_PX && high > SLACK_PX) found.push(`${nameOf(key)} lies over ${nameOf(other)}`)
      }
    })

    const mains = [...root.querySelectorAll('[data-kind=primary]')].filter(main => main.checkVisibility())
    if (mains.length > 1) found.push(`main actions: ${mains.map(nameOf).join(', ')}`)
    for (const main of mains) {
      const { right, bottom, left, top } = main.getBoundingClientRect()
      const isSeen = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      if (!isSeen) found.push(`the main action ${nameOf(main)} is not in sight`)
      const isInCorner = right >= innerWidth - CORNER_PX && bottom >= innerHeight - CORNER_PX
      // The pad of the lock screen closes itself: its last key stands below the digits.
      if (root === document.body && main.closest('.pad') === null && !isInCorner)
        found.push(`the main action ${nameOf(main)} is not at the bottom right`)
    }
    const heads = [...document.querySelectorAll('h1')].filter(head => head.checkVisibility())
    const count = heads.filter(head => root === document.body || root.contains(head)).length
    if (root === document.body && count !== 1) found.push(`${count} headings of the first level`)
    return found
  })
}
