import { render } from 'preact'
import { createFloor } from './floor-state.ts'
import { FloorScreen } from './frame/floor-screen.tsx'
import { loadFrame } from './frame/load-frame.ts'
import { keptLook } from './frame/look.ts'
import { listenToWedge } from './scan/wedge-listener.ts'
import { shelfStore } from './shelf/shelf-store.ts'
import { unlockByTouch } from './sound/sound.ts'

const BEAT_MS = 200
const OFFLINE_AFTER_MS = 1_000

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
  shelf: shelfStore(crypto.getRandomValues(new Uint32Array(2)).join('-')),
  fetch: (url, init) => fetch(url, init),
  openChannel: name => new BroadcastChannel(name),
  locks: (navigator.locks as LockManager | undefined) ?? null,
  frozen: call => {
    document.addEventListener('freeze', call)
    return () => document.removeEventListener('freeze', call)
  },
  subtle: (crypto.subtle as SubtleCrypto | undefined) ?? null,
  storageManager: navigator.storage as StorageManager | undefined,
  audio: () => (typeof AudioContext === 'undefined' ? null : new AudioContext()),
  vibrate: pattern => void navigator.vibrate?.(pattern),
  offline: {
    workers: navigator.serviceWorker as ServiceWorkerContainer | undefined,
    caches: globalThis.caches as CacheStorage | undefined,
    secure: isSecureContext,
    version: __FLOWVIZ_VERSION__,
    reload: () => location.reload(),
  },
  report: error => console.error(error),
})

keptLook({
  asked: new URLSearchParams(location.search),
  storage: localStorage,
  root: document.documentElement,
  spoken: navigator.languages,
})
const station = new URLSearchParams(location.search).get('station')
if (station !== null) floor.station.value = station

render(<FloorScreen floor={floor} />, document.getElementById('floor') as HTMLElement)

unlockByTouch(document, floor.sound)
listenToWedge(document, {
  setting: () => floor.scan.setting.peek(),
  heard: (raw, source) => void floor.scan.bus.offer(raw, source),
  seen: floor.scan.seen,
  ...floor.scan.clocks,
})

/** The first picture comes first; a page that nobody sees has none. */
const afterPaint = (call: () => void) =>
  document.hidden ? setTimeout(call) : requestAnimationFrame(() => setTimeout(call))

void floor.shelf.open()
afterPaint(() => {
  setInterval(floor.clock.beat, BEAT_MS)
  floor.open()
  void floor.session.resume()
  void loadFrame()
})
// What the tablet keeps for later is fetched when that stands.
addEventListener('load', () => setTimeout(floor.offline.start, OFFLINE_AFTER_MS), { once: true })
