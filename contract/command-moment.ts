import type { CommandName } from './command.ts'

// Apart from the shapes: a tablet needs to know this, and no schema with it.

const TIMED: ReadonlySet<CommandName> = new Set<CommandName>([
  'register-lot',
  'link-lot',
  'split-lot',
  'merge-lots',
  'rework-lot',
  'move-stock',
  'adjust-stock',
  'pack-hu',
  'unpack-hu',
  'move-hu',
  'pick-shipment',
  'unpick-shipment',
  'stage-shipment',
  'return-goods',
  'plan-run',
  'release-run',
  'prepare-run',
  'start-run',
  'pause-run',
  'resume-run',
  'complete-run',
  'reconcile-run',
  'abort-run',
  'consume-lot',
  'produce-lot',
  'lose-material',
  'return-material',
  'decide-gate',
  'place-hold',
  'open-deviation',
  'record-calibration',
  'find-recalled-lot',
  'call-help',
  'hand-over-shift',
  'enter-temperature',
])

/** True for a command whose body may say when it was done, as `occurred_at`. */
export const isTimed = (command: CommandName): boolean => TIMED.has(command)
