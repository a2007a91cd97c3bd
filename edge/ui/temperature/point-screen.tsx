import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import { useMemo, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { channelKey } from '../device/device-state.ts'
import type { Floor } from '../floor-state.ts'
import { useFloor } from '../frame/floor-context.ts'
import type { Primary } from '../frame/primary.ts'
import { Screen } from '../frame/screen.tsx'
import { draftSignal } from '../session/draft.ts'
import { useBook } from '../shelf/use-book.ts'
import { CurveCard } from './curve-card.tsx'
import { ExcursionCard } from './excursion-card.tsx'
import { asHeard, keptPoint, limitsOf } from './monitored.ts'
import { emptyProbe, isOutside, isWarmth, judgeProbe, type ProbeDraft, type ProbeVerdict } from './probe.ts'
import { ProbeKeys, ProbePad, type ProbePanel } from './probe-card.tsx'
import { PointFace } from './temperature-card.tsx'
import { temperaturesOf } from './temperatures-of.ts'
import { useCurve } from './use-curve.ts'
import { say } from './words.ts'

/** Roles that may enter a temperature (contract/permission). */
const ENTERERS = new Set(['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR'])

/** F14: one measuring point with its last readings, what stands there while it is outside, and the entry by hand. */
export function PointScreen() {
  const floor = useFloor()
  const { monitor_id } = useRoute().params
  const known = useBook(floor.shelf.monitors, floor.shelf.stirred)?.monitors
  const monitor = known?.find(one => one.monitor_id === monitor_id)
  if (monitor !== undefined) return <Point key={monitor_id} monitor={monitor} />
  return (
    <Screen title={say('title')} back="/temperatures">
      <p class="notice">{say(known === undefined && floor.away.value === null ? 'loading' : 'missing')}</p>
    </Screen>
  )
}

function Point({ monitor }: { monitor: MonitorStatus }) {
  const floor = useFloor()
  const { monitor_id } = monitor
  const kept = useMemo(() => draftSignal<ProbeDraft>(floor.storage, 'probe', emptyProbe(monitor_id)), [floor])
  const draft = kept.value.of === monitor_id ? kept.value : emptyProbe(monitor_id, kept.value.instrument_id)
  const verdict = judgeProbe(draft.value, monitor)
  const [panel, open] = useState<ProbePanel>('value')
  const enter = async () => {
    const { value, instrument_id, note } = draft
    const named = instrument_id === null ? {} : { instrument_id }
    const body = { monitor_id, value_c: value, ...named, ...(note === null ? {} : { notes: note }) }
    try {
      await floor.outbox.put({ command: 'enter-temperature', body, about: `${monitor.title} ${value} °C` })
      // The probe stays chosen: the next point is taken with the same one.
      kept.value = emptyProbe(monitor_id, instrument_id)
      tell(floor, value, verdict)
    } catch {
      floor.scan.bus.say({ tone: 'forbidden', title: floor.outbox.trouble.peek()?.title ?? say('not_kept') })
    }
  }
  const mayEnter = ENTERERS.has(floor.session.person.value?.role ?? '')
  const warm = isWarmth(monitor)
  const instruments = (floor.shelf.instruments.value.value ?? []).filter(
    ({ kind, in_service }) => in_service !== false && (kind === 'thermometer' || kind === 'other'),
  )
  const edit = (change: Partial<ProbeDraft>) => {
    kept.value = { ...draft, ...change }
  }
  const probe = { draft, instruments, panel, open }
  return (
    <Screen
      title={monitor.title}
      back="/temperatures"
      class="point-screen"
      primary={warm ? primaryOf(verdict, mayEnter, () => void enter()) : null}
    >
      <div class="two-halves">
        <section>
          <Looking monitor={monitor} />
          {warm ? <ProbeKeys {...probe} verdict={verdict} /> : <p class="quiet">{say('no_probe_here')}</p>}
        </section>
        {warm && (
          <div class="probe">
            <ProbePad {...probe} edit={edit} />
          </div>
        )}
      </div>
    </Screen>
  )
}

function primaryOf(verdict: ProbeVerdict, mayEnter: boolean, run: () => void): Primary {
  const missing = verdict === 'empty' ? say('missing_value') : verdict === 'wrong' ? say('wrong_value') : null
  // A slip of a finger would hold a whole room, and no Undo releases it: the finger stays on such a value.
  return { word: say('enter'), missing: mayEnter ? missing : say('no_role'), hold: isOutside(verdict), run }
}

/** Says at once what the value means; the deviation and its hold are the appliance's. */
function tell(floor: Floor, value: string, verdict: ProbeVerdict): void {
  const text = floor.away.peek() === null ? {} : { text: say('kept_here') }
  if (isOutside(verdict)) floor.scan.bus.say({ tone: 'forbidden', title: say('entered_outside', { value }), ...text })
  else floor.scan.bus.say({ tone: 'ok', title: say('entered', { value }), ...text })
}

/** How it is there: the value and its limits, the last readings, and what is touched while it is outside. */
function Looking({ monitor }: { monitor: MonitorStatus }) {
  const floor = useFloor()
  const key = channelKey(monitor.device_id, monitor.channel)
  const live = temperaturesOf(floor).value.find(one => one.key === key)
  const point = asHeard(live ?? keptPoint(monitor), floor.live.status.value === 'live' && live !== undefined)
  const { curve, as_of } = useCurve(monitor)
  const places = (useBook(floor.shelf.board, floor.shelf.stirred)?.places ?? []).filter(
    ({ location_id, parent_id }) => location_id === monitor.location_id || parent_id === monitor.location_id,
  )
  const hold = floor.shelf.holds.value.value?.find(
    ({ deviation_id, state }) => deviation_id !== null && deviation_id === monitor.deviation_id && state !== 'CLOSED',
  )
  const now = floor.clock.now.value
  return (
    <>
      <div class="point panel" data-tone={point.mark.tone}>
        <PointFace point={{ ...point, limits: limitsOf(monitor) }} now={now} />
      </div>
      <CurveCard curve={curve} unit={point.unit} as_of={floor.away.value === null ? null : as_of} />
      <ExcursionCard
        monitor={monitor}
        now={now}
        lots={places.flatMap(({ lots }) => lots)}
        more={places.reduce((sum, { more }) => sum + more, 0)}
        hold_id={hold?.hold_id ?? null}
      />
    </>
  )
}
