import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DEFAULT_SETTINGS } from '@flowviz/contract/plant/settings'
import { SIGNATURE_PROCEDURE } from '@flowviz/contract/training'
import { uuidMaker } from '@flowviz/contract/uuid'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { plantStore } from '../store/plant-store.ts'
import { projector } from '../store/project.ts'
import { PIN, startPlant, type TestPlant } from '../testing/plant.ts'
import { eventsOf, type Screen, screenOf, tryLogin } from '../testing/screen.ts'
import { openLedger } from '../writer/ledger.ts'

const LOT = { lot_type: 'RAW', weight_kg: '12.5', manual_reason: 'the scale is in service' }
const BOTH = { name: 'operator', secret: PIN }
const operator = (plant: TestPlant) => screenOf(plant, BOTH)

async function lotOf(screen: Screen) {
  return (await screen.send('POST /api/v1/lots', LOT)).body as { lot_id: string; seq: number }
}
const sign = (screen: Screen, seq: number, proof: object) =>
  screen.send('POST /api/v1/signatures', { seqs: [seq], meaning: 'performed', sign: proof })

/** Somebody with root changes rows of the ledger behind the server's back. */
function tamper(plant: TestPlant, sql: string) {
  const db = new Database(join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db'))
  db.exec(`DROP TRIGGER IF EXISTS ledger_is_never_updated; ${sql}`)
  db.close()
}

/** Puts an event into the ledger of a plant that is stopped which corrects a row; no command of today does. */
function correct(plant: TestPlant, { seq, lot_id, person_id }: { seq: number; lot_id: string; person_id: string }) {
  const db = new Database(join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db'))
  const store = plantStore(db)
  const { site, publicKey } = store.ledger.state()!
  const newId = uuidMaker(Date.now, randomBytes)
  const ledger = openLedger({ store, project: projector(store), site, publicKey, now: Date.now, newId })
  const { seq: at } = ledger.append({
    type: 'lot.voided',
    actor: { kind: 'person', id: person_id, role: 'OPERATOR', station: null, device: null, auth: 'pin' },
    subject: `lot:${lot_id}`,
    data: { lot_id, postings: [] },
    corrects: (JSON.parse(store.ledger.row(seq)!.body) as { id: string }).id,
  })
  ledger.save()
  db.close()
  return at
}

test('11.10(i), (j): where signatures are strict, nobody signs untrained or before acknowledging what a signature means', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  await boss.send('PUT /api/v1/settings', { ...DEFAULT_SETTINGS, strict_signature: true })
  expect((await sign(screen, seq, BOTH)).body.code).toBe('policy_unacknowledged')
  await screen.send('POST /api/v1/me/policy', {})
  expect((await sign(screen, seq, BOTH)).body.code).toBe('training_missing')
  const path = `/api/v1/users/${screen.session.person.id}/trainings`
  const training = { procedure: SIGNATURE_PROCEDURE, procedure_version: '1', trained_on: '2020-01-01' }
  await boss.send(`POST ${path}`, { ...training, expires_on: '2021-01-01' })
  expect((await sign(screen, seq, BOTH)).body.code).toBe('training_missing')
  await boss.send(`POST ${path}`, training)
  expect((await sign(screen, seq, BOTH)).status).toBe(201)
  expect((await eventsOf(plant, 'step.refused')).map(({ data }) => data.code)).toEqual([
    'training_missing',
    'policy_unacknowledged',
  ])
})

test('11.50: a signature shows the printed name, date and time, and what it means', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq, lot_id } = await lotOf(screen)
  const { body: signed } = await sign(screen, seq, BOTH)
  const shown = (await screen.send(`GET /api/v1/signatures/${signed.signature_id}`)).body
  expect(shown).toEqual(signed)
  expect(shown).toMatchObject({
    printed_name: 'OPERATOR',
    meaning: 'performed',
    signed_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    signs: [{ seq, subject: `lot:${lot_id}` }],
    valid: true,
    problem: null,
  })
  const { signatures } = (await screen.send(`GET /api/v1/signatures?subject=lot:${lot_id}`)).body
  expect(signatures).toEqual([shown])
})

test('11.70: a record that is changed after it was signed makes the signature invalid', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  const { body: signed } = await sign(screen, seq, BOTH)
  tamper(plant, `UPDATE ledger SET body = replace(body, '12.5', '12.6') WHERE seq = ${seq}`)
  const shown = (await screen.send(`GET /api/v1/signatures/${signed.signature_id}`)).body
  expect(shown).toMatchObject({ valid: false, problem: expect.stringContaining(`Row ${seq}`) })
})

