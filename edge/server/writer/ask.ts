import type { CommandBody, CommandName, CommandParams } from '@flowviz/contract/command'
import type { Actor } from '@flowviz/contract/identity'
import type { WeightEvidence } from '@flowviz/contract/lot-word'
import type { Signer } from '@flowviz/contract/signature'

/** Names a command for ever: the same key and digest give the same answer, the same key and another digest are refused. */
export interface IdempotencyKey {
  key: string
  /** Hex SHA-256 of the request (person, route and body). */
  digest: string
}

/** A scale's reading as the main thread captured it for a command; the weight's text is `measurement.value`. */
export type CapturedWeight = Extract<WeightEvidence, { method: 'captured' }>

/** A command of a person on its way to the rule of its name. Secrets were checked and taken out before. */
export interface Ask<C extends CommandName = CommandName> {
  name: C
  actor: Actor
  params: CommandParams<C>
  body: CommandBody<C>
  captured: CapturedWeight | null
  signer: Signer | null
  witness: Signer | null
}
