import { get } from 'node:http'

/** Body of an answer as it travels to a browser that can unpack gzip: its bytes, and its text unpacked. */
async function travelled(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, response => {
      let bytes = 0
      response.on('data', (chunk: Uint8Array) => {
        bytes += chunk.length
      })
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} is missing`))))
    }).on('error', reject)
  })
}

export interface ScreenBytes {
  /** Script that the lock screen needs. */
  paint: number
  /** That, and the frame, which every page fetches right after without being asked. */
  entry: number
  style: number
  /** What a screen that is loaded later brings along, by its file. */
  routes: Record<string, number>
  /** All that the service worker fetches by itself. */
  precache: number
}

const IMPORT = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g

/** What the floor screen weighs as its server hands it out, in bytes as they travel. */
export async function screenBytes(url: string): Promise<ScreenBytes> {
  const text = async (path: string) => (await fetch(new URL(path, url))).text()
  const page = await text('/')
  const list = (await text('/sw.js')).match(/\[\{[^\]]*?revision[^\]]*\]/)![0]
  const files = [...list.matchAll(/url:\s*["'`]([^"'`]+)|"url":"([^"]+)"/g)].map(found => found[1] ?? found[2]!)
  const scripts = files.filter(file => file.endsWith('.js')).map(file => file.replace('assets/', ''))
  const size = new Map<string, number>()
  for (const file of files) if (!file.endsWith('.wasm')) size.set(file, await travelled(`${url}/${file}`))
  const importsOf = new Map<string, string[]>()
  for (const script of scripts)
    importsOf.set(
      script,
      [...(await text(`/assets/${script}`)).matchAll(IMPORT)].map(found => found[1]!),
    )
  const whole = (script: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(script)) return seen
    seen.add(script)
    for (const next of importsOf.get(script) ?? []) whole(next, seen)
    return seen
  }
  const sum = (names: Iterable<string>) => [...names].reduce((total, name) => total + size.get(`assets/${name}`)!, 0)
  const painted = whole(/assets\/(index-[\w-]+\.js)/.exec(page)![1]!)
  const first = new Set([...painted, ...whole(scripts.find(script => /^frame-/.test(script))!)])
  const later = scripts.filter(script => !first.has(script))
  return {
    paint: sum(painted),
    entry: sum(first),
    style: sum(files.filter(file => file.endsWith('.css')).map(file => file.replace('assets/', ''))),
    routes: Object.fromEntries(later.map(script => [script, sum([...whole(script)].filter(name => !first.has(name)))])),
    precache: [...size.values()].reduce((total, bytes) => total + bytes, 0),
  }
}
