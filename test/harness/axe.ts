import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** Puts axe into this page, past its policy for scripts; stays until the page is loaded anew. */
export const bringAxe = (page: Page): Promise<void> => page.evaluate(AXE)

/** What axe finds in a part of a page: by every rule of WCAG 2.2 AA, or by `only` these. */
export function violations(page: Page, part: string, only: string[] | null = null): Promise<string[]> {
  return page.evaluate(
    async ({ rules, only, part }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const runOnly = only === null ? { type: 'tag' as const, values: rules } : { type: 'rule' as const, values: only }
      const { violations, incomplete } = await axe.run(part, { runOnly, resultTypes: ['violations', 'incomplete'] })
      type Node = import('axe-core').NodeResult
      const checksOf = ({ any, all, none }: Node) => [...any, ...all, ...none]
      // Words in the very colour of their ground axe takes for hidden on purpose.
      const isUnseen = (node: Node) => checksOf(node).some(({ data }) => data?.messageKey === 'equalRatio')
      const unseen = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter(isUnseen) }))
      return [...violations, ...unseen].flatMap(({ id, nodes }) =>
        nodes.map(node => `${id}: ${node.html.slice(0, 160)}: ${checksOf(node)[0]?.message}`),
      )
    },
    { rules: RULES, only, part },
  )
}
