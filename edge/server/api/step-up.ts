import { FlowError } from '@flowviz/contract/error'
import { Elevation, StepUp } from '@flowviz/contract/user'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import { prove } from './prove.ts'
import { ELEVATED_S } from './token.ts'

/** The secret once more gives a token that opens the doors of the administration for five minutes. */
export function stepUp(app: Doors, parts: DoorParts): void {
  app.post(
    '/api/v1/step-up',
    { schema: { operationId: 'stepUp', tags: ['session'], body: StepUp, response: { 200: Elevation, ...REFUSAL } } },
    async request => {
      const { person_id, session_id, station } = signedInOf(request)
      const credential = parts.reader.credentialOf(person_id)
      if (credential === null) throw new FlowError('token_invalid')
      const claim = { account: credential.person.name, credential, code: 'credentials_wrong' as const }
      const { person } = await prove(parts, request, { ...claim, secret: request.body.secret })
      const access_token = await parts.tokens.issue({ person, session_id, station, elevated: true })
      return { access_token, expires_in_s: ELEVATED_S }
    },
  )
}
