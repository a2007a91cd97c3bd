import { workerData } from 'node:worker_threads'
import { type Served, serve } from './serve.ts'
import { openTelemetryEngine, type TelemetryCommand, type TelemetryFile } from './telemetry-engine.ts'

serve<TelemetryCommand, number, Served<TelemetryCommand, number>>(() => {
  const telemetry = openTelemetryEngine(workerData as TelemetryFile)
  return { run: telemetry.run, state: telemetry.lastSeq, rest: telemetry.rest, close: telemetry.close }
})
