import { getRun } from '@flowviz/edge-client/generated/api'
import { type Signal, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import type { ToldMaterial } from './taken.ts'

/** A busy plant stirs many times a second; a person reads once in so long. */
const AGAIN_MS = 1_500

const kept = new Map<string, Signal<ToldMaterial | null>>()

/** The material of a run as the appliance told it last, asked anew when the plant stirs; kept for the time without it. */
export function useToldMaterial(run_id: string): ToldMaterial | null {
  const { access, clock, shelf, storage } = useFloor()
  const key = `flowviz.run.${run_id}`
  const told = kept.get(key) ?? signal(readTold(storage.getItem(key)))
  kept.set(key, told)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const ask = async () => {
    timer.current = undefined
    // What is done after the question may be missing in its answer.
    const as_of = clock.now.peek()
    const answer = await access.ask(() => getRun(run_id))
    if (!answer.ok) return
    const { inputs, returns, outputs } = answer.value
    told.value = { material: { inputs, returns, outputs }, as_of }
    storage.setItem(key, JSON.stringify(told.value))
  }
  useEffect(() => {
    void ask()
    return () => clearTimeout(timer.current)
  }, [run_id])
  useEffect(() => {
    timer.current ??= setTimeout(() => void ask(), AGAIN_MS)
  }, [run_id, shelf.stirred.value])
  return told.value
}

function readTold(text: string | null): ToldMaterial | null {
  try {
    return text === null ? null : (JSON.parse(text) as ToldMaterial)
  } catch {
    return null
  }
}
