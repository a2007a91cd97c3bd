import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pino from 'pino'
import { Registry } from 'prom-client'
import { type AppParts, buildApp } from './app.ts'

/** The release of this appliance. */
export const VERSION: string = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).version

/** The OpenAPI document of the appliance. A description needs the doors and nothing of what stands behind them. */
export async function describe(): Promise<Record<string, unknown>> {
  const app = await buildApp({
    version: VERSION,
    logger: pino({ level: 'silent' }),
    metrics: new Registry(),
    limits: { rules: [] },
    ui_dir: null,
    certificate: null,
    client: {},
    token_key: generateKeyPairSync('ed25519').privateKey,
  } as unknown as AppParts)
  const document = app.swagger() as unknown as Record<string, unknown>
  await app.close()
  return document
}
