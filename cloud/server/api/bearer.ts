import { FlowError } from '@flowviz/contract/error'
import type { FastifyRequest } from 'fastify'

/** The token of `authorization: Bearer ...`. @throws FlowError unauthenticated. */
export function bearerOf(request: FastifyRequest): string {
  const found = /^Bearer ([A-Za-z0-9._-]{16,4096})$/i.exec(request.headers.authorization ?? '')
  if (found === null) throw new FlowError('unauthenticated')
  return found[1]!
}
