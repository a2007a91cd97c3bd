import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPty } from '../simulator/pty-line.ts'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'

const TIMES = 20

test('an adapter that is pulled and plugged 20 times, each time as another tty, weighs within a second of each', async () => {
  // Like /dev/serial/by-id: the name stays, and what it points to does not.
  const link = join(await ownFolder(), 'usb-FTDI_FT232R_A1')
  const plant = await startPlant({
    pretended: [{ kind: 'mt-sics', id: 'scale-1', link, cycle: false }],
    devices: [scaleConfig('scale-1', link)],
  })
  await plant.until('it weighs', () => plant.health('scale-1')?.state === 'ok')
  const targets = [await readlink(link)]
  const took_ms: number[] = []
  for (let time = 1; time <= TIMES; time++) {
    await plant.control('scale-1', { unplug: true })
    // Some hands are quicker than the first try to open it again.
    const slow = time % 2 === 0
    await plant.until('it is lost', () => plant.health('scale-1')?.state === 'faulted')
    if (slow) await plant.until('it is missing', () => plant.health('scale-1')?.reason === 'port_missing')
    // Somebody else takes the number of the tty.
    const other = await openPty()
    onTestFinished(() => other.destroy())
    const before = plant.of('scale-1').length
    const plugged_at = performance.now()
    await plant.control('scale-1', { plug: true, load_kg: `${time}.000` })
    const weighs = () => plant.of('scale-1').some(({ measurement }, at) => at >= before && measurement.value !== null)
    await plant.until(`it weighs again, ${time}`, weighs, 2_000)
    took_ms.push(performance.now() - plugged_at)
    targets.push(await readlink(link))
  }
  expect(new Set(targets).size).toBeGreaterThan(TIMES / 2)
  expect(Math.max(...took_ms)).toBeLessThan(1_000)
  const seqs = plant.of('scale-1').map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  const told = plant.of('scale-1').filter(({ measurement }) => measurement.quality === 'bad')
  expect(told).toHaveLength(TIMES)
}, 90_000)
