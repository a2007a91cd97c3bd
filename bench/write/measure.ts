import type { Generator } from '../load/generator.ts'
import type { LoadJob, LoadResult } from '../load/load.ts'
import type { Running } from './contender.ts'
import { inFlight, jobOf, type Plan, type Shape } from './plan.ts'

export interface Measured {
  round: number
  shape: Shape
  disk: string
  contender: string
  result: LoadResult
}

/**
 * Rounds in which every contender takes its turn at every shape. The order turns by one each round, so that no
 * contender is always first; what the machine does meanwhile meets all of them alike.
 */
export async function measure(plan: Plan, contenders: Running[], tools: Tools): Promise<Measured[]> {
  const { generator, tell } = tools
  const measured: Measured[] = []
  let from = 1
  const take = async (contender: Running, shape: Shape, durationMs: number) => {
    const port = contender.ports[shape.door]!
    const target = { port, from, token: contender.token, secret: contender.secret }
    const result = await generator.run({ ...jobOf(plan, shape, target), durationMs })
    from += result.acknowledged + inFlight(shape)
    return result
  }
  for (const contender of contenders)
    for (const shape of plan.shapes) if (contender.ports[shape.door]) await take(contender, shape, plan.warmUpMs)
  for (let round = 0; round < plan.rounds; round++) {
    tell(`round ${round + 1} of ${plan.rounds}`)
    for (const shape of plan.shapes) {
      const able = contenders.filter(({ ports }) => ports[shape.door] !== undefined)
      for (let turn = 0; turn < able.length; turn++) {
        const contender = able[(turn + round) % able.length]!
        const result = await take(contender, shape, plan.durationMs)
        measured.push({ round, shape, disk: contender.disk, contender: contender.name, result })
      }
    }
  }
  return measured
}

interface Tools {
  generator: Generator<LoadJob, LoadResult>
  tell: (line: string) => void
}
