import type { CommandBody, CommandName } from '@flowviz/contract/command'
import type { Run } from '@flowviz/contract/run'
import { useFloor } from '../frame/floor-context.ts'
import { say } from './words.ts'

type RunCommand = Extract<CommandName, `${string}-run` | 'lose-material' | 'return-material' | 'consume-lot'>

/** Keeps a command about a run, and says so; false when it could not be kept. */
export function useStep({ run_id, run_code }: Pick<Run, 'run_id' | 'run_code'>) {
  const { outbox, scan } = useFloor()
  return async <C extends RunCommand>(command: C, body: CommandBody<C>, done: string): Promise<boolean> => {
    try {
      const intent = { command, params: { run_id }, body, lane: `run:${run_code}`, about: run_code }
      await outbox.put(intent as never)
      scan.bus.say({ tone: 'ok', title: done })
      return true
    } catch {
      scan.bus.say({ tone: 'forbidden', title: say('not_kept') })
      return false
    }
  }
}
