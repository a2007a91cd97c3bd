// Takes the place of the screen's service worker when the appliance is told to (FLOWVIZ_SW_KILL=1): whatever that one
// did wrong, the screen comes from the appliance again. IndexedDB is not touched: the tablet's queue is in it.
let replaced = false

self.addEventListener('install', () => {
  replaced = self.registration.active !== null
  self.skipWaiting()
})

self.addEventListener('activate', event => event.waitUntil(retire()))

async function retire() {
  const names = await caches.keys()
  await Promise.all(names.map(name => caches.delete(name)))
  // A page that was loaded without a worker needs no reload; without this one that registers again would never rest.
  const pages = replaced || names.length > 0 ? await self.clients.matchAll({ type: 'window' }) : []
  await self.registration.unregister()
  await Promise.all(pages.map(page => page.navigate(page.url).catch(() => undefined)))
}
