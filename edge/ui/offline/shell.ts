/** A file of the screen as its build lists it; a revision of null: the name changes with the content. */
export interface ShellFile {
  url: string
  revision: string | null
}

export interface ShellParts {
  files: readonly ShellFile[]
  caches: Pick<CacheStorage, 'open'>
  fetch: (request: Request) => Promise<Response>
  origin: string
}

/** The files of the screen on this tablet: what the service worker keeps, and what it answers from. */
export interface Shell {
  /** Fetches what is not here yet; a try that was cut off goes on where it stopped. Rejects when one file is missing. */
  fill: () => Promise<void>
  /** Throws away what no longer belongs to the screen. */
  tidy: () => Promise<void>
  /** Null: the request is none of the worker's business and goes its usual way. */
  answer: (request: Request) => Promise<Response> | null
}

/** One cache for all builds: its keys carry the revision, so an update fetches only what changed. */
export const SHELL_CACHE = 'flowviz-shell'

const PAGE = '/index.html'
/** What the appliance answers itself, live stream included. Never kept, never stood in for. */
const DOORS = /^\/(api|ca|docs|health|metrics|ready|setup)([/.]|$)/
/** The reader of the camera is large and most tablets have a scanner: kept when it is first asked for. */
const ON_DEMAND = /\.wasm$/
/** Few at a time: the screen itself is using the same bad Wi-Fi. */
const AT_ONCE = 4

export function createShell({ files, caches, fetch, origin }: ShellParts): Shell {
  const kept = new Map(files.map(file => [new URL(file.url, origin).pathname, file]))
  const keyOf = (path: string, { revision }: ShellFile) =>
    `${origin}${path}${revision === null ? '' : `?revision=${revision}`}`
  const keys = () => [...kept].map(([path, file]) => keyOf(path, file))

  const load = async (path: string, file: ShellFile): Promise<void> => {
    // A name that changes with its content may come from the browser's own cache, where the first visit left it.
    const request = new Request(origin + path, { cache: file.revision === null ? 'default' : 'reload' })
    const response = await fetch(request)
    if (!isOurs(response, path)) throw new Error(`${path} was answered by something else: ${response.status}`)
    await (await caches.open(SHELL_CACHE)).put(keyOf(path, file), response)
  }
  const fill = async (): Promise<void> => {
    const cache = await caches.open(SHELL_CACHE)
    const there = new Set((await cache.keys()).map(({ url }) => url))
    const missing = [...kept].filter(([path, file]) => !ON_DEMAND.test(path) && !there.has(keyOf(path, file)))
    const next = missing.values()
    const loadNext = async (): Promise<void> => {
      for (const [path, file] of next) await load(path, file)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, loadNext))
  }
  const tidy = async (): Promise<void> => {
    const cache = await caches.open(SHELL_CACHE)
    const ours = new Set(keys())
    const old = (await cache.keys()).filter(({ url }) => !ours.has(url))
    await Promise.all(old.map(request => cache.delete(request)))
  }
  const give = async (request: Request, path: string): Promise<Response> => {
    const file = kept.get(path)!
    const cache = await caches.open(SHELL_CACHE)
    const found = await cache.match(keyOf(path, file), { ignoreVary: true })
    if (found !== undefined) return found
    const response = await fetch(request)
    // Under a name that stays the same the appliance may have a newer file by now: only fill() may keep that.
    if (file.revision === null && isOurs(response, path)) await cache.put(keyOf(path, file), response.clone())
    return response
  }
  return {
    fill,
    tidy,
    answer: request => {
      const { origin: asked, pathname } = new URL(request.url)
      if (request.method !== 'GET' || asked !== origin || DOORS.test(pathname)) return null
      const isPlace = request.mode === 'navigate' && !/\.\w+$/.test(pathname)
      const path = isPlace ? PAGE : pathname
      return kept.has(path) ? give(request, path) : null
    },
  }
}

/** The sign-in page of a foreign Wi-Fi answers everything with 200 and HTML. */
function isOurs(response: Response, path: string): boolean {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  return response.ok && !response.redirected && isPage === path.endsWith('.html')
}
