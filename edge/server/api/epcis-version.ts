import { CBV_VERSION, SCHEMA_VERSION } from '@flowviz/contract/epcis/document'
import type { FastifyReply } from 'fastify'

/** What every answer of EPCIS says of itself. */
export const versions = (reply: FastifyReply): FastifyReply =>
  reply.headers({ 'gs1-epcis-version': SCHEMA_VERSION, 'gs1-cbv-version': CBV_VERSION })
