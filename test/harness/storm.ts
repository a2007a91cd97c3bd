import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom as seeded } from '@flowviz/contract/random'
import type { Building } from './building.ts'
import { replay } from './replay.ts'

/** What a storm did, in order, so that a failure can be read without running it again. */
export interface StormLog {
  lines: string[]
  /** How often each kind of blow fell. */
  blows: Map<string, number>
}

type Blow = (building: Building, random: () => number) => Promise<string>

const between = (random: () => number, low: number, high: number) => Math.round(low + random() * (high - low))

async function killed(unit: { kill(): Promise<unknown>; start(): Promise<unknown> }, dark_ms: number): Promise<void> {
  await unit.kill()
  await pause(dark_ms)
  await unit.start()
}

/** Power cuts of processes. */
const POWER: Record<string, Blow> = {
  async 'kill edge'({ plant }, random) {
    const dark = between(random, 0, 800)
    await killed(plant.edge, dark)
    return `${dark} ms`
  },
  async 'kill adapters'({ plant }, random) {
    await killed(plant.adapters, between(random, 0, 800))
    return ''
  },
  async 'kill headquarters'({ hq }, random) {
    const dark = between(random, 0, 1_500)
    await killed(hq.unit, dark)
    return `${dark} ms`
  },
  async 'kill edge and adapters'({ plant }, random) {
    const dark = between(random, 0, 500)
    await Promise.all([killed(plant.edge, dark), killed(plant.adapters, dark)])
    return `${dark} ms`
  },
}

/** A wire that misbehaves. */
const WIRE: Record<string, Blow> = {
  async 'cut link'({ link }) {
    link.cut()
    return ''
  },
  async 'silent link'({ link }, random) {
    const dark = between(random, 300, 3_000)
    link.mode('silent')
    await pause(dark)
    if (random() < 0.5) link.cut()
    link.mode('open')
    return `${dark} ms`
  },
  async 'refused link'({ link }, random) {
    const dark = between(random, 300, 2_500)
    link.mode('refused')
    await pause(dark)
    link.mode('open')
    return `${dark} ms`
  },
  async 'slow link'({ link }, random) {
    link.delay(between(random, 5, 120))
    await pause(between(random, 300, 1_500))
    link.delay(0)
    return ''
  },
}

/** Batches that come again. */
const REPEAT: Record<string, Blow> = {
  async 'repeat batch'(building, random) {
    return JSON.stringify(await replay(building, random))
  },
}

/** Three hands strike at the same time, so that a process also dies while the wire is silent. */
const HANDS = [POWER, WIRE, REPEAT]

/** Strikes until the time is over; what it strikes, and the pauses between, are decided by the seed alone. */
export async function storm(building: Building, seed: number, lasts_ms: number): Promise<StormLog> {
  const log: StormLog = { lines: [], blows: new Map() }
  const started = performance.now()
  const past = () => Math.round(performance.now() - started)
  await Promise.all(
    HANDS.map(async (blows, hand) => {
      const random = seeded(seed + hand)
      let deck: string[] = []
      while (past() < lasts_ms) {
        await pause(between(random, 150, 1_500))
        if (deck.length === 0) deck = shuffled(Object.keys(blows), random)
        const name = deck.pop()!
        const at = past()
        const said = await blows[name]!(building, random)
        log.lines.push(`${String(at).padStart(6)} to ${String(past()).padStart(6)} ms  ${name} ${said}`)
        log.blows.set(name, (log.blows.get(name) ?? 0) + 1)
      }
    }),
  )
  building.link.mode('open')
  building.link.delay(0)
  return log
}

/** Each kind of blow falls once before any falls twice. */
function shuffled(names: string[], random: () => number): string[] {
  return names
    .map(name => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)
}
