import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Book } from './book.ts'

/** A busy plant changes many times a second; a person reads once in so long. */
const AGAIN_MS = 2_000

/** Keeps a book fresh while a screen shows it: asked when the screen opens, and again after the plant stirred. */
export function useBook<T>(book: Book<T>, stirred: ReadonlySignal<number>): T | null {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const count = stirred.value
  useEffect(() => {
    void book.refresh()
    return () => clearTimeout(timer.current)
  }, [book])
  useEffect(() => {
    if (timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      void book.again()
    }, AGAIN_MS)
  }, [book, count])
  return book.value.value
}
