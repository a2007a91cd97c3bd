import type { Run, RunOutput } from '@flowviz/contract/run'
import { sumText } from '@flowviz/contract/screen/format'
import { getRun } from '@flowviz/edge-client/generated/api'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { LastRegistered } from '../lot/last-registered.tsx'
import { Choice } from '../part/choice.tsx'
import { Notice } from '../part/notice.tsx'
import { ReasonGrid } from '../part/reason-grid.tsx'
import { tally } from '../weight/range.ts'
import { WeighPanel } from '../weight/weigh-panel.tsx'
import { outputsOf, rangeOf, weightsEach } from './check-weight.ts'
import { outputOf } from './output-of.ts'
import { KINDS, type OutputState, PLACE_DEFAULT } from './output-state.ts'
import { PalletKeys } from './pallet-keys.tsx'
import { TallyCard } from './tally-card.tsx'
import { say } from './words.ts'

/** F11: what comes out of a run, weighed one after the other, with its labels, its pallet and its check-weigher. */
export function OutputScreen() {
  const { shelf } = useFloor()
  const ref = useRoute().params.run ?? ''
  const runs = shelf.runs.value.value
  const run = runs?.find(({ run_id, run_code }) => run_id === ref || run_code === ref)
  if (run !== undefined) return <OneRun key={run.run_id} run={run} />
  return (
    <Screen title={say('title', { run: ref })} back="/runs">
      <p class="quiet">{runs === null ? say('loading') : say('not_known', { run: ref })}</p>
    </Screen>
  )
}

function OneRun({ run }: { run: Run }) {
  const floor = useFloor()
  const output = outputOf(floor, run.run_code)
  const draft = output.draft.value
  const [isPlacing, setPlacing] = useState(false)
  const item = floor.shelf.items.value.value?.find(({ item_id }) => item_id === run.item_id)
  const { percent, containers } = draft
  const isGood = draft.kind === 'good'
  const range = rangeOf(isGood ? item?.nominal_weight_kg : undefined, { percent, containers })
  const made = useOutputs(run)
  const each = weightsEach(made, outputsOf(floor.outbox.entries.value ?? [], run))
  const register = async () => {
    if ((await output.register(run)) !== null) floor.sound.play('ok')
  }
  return (
    <Screen
      title={say('title', { run: run.run_code })}
      back={`/run/${encodeURIComponent(run.run_code)}`}
      class="receive"
      primary={{
        word: say(output.busy.value ? 'registering' : 'register'),
        missing: run.state === 'RUNNING' ? problemWord(output) : say('not_running'),
        busy: output.busy.value,
        run: () => void register(),
      }}
    >
      <div class="left">
        <RunFigures run={run} />
        <Choice
          name="kind"
          legend={say('kind')}
          options={KINDS.map(value => ({ value, face: say(value) }))}
          chosen={draft.kind}
          choose={kind => output.edit({ kind })}
        />
        <TallyCard
          counts={tally(each, rangeOf(item?.nominal_weight_kg, { percent, containers: 1 }))}
          {...{ range, percent }}
          away={floor.away.value !== null}
          change={next => output.edit({ percent: next })}
        />
        <Refusal output={output} />
        <LastRegistered of={output} />
      </div>
      <div class="right">
        {isPlacing ? (
          <PlaceGrid output={output} close={() => setPlacing(false)} />
        ) : (
          <WeighPanel value={draft} change={output.edit} range={range}>
            <PlaceKey output={output} open={() => setPlacing(true)} />
            <PalletKeys
              pallet={draft.pallet}
              waits={output.pallet_waits.value}
              open={() => void output.newPallet()}
              close={output.closePallet}
            />
          </WeighPanel>
        )}
      </div>
    </Screen>
  )
}

/** The outputs of the run as the appliance has them, asked for anew when the run changes. */
function useOutputs({ run_id, totals }: Run): readonly RunOutput[] {
  const { access } = useFloor()
  const [outputs, setOutputs] = useState<readonly RunOutput[]>([])
  useEffect(() => {
    void access
      .ask(() => getRun(run_id))
      .then(answer => {
        if (answer.ok) setOutputs(answer.value.outputs)
      })
  }, [access, run_id, totals])
  return outputs
}

function RunFigures({ run: { product, totals, planned } }: { run: Run }) {
  const made = sumText((totals.good_mg / 1_000_000).toFixed(6))
  return (
    <p>
      <b>{product}</b> · {say('made', { kg: made })}{' '}
      {planned !== null && say('planned', { kg: sumText(planned.weight_kg) })}
    </p>
  )
}

function problemWord({ problem }: OutputState): string | null {
  const found = problem.value
  if (found === null) return null
  return 'weight' in found ? found.weight : say('missing_waits', { lot: found.waits_for })
}

function PlaceKey({ output, open }: { output: OutputState; open: () => void }) {
  const { shelf } = useFloor()
  const id = output.draft.value.location_id ?? PLACE_DEFAULT
  const place = shelf.locations.value.value?.find(({ location_id }) => location_id === id)?.title ?? say('receiving')
  return (
    <button type="button" class="button" onClick={open}>
      {say('where', { place })}
    </button>
  )
}

const STANDS: ReadonlySet<string> = new Set(['dock', 'storage', 'lane', 'line', 'dispatch'])

function PlaceGrid({ output, close }: { output: OutputState; close: () => void }) {
  const { shelf } = useFloor()
  const places = (shelf.locations.value.value ?? []).filter(one => one.active !== false && STANDS.has(one.kind))
  const chosen = places.find(({ location_id }) => location_id === output.draft.value.location_id)?.title ?? null
  const choose = (title: string) => {
    const location_id = places.find(one => one.title === title)?.location_id ?? null
    // What stands elsewhere goes on a pallet of its own.
    output.edit({ location_id, pallet: null })
    close()
  }
  return <ReasonGrid title={say('choose_place')} reasons={places.map(({ title }) => title)} {...{ chosen, choose }} />
}

function Refusal({ output }: { output: OutputState }) {
  const refusal = output.refusal.value ?? output.pallet_refusal.value
  if (refusal === null) return null
  return <Notice title={refusal.title} hint={refusal.hint} />
}
