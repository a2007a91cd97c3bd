import type { Static } from 'typebox'
import type { Body, CommandShape } from './command/command.ts'
import { DRAFT_COMMANDS } from './command/draft.ts'
import { LOT_COMMANDS } from './command/lot.ts'
import { MASTER_COMMANDS } from './command/master.ts'
import { PERSON_COMMANDS } from './command/person.ts'

/** Everything that a person can do in a plant, by name. */
export const COMMANDS = {
  ...MASTER_COMMANDS,
  ...DRAFT_COMMANDS,
  ...LOT_COMMANDS,
  ...PERSON_COMMANDS,
} as const satisfies Record<string, CommandShape>

export type CommandName = keyof typeof COMMANDS
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

export type CommandBody<C extends CommandName> = Body<(typeof COMMANDS)[C]>
export type CommandParams<C extends CommandName> = Static<(typeof COMMANDS)[C]['params']>
export type CommandAnswer<C extends CommandName> = Static<(typeof COMMANDS)[C]['gives']>
