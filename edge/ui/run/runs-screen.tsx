import { useLocation } from 'preact-iso'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { isOnItsWay } from '../outbox/entry.ts'
import { useScan } from '../scan/use-scan.ts'
import { RunRow } from './run-card.tsx'
import { RUN_GROUPS, runList } from './run-list.ts'
import { useRuns } from './use-run.ts'
import { say } from './words.ts'

/** The runs that somebody can do something with here, what is to be worked on now first. A scan opens its run. */
export function RunsScreen() {
  const floor = useFloor()
  const { route } = useLocation()
  const runs = useRuns()
  useScan(floor.scan.bus, async scan => {
    const code = scan.raw.trim().toUpperCase()
    const finding = await scan.finding()
    const run_id = finding.kind === 'lot' ? finding.lot.run_id : null
    const found = runs?.find(({ run }) => run.run_code === code || run.run_id === run_id)
    if (found === undefined) return false
    floor.sound.play('ok')
    route(hrefOf(found.run.run_code))
    return true
  })
  const list = runList(runs ?? [], floor.station.value)
  const isEmpty = RUN_GROUPS.every(group => list[group].length === 0)
  const planned = (floor.outbox.entries.value ?? []).filter(entry => entry.command === 'plan-run' && isOnItsWay(entry))
  return (
    <Screen title={say('runs')} class="runs" primary={{ word: say('plan'), run: () => route('/runs/plan') }}>
      {runs === null ? <p class="quiet">{say('loading')}</p> : isEmpty && <p class="notice">{say('none')}</p>}
      {planned.length > 0 && (
        <p class="notice" data-waits={true} role="status">
          {say('plan_waits', { n: planned.length })}
        </p>
      )}
      {RUN_GROUPS.filter(group => list[group].length > 0).map(group => (
        <section key={group}>
          <h2>{say(`group_${group}`)}</h2>
          <ul class="rows">
            {list[group].map(now => (
              <RunRow key={now.run.run_id} now={now} href={hrefOf(now.run.run_code)} />
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}

const hrefOf = (run_code: string) => `/run/${encodeURIComponent(run_code)}`
