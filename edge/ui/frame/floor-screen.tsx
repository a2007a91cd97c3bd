import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import type { Floor } from '../floor-state.ts'
import { HomeScreen } from '../home/home-screen.tsx'
import { RecallWatch } from '../recall/recall-watch.tsx'
import { ScanLayer } from '../scan/scan-layer.tsx'
import { LockBar, LockScreen } from '../session/lock-screen.tsx'
import { SessionBars } from '../session/session-bars.tsx'
import { AttentionStrip } from './attention-strip.tsx'
import { FloorContext } from './floor-context.ts'
import { OPEN_PATHS, ROUTES } from './routes.ts'
import { ScreenError } from './screen-error.tsx'
import { TopBar } from './top-bar.tsx'
import { say } from './words.ts'

const UpdateNotice = lazy(() => import('../offline/update-notice.tsx').then(module => module.UpdateNotice))

/** The whole floor screen: sign-in, or the frame around one task. */
export function FloorScreen({ floor }: { floor: Floor }) {
  return (
    <FloorContext.Provider value={floor}>
      <LocationProvider>
        <Inside floor={floor} />
        <ScanLayer scan={floor.scan} />
      </LocationProvider>
    </FloorContext.Provider>
  )
}

function Inside({ floor }: { floor: Floor }) {
  const isOpen = OPEN_PATHS.has(useLocation().path)
  if (floor.session.resuming.value) return <p class="waiting">{say('starting')}</p>
  if (floor.session.person.value === null) return isOpen ? <OpenScreen floor={floor} /> : <LockScreen floor={floor} />
  return (
    <div class="frame">
      <TopBar />
      <div class="told">
        <RecallWatch floor={floor} />
        <SessionBars floor={floor} />
        <AttentionStrip />
        <ErrorBoundary>{floor.offline.demanded.value && <UpdateNotice lock={floor.session.lock} />}</ErrorBoundary>
      </div>
      <ScreenError report={floor.report}>
        <Router>
          {ROUTES.map(([path, screen]) => (
            <Route key={path} path={path} component={screen} />
          ))}
          <Route default component={HomeScreen} />
        </Router>
      </ScreenError>
    </div>
  )
}

/** What is done at a tablet with nobody signed in. */
function OpenScreen({ floor }: { floor: Floor }) {
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
