import type { ComponentChildren } from 'preact'
import { useFloor } from './floor-context.ts'
import { HoldButton } from './hold-button.tsx'
import { Icon } from './icon.tsx'
import type { Primary } from './primary.ts'
import { say } from './words.ts'

interface BottomBarProps {
  back: string | null
  primary: Primary | null
  more?: ComponentChildren
}

/** The way back on the left, what can be taken back beside it, the one main action always at the bottom right. */
export function BottomBar({ back, primary, more }: BottomBarProps) {
  const { undo } = useFloor()
  const offered = undo.offered.value
  return (
    <footer class="bottom-bar">
      {back !== null && (
        <a class="button back" href={back}>
          <Icon name="back" />
          {say('back')}
        </a>
      )}
      <div class="undo" role="status">
        {offered !== null && (
          <>
            <span>{offered.done}</span>
            <button type="button" class="button" onClick={undo.take}>
              <Icon name="undo" />
              {say('undo')}
            </button>
          </>
        )}
      </div>
      {/* Left of all keys: a word that comes or goes never moves a key from under a finger. */}
      {primary?.missing != null && (
        <p class="missing" role="status">
          {primary.missing}
        </p>
      )}
      {more}
      {primary !== null && <PrimaryButton primary={primary} />}
    </footer>
  )
}

function PrimaryButton({ primary }: { primary: Primary }) {
  const { word, run, missing = null, busy = false, hold = false } = primary
  const disabled = missing !== null || busy
  return (
    <div class="main-action">
      {hold ? (
        <HoldButton class="button primary" kind="primary" disabled={disabled} run={run}>
          {word}
        </HoldButton>
      ) : (
        <button type="button" class="button primary" data-kind="primary" disabled={disabled} onClick={run}>
          {word}
        </button>
      )}
    </div>
  )
}
