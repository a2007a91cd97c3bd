import { ErrorBoundary, lazy, Route, Router } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { HomeScreen } from '../home/home-screen.tsx'
import { RecallWatch } from '../recall/recall-watch.tsx'
import { LockBar } from '../session/lock-screen.tsx'
import { SessionBars } from '../session/session-bars.tsx'
import { AttentionStrip } from './attention-strip.tsx'
import { OPEN_PATHS } from './open-paths.ts'
import { ROUTES } from './routes.ts'
import { ScreenError } from './screen-error.tsx'
import { TopBar } from './top-bar.tsx'

const OwnPinScreen = lazy(() => import('../session/own-pin-screen.tsx').then(module => module.OwnPinScreen))
const UpdateNotice = lazy(() => import('../offline/update-notice.tsx').then(module => module.UpdateNotice))

/** The frame around one task. */
export function Frame({ floor }: { floor: Floor }) {
  return (
    <div class="frame">
      <TopBar />
      <div class="told">
        <RecallWatch floor={floor} />
        <SessionBars floor={floor} />
        <AttentionStrip />
        <ErrorBoundary>{floor.offline.demanded.value && <UpdateNotice lock={floor.session.lock} />}</ErrorBoundary>
      </div>
      <ScreenError report={floor.report}>{floor.session.mustChange.value ? <Must /> : <Tasks />}</ScreenError>
    </div>
  )
}

function Tasks() {
  return (
    <Router>
      {ROUTES.map(([path, screen]) => (
        <Route key={path} path={path} component={screen} />
      ))}
      <Route default component={HomeScreen} />
    </Router>
  )
}

/** All that is open to whom somebody else gave a PIN, whatever the address says. */
const Must = () => (
  <ErrorBoundary>
    <OwnPinScreen />
  </ErrorBoundary>
)

/** What is done at a tablet with nobody signed in. */
export function OpenFrame({ floor }: { floor: Floor }) {
  return (
    <div class="frame">
      <LockBar floor={floor} />
      <ScreenError report={floor.report}>
        <Router>
          {ROUTES.filter(([path]) => OPEN_PATHS.has(path)).map(([path, screen]) => (
            <Route key={path} path={path} component={screen} />
          ))}
        </Router>
      </ScreenError>
    </div>
  )
}
