import type { Commands, ScaleProtocol } from '../../scale/protocol.ts'
import { unitOf } from '../../scale/unit.ts'
import { ABOUT } from './about.ts'
import { decode, decodeText } from './decode.ts'
import { genericFramer } from './frame.ts'
import { readerOf } from './pattern.ts'
import { type GenericSettings, SCHEMA } from './settings.ts'

/** A scale that sends lines of text and is described by a pattern: what stands where, and what its words mean. */
export const genericScale: ScaleProtocol<GenericSettings> = {
  id: 'generic-scale',
  about: ABOUT,
  schema: SCHEMA,
  defaults: { modes: ['poll', 'stream', 'print'], poll_ms: 250, timeout_ms: 1_000 },
  framer: genericFramer,
  decode,
  dialects: [],
  commands({ poll, poll_stable, tare, clear_tare, zero }): Commands {
    const sent = { weight: poll, stable_weight: poll_stable, tare, clear_tare, zero }
    const known = Object.entries(sent).filter(([, hex]) => hex !== '')
    return Object.fromEntries(known.map(([name, hex]) => [name, Uint8Array.from(Buffer.from(hex, 'hex'))]))
  },
  acknowledges: false,
  problems,
}

function problems(settings: GenericSettings): { path: string; message: string }[] {
  const { pattern, maps, unit_default } = settings
  const units = Object.entries({ ...maps.unit, ...(unit_default === '' ? {} : { '': unit_default }) })
  const unknown = units
    .filter(([, unit]) => unitOf(unit) === null)
    .map(([printed, unit]) => ({
      path: printed === '' ? '/unit_default' : `/maps/unit/${printed}`,
      message: `${unit} is no unit of a scale; there are kg, g, mg, t, lb, oz, pcs and %`,
    }))
  const reader = readerOf(pattern)
  if (typeof reader === 'string') return [...unknown, { path: '/pattern', message: reader }]
  return [...unknown, ...sampleProblems(settings)]
}

/** Whether the sample says what the display showed. */
function sampleProblems(settings: GenericSettings): { path: string; message: string }[] {
  const { sample, expected } = settings
  const said = decodeText(sample, settings)
  if (said.kind === 'noise') return [{ path: '/sample', message: 'The pattern and the maps do not read the sample.' }]
  const read = said.kind === 'weight' ? said.value : said.kind === 'status' ? said.reason : said.kind
  return read === expected
    ? []
    : [{ path: '/expected', message: `The sample reads as ${read}, and the display showed ${expected}.` }]
}
