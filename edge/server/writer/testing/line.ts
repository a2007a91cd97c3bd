import type { CommandBody } from '@flowviz/contract/command'
import type { Hold } from '@flowviz/contract/hold'
import type { Instrument } from '@flowviz/contract/plant/instrument'
import { DEFAULT_SETTINGS, type SiteSettings } from '@flowviz/contract/plant/settings'
import type { QcDecision } from '@flowviz/contract/qc-decision'
import type { Signer } from '@flowviz/contract/signature'
import type { LotPlace } from '../../store/lot-store.ts'
import { plantStore } from '../../store/plant-store.ts'
import type { CommandTakes } from '../command.ts'
import { type Box, OPERATOR } from './box.ts'

const person = (at: number, role: 'MANAGER' | 'AUDITOR' | 'OPERATOR') =>
  ({ ...OPERATOR, id: `019ab0a2-5c00-7000-8000-00000000000${at}`, role }) as const

export const COLLEAGUE = person(2, 'OPERATOR')
export const MANAGER = person(3, 'MANAGER')
export const OTHER_MANAGER = person(4, 'MANAGER')
export const AUDITOR = person(5, 'AUDITOR')

/** What proves that a person signed. */
export const signerOf = ({ id }: { id: string }): Signer => ({
  person_id: id,
  session_id: '019ab0a2-5c00-7000-8000-0000000000aa',
  components: 'name_and_secret',
  meaning: null,
})

type Change = Partial<CommandTakes<'act'>>
/** A command that this person gives and signs. */
export const signedBy = (actor: typeof OPERATOR): Change => ({ actor, signer: signerOf(actor) })

export type GateBody = CommandBody<'decide-gate'>

/** Decides a gate; PASS unless `body` says otherwise. */
export const decide = (box: Box, body: Partial<GateBody> & Pick<GateBody, 'gate_id'>, change?: Change): QcDecision =>
  box.act('decide-gate', { body: { decision: 'PASS', ...body } }, change)

/** Passes gates one after the other, up to one. */
export function passUpTo(box: Box, lot_id: string, gate_no: number): void {
  for (let gate_id = stored(box, lot_id).gate_passed + 1; gate_id <= gate_no; gate_id += 1)
    decide(box, { lot_id, gate_id })
}

type Disposed = Pick<CommandBody<'disposition-hold'>, 'disposition' | 'lot_ids'> & { by?: Change }

/** Dispositions lots of a hold, signed by MANAGER unless somebody else does it. */
export const dispose = (box: Box, hold_id: string, { by = signedBy(MANAGER), ...said }: Disposed): Hold =>
  box.act('disposition-hold', { params: { hold_id }, body: { reason: 'looked into', ...said } }, by)

/** A lot as it stands in the tables: base status, count of holds, gates. */
export function stored(box: Box, lot_id: string): LotPlace {
  return plantStore(box.engine.db).lots.byId(lot_id)!
}

/** A lot of a line; FG and 10 kg unless said otherwise. */
export function lotOn(box: Box, line: string, change: Partial<CommandBody<'register-lot'>> = {}): string {
  return box.act('register-lot', { body: { lot_type: 'FG', weight_kg: '10', line, ...change } }).lot_id
}

export const BOX_ACTOR = { ...OPERATOR, role: 'ADMIN' } as const

export function configure(box: Box, change: Partial<SiteSettings>): void {
  box.act('configure-site', { body: { ...DEFAULT_SETTINGS, ...change } }, { actor: BOX_ACTOR })
}

/** A thermometer that is calibrated every week. */
export function thermometer(box: Box, change: Partial<Omit<Instrument, 'instrument_id'>> = {}): string {
  const body = { title: 'Probe 1', kind: 'thermometer', calibration_days: 7, ...change } as const
  return box.act('define-instrument', { params: { instrument_id: 'probe-1' }, body }, { actor: BOX_ACTOR })
    .instrument_id
}

export const GOOD_POINTS = [
  { reference: '0', as_found: '0.2', tolerance: '0.5', unit: 'Cel' },
  { reference: '100', as_found: '99.6', tolerance: '0.5', unit: 'Cel' },
]

export function calibrate(box: Box, change: Partial<CommandBody<'record-calibration'>> = {}) {
  const body = { points: GOOD_POINTS, procedure: 'ice and steam', standard: 'ref-7, cert 42', ...change }
  return box.act('record-calibration', { params: { instrument_id: 'probe-1' }, body })
}
