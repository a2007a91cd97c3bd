import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { hexOf } from '@flowviz/contract/chain'
import { codeOf, FlowError } from '@flowviz/contract/error'
import { ledgerStore } from '../store/ledger-store.ts'
import { openForWriting } from '../store/open.ts'
import { rebuildProjections } from '../store/rebuild.ts'
import { exportLedger } from './export.ts'
import { prove } from './prove.ts'
import { checkTelemetry } from './telemetry-check.ts'
import { verifyFile, withDatabase } from './verify.ts'
import { verifyPack } from './verify-pack.ts'

const USAGE = `maintain <verb> <file>
  verify FILE [--public-key B64] [--checkpoint FILE] [--proof FILE]   a database, an export or a proof
  verify-pack FILE [--public-key B64]                                 a pack of records for an audit
  head FILE                                                           where a ledger ends
  export FILE --out FILE                                              every event, one a line
  proof FILE --seq N [--out FILE]                                     that one event is under a signed head
  rebuild FILE                                                        projections anew; the appliance is stopped
  telemetry-check FILE [--plant FILE]                                 readings, against the seals of the ledger
FILE may be given as --db FILE, for verify also as --export FILE. --json prints one object on one line.`

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    db: { type: 'string' },
    export: { type: 'string' },
    out: { type: 'string' },
    plant: { type: 'string' },
    proof: { type: 'string' },
    seq: { type: 'string' },
    checkpoint: { type: 'string' },
    'public-key': { type: 'string' },
    json: { type: 'boolean' },
  },
})

/** What a verb gives: it is printed; `ok` false is exit code 1. */
type Answer = { ok: boolean; detail: string } & Record<string, unknown>

const file = (): string => {
  const path = flags.db ?? flags.export ?? positionals[1] ?? flags.proof
  if (path === undefined) throw new FlowError('config_invalid', USAGE)
  return path
}

const VERBS: Record<string, () => Answer | Promise<Answer>> = {
  async verify() {
    const checkpoint = flags.checkpoint === undefined ? undefined : readFileSync(flags.checkpoint, 'utf8')
    return { ...(await verifyFile(flags.proof ?? file(), { publicKey: flags['public-key'], checkpoint })) }
  },
  'verify-pack': async () => ({ ...(await verifyPack(file(), { publicKey: flags['public-key'] })) }),
  head: () =>
    withDatabase(file(), db => {
      const state = ledgerStore(db).state()
      if (state === null) throw new FlowError('not_found', 'The file has no ledger yet.')
      const { epoch, seq, hash } = state
      return { ok: true, epoch, seq, hash: hexOf(hash), detail: `row ${seq} of epoch ${epoch}, ${hexOf(hash)}` }
    }),
  export: () =>
    withDatabase(file(), db => {
      if (flags.out === undefined) throw new FlowError('config_invalid', 'Say where to with --out FILE.')
      const { rows, checkpoint } = exportLedger(db, flags.out)
      return { ok: true, rows, checkpoint, detail: `${rows} rows in ${flags.out}` }
    }),
  proof: () =>
    withDatabase(file(), db => {
      const proof = prove(db, Number(flags.seq))
      if (flags.out !== undefined) writeFileSync(flags.out, proof)
      return { ok: true, proof, detail: flags.out ?? proof }
    }),
  rebuild() {
    const db = openForWriting(file(), 'plant')
    try {
      const { events, differences } = rebuildProjections(db)
      const detail = `${events} events; ${differences.length === 0 ? 'nothing differed' : JSON.stringify(differences)}`
      return { ok: differences.length === 0, events, differences, detail }
    } finally {
      db.close()
    }
  },
  'telemetry-check': () =>
    withDatabase(file(), db => {
      const { plant } = flags
      return { ...(plant === undefined ? checkTelemetry(db, null) : withDatabase(plant, p => checkTelemetry(db, p))) }
    }),
}

async function answer(): Promise<Answer> {
  try {
    const verb = VERBS[positionals[0] ?? '']
    if (verb === undefined) throw new FlowError('config_invalid', USAGE)
    return await verb()
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, code: codeOf(error), detail }
  }
}

const said = await answer()
console.log(flags.json === true ? JSON.stringify(said) : `${said.ok ? 'ok' : 'BAD'}: ${said.detail}`)
process.exitCode = said.ok ? 0 : 1
