import { decimalOf } from '@flowviz/contract/decimal'
import type { Channel } from '@flowviz/contract/device'
import type { Measurement } from '@flowviz/contract/measurement'
import { qualityOf, type Reason } from '@flowviz/contract/quality'
import { decimalText } from '../../payload/decimal-text.ts'
import { type Telegram, valueIn } from '../../protocol/weihenstephan.ts'
import type { WeihenstephanSettings } from './settings.ts'

export type Tag = WeihenstephanSettings['tags'][string]

/** What a telegram says of a channel; null when it answers another question. */
export function decode(
  told: Telegram,
  { tag, type = 'uint32', places = 0 }: Tag,
  channel: Channel,
): Measurement | null {
  if (told.kind === 'alive' || told.kind === 'noise' || told.tag !== tag) return null
  if (told.kind === 'refused') return measured(channel, null, told.reason)
  const exact = valueIn(told.bits, type)
  if (exact === null) return measured(channel, null, 'sensor_fault')
  const value = decimalText(decimalOf(exact.integer, type === 'float32' ? exact.places : places))
  return value === null ? measured(channel, null, 'out_of_physical_range') : measured(channel, value, 'ok')
}

function measured({ name, unit }: Channel, value: string | null, reason: Reason): Measurement {
  return { channel: name, value, unit, quality: qualityOf(reason), reason }
}
