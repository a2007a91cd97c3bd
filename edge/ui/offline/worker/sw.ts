import { createShell, type ShellFile } from '../shell.ts'
import { TAKE_OVER } from '../take-over.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: ShellFile[] }

const shell = createShell({
  // The build writes the list of its files here, and looks for exactly these words.
  files: self.__WB_MANIFEST,
  caches: self.caches,
  fetch: request => self.fetch(request),
  origin: self.location.origin,
})

async function begin(): Promise<void> {
  // Another window may still show the older screen: its files stay until the next update.
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.length <= 1) await shell.tidy()
  // Without this the very first visit would not work offline until it is loaded again.
  await self.clients.claim()
}

self.addEventListener('install', event => event.waitUntil(shell.fill()))
self.addEventListener('activate', event => event.waitUntil(begin()))
self.addEventListener('message', event => {
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting())
})
self.addEventListener('fetch', event => {
  const answer = shell.answer(event.request)
  if (answer !== null) event.respondWith(answer)
})
