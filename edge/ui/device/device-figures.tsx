import type { Device } from './device-state.ts'
import { say } from './words.ts'

type Counters = NonNullable<Device['counters']>

/** In the order in which a technician asks: is it asked, does it answer, and what goes wrong. */
const COUNTS = [
  'requests',
  'samples',
  'timeouts',
  'checksum_errors',
  'exceptions',
  'late_replies',
  'skipped',
  'dropped',
  'noise_bytes',
  'reconnects',
  'stalls',
  'driver_crashes',
] as const satisfies readonly (keyof Counters)[]

/** What the gateway counts of a device, and how fast it is; nothing for a device that no gateway speaks for. */
export function DeviceFigures({ device: { counters, figures, achieved_interval_ms } }: { device: Device }) {
  if (counters === undefined) return null
  const speed: [string, string][] = [
    [
      say('interval'),
      say('interval_of', {
        is: milliseconds(achieved_interval_ms),
        configured: milliseconds(figures?.configured_interval_ms),
      }),
    ],
    [say('half_within'), milliseconds(figures?.rtt_p50_ms)],
    [say('most_within'), milliseconds(figures?.rtt_p95_ms)],
    [say('bus'), figures?.bus_busy_percent == null ? '—' : `${figures.bus_busy_percent} %`],
  ]
  const counts = COUNTS.map((name): [string, string] => [say(name), String(counters[name] ?? 0)])
  return (
    <details class="figures">
      <summary>{say('figures')}</summary>
      <dl>
        {[...speed, ...counts].map(([word, value]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const milliseconds = (ms: number | null | undefined) => (ms == null ? '—' : `${ms} ms`)
