import { stat } from 'node:fs/promises'
import { join, normalize, resolve, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import { sendNothingHere } from './error-handler.ts'
import type { App } from './type.ts'

/**
 * Serves the built screen where no route is; an address without a file is a page of the screen, which finds its own way.
 * Files are looked for at each request, so that a screen built anew needs no restart. `dir` null: only the API.
 */
export async function serveScreen(app: App, dir: string | null): Promise<void> {
  const root = dir === null ? null : resolve(dir)
  if (root !== null) await app.register(fastifyStatic, { root, serve: false, cacheControl: false })
  app.setNotFoundHandler(async (request, reply) => {
    const path = fileOf(request.url.split('?')[0]!)
    const page = request.method === 'GET' || request.method === 'HEAD'
    if (root === null || path === null || !page || /^(?:v1|api)(?:\/|$)/.test(path))
      return sendNothingHere(request, reply)
    if (await isFile(join(root, path))) {
      // Vite names what it builds by content.
      const forever = path.startsWith('assets/')
      return reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(path)
    }
    if (/\.[a-z0-9]+$/i.test(path) || !(await isFile(join(root, 'index.html')))) return sendNothingHere(request, reply)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )

/** The path below the folder of the screen that an address names; null when it leads out of it or is none. */
function fileOf(address: string): string | null {
  try {
    const path = normalize(decodeURIComponent(address)).replace(/^[/\\]+/, '')
    return path.includes('\0') || path === '..' || path.startsWith(`..${sep}`) ? null : path
  } catch {
    return null
  }
}
