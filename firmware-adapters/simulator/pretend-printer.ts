import { FlowError } from '@flowviz/contract/error'
import { type Pretended, type Steps, steer } from './control.ts'
import { LabelPrinter } from './label-printer.ts'
import type { PrinterPlan } from './plan.ts'

/** Labels that can still be looked at. */
const KEPT_MAX = 50

/** Starts a label printer that speaks ZPL. @throws FlowError port_taken */
export async function pretendPrinter({ id, port: wanted, copy_ms }: PrinterPlan): Promise<Pretended> {
  const printer = new LabelPrinter({ copy_ms, kept_max: KEPT_MAX })
  const port = await printer.listen(wanted).catch((cause: unknown) => {
    throw new FlowError('port_taken', `127.0.0.1:${wanted} cannot be listened on.`, { cause })
  })
  const steps: Steps = {
    paper: labels => {
      printer.paper = labels
    },
    paused: value => {
      printer.paused = value
    },
    head_open: value => {
      printer.head_open = value
    },
    silent: value => {
      printer.silent = value
    },
    unplug: () => printer.unplug(),
    plug: async () => {
      await printer.unplug()
      await printer.listen(port)
    },
  }
  return {
    ids: [id],
    place: { port },
    control: (_, control) => steer(control, steps),
    show: () => ({ labels: printer.out }),
    stop: () => printer.close(),
  }
}
