import { timeText } from '@flowviz/contract/screen/format'
import { useEffect } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { Choice } from '../part/choice.tsx'
import { useScan } from '../scan/use-scan.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import { consumeOf } from './consume-of.ts'
import { say } from './consume-words.ts'
import { NeedList } from './need-list.tsx'
import { RunRow } from './run-card.tsx'
import type { RunNow } from './run-now.ts'
import { RunTroubles } from './run-troubles.tsx'
import { TakenList } from './taken-list.tsx'
import { useConsume } from './use-consume.ts'
import { lotOf, useMaterial, useRun, useRuns } from './use-run.ts'
import { say as sayRun } from './words.ts'

/** F10: lot after lot into a run, by scans alone. */
export function ConsumeScreen() {
  const ref = decodeURIComponent(useRoute().params.run ?? '')
  const found = useRun(ref)
  if (found !== null && found !== 'loading') return <Into key={found.run.run_id} now={found} />
  return (
    <Screen title={say('consume_title', { run: ref })} back="/runs">
      <p class="notice">{found === 'loading' ? sayRun('loading') : sayRun('unknown_run', { ref })}</p>
    </Screen>
  )
}

/** A lot was scanned elsewhere: into which of the running runs? */
export function ChooseRunScreen() {
  const runs = useRuns()
  const { lot } = useLocation().query
  const running = (runs ?? []).filter(({ state }) => state === 'RUNNING')
  const query = lot === undefined ? '' : `?lot=${encodeURIComponent(lot)}`
  return (
    <Screen title={say('choose_run')} back="/runs" class="runs">
      {running.length === 0 && <p class="notice">{runs === null ? sayRun('loading') : say('no_running')}</p>}
      <ul class="rows">
        {running.map(now => (
          <RunRow key={now.run.run_id} now={now} href={`/consume/${encodeURIComponent(now.run.run_code)}${query}`} />
        ))}
      </ul>
    </Screen>
  )
}

function Into({ now }: { now: RunNow }) {
  const floor = useFloor()
  const { run, state } = now
  const { lot: asked } = useLocation().query
  const { route, path } = useLocation()
  const material = useMaterial(now)
  const consume = consumeOf(floor, run)
  const offer = useConsume(now, material)
  useScan(floor.scan.bus, offer.scan)
  // A lot that was scanned on another screen: once, and only when it is known here.
  useEffect(() => {
    if (asked === undefined) return
    const lot = lotOf(floor, asked)
    route(path, true)
    if (lot !== undefined) void offer.lot(lot)
  }, [asked])
  const draft = consume.draft.value
  const { how, lot } = draft
  const problem = consume.problem.value
  const missing = state !== 'RUNNING' ? say('not_running') : lot === null ? say('missing_lot') : (problem ?? null)
  const back = `/run/${encodeURIComponent(run.run_code)}`
  const as_of = floor.shelf.lots.kept.value?.as_of
  return (
    <Screen
      title={say('consume_title', { run: run.run_code })}
      back={back}
      class="run-screen"
      primary={
        how === 'whole'
          ? { word: sayRun('output'), run: () => route(`/output/${encodeURIComponent(run.run_code)}`) }
          : {
              word: lot === null ? sayRun('consume') : say('take_lot', { code: lot.lot_code }),
              missing,
              run: () => lot !== null && void offer.take(lot),
            }
      }
    >
      <div class="left">
        <p class="scan-now">
          <b>{say('scan_lots')}</b>
        </p>
        <RunTroubles refused={now.refused} flagged={material.flagged} made={material.made} />
        <NeedList needs={material.needs} />
        {floor.away.value !== null && as_of !== undefined && (
          <p class="quiet">{say('age', { time: timeText(as_of) })}</p>
        )}
      </div>
      <div class="right">
        <Choice
          name="how"
          legend={say('how')}
          options={(['whole', 'weighed'] as const).map(value => ({ value, face: say(value) }))}
          chosen={how}
          choose={next => consume.edit({ how: next, lot: null, hand: null })}
        />
        {how === 'weighed' && (
          <WeighPanel
            uncounted
            value={{ hand: draft.hand, containers: 1 }}
            change={change => consume.edit({ hand: change.hand ?? null })}
          />
        )}
        <TakenList {...material} putBack={offer.putBack} />
      </div>
    </Screen>
  )
}
