import { ping } from '@flowviz/edge-client/generated/api'
import { useEffect, useMemo } from 'preact/hooks'
import { useFloor } from '../frame/floor-context.ts'
import { Screen } from '../frame/screen.tsx'
import { CheckRow } from './check-row.tsx'
import { type CheckState, createCheckState } from './check-state.ts'
import type { CheckKey } from './judge-tablet.ts'
import { ScannerLab } from './scanner-lab.tsx'
import { SoundTest } from './sound-test.tsx'
import { TouchPad } from './touch-pad.tsx'
import { say } from './words.ts'

/** F20: what a technician looks at before a tablet is handed over, and when it does not do what it should. */
export function CheckScreen() {
  const floor = useFloor()
  const check = useMemo(
    () =>
      createCheckState({
        version: __FLOWVIZ_VERSION__,
        offline: floor.offline.standing,
        queue: floor.outbox,
        ping: () => ping(),
        wall: () => Date.now(),
        ...floor.scan.clocks,
      }),
    [floor],
  )
  useEffect(() => void check.run(), [check])
  const asked = check.asked.value
  return (
    <Screen
      title={say('title')}
      class="device-check"
      primary={{
        word: asked === null ? say('again') : say('running', { n: asked }),
        run: () => void check.run(),
        busy: asked !== null,
      }}
    >
      <TabletPanel check={check} />
      <ScannerLab scan={floor.scan} />
      <SoundTest sound={floor.sound} />
      <TouchPad />
    </Screen>
  )
}

const NEXT: Partial<Record<CheckKey, Parameters<typeof say>[0] & `next_${string}`>> = {
  server_version: 'next_server_version',
  secure: 'next_secure',
  worker: 'next_worker',
  persist: 'next_persist',
  storage: 'next_storage',
  heap: 'next_heap',
  queue: 'next_queue',
  network: 'next_network',
  clock: 'next_clock',
  locks: 'next_locks',
  camera: 'next_camera',
}

function TabletPanel({ check }: { check: CheckState }) {
  const checks = check.checks.value
  const persisted = checks.find(({ key }) => key === 'persist')?.good
  return (
    <section class="panel" aria-labelledby="this-tablet">
      <h2 id="this-tablet">{say('this_tablet')}</h2>
      <ul>
        {checks.map(({ key, good, value }) => {
          const next = NEXT[key]
          const waits = good === null && check.asked.value !== null
          return (
            <CheckRow
              key={key}
              name={say(key)}
              standing={good}
              value={value}
              next={next === undefined || waits ? null : say(next)}
            />
          )
        })}
      </ul>
      {persisted === false && (
        <button type="button" class="button" onClick={() => void check.persist()}>
          {say('ask_persist')}
        </button>
      )}
    </section>
  )
}
