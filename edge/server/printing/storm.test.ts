import { seededRandom } from '@flowviz/contract/random'
import { expect, test } from 'vitest'
import { openPrintRoom } from './testing/print-room.ts'

const SEEDS = [1, 2, 3]
const JOBS = 6
const FAULTS = 25

test.each(SEEDS)(
  'whatever happens to the printer, no label is lost, and none is there twice unsaid (seed %i)',
  async seed => {
    const random = seededRandom(seed)
    const room = await openPrintRoom()
    const { printer, print, job, until, port } = room
    printer.copy_ms = 3
    const pick = (most: number) => Math.floor(random() * most)
    const moment = () => new Promise(resolve => setTimeout(resolve, pick(40)))
    const faults = [
      async () => {
        printer.paper = pick(4)
      },
      async () => {
        printer.paused = true
      },
      async () => {
        printer.head_open = true
      },
      async () => {
        await printer.unplug()
        await moment()
        await printer.listen(port)
      },
      async () => {
        await printer.switchOff()
        await moment()
        await printer.listen(port)
      },
      () => room.restart(),
    ]
    const heal = () => Object.assign(printer, { paper: Number.POSITIVE_INFINITY, paused: false, head_open: false })
    // Each job has a weight of its own, so that its labels are known among the others.
    const weightOf = (at: number) => `${at + 1}.5`
    const jobs = Array.from({ length: JOBS }, (_, at) => print({ copies: 20, weight_kg: weightOf(at) }).job_id)
    for (let fault = 0; fault < FAULTS; fault += 1) {
      await faults[pick(faults.length)]!()
      await moment()
      heal()
      await moment()
    }
    await until(() => jobs.every(job_id => job(job_id).state === 'DONE'))
    for (const [at, job_id] of jobs.entries()) {
      const { copies, copies_done, copies_sent } = job(job_id)
      const out = printer.out.filter(zpl => zpl.includes(`NET ${weightOf(at)} kg`)).length
      expect([copies_done, out >= copies, out <= copies_sent], `job ${at}: ${out} of ${copies_sent}`).toEqual([
        copies,
        true,
        true,
      ])
    }
  },
  60_000,
)
