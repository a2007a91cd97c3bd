import type { Said } from './said.ts'
import { filled, type Sentence, type Tongue } from './sentence-fill.ts'

const PLACE = '[. Line {line}][, {location_id}][, {station}][. {note}]'

/**
 * Every sentence that the server itself says to people: of alarms, deviations and holds. This is its English, for logs,
 * exports and headquarters, and for a screen in English; other languages say the same codes with the same params. How
 * slots are filled: contract/sentence-fill.ts.
 */
export const SENTENCES = {
  excursion_low: '{title}: {value unit} is below {limit unit}.',
  excursion_high: '{title}: {value unit} is above {limit unit}.',
  by_hand_low: '{title}: {value_c} by hand is below {limit unit}.',
  by_hand_high: '{title}: {value_c} by hand is above {limit unit}.',
  gate_value: 'Gate {gate_no}, {title}: {check}: {value unit}',
  gate_failed: 'Gate {gate_no}, {title}: failed',
  gate_failed_because: 'Gate {gate_no}, {title}: {words}',
  gate_decided: 'Gate {gate_no}, {title}: {decision}[. {words}]',
  calibration_wrong: {
    one: '{title} showed {as_found unit} at {reference unit}: {count} decision rests on it since its last good calibration.',
    other:
      '{title} showed {as_found unit} at {reference unit}: {count} decisions rest on it since its last good calibration.',
  },
  calibration_never: '{title} was never calibrated.',
  calibration_overdue: 'The calibration of {title} is overdue.',
  reviews_overdue: { one: '{count} record is overdue for review.', other: '{count} records are overdue for review.' },
  reviews_overdue_many: '{count} or more records are overdue for review.',
  stood_in_excursion: 'It stood in {location_id} during an excursion.',
  entered_excursion: 'It entered {location_id} while {monitor_id} was outside its limit.',
  returned: 'Returned by {customer_id}: {words}',
  recalled: 'Recall: {words}',
  monitor_silent: '{device_id} has given no usable {channel} for more than {missing_s}.',
  secret_reset: 'Somebody else set the secret of this person. If the person did not ask for it, act at once.',
  account_locked: 'Too many wrong secrets from {address}. A person is locked until {until_at}.',
  name_locked: 'Too many wrong secrets from {address}. "{name}", whom nobody knows here, is locked until {until_at}.',
  tablet_lost:
    'Tablet {title} lost its storage. Command {received_seq} was the last received; what was made on it after that and not sent is gone.',
  tablet_lost_all:
    'Tablet {title} lost its storage. None of its commands had been received; what was made on it after that and not sent is gone.',
  tablet_skipped: {
    one: 'Tablet {title} skipped a number ({from_seq}); {received_seq} was the last received before. Ask who worked on it.',
    other:
      'Tablet {title} skipped {count} numbers ({from_seq} to {to_seq}); {received_seq} was the last received before. Ask who worked on it.',
  },
  tablet_questioned:
    'Tablet {title} sent a command ({command}) of {done_at} by a person who was disabled at {disabled_at}. It was done; review it.',
  help_called: `{reason}${PLACE}`,
  help_line_stands: `{reason}, the line stands still${PLACE}`,
} as const satisfies Readonly<Record<string, Sentence>>
export type SentenceCode = keyof typeof SENTENCES

/** Params whose values are words of the language, with the words; a value that is none is said as it is. */
export const SENTENCE_WORDS = {
  reason: {
    safety: 'Safety',
    machine: 'Machine',
    quality: 'Quality',
    material: 'Material',
    cleaning: 'Cleaning',
    other: 'Other',
  },
  channel: { temperature: 'temperature', humidity: 'humidity', weight: 'weight' },
  decision: { PASS: 'PASS', HOLD: 'HOLD', FAIL: 'FAIL' },
  value: { yes: 'yes', no: 'no' },
} as const

type SlotsOf<T> = T extends `${string}{${infer Slot}}${infer Rest}`
  ? (Slot extends `${infer Value} ${infer Unit}` ? Value | Unit : Slot) | SlotsOf<Rest>
  : never
type FormsOf<S> = S extends { one: infer One; other: infer Other } ? One | Other | '{count}' : S
export type ParamsOf<C extends SentenceCode> = Readonly<
  Record<SlotsOf<FormsOf<(typeof SENTENCES)[C]>>, string | number | null>
>

/** A text that the server made, and the same as data. */
export interface Spoken {
  text: string
  said: Said
}

const SIGNS: Readonly<Record<string, string>> = { Cel: ' °C', '[degF]': ' °F', '1': '' }
const TEXT_MAX = 500

/** English as it is written into logs and records: moments in UTC, numbers as they were measured. */
const RECORD: Tongue = {
  words: SENTENCE_WORDS,
  form: count => (count === 1 ? 'one' : 'other'),
  measure: (value, unit) => (unit === null ? value : `${value}${SIGNS[unit] ?? ` ${unit}`}`),
  moment: iso => iso,
  span: seconds => `${seconds} s`,
  draw: template => template,
}

/** Says a sentence of the server, in at most 500 characters. */
export function tell<C extends SentenceCode>(code: C, params: ParamsOf<C>): Spoken {
  const text = filled(SENTENCES[code], params, RECORD)
  if (text === null) throw new TypeError(`${code} lacks one of its params.`)
  return { text: text.slice(0, TEXT_MAX), said: { code, params } }
}
