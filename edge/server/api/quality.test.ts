import type { AlarmPage } from '@flowviz/contract/alarm'
import type { Deviation, DeviationPage } from '@flowviz/contract/deviation'
import type { Hold, HoldPage } from '@flowviz/contract/hold'
import type { QcDecision, QcDecisionPage } from '@flowviz/contract/qc-decision'
import type { DueReviewPage } from '@flowviz/contract/review'
import type { Role } from '@flowviz/contract/role'
import { expect, test } from 'vitest'
import { PIN, startPlant, type TestPlant } from '../testing/plant.ts'

/** Does a command as a role, and gives its answer. */
const by =
  (plant: TestPlant, role: Role) =>
  async <T>(path: string, body: unknown): Promise<T> => {
    const response = await plant.post(role, path, { body })
    expect([path, response.status]).toEqual([path, expect.toBeOneOf([200, 201])])
    return (await response.json()) as T
  }
const read = async <T>(plant: TestPlant, path: string): Promise<T> =>
  (await (await plant.ask('VIEWER', path)).json()) as T
const lot = async (plant: TestPlant): Promise<string> =>
  (await by(plant, 'OPERATOR')<{ lot_id: string }>('/api/v1/lots', { lot_type: 'FG', weight_kg: 10, line: 'L1' }))
    .lot_id
const sign = (name: string) => ({ name, secret: PIN })

test('a failed CCP is seen at every door: the decision, its hold, its deviation, the alarm, the review that is due', async () => {
  const plant = await startPlant()
  const lot_id = await lot(plant)
  const decide = (body: object) => by(plant, 'OPERATOR')<QcDecision>('/api/v1/qc-decisions', { lot_id, ...body })
  await decide({ gate_id: 1, decision: 'PASS' })
  await decide({ gate_id: '2', decision: 'PASS', notes: 'clean' })
  const values = [{ parameter: 'core-temperature', value: 70.5 }]
  const failed = await decide({ gate_id: 'cook', decision: 'FAIL', values })
  expect(failed.lots).toEqual([{ lot_id, status: 'HOLD', gate_passed: 2 }])

  const { decisions, next } = await read<QcDecisionPage>(plant, `/api/v1/qc-decisions?lot_id=${lot_id}&limit=2`)
  expect(decisions.map(({ gate_no }) => gate_no)).toEqual([3, 2])
  expect(decisions[0]).toEqual(failed)
  expect(
    (await read<QcDecisionPage>(plant, `/api/v1/qc-decisions?lot_id=${lot_id}&cursor=${next}`)).decisions,
  ).toHaveLength(1)

  const { holds } = await read<HoldPage>(plant, '/api/v1/holds?state=OPEN')
  expect(holds).toMatchObject([{ hold_id: failed.hold_id, lots: [{ lot_id, status: 'HOLD', open: true }] }])
  expect(await read<Hold>(plant, `/api/v1/holds/${failed.hold_id}`)).toEqual(holds[0])
  const { deviations } = await read<DeviationPage>(plant, '/api/v1/deviations?state=CONTAINED')
  expect(deviations).toMatchObject([{ deviation_id: failed.deviation_id, limit: 'at least 74.0 Cel' }])
  expect(await read<Deviation>(plant, `/api/v1/deviations/${failed.deviation_id}`)).toMatchObject({
    actions: [],
    curve: [],
  })

  const { alarms } = await read<AlarmPage>(plant, '/api/v1/alarms')
  expect(alarms).toMatchObject([{ kind: 'deviation', about: `deviation:${failed.deviation_id}`, state: 'RAISED' }])
  const { said } = alarms[0]!
  expect(said).toMatchObject({ code: 'gate_value', params: { gate_no: 3, value: '70.5', unit: 'Cel' } })
  expect([holds[0]!.said, deviations[0]!.said]).toEqual([said, said])
  await by(plant, 'MANAGER')(`/api/v1/alarms/${alarms[0]!.alarm_id}/acknowledgement`, { notes: 'on my way' })
  expect((await read<AlarmPage>(plant, '/api/v1/alarms?state=RAISED')).alarms).toEqual([])

  const due = await read<DueReviewPage>(plant, '/api/v1/reviews')
  expect(due.reviews.map(({ type }) => type)).toEqual(['gate.decided', 'deviation.opened'])
})

