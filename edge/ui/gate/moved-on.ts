import { useEffect, useRef } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { say } from './words.ts'

/**
 * Says that the gate on this screen was decided elsewhere: what comes under the finger now is another one. `gate_no` is
 * null behind the last gate, and undefined while nothing is known.
 */
export function useMovedOn(code: string, gate_no: number | null | undefined): void {
  const { scan } = useFloor()
  const last = useRef<{ code: string; gate_no: number | null } | null>(null)
  useEffect(() => {
    if (gate_no === undefined) return
    const before = last.current
    last.current = { code, gate_no }
    if (before === null || before.code !== code || before.gate_no === null || before.gate_no === gate_no) return
    const title = say('moved_on', { n: before.gate_no })
    scan.bus.say({
      tone: 'unknown',
      title,
      ...(gate_no === null ? {} : { text: say('moved_on_to', { code, n: gate_no }) }),
    })
  }, [code, gate_no])
}