test('11.70: a signature that is moved to another record is invalid, whether its row or its text is moved', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const [first, second] = [await lotOf(screen), await lotOf(screen)]
  const { body: moved } = await sign(screen, first.seq, BOTH)
  const { body: other } = await sign(screen, second.seq, { secret: PIN })
  const from = `"seq":${first.seq},"hash":"${moved.signs[0].hash}","subject":"lot:${first.lot_id}"`
  const to = `"seq":${second.seq},"hash":"${other.signs[0].hash}","subject":"lot:${second.lot_id}"`
  tamper(plant, `UPDATE ledger SET body = replace(body, '${from}', '${to}') WHERE seq = ${moved.seq}`)
  const shown = (await screen.send(`GET /api/v1/signatures/${moved.signature_id}`)).body
  expect(shown.signs[0].subject).toBe(`lot:${second.lot_id}`)
  expect(shown).toMatchObject({ valid: false, problem: expect.stringContaining('the signature itself') })
  expect((await screen.send(`GET /api/v1/signatures/${other.signature_id}`)).body.valid).toBe(true)
  const row = (column: string) => `${column} = (SELECT ${column} FROM ledger WHERE seq = ${other.seq})`
  tamper(plant, `UPDATE ledger SET ${row('body')}, ${row('hash')} WHERE seq = ${moved.seq}`)
  expect((await screen.send(`GET /api/v1/signatures/${moved.signature_id}`)).body.valid).toBe(false)
})

test('11.70: a record that was corrected since makes the signature invalid, and says by which row', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq, lot_id } = await lotOf(screen)
  const { body: signed } = await sign(screen, seq, BOTH)
  await plant.stop()
  const correction = correct(plant, { seq, lot_id, person_id: screen.session.person.id })
  const again = await operator(await startPlant(plant.files))
  const shown = (await again.send(`GET /api/v1/signatures/${signed.signature_id}`)).body
  expect(shown).toMatchObject({ valid: false, problem: expect.stringContaining(`corrected by row ${correction}`) })
})

test('11.100(a): a name that is given again is another person, and old signatures keep their name', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { body: signed } = await sign(screen, (await lotOf(screen)).seq, BOTH)
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  const next = { name: 'operator', display_name: 'Somebody new', role: 'OPERATOR', secret: 'plum-8246' }
  expect((await boss.send('POST /api/v1/users', next)).body.code).toBe('name_taken')
  await boss.send(`POST /api/v1/users/${signed.signer_id}/disable`, {})
  const { status, body: user } = await boss.send('POST /api/v1/users', next)
  expect(status).toBe(201)
  expect(user.person_id).not.toBe(signed.signer_id)
  const shown = (await boss.send(`GET /api/v1/signatures/${signed.signature_id}`)).body
  expect(shown).toMatchObject({ signer_id: signed.signer_id, printed_name: 'OPERATOR', valid: true })
  const back = await boss.send(`POST /api/v1/users/${signed.signer_id}/enable`, {})
  expect([back.status, back.body.code]).toEqual([409, 'state_wrong'])
})

test('11.200(a)(1): the first signing of a session takes both components, later ones the secret, until it is broken', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  const alone = { secret: PIN }
  const code = async (at: Screen, proof: object) => {
    const { status, body } = await sign(at, seq, proof)
    return status === 201 ? 'signed' : body.code
  }
  expect(await code(screen, alone)).toBe('signature_missing')
  expect(await code(screen, BOTH)).toBe('signed')
  expect(await code(screen, alone)).toBe('signed')
  // A later one within the quarter of an hour keeps it going; longer idle breaks it.
  plant.pass(14 * 60_000)
  const again = await screenOf(plant, BOTH)
  expect(await code(again, alone)).toBe('signature_missing')
  expect(await code(again, BOTH)).toBe('signed')
  plant.pass(10 * 60_000)
  expect(await code(again, alone)).toBe('signed')
  plant.pass(10 * 60_000)
  const refreshed = await plant.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie: again.cookie } })
  expect(refreshed.status).toBe(200)
  const last = await screenOf(plant, BOTH)
  expect(await code(last, BOTH)).toBe('signed')
  plant.pass(14 * 60_000)
  expect(await code(last, alone)).toBe('signed')
  plant.pass(15 * 60_000 - 1_000)
  expect((await last.send('GET /api/v1/me')).status).toBe(401)
})

test('11.200(a)(1): idle for a quarter of an hour, signed in elsewhere, another device or signed out: all components again', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  const alone = { seqs: [seq], meaning: 'performed', sign: { secret: PIN } }
  const again = async (at: Screen, headers: Record<string, string> = {}) =>
    (await at.send('POST /api/v1/signatures', alone, headers)).body.code ?? 'signed'
  await sign(screen, seq, BOTH)
  expect(await again(screen, { 'user-agent': 'another tablet' })).toBe('signature_missing')
  expect(await again(screen)).toBe('signed')
  const elsewhere = await operator(plant)
  expect(await again(screen)).toBe('signature_missing')
  await sign(elsewhere, seq, BOTH)
  await sign(screen, seq, BOTH)
  expect(await again(elsewhere)).toBe('signature_missing')
  await plant.ask(null, '/api/v1/refresh', { method: 'POST', headers: { cookie: elsewhere.cookie } })
  expect(await again(screen)).toBe('signature_missing')
  await sign(screen, seq, BOTH)
  await screen.send('POST /api/v1/logout')
  expect(await again(await operator(plant))).toBe('signature_missing')
})

