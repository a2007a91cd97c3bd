import type { CommandAnswer, CommandName } from '@flowviz/contract/command'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'

/** Decides a command within the transaction: appends its events and gives its answer, or refuses by a FlowError. */
export type Rule<C extends CommandName> = (ask: Ask<C>, context: Context) => CommandAnswer<C>
export type Rules = { [C in CommandName]: Rule<C> }
