import { loadHttp } from './http.ts'
import type { LoadJob } from './load.ts'
import { loadMqtt } from './mqtt.ts'

// A process of its own, so that what it measures never waits for what it measures with. One job in, one result out.
process.on('message', (job: LoadJob) => {
  const load = job.kind === 'http' ? loadHttp : loadMqtt
  load(job).then(
    result => process.send!({ ok: true, result }),
    (error: Error) => process.send!({ ok: false, problem: error.message }),
  )
})