test('11.200(a)(1): the wrong secret, the name of another and a badge sign nothing, and the try stands in the trail', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  for (const proof of [
    { name: 'operator', secret: '9999' },
    { name: 'manager', secret: PIN },
  ]) {
    const { status, body } = await sign(screen, seq, proof)
    expect([status, body.code]).toEqual([403, 'signature_refused'])
  }
  expect((await sign(screen, seq, { badge: '04a2b91c5f8010' })).status).toBe(400)
  expect(await eventsOf(plant, 'record.signed')).toEqual([])
  expect(await eventsOf(plant, 'session.refused')).toMatchObject([{ data: { cause: 'signature_refused' } }])
})

test('11.200(a)(1): a witness signs with both components, is somebody else, and is bound to the same rows', async () => {
  const plant = await startPlant()
  const [screen, manager] = [await operator(plant), await screenOf(plant, { name: 'manager', secret: PIN })]
  const { lot_id } = await lotOf(screen)
  const { hold_id } = (await screen.send('POST /api/v1/holds', { lot_ids: [lot_id], reason: 'torn bag' })).body
  const both = { name: 'manager', secret: PIN }
  const disposition = { disposition: 'destroy', reason: 'torn bag', sign: both }
  expect((await manager.send(`POST /api/v1/holds/${hold_id}/disposition`, disposition)).status).toBe(200)
  const seen = (witness: object) =>
    manager.send(`POST /api/v1/holds/${hold_id}/execution`, { sign: { secret: PIN }, witness })
  expect((await seen({ secret: PIN })).status).toBe(400)
  expect((await seen({ name: 'operator', secret: '9999' })).body.code).toBe('signature_refused')
  expect((await seen(both)).body.code).toBe('second_person_missing')
  expect((await seen(BOTH)).status).toBe(200)
  const [witnessed, performed] = await eventsOf(plant, 'record.signed')
  expect(witnessed.data).toMatchObject({ meaning: 'witnessed', components: 'name_and_secret' })
  expect(witnessed.data.signer_id).toBe(screen.session.person.id)
  expect(witnessed.data.signs).toEqual(performed.data.signs)
  expect(performed.data).toMatchObject({ components: 'secret', signer_id: manager.session.person.id })
})

test('11.200(a)(2), (3): a secret that an administrator set signs nothing before its owner changed it, and an alarm tells of it', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  await boss.send(`POST /api/v1/users/${screen.session.person.id}/secret`, { secret: 'plum-8246' })
  const known = await screenOf(plant, { name: 'operator', secret: 'plum-8246' })
  const used = await sign(known, seq, { name: 'operator', secret: 'plum-8246' })
  expect([used.status, used.body.code]).toEqual([403, 'secret_change_needed'])
  expect(await alarms(plant)).toMatchObject([{ kind: 'account', about: `person:${screen.session.person.id}` }])
})

test('11.300(c): a badge that is revoked is refused within a second', async () => {
  const plant = await startPlant()
  const boss = await screenOf(plant, { name: 'admin', secret: PIN })
  const { id } = (await operator(plant)).session.person
  const { body: badge } = await boss.send(`POST /api/v1/users/${id}/badges`, { badge_no: '04a2b91c5f8010' })
  const who = { badge: '04a2b91c5f8010', secret: PIN }
  expect((await tryLogin(plant, who)).status).toBe(200)
  const asked = performance.now()
  await boss.send(`DELETE /api/v1/users/${id}/badges/${badge.badge_id}`)
  expect((await tryLogin(plant, who)).body.code).toBe('credentials_wrong')
  expect(performance.now() - asked).toBeLessThan(1_000)
})

test('11.300(d): five wrong PINs lock the account, at the sign-in and for signatures, and raise an alarm at once', async () => {
  const plant = await startPlant()
  const screen = await operator(plant)
  const { seq } = await lotOf(screen)
  for (let times = 0; times < 3; times += 1) await tryLogin(plant, { name: 'operator', secret: '9999' })
  for (let times = 0; times < 2; times += 1) await sign(screen, seq, { name: 'operator', secret: '9999' })
  expect((await tryLogin(plant, BOTH)).body.code).toBe('account_locked')
  expect((await sign(screen, seq, BOTH)).body.code).toBe('account_locked')
  const { id } = screen.session.person
  expect(await eventsOf(plant, 'account.locked')).toMatchObject([{ data: { person_id: id, name: null } }])
  expect(await alarms(plant)).toMatchObject([{ kind: 'account', about: `person:${id}`, state: 'RAISED' }])
})

/** The rows of the list of alarms. */
async function alarms(plant: TestPlant): Promise<unknown[]> {
  const db = new Database(join(plant.files.FLOWVIZ_DATA_DIR!, 'plant.db'), { readonly: true })
  const bodies = db.prepare("SELECT body FROM record WHERE kind = 'alarm'").pluck().all() as string[]
  db.close()
  return bodies.map(body => JSON.parse(body) as unknown)
}
