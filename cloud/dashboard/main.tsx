import { render } from 'preact'
import { LocationProvider } from 'preact-iso'
import { DashboardScreen } from './dashboard-screen.tsx'
import { createDashboard } from './dashboard-state.ts'

const BEAT_MS = 1_000

const dashboard = createDashboard({
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  random: Math.random,
})

setInterval(dashboard.beat, BEAT_MS)
void dashboard.session.resume()

render(
  <LocationProvider>
    <DashboardScreen dashboard={dashboard} />
  </LocationProvider>,
  document.getElementById('dashboard') as HTMLElement,
)
