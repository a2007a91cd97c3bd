import { type Pretended, type Steps, steer } from './control.ts'
import { Plug } from './plug.ts'
import type { ScaleModel } from './scale-model.ts'
import { TcpPlug } from './tcp-plug.ts'

/** Where a pretended scale stands: on a pseudo-terminal, or behind a TCP port when no link is named. */
export interface ScalePlace {
  id: string
  link?: string | undefined
  port?: number | undefined
}

interface FarEnd {
  random: () => number
  receive(chunk: Uint8Array): void
  /** The line was plugged in: the scale is switched on. */
  plugged(): void
}

/** The plug of a scale, not put in yet. */
export const scalePlug = ({ link, port }: ScalePlace, { random, receive, plugged }: FarEnd): Plug | TcpPlug =>
  link === undefined ? new TcpPlug({ port: port ?? 0, receive }) : new Plug({ link, random, receive, plugged })

/** A scale that is plugged in, steered by what is put on it and by what is done to its line. */
export function pretendedScale(
  { id, link }: ScalePlace,
  { plug, model, device }: { plug: Plug | TcpPlug; model: ScaleModel; device: { stop(): void } },
  more: Steps = {},
): Pretended {
  const steps: Steps = {
    ...plug.steps,
    load_kg: kg => model.load(kg),
    cycle: running => model.cycle(running),
    drift_kg: kg => model.drift(kg),
    ...more,
  }
  return {
    ids: [id],
    place: plug instanceof TcpPlug ? { port: plug.port } : { path: link! },
    control: (_, control) => steer(control, steps),
    stop: async () => {
      device.stop()
      await plug.stop()
    },
  }
}
