import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * For what opens by a touch in a task that may have been scrolled: its beginning comes into sight, for a question that
 * stands above or below the screen is not seen. What is in sight already stays where it is.
 */
export function useInSight<T extends Element>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    const [box, task] = [ref.current, ref.current?.closest('.task')]
    if (box == null || task == null) return
    const [{ top }, edge] = [box.getBoundingClientRect(), task.getBoundingClientRect()]
    if (top < edge.top || top >= edge.bottom) box.scrollIntoView({ block: 'start' })
  }, [])
  return ref
}
