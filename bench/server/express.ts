import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '@flowviz/contract/identity'
import { uuidMaker } from '@flowviz/contract/uuid'
import express from 'express'
import { openPlantEngine } from '../../edge/server/writer/plant-engine.ts'

// The usual way: Express 5, better-sqlite3 on the main thread, a transaction for each request. The ledger operation is
// FlowViz's own code, down to the statements; sign-in and validation, which FlowViz does too, are left out in its favour.
const { FLOWVIZ_DATA_DIR, FLOWVIZ_BOX_KEY_FILE, FLOWVIZ_SITE } = process.env
const now = () => Date.now()
const newId = uuidMaker(now, count => randomBytes(count))
const engine = openPlantEngine(
  {
    path: join(FLOWVIZ_DATA_DIR!, 'plant.db'),
    site: FLOWVIZ_SITE!,
    boxKeyPem: readFileSync(FLOWVIZ_BOX_KEY_FILE!, 'utf8'),
    version: '0.0.0',
    litestream: false,
    awaitHeal: false,
  },
  { now, newId },
)
const actor: Actor = { kind: 'person', id: newId(), role: 'OPERATOR', station: null, device: null, auth: 'pin' }
const UNSIGNED = { captured: null, signer: null, witness: null, idempotency: null }
// The WAL is moved into the file now and then, off the path of any request, as FlowViz does it.
setInterval(() => engine.rest(), 100).unref()

const app = express()
app.use(express.json({ limit: '1mb' }))
app.post('/api/v1/lots', (request, response) => {
  const takes = { name: 'register-lot', actor, params: {}, body: request.body, ...UNSIGNED } as const
  const [outcome] = engine.run([{ kind: 'act', takes }])
  if (outcome?.ok) response.status(201).json(outcome.gives)
  else response.status(422).json(outcome)
})
const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  console.log(JSON.stringify({ msg: 'ready', http_port: port, token: 'none' }))
})
process.once('SIGTERM', () => process.exit(0))
