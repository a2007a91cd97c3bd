import { stat } from 'node:fs/promises'
import { join, normalize, resolve, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuseUnknown } from './error-handler.ts'

const NOT_BUILT =
  'The floor screen is not built. Run `npm run build` and start the appliance again with FLOWVIZ_UI_DIR.\n'

/**
 * Serves the built floor screen beside the API. An address that no door and no file has gets the screen itself, which
 * finds its own way; below /api/ it gets a problem.
 */
export function screen(app: FastifyInstance, { ui_dir }: { ui_dir: string | null }): void {
  const root = ui_dir === null ? null : resolve(ui_dir)
  if (root !== null) app.register(fastifyStatic, { root, serve: false, index: false })
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/'
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|health|ready|metrics)(\/|$)/.test(path)
    if (!isPage) return refuseUnknown(app, request, reply)
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
