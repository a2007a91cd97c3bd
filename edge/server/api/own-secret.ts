import { FlowError } from '@flowviz/contract/error'
import { Session } from '@flowviz/contract/identity'
import { SecretChange } from '@flowviz/contract/user'
import { hashSecret, requireStrong } from '../secret.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import type { PeopleDesk } from './people-desk.ts'
import { prove } from './prove.ts'
import { sessionOf } from './refresh.ts'

/** A person changes the own secret by the old one; other sessions of the person end, this one goes on. */
export function ownSecret(app: Doors, parts: DoorParts & { desk: PeopleDesk }): void {
  const { reader, desk, randomBytes } = parts
  app.post(
    '/api/v1/me/secret',
    {
      schema: {
        operationId: 'changeOwnSecret',
        tags: ['session'],
        body: SecretChange,
        response: { 200: Session, ...REFUSAL },
      },
    },
    async request => {
      const { person_id, session_id, station } = signedInOf(request)
      const { old_secret, secret } = request.body
      const credential = reader.credentialOf(person_id)
      if (credential === null) throw new FlowError('token_invalid')
      const account = credential.person.name
      const { person } = await prove(parts, request, {
        account,
        credential,
        secret: old_secret,
        code: 'credentials_wrong',
      })
      requireStrong(secret, { name: account, before: old_secret })
      const secret_hash = await hashSecret(secret, randomBytes(16))
      await desk(request, { name: 'change-secret', body: { person_id, secret_hash, session_id } })
      return sessionOf(parts, { person, session_id, station })
    },
  )
}
