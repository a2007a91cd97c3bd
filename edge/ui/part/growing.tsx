import type { ComponentChild } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

/** Rows that are drawn at once: two screens full, which a weak tablet draws within the wait for a touch. */
const STEP = 24
/** More rows are drawn before the end of the list is in sight. */
const AHEAD = '600px'

interface Growing<T> {
  shown: readonly T[]
  /** Stands behind the rows, in the list; nothing when all are drawn. */
  end: ComponentChild
}

/** The first rows of a long list, and more when a finger comes near the end. `of` says what is listed: another list begins anew. */
export function useGrowing<T>(all: readonly T[], of: string): Growing<T> {
  const [drawn, draw] = useState({ of, count: STEP })
  const count = drawn.of === of ? drawn.count : STEP
  const last = useRef<HTMLLIElement>(null)
  const isWhole = all.length <= count
  useEffect(() => {
    if (last.current === null) return
    // The list scrolls in its screen and not with the page, so the margin is that of the scroller.
    const near: IntersectionObserverInit & { scrollMargin: string } = { scrollMargin: AHEAD }
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) draw({ of, count: count + STEP })
    }, near)
    watch.observe(last.current)
    return () => watch.disconnect()
  }, [of, count, isWhole])
  const shown = useMemo(() => all.slice(0, count), [all, count])
  return { shown, end: isWhole ? null : <li ref={last} class="list-end" aria-hidden="true" /> }
}
