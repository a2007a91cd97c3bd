import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { sendNothingHere } from './error-handler.ts'
import type { App } from './type.ts'

/**
 * Serves the built screen where no route is; an address without a file is a page of the screen, which finds its own way.
 * `dir` null: no screen, only the API.
 */
export async function serveScreen(app: App, dir: string | null): Promise<void> {
  const files = dir === null ? new Set<string>() : filesOf(dir)
  if (dir !== null) await app.register(fastifyStatic, { root: dir, serve: false, cacheControl: false })
  app.setNotFoundHandler((request, reply) => {
    const path = decoded(request.url.split('?')[0]!).slice(1)
    if (request.method !== 'GET' || /^(?:v1|api)(?:\/|$)/.test(path)) return sendNothingHere(request, reply)
    if (files.has(path)) {
      // Vite names what it builds by content.
      const forever = path.startsWith('assets/')
      return reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache').sendFile(path)
    }
    if (!files.has('index.html') || /\.[a-z0-9]+$/.test(path)) return sendNothingHere(request, reply)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

function filesOf(dir: string): Set<string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Set(paths.map(path => path.slice(join(dir, '/').length).replaceAll('\\', '/')))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
