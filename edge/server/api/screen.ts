import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, normalize, resolve, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ClientDemand } from '../parts.ts'
import { refuseUnknown } from './error-handler.ts'

/** The service worker of the screen, and what takes its place when the appliance is told to end it. */
const WORKER = '/sw.js'
const WORKER_END = new URL('end-worker.js', import.meta.url)
const NOT_BUILT =
  'The floor screen is not built. Run `npm run build` and start the appliance again with FLOWVIZ_UI_DIR.\n'

/**
 * Serves the built floor screen beside the API. An address that no door and no file has gets the screen itself, which
 * finds its own way; below /api/ it gets a problem.
 */
export function screen(
  app: FastifyInstance,
  { ui_dir, client }: { ui_dir: string | null; client: ClientDemand },
): void {
  const ending = client.kill_switch ? readFileSync(WORKER_END, 'utf8') : null
  const root = ui_dir === null ? null : resolve(ui_dir)
  // The build packs its files once and well (edge/ui/pack-assets.config.ts); a tablet on bad Wi-Fi loads a third.
  if (root !== null) app.register(fastifyStatic, { root, serve: false, index: false, preCompressed: true })
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (!readsPage(request.method, path)) return refuseUnknown(app, request, reply)
    if (ending !== null && path === WORKER)
      return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(ending)
    if (root === null || !(await isFile(join(root, 'index.html'))))
      return reply.code(503).type('text/plain').serializer(String).send(NOT_BUILT)
    const file = fileOf(root, path)
    if (file !== null && (await isFile(join(root, file)))) {
      // Vite names assets by their content, so they never change; everything else is asked for again.
      const cache = file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      return reply.header('cache-control', cache).sendFile(file, { cacheControl: false })
    }
    if (/\.[a-z0-9]+$/i.test(path)) return refuseUnknown(app, request, reply)
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
}

const readsPage = (method: string, path: string) =>
  (method === 'GET' || method === 'HEAD') && !/^\/(api|health|ready|metrics)(\/|$)/.test(path)

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )

/** The path of an address below the folder of the screen; null when it leads out of it or is not a path. */
function fileOf(root: string, path: string): string | null {
  try {
    const inside = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, '')
    return inside !== '' && !inside.includes('\0') && join(root, inside).startsWith(root + sep) ? inside : null
  } catch {
    return null
  }
}
