import type { Page } from 'playwright-core'

/**
 * Words that a person cannot read whole in this part of the page: cut off by the box that they stand in, or sticking
 * out of it. What scrolls on purpose up and down is whole; what is only for a screen reader is left out.
 */
export function clippedWords(page: Page, part: string): Promise<string[]> {
  return page.evaluate(part => {
    const SLACK_PX = 1.5
    const root = document.querySelector(part)!
    const isUnseen = (element: Element) => element.closest('.unseen, [aria-hidden=true] svg, option') !== null
    const boxesOf = (element: Element): Element[] => {
      const boxes: Element[] = []
      for (let box: Element | null = element; box !== null && box !== root.parentElement; box = box.parentElement) {
        boxes.push(box)
        if (/auto|scroll/.test(getComputedStyle(box).overflowY)) break
      }
      return boxes
    }
    const cutBy = (words: DOMRect, box: Element): boolean => {
      const style = getComputedStyle(box)
      if (style.display === 'inline' || style.display === 'contents') return false
      const edge = box.getBoundingClientRect()
      const isBeside = words.right > edge.right + SLACK_PX || words.left < edge.left - SLACK_PX
      const hides = /hidden|clip/.test(style.overflowY)
      const isBelow = words.bottom > edge.bottom + SLACK_PX || words.top < edge.top - SLACK_PX
      return isBeside || (hides && isBelow)
    }
    const found: string[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent!.trim()
      const parent = node.parentElement!
      if (text === '' || isUnseen(parent) || !parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const words = range.getBoundingClientRect()
      const box = boxesOf(parent).find(box => cutBy(words, box))
      if (box !== undefined) found.push(`"${text}" does not fit ${box.tagName.toLowerCase()}.${box.className}`)
    }
    return found
  }, part)
}
