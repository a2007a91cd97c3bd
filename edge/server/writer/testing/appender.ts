import { readFileSync } from 'node:fs'
import { openPlantWriter } from '../plant-writer.ts'
import { OPERATOR, SITE } from './actor.ts'

// Registers lots as fast as it may and says each code once its commit was acknowledged; a test kills it.
const [path, keyFile, prefix] = process.argv.slice(2) as [string, string, string]
const writer = await openPlantWriter({ path, site: SITE, boxKeyPem: readFileSync(keyFile, 'utf8'), version: '0.1.0' })
let count = 0

async function work(): Promise<never> {
  for (;;) {
    const lot_code = `${prefix}-${count++}`
    const registration = { lot_code, lot_type: 'RAW' as const, weight_kg: '12.50' }
    const lot = await writer.submit('register-lot', {
      actor: OPERATOR,
      registration,
      captured: null,
      idempotency: null,
    })
    process.stdout.write(`${lot.lot_code}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, work))
