import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Problem } from '@flowviz/contract/error'
import type { FastifyInstance, RawServerDefault } from 'fastify'
import type { Logger } from 'pino'

/** The app as the doors see it: inputs and answers are typed by their TypeBox schemas. */
export type Doors = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger, TypeBoxTypeProvider>

const refusal = {
  description: 'A refusal with a stable code.',
  content: { 'application/problem+json': { schema: Problem } },
}

/** Every route can refuse. */
export const REFUSAL = { '4xx': refusal, '5xx': refusal } as const
