import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pino from 'pino'
import { buildApp, type Parts } from './app.ts'

/** The OpenAPI document of headquarters. A description needs the doors and nothing of what stands behind them. */
export async function describe(): Promise<Record<string, unknown>> {
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
  const { privateKey } = generateKeyPairSync('ed25519')
  const app = await buildApp({
    version,
    uiDir: null,
    logger: pino({ level: 'silent' }),
    witness: { name: 'nobody', key: privateKey },
    attempts: {},
  } as unknown as Parts)
  const document = app.swagger() as unknown as Record<string, unknown>
  await app.close()
  return document
}
