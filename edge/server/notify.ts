import { spawn } from 'node:child_process'
import type { Trouble } from './readiness.ts'

const BEAT_MS = 10_000

/**
 * Tells systemd how the appliance is. Node has no datagram sockets of the file system, so `systemd-notify` speaks for
 * it (5 ms a call; the unit needs NotifyAccess=all).
 */
export interface Supervisor {
  ready(): void
  /** Beats the watchdog from now on, as long as the store answers. */
  watch(troubles: () => Promise<Trouble[]>): void
  stopping(): void
}

/** @param supervised false when nobody listens: then nothing is spawned. */
export function supervisor(supervised: boolean): Supervisor {
  let timer: NodeJS.Timeout | null = null
  const say = (...words: string[]) => {
    if (!supervised) return
    const child = spawn('systemd-notify', words, { stdio: 'ignore' })
    child.on('error', () => undefined)
    child.unref()
  }
  return {
    ready: () => say('READY=1', 'STATUS=serving'),
    watch(troubles) {
      if (!supervised) return
      const beat = async () => {
        const found = await troubles()
        // A full disk is no reason to restart; a store that does not answer at all is.
        if (found.some(({ code }) => code === 'silent')) return
        say('WATCHDOG=1', `STATUS=${found.map(({ detail }) => detail).join(' ') || 'serving'}`)
      }
      timer = setInterval(() => void beat(), BEAT_MS)
      timer.unref()
    },
    stopping() {
      if (timer !== null) clearInterval(timer)
      say('STOPPING=1')
    },
  }
}
