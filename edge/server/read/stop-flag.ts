/**
 * Asks a thread that works without a pause to end at its next step. Ended from outside in the middle of SQLite's native
 * code, it took the whole process with it (SIGSEGV).
 */
export interface StopFlag {
  /** For `workerData`. */
  shared: SharedArrayBuffer
  raise(): void
}

export function stopFlag(): StopFlag {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  return { shared, raise: () => void Atomics.store(new Int32Array(shared), 0, 1) }
}

/** In the thread, at each step. @throws Error once somebody has asked it to end. */
export function heed(shared: SharedArrayBuffer): void {
  if (Atomics.load(new Int32Array(shared), 0) === 1) throw new Error('The job was ended before its end.')
}
