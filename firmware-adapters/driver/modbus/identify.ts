import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../../driver.ts'
import { cellOf } from '../../profile/cell.ts'
import type { Profile } from '../../profile/schema.ts'
import { numberOf, textOf } from '../../protocol/modbus-registers.ts'
import type { RegisterTransport } from '../../transport/register.ts'
import { ask, isSilence } from './sweep.ts'

/**
 * Reads what tells this device from others: at the start and after every silence, before any value is believed.
 * `silent` when it did not answer; a device that refuses the question has answered.
 * @throws FlowError config_invalid when it is another device, or the line is gone
 */
export async function identify(
  unit: RegisterTransport,
  profile: Profile,
  notice: Task['notice'],
): Promise<'known' | 'silent'> {
  const { identify: question, transport } = profile
  if (question === undefined) return 'known'
  const { read, expect } = question
  const reply = await ask(unit, cellOf(read, transport), notice)
  if (isSilence(reply)) return 'silent'
  if (!reply.ok) return 'known'
  const said = answerOf(read.type, reply.registers, read.order)
  if (expect === undefined || agrees(said, expect)) return 'known'
  throw new FlowError('config_invalid', `It answers ${said} where ${profile.profile} would not.`, {
    hint: 'Check the unit id, the profile and its version, and what hangs at the end of this line.',
  })
}

type Read = NonNullable<Profile['identify']>['read']
type Expected = NonNullable<NonNullable<Profile['identify']>['expect']>

function answerOf(type: Read['type'], registers: readonly number[], order: Read['order']): string | number | null {
  if (type === 'bool') return registers[0] ?? null
  return type === 'text' ? textOf(registers, order) : numberOf(registers, type, order)
}

function agrees(said: string | number | null, expect: Expected): boolean {
  if ('text' in expect) return typeof said === 'string' && said.includes(expect.text)
  if (typeof said !== 'number') return false
  return 'equals' in expect ? said === expect.equals : said >= expect.range[0] && said <= expect.range[1]
}
