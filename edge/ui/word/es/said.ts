import type { SENTENCE_WORDS, SENTENCES, SentenceCode } from '@flowviz/contract/sentence'

type Translated = {
  readonly [C in SentenceCode]: (typeof SENTENCES)[C] extends string ? string : { one: string; other: string }
}
type TranslatedWords = {
  readonly [P in keyof typeof SENTENCE_WORDS]: Readonly<Record<keyof (typeof SENTENCE_WORDS)[P], string>>
}

const PLACE = '[. Línea {line}][, {location_id}][, {station}][. {note}]'

/** What the server says of alarms, deviations and holds: a sentence without Spanish does not compile. */
export const SENTENCES_ES: Translated = {
  excursion_low: '{title}: {value unit} está por debajo de {limit unit}.',
  excursion_high: '{title}: {value unit} está por encima de {limit unit}.',
  by_hand_low: '{title}: {value_c} tomados a mano están por debajo de {limit unit}.',
  by_hand_high: '{title}: {value_c} tomados a mano están por encima de {limit unit}.',
  gate_value: 'Control {gate_no}, {title}: {check}: {value unit}',
  gate_failed: 'Control {gate_no}, {title}: no superado',
  gate_failed_because: 'Control {gate_no}, {title}: {words}',
  gate_decided: 'Control {gate_no}, {title}: {decision}[. {words}]',
  calibration_wrong: {
    one: '{title} marcó {as_found unit} con {reference unit}: de él depende {count} decisión desde su última calibración buena.',
    other:
      '{title} marcó {as_found unit} con {reference unit}: de él dependen {count} decisiones desde su última calibración buena.',
  },
  calibration_never: '{title} nunca se calibró.',
  calibration_overdue: 'La calibración de {title} está atrasada.',
  reviews_overdue: {
    one: '{count} registro tiene la revisión atrasada.',
    other: '{count} registros tienen la revisión atrasada.',
  },
  reviews_overdue_many: '{count} registros o más tienen la revisión atrasada.',
  stood_in_excursion: 'Estaba en {location_id} durante una desviación de temperatura.',
  entered_excursion: 'Entró en {location_id} mientras {monitor_id} estaba fuera de su límite.',
  returned: 'Devuelto por {customer_id}: {words}',
  recalled: 'Retirada del mercado: {words}',
  monitor_silent: '{device_id} no da ningún valor útil de {channel} desde hace más de {missing_s}.',
  secret_reset: 'Otra persona puso una clave nueva a esta persona. Si esta persona no lo pidió, actúe de inmediato.',
  account_locked: 'Demasiadas claves equivocadas desde {address}. Una persona está bloqueada hasta {until_at}.',
  name_locked:
    'Demasiadas claves equivocadas desde {address}. «{name}», a quien nadie conoce aquí, está bloqueado hasta {until_at}.',
  tablet_lost:
    'La tableta {title} perdió lo que guardaba. La entrada {received_seq} fue la última recibida; lo que se hizo después en ella y no se envió está perdido.',
  tablet_lost_all:
    'La tableta {title} perdió lo que guardaba. No se había recibido ninguna de sus entradas; lo que se hizo después en ella y no se envió está perdido.',
  tablet_skipped: {
    one: 'La tableta {title} se saltó un número ({from_seq}); el {received_seq} fue el último recibido antes. Pregunte a quien trabajó con ella.',
    other:
      'La tableta {title} se saltó {count} números ({from_seq} a {to_seq}); el {received_seq} fue el último recibido antes. Pregunte a quien trabajó con ella.',
  },
  tablet_questioned:
    'La tableta {title} envió una entrada ({command}) de {done_at} de una persona dada de baja el {disabled_at}. Se hizo; revísela.',
  help_called: `{reason}${PLACE}`,
  help_line_stands: `{reason}, la línea está parada${PLACE}`,
}

export const SENTENCE_WORDS_ES: TranslatedWords = {
  reason: {
    safety: 'Alguien en peligro',
    machine: 'Máquina',
    quality: 'Calidad',
    material: 'Falta material',
    cleaning: 'Limpieza, derrame',
    other: 'Otra cosa',
  },
  channel: { temperature: 'temperatura', humidity: 'humedad', weight: 'peso' },
  decision: { PASS: 'liberado', HOLD: 'retenido', FAIL: 'rechazado' },
  value: { yes: 'sí', no: 'no' },
}
