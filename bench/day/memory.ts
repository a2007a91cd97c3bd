import { readFileSync } from 'node:fs'
import { median } from '../report/report.ts'

/** Resident memory of a process over a run. */
export interface Memory {
  samples: number
  first_mb: number
  last_mb: number
  max_mb: number
  /** Growth over the second half of the run, as a share of what there was in its middle. */
  growth: number
}

export interface MemoryWatch {
  end(): Memory
}

const KIB_PER_MB = 1_000_000 / 1_024

const residentMb = (pid: number) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / KIB_PER_MB

/** Samples the resident memory of a process until it is ended. */
export function watchMemory(pid: number, every_ms: number): MemoryWatch {
  const samples = [residentMb(pid)]
  const timer = setInterval(() => samples.push(residentMb(pid)), every_ms)
  return {
    end() {
      clearInterval(timer)
      samples.push(residentMb(pid))
      const last_mb = samples.at(-1)!
      return {
        samples: samples.length,
        first_mb: samples[0]!,
        last_mb,
        max_mb: Math.max(...samples),
        growth: growthOf(samples),
      }
    },
  }
}

/**
 * The trend of the second half, when all is warm: the median slope of all pairs of samples (Theil and Sen) over its
 * length, as a share of its median. One collection of garbage more or less at the end does not turn it.
 */
export function growthOf(samples: readonly number[]): number {
  const half = samples.slice(samples.length >> 1)
  if (half.length < 2) return 0
  const slopes = half.flatMap((later, at) =>
    half.slice(0, at).map((earlier, before) => (later - earlier) / (at - before)),
  )
  return (median(slopes) * (half.length - 1)) / median([...half])
}
