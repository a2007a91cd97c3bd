import type { Answer, Trouble } from '@flowviz/contract/screen/trouble'
import { useEffect, useState } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'

/** What a question has brought so far. `asking` while it is under way and nothing is there yet. */
export interface Heard<T> {
  value: T | null
  trouble: Trouble | null
  asking: boolean
}

const NOTHING = { key: '', value: null, trouble: null }

/**
 * Asks the appliance for what is too much to keep on a tablet: when the screen opens, when `key` changes, and when the
 * appliance is back. An empty key asks nothing.
 */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Heard<T> {
  const floor = useFloor()
  const away = floor.away.value !== null
  const [heard, setHeard] = useState<{ key: string; value: T | null; trouble: Trouble | null }>(NOTHING)
  useEffect(() => {
    if (key === '' || away) return
    let isOver = false
    void floor.access.ask(ask).then((answer: Answer<T>) => {
      if (isOver) return
      setHeard(before => ({
        key,
        value: answer.ok ? answer.value : before.key === key ? before.value : null,
        trouble: answer.ok ? null : answer.trouble,
      }))
    })
    return () => {
      isOver = true
    }
  }, [key, away, floor])
  const current = heard.key === key ? heard : NOTHING
  const { value, trouble } = current
  return { value, trouble, asking: key !== '' && !away && value === null && trouble === null }
}
