import { setTimeout as sleep } from 'node:timers/promises'
import { generate } from '../load/generator.ts'
import type { Places } from './plan.ts'
import { pretendLine, pretendPort, pretendScales, pretendSensors } from './pretended.ts'
import { type Counted, Tally } from './tally.ts'
import { startWitness } from './witness.ts'

/** What the process of the devices is asked for, in this order; `port` is that of the appliance's broker. */
export type DeviceJob =
  | { step: 'open'; port: number; folder: string }
  | { step: 'aim'; port: number }
  | { step: 'settle'; port: number; devices: number; within_s: number }
  | { step: 'measure'; port: number; seconds: number }
  | { step: 'count'; port: number }

export type DeviceAnswer = Places | Counted | { heard: number }

const tally = new Tally()
const witness = await startWitness(({ device_id, measurement: { value } }, said_at) => {
  if (value !== null) tally.acknowledge(device_id, Number(value.replace('.', '')), said_at)
})
let [from, to] = [0, 0]

generate(async (job: DeviceJob): Promise<DeviceAnswer> => {
  switch (job.step) {
    case 'open':
      return open(job.folder)
    case 'aim':
      witness.aim(job.port)
      return { heard: 0 }
    case 'settle':
      for (let waited = 0; tally.heard < job.devices && waited < job.within_s * 10; waited++) await sleep(100)
      return { heard: tally.heard }
    case 'measure':
      from = performance.now()
      await sleep(job.seconds * 1_000)
      to = performance.now()
      return { heard: tally.heard }
    case 'count':
      return tally.counted(from, to)
  }
})

/** Everything ends with this process. */
async function open(folder: string): Promise<Places> {
  await pretendScales(folder, tally)
  for (const line of ['rtu-1', 'rtu-2'] as const) await pretendLine(folder, line, tally)
  return {
    folder,
    mbap: await pretendPort('mbap', tally),
    'rtu-over-tcp': await pretendPort('rtu-over-tcp', tally),
    broker: await pretendSensors(tally),
    witness: witness.port,
  }
}
