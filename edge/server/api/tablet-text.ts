import { isDeeper } from '@flowviz/contract/depth'
import { FlowError } from '@flowviz/contract/error'
import { Name } from '@flowviz/contract/name'
import { TabletCommand } from '@flowviz/contract/tablet'
import { isTimestamp, timestampOf } from '@flowviz/contract/time'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { inputCheck } from './validation.ts'

const DEPTH_MAX = 32
const check = inputCheck(TabletCommand, 'body')

/** The command that a signed text says. @throws FlowError tablet_command_invalid */
export function commandOf(text: string, { site, tablet_id }: { site: string; tablet_id: string }): TabletCommand {
  const said = parsed(text)
  if (isDeeper(said, DEPTH_MAX)) throw invalid(`it has more than ${DEPTH_MAX} levels`)
  const result = check(said)
  if ('error' in result) throw invalid(result.error.message, result.error)
  const command = result.value as TabletCommand
  if (command.site !== site || command.tablet_id !== tablet_id)
    throw invalid(`it is of tablet ${command.tablet_id} at ${command.site}`)
  return command
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('a key could poison a prototype')
      return value
    })
  } catch (cause) {
    throw invalid('it is not JSON', cause)
  }
}

const invalid = (why: string, cause?: unknown) =>
  new FlowError('tablet_command_invalid', `The signed text is no command of this tablet: ${why}.`, { cause })

const Placed = Type.Object({
  site: Name,
  tablet_id: Name,
  epoch: Uuid,
  seq: Type.Integer({ minimum: 1 }),
  key: Type.String({ maxLength: 64 }),
})

/** Where a command stands in the order of its tablet. */
export type Place = Pick<TabletCommand, 'epoch' | 'seq' | 'key'>

/** The place of a text that says no command, as one of another release may: its number was received all the same. */
export function placeOf(text: string, { site, tablet_id }: { site: string; tablet_id: string }): Place | null {
  try {
    const said = Value.Parse(Placed, parsed(text))
    return said.site === site && said.tablet_id === tablet_id ? said : null
  } catch {
    return null
  }
}

/** When a command was done: by the tablet's clock, put right by what is known of it, and never later than now. */
export function doneAt({ occurred_at, skew_ms }: TabletCommand, now: number): string {
  const ms = isTimestamp(occurred_at) ? Date.parse(occurred_at) - (skew_ms ?? 0) : now
  return timestampOf(ms > 0 ? Math.min(ms, now) : now)
}
