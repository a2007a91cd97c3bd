import type { Device } from './device-state.ts'

type Counters = NonNullable<Device['counters']>

/** In the order in which a technician asks: is it asked, does it answer, and what goes wrong. */
const WORDS: readonly [keyof Counters, string][] = [
  ['requests', 'Requests'],
  ['samples', 'Samples'],
  ['timeouts', 'Time-outs'],
  ['checksum_errors', 'Checksum errors'],
  ['exceptions', 'Exceptions'],
  ['late_replies', 'Late replies'],
  ['skipped', 'Skipped'],
  ['dropped', 'Dropped'],
  ['noise_bytes', 'Bytes of noise'],
  ['reconnects', 'Reconnects'],
  ['stalls', 'Stalls'],
  ['driver_crashes', 'Driver crashes'],
]

/** What the gateway counts of a device, and how fast it is; nothing for a device that no gateway speaks for. */
export function DeviceFigures({ device: { counters, figures, achieved_interval_ms } }: { device: Device }) {
  if (counters === undefined) return null
  const speed: [string, string][] = [
    ['Interval', `${milliseconds(achieved_interval_ms)} of ${milliseconds(figures?.configured_interval_ms)}`],
    ['Answer, half within', milliseconds(figures?.rtt_p50_ms)],
    ['Answer, 95 % within', milliseconds(figures?.rtt_p95_ms)],
    ['Bus in use', figures?.bus_busy_percent == null ? '—' : `${figures.bus_busy_percent} %`],
  ]
  const counts = WORDS.map(([name, word]): [string, string] => [word, String(counters[name] ?? 0)])
  return (
    <details class="figures">
      <summary>Figures</summary>
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
