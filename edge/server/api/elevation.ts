import { FlowError } from '@flowviz/contract/error'
import { STEP_UP } from '@flowviz/contract/permission'
import type { SiteSettings } from '@flowviz/contract/plant/settings'
import type { FastifyRequest } from 'fastify'
import type { PlantReader } from '../parts.ts'
import { signedInOf } from './identity.ts'

/**
 * Where signatures are strict, a door of the administration takes a token that is fresh from the secret. `route` is the
 * command's own, also when it came in a batch. @throws FlowError step_up_needed
 */
export function requireElevated(request: FastifyRequest, route: string, { reader }: { reader: PlantReader }): void {
  if (!STEP_UP.has(route) || signedInOf(request).elevated) return
  const settings = reader.record('site', 'settings')?.body.settings as SiteSettings | undefined
  if (settings?.strict_signature === true) throw new FlowError('step_up_needed')
}
