import { render } from 'preact'
import { FloorScreen } from './floor-screen.tsx'
import { createFloor } from './floor-state.ts'

const BEAT_MS = 200

const floor = createFloor({
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  // crypto.randomUUID is absent on plain http; this is not.
  randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
  storage: localStorage,
})

// The set-up sheet of a tablet opens `?station=receiving-1` once; `?theme=night` is for cold stores.
const asked = new URLSearchParams(location.search)
const station = asked.get('station')
if (station !== null) floor.station.value = station
const theme = asked.get('theme') ?? localStorage.getItem('flowviz.theme')
if (theme === 'night' || theme === 'day') {
  document.documentElement.dataset.theme = theme
  localStorage.setItem('flowviz.theme', theme)
}

setInterval(floor.clock.beat, BEAT_MS)
void floor.session.resume()
void floor.session.loadPeople()

render(<FloorScreen floor={floor} />, document.getElementById('floor') as HTMLElement)