test('a manager evaluates, releases and signs; an auditor reviews', async () => {
  const plant = await startPlant()
  const lot_id = await lot(plant)
  for (const gate_id of [1, 2])
    await by(plant, 'OPERATOR')('/api/v1/qc-decisions', { lot_id, gate_id, decision: 'PASS' })
  const failed = await by(plant, 'OPERATOR')<QcDecision>('/api/v1/qc-decisions', {
    lot_id,
    gate_id: 3,
    decision: 'FAIL',
  })
  const disposition = { disposition: 'release', reason: 'ten cores above 74', evidence: 'lab report 42' }
  const path = `/api/v1/holds/${failed.hold_id}/disposition`
  const refused = async (role: Role, body: unknown) => {
    const response = await plant.post(role, path, { body })
    return ((await response.json()) as { code: string }).code
  }
  expect(await refused('OPERATOR', { ...disposition, sign: sign('operator') })).toBe('role_insufficient')
  expect(await refused('MANAGER', disposition)).toBe('signature_missing')
  expect(await refused('MANAGER', { ...disposition, sign: sign('manager') })).toBe('deviation_unsafe')
  await by(plant, 'MANAGER')(`/api/v1/deviations/${failed.deviation_id}/evaluation`, {
    method: 'ten cores',
    result: 'safe',
  })
  const closed = await by(plant, 'MANAGER')<Hold>(path, { ...disposition, sign: { secret: PIN } })
  expect(closed).toMatchObject({ state: 'CLOSED', lots: [{ status: 'PENDING_QC', open: false }] })
  const { reviews } = await read<DueReviewPage>(plant, '/api/v1/reviews')
  const seqs = reviews.map(({ seq }) => seq)
  await by(plant, 'AUDITOR')('/api/v1/reviews', { seqs, verdict: 'accepted', sign: sign('auditor') })
  expect((await read<DueReviewPage>(plant, '/api/v1/reviews')).reviews).toEqual([])
})

test('what is overdue is an alarm without anybody raising it', async () => {
  const plant = await startPlant()
  const instrument = { title: 'Probe 1', kind: 'thermometer', calibration_days: 7 }
  await plant.ask('ADMIN', '/api/v1/instruments/probe-1', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(instrument),
  })
  const alarms = async () => (await read<AlarmPage>(plant, '/api/v1/alarms')).alarms
  expect(await alarms()).toMatchObject([{ alarm_id: null, kind: 'calibration_overdue', about: 'instrument:probe-1' }])
  expect((await alarms())[0]!.said).toEqual({ code: 'calibration_never', params: { title: instrument.title } })
  const points = [{ reference: '0', as_found: '0.1', tolerance: '0.5', unit: 'Cel' }]
  const calibration = { points, procedure: 'ice', standard: 'ref-7' }
  await by(plant, 'OPERATOR')('/api/v1/instruments/probe-1/calibrations', calibration)
  expect(await alarms()).toEqual([])
  const { calibrations } = await read<{ calibrations: unknown[] }>(plant, '/api/v1/instruments/probe-1/calibrations')
  expect(calibrations).toMatchObject([{ passed: true, instrument_id: 'probe-1' }])
  expect(await read(plant, '/api/v1/calibrations/due')).toEqual({ calibrations: [] })
})

test('who may decide a gate is as the table of the specification says', async () => {
  const plant = await startPlant()
  for (const role of ['ADMIN', 'MANAGER', 'AUDITOR', 'OPERATOR', 'VIEWER'] as const) {
    const body = { lot_id: await lot(plant), gate_id: 1, decision: 'PASS' }
    expect([role, (await plant.post(role, '/api/v1/qc-decisions', { body })).status]).toEqual([
      role,
      role === 'VIEWER' ? 403 : 201,
    ])
  }
})
