import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { pictured } from '../scan/key-text.ts'
import type { ScanState } from '../scan/scan-state.ts'
import { useScan } from '../scan/use-scan.ts'
import type { SeenKey } from '../scan/wedge-listener.ts'
import { Bars, Matrix } from './barcode.tsx'
import { CheckRow } from './check-row.tsx'
import { judge, type LabVerdict, merged } from './lab.ts'
import { LAYOUT_BARS, REFERENCE_BARS, REFERENCE_MATRIX } from './reference-code.ts'
import { say } from './words.ts'

/** Keys that are so far apart are of two scans. */
const APART_MS = 400
const GAP_STEP_MS = 5
const GAP_MIN_MS = 20
const GAP_MAX_MS = 80
const SEPARATORS = [null, '|', '~', '^', '#'] as const

/** Shows what a scanner types, key by key, and says which rule it breaks. */
export function ScannerLab({ scan }: { scan: ScanState }) {
  const verdicts = useSignal<LabVerdict[]>([])
  useEffect(() => {
    scan.keys.value = []
    return () => {
      scan.keys.value = null
    }
  }, [scan])
  useScan(scan.bus, ({ raw }) => {
    const scanned = { keys: lastScan(scan.keys.peek() ?? []), raw }
    verdicts.value = merged(verdicts.value, judge(scanned, scan.setting.peek()))
    scan.bus.say({ tone: 'ok', title: pictured(raw) })
    return true
  })
  return (
    <section class="panel lab" aria-labelledby="lab">
      <h2 id="lab">{say('scanner')}</h2>
      <p class="quiet">{say('scanner_how')}</p>
      <Bars title={say('reference')} widths={REFERENCE_BARS} />
      <Bars title={say('layout_code')} widths={LAYOUT_BARS} />
      <Matrix title={say('reference_matrix')} rows={REFERENCE_MATRIX} />
      <ul>
        {verdicts.value.map(({ rule, ok, seen }) => (
          <CheckRow
            key={rule}
            name={say(`rule_${rule}`)}
            standing={ok}
            value={pictured(seen)}
            next={fixOf({ rule, ok, seen })}
          />
        ))}
      </ul>
      <LastKeys keys={lastScan(scan.keys.value ?? [])} />
      <Setting scan={scan} />
    </section>
  )
}

function fixOf({ rule, ok, seen }: LabVerdict): string | null {
  if (ok === null || ok === true) return null
  if (rule === 'separator')
    return seen === '' ? say('fix_separator_lost') : say('fix_separator_other', { seen: pictured(seen) })
  if (rule === 'pace') return say('fix_pace', { seen })
  if (rule === 'layout') return say('fix_layout', { seen })
  return say(`fix_${rule}`)
}

/** The keys behind the last long pause. */
function lastScan(keys: readonly SeenKey[]): readonly SeenKey[] {
  const from = keys.findLastIndex((key, at) => at > 0 && key.at_ms - keys[at - 1]!.at_ms > APART_MS)
  return keys.slice(Math.max(0, from))
}

function LastKeys({ keys }: { keys: readonly SeenKey[] }) {
  const gaps = keys.map((key, at) => (at === 0 ? 0 : Math.round(key.at_ms - keys[at - 1]!.at_ms)))
  return (
    <>
      <h3>{say('keys')}</h3>
      <p class="quiet" role="status">
        {keys.length === 0 ? say('keys_none') : say('keys_count', { n: keys.length, gap: Math.max(...gaps) })}
      </p>
      <ol class="keys-seen">
        {keys.map((key, at) => (
          <li key={`${at} ${key.at_ms}`} data-swallowed={key.swallowed}>
            <kbd>{`${key.ctrlKey ? 'Ctrl+' : ''}${key.altKey ? 'Alt+' : ''}${key.key === ' ' ? '␠' : pictured(key.key)}`}</kbd>
            <span>{gaps[at]}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Setting({ scan }: { scan: ScanState }) {
  const { gap_ms, separator } = scan.setting.value
  const change = (next: Partial<typeof scan.setting.value>) => {
    scan.setting.value = { ...scan.setting.value, ...next }
  }
  const step = (by: number) => change({ gap_ms: Math.min(GAP_MAX_MS, Math.max(GAP_MIN_MS, gap_ms + by)) })
  return (
    <div class="lab-setting">
      <p>
        {say('pause_max')}: <b>{gap_ms} ms</b>
      </p>
      <div class="keys">
        <button type="button" class="button" disabled={gap_ms <= GAP_MIN_MS} onClick={() => step(-GAP_STEP_MS)}>
          {say('less')}
        </button>
        <button type="button" class="button" disabled={gap_ms >= GAP_MAX_MS} onClick={() => step(GAP_STEP_MS)}>
          {say('more')}
        </button>
      </div>
      <p>{say('separator_is')}</p>
      <div class="keys">
        {SEPARATORS.map(sign => (
          <button
            key={sign ?? 'gs'}
            type="button"
            class="button"
            aria-pressed={separator === sign}
            onClick={() => change({ separator: sign })}
          >
            {sign ?? say('separator_gs')}
          </button>
        ))}
      </div>
    </div>
  )
}
