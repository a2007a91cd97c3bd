import { generate } from './generator.ts'
import { loadHttp } from './http.ts'
import type { LoadJob } from './load.ts'
import { loadMqtt } from './mqtt.ts'

generate((job: LoadJob) => (job.kind === 'http' ? loadHttp(job) : loadMqtt(job)))
