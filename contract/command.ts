import type { Static } from 'typebox'
import { CALIBRATION_COMMANDS } from './command/calibration.ts'
import type { Body, CommandShape } from './command/command.ts'
import { DEVIATION_COMMANDS } from './command/deviation.ts'
import { DRAFT_COMMANDS } from './command/draft.ts'
import { FSMA_COMMANDS } from './command/fsma.ts'
import { HELP_COMMANDS } from './command/help.ts'
import { HOLD_COMMANDS } from './command/hold.ts'
import { HU_COMMANDS } from './command/hu.ts'
import { LOGISTICS_COMMANDS } from './command/logistics.ts'
import { LOT_COMMANDS } from './command/lot.ts'
import { MASTER_COMMANDS } from './command/master.ts'
import { MATERIAL_COMMANDS } from './command/material.ts'
import { PERSON_COMMANDS } from './command/person.ts'
import { PRINT_COMMANDS } from './command/print.ts'
import { QUALITY_COMMANDS } from './command/quality.ts'
import { RECALL_COMMANDS } from './command/recall.ts'
import { RUN_COMMANDS } from './command/run.ts'
import { SHIFT_COMMANDS } from './command/shift.ts'
import { STOCK_COMMANDS } from './command/stock.ts'
import { TEMPERATURE_COMMANDS } from './command/temperature.ts'

/** Everything that a person can do in a plant, by name. */
export const COMMANDS = {
  ...MASTER_COMMANDS,
  ...DRAFT_COMMANDS,
  ...LOT_COMMANDS,
  ...STOCK_COMMANDS,
  ...HU_COMMANDS,
  ...LOGISTICS_COMMANDS,
  ...RUN_COMMANDS,
  ...MATERIAL_COMMANDS,
  ...PERSON_COMMANDS,
  ...QUALITY_COMMANDS,
  ...HOLD_COMMANDS,
  ...DEVIATION_COMMANDS,
  ...CALIBRATION_COMMANDS,
  ...PRINT_COMMANDS,
  ...RECALL_COMMANDS,
  ...FSMA_COMMANDS,
  ...HELP_COMMANDS,
  ...SHIFT_COMMANDS,
  ...TEMPERATURE_COMMANDS,
} as const satisfies Record<string, CommandShape>

export type CommandName = keyof typeof COMMANDS
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[]

export type CommandBody<C extends CommandName> = Body<(typeof COMMANDS)[C]>
export type CommandParams<C extends CommandName> = Static<(typeof COMMANDS)[C]['params']>
export type CommandAnswer<C extends CommandName> = Static<(typeof COMMANDS)[C]['gives']>
