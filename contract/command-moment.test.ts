import { expect, test } from 'vitest'
import { COMMAND_NAMES, COMMANDS } from './command.ts'
import { isTimed } from './command-moment.ts'

test('a tablet knows which commands may say when they were done', () => {
  expect(COMMAND_NAMES.filter(isTimed)).toEqual(
    COMMAND_NAMES.filter(name => 'occurred_at' in COMMANDS[name].body.properties),
  )
})
