import { createReadStream } from 'node:fs'
import { FlowError } from '@flowviz/contract/error'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'

// Of the package only two files are served, as they are: its plugin would add ten routes and a second document.
const fromPackage = (name: string) => new URL(import.meta.resolve(`@fastify/swagger-ui/static/${name}`))

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of this appliance</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`

// The validator is a service in the internet; without the null it is asked for a badge.
const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
})
`

const FILES: Readonly<Record<string, { type: string; body: string | URL }>> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8', body: fromPackage('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8', body: fromPackage('swagger-ui-bundle.js') },
  'start.js': { type: 'text/javascript; charset=utf-8', body: START },
}

/** The API description to read and to try, from files of the appliance itself: it needs no internet. */
export function docs(app: Doors): void {
  app.get(
    '/api/docs',
    {
      schema: {
        operationId: 'docs',
        tags: ['box'],
        response: { 200: { content: { 'text/html': { schema: Type.String() } } }, ...REFUSAL },
      },
    },
    async (_request, reply) => reply.type('text/html; charset=utf-8').serializer(String).send(PAGE),
  )

  app.get(
    '/api/docs/:file',
    {
      schema: {
        operationId: 'docsFile',
        tags: ['box'],
        params: Type.Object({ file: Type.String() }),
        response: { 200: { content: { '*/*': { schema: Type.Unknown() } } }, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const file = Object.hasOwn(FILES, request.params.file) ? FILES[request.params.file] : undefined
      if (file === undefined) throw new FlowError('not_found')
      const { type, body } = file
      reply.type(type).header('cache-control', 'private, max-age=3600')
      return reply.send(typeof body === 'string' ? body : createReadStream(body))
    },
  )
}
