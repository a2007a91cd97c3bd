import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS_PER_S = 100

/** Seconds of processor time that a process has used, of all its threads, in user and kernel. */
export function processorSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the process may have blanks; what follows its bracket has not.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S
}

/** The share of one core that a process uses from now until it is asked, in percent. */
export function watchProcessor(pid: number): () => number {
  const [before, from] = [processorSeconds(pid), performance.now()]
  return () => ((processorSeconds(pid) - before) / ((performance.now() - from) / 1_000)) * 100
}
