import { countText } from '@flowviz/contract/screen/format'
import { deviceMark, type Tone } from '@flowviz/contract/screen/mark'
import { useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { RegisterButton } from '../lot/register-button.tsx'

/** The tasks of this station on the left, the one main action of the task always at the bottom right. */
export function BottomBar({ floor }: { floor: Floor }) {
  const { path } = useLocation()
  const troubles = floor.devices.inTrouble.value
  const alarms = floor.temperatures.value.filter(point => point.mark.tone === 'alarm').length
  return (
    <footer class="bottom-bar">
      <nav aria-label="Tasks">
        <Tab href="/" path={path} word="Receive" note="register a lot" />
        <Tab href="/lots" path={path} word="Lots today" note={countText(floor.lots.today.value.length, 'lot')} />
        <Tab
          href="/temperatures"
          path={path}
          word="Temperatures"
          note={alarms === 0 ? 'no alarm' : countText(alarms, 'alarm')}
          tone={alarms > 0 ? 'alarm' : null}
        />
        <Tab
          href="/devices"
          path={path}
          word="Devices"
          note={troubles.length === 0 ? 'all working' : `${troubles.length} to fix`}
          tone={troubles[0] === undefined ? null : deviceMark(troubles[0].state).tone}
        />
      </nav>
      {path === '/' ? (
        <RegisterButton floor={floor} />
      ) : (
        <a class="button primary" data-kind="primary" href="/">
          Receive a lot
        </a>
      )}
    </footer>
  )
}

interface TabProps {
  href: string
  path: string
  word: string
  note: string
  tone?: Tone | null
}

function Tab({ href, path, word, note, tone = null }: TabProps) {
  return (
    <a class="tab" href={href} aria-current={path === href ? 'page' : undefined}>
      <b>{word}</b>
      {tone !== null ? (
        <span class="mark" data-tone={tone}>
          {note}
        </span>
      ) : (
        <span>{note}</span>
      )}
    </a>
  )
}
