import { useFloor } from '../frame/floor-context.ts'
import type { Finding } from '../scan/finding.ts'
import type { ScanHandler } from '../scan/scan-bus.ts'
import { moveOf } from './move-of.ts'
import { type Carried, carriedLot, carriedUnit } from './move-state.ts'
import { whyUnfit } from './unfit.ts'
import { say } from './words.ts'

/** Scan a lot or a pallet, then the lane that it goes to. What is neither is left to the screens below. */
export function useMoveScan(): ScanHandler {
  const floor = useFloor()
  const move = moveOf(floor)
  const { scan: scans } = floor
  return async scan => {
    const finding = await scan.finding()
    const taken = takenUp(finding)
    if (taken !== null) {
      move.take(taken)
      scans.bus.say({ tone: 'ok', title: say('choose_place', { code: taken.code }) })
      return true
    }
    const carried = move.carried.value
    if (finding.kind !== 'location' || carried === null) return false
    const { location_id, title } = finding.location
    const unfit = whyUnfit(floor, carried, { location_id, title })
    if (unfit !== null) {
      scans.bus.say({ tone: 'forbidden', title: unfit })
      return true
    }
    await move.putTo({ location_id, title })
    scans.bus.say({ tone: 'ok', title: say('moved', { code: carried.code, place: title }) })
    return true
  }
}

function takenUp(finding: Finding): Carried | null {
  if (finding.kind === 'lot') return carriedLot(finding.lot)
  return finding.kind === 'handling_unit' ? carriedUnit(finding.unit) : null
}
