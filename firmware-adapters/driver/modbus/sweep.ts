import { FlowError } from '@flowviz/contract/error'
import type { Task } from '../../driver.ts'
import type { Cell } from '../../profile/cell.ts'
import { exceptionReason } from '../../protocol/modbus-exception.ts'
import type { RegisterReply, RegisterTransport } from '../../transport/register.ts'
import type { Block } from './block.ts'
import { Image } from './image.ts'
import type { Plan } from './plan.ts'

const READ = { 1: 'readCoils', 2: 'readDiscrete', 3: 'readHolding', 4: 'readInput' } as const
/** Wrong address and wrong quantity: what the device says of a block with a hole in it, or of one that is too long. */
const HOLES = new Set([2, 3])

type Failure = Extract<RegisterReply, { ok: false }>

/** Reads a cell and counts what is odd about the answer. @throws FlowError when the line itself is gone */
export async function ask(unit: RegisterTransport, cell: Cell, notice: Task['notice']): Promise<RegisterReply> {
  const reply = await unit[READ[cell.fc]](cell.address, cell.count)
  if (reply.late > 0) notice({ kind: 'late', count: reply.late })
  if (reply.ok) return reply
  switch (reply.fault) {
    case 'crc_error':
      notice({ kind: 'checksum', count: 1 })
      break
    case 'comm_timeout':
      notice({ kind: 'timeout', count: 1 })
      break
    case 'device_exception':
      notice({ kind: isSilence(reply) ? 'timeout' : 'exception', count: 1 })
      break
    default:
      throw new FlowError(reply.fault, reply.detail)
  }
  return reply
}

/** No answer, none that is whole, or a gateway that says so of the unit behind it. */
export function isSilence(reply: RegisterReply): boolean {
  if (reply.ok) return false
  if (reply.fault === 'device_exception') return exceptionReason(reply.exception) === 'comm_timeout'
  return reply.fault === 'comm_timeout' || reply.fault === 'crc_error'
}

/** What came of one look at all blocks of a device. */
export interface Swept {
  image: Image
  answered: boolean
  silence: Failure | null
}

/**
 * Reads all blocks once. A unit that has answered nothing is not asked further: then there is no image, and `silence`
 * says how it failed.
 * @throws FlowError when the line is gone
 */
export async function sweep(unit: RegisterTransport, plan: Plan, notice: Task['notice']): Promise<Swept> {
  const image = new Image()
  const blocks = plan.due()
  let answered = blocks.length === 0
  let silence: Failure | null = null
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    const reply = await ask(unit, block, notice)
    if (!reply.ok && isSilence(reply)) {
      silence = reply
      if (!answered) {
        plan.postpone(block)
        break
      }
      if (plan.silent(block)) image.fail(block, 'comm_timeout')
      continue
    }
    answered = true
    blocks.unshift(...take(block, reply, { plan, image }))
  }
  return { image, answered, silence }
}

/** Keeps what a block has answered; gives the halves that are to be read in its place. */
function take(block: Block, reply: RegisterReply, { plan, image }: { plan: Plan; image: Image }): Block[] {
  plan.answered(block)
  if (reply.ok) {
    image.put(block, reply)
    return []
  }
  const halves = HOLES.has(reply.exception ?? 0) ? plan.divide(block) : []
  if (halves.length === 0) image.fail(block, exceptionReason(reply.exception))
  return halves
}
