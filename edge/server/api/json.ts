import { isDeeper } from '@flowviz/contract/depth'
import { FlowError } from '@flowviz/contract/error'
import type { FastifyInstance } from 'fastify'

// Fatal: a byte that is not UTF-8 would be stored as another text than the one that was sent.
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Levels of a body at most: what is nested deeper would exhaust whoever reads it level by level. */
const DEPTH_MAX = 64

/** Reads bodies as JSON in UTF-8 and nothing else; a key that could poison a prototype is refused. */
export function jsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser(['text/plain', 'application/json'])
  jsonBodiesOf(app, 'application/json')
}

/** Takes bodies of one more media type as JSON, within a scope of its own. */
export function jsonBodiesOf(app: FastifyInstance, mediaType: string): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser(mediaType, { parseAs: 'buffer' }, (request, body, done) => {
    let text: string
    try {
      text = decoder.decode(body as Buffer)
    } catch (cause) {
      return done(new FlowError('body_malformed', 'The body is not UTF-8.', { cause }))
    }
    return parse(request, text, (error, parsed) => {
      if (error === null && isDeeper(parsed, DEPTH_MAX))
        return done(new FlowError('body_malformed', `The body has more than ${DEPTH_MAX} levels.`))
      return done(error, parsed)
    })
  })
}
