import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShownEntry } from './entry.ts'
import { isSafeEntry } from './lane.ts'
import { PretendedAppliance, type Weather } from './testing/pretended-appliance.ts'
import { newId, openTab, type PretendedTab, until } from './testing/pretended-tab.ts'

const WEATHERS: Weather[] = ['fine', 'lost', 'answer-lost', 'twice', 'portal', 'failing', 'broken', 'busy']

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      tab: fc.nat(1),
      lane: fc.nat(2),
      kind: fc.constantFrom('plain', 'plain', 'plain', 'refuse', 'safe', 'spoilt'),
      waits: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('weather' as const), weather: fc.constantFrom(...WEATHERS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('backup' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('retry' as const, 'discard' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rest' as const), ms: fc.nat(15) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const BODY = { plain: {}, refuse: { refuse: true }, safe: { reason: 'glass' }, spoilt: { note: 'spoilt' } }

/** A tablet with two tabs at an appliance. */
class Life {
  readonly appliance = new PretendedAppliance()
  readonly kept = new Set<string>()
  restored = false
  private readonly name = newId()
  private tabs: PretendedTab[] = []
  private backup = this.appliance.backup()

  async begin(): Promise<void> {
    this.tabs = [await this.open(), await this.open()]
    await this.tabs[0]!.tablet.enrol('7K3M-XQ2P')
  }

  private async open(): Promise<PretendedTab> {
    const tab = openTab({ name: this.name, appliance: this.appliance })
    await tab.tablet.resume()
    tab.outbox.start()
    return tab
  }

  private wake(): void {
    for (const tab of this.tabs) tab.outbox.wake()
  }

  async live(one: Step): Promise<void> {
    if (one.do === 'weather') this.appliance.weather = one.weather
    else if (one.do === 'backup') this.backup = this.appliance.backup()
    else if (one.do === 'rest') await new Promise(resolve => setTimeout(resolve, one.ms))
    else if (one.do === 'put') await this.put(one)
    else if (one.do === 'restore') {
      this.appliance.restore(this.backup)
      this.restored = true
      this.wake()
    } else if (one.do === 'kill') {
      this.tabs[one.tab]!.kill()
      this.tabs[one.tab] = await this.open()
    } else await this.decide(one.do)
  }

  private async put({ tab, lane, kind, waits }: Extract<Step, { do: 'put' }>): Promise<void> {
    const command = kind === 'safe' ? 'place-hold' : 'move-stock'
    const put = this.tabs[tab]!.put(`lot-${lane}`, BODY[kind as keyof typeof BODY], command)
    const done = put.then(({ key }) => void this.kept.add(key))
    // Not waited for: a tab that is killed next may or may not have kept it.
    if (waits) await done
  }

  private async decide(how: 'retry' | 'discard'): Promise<void> {
    const { outbox } = this.tabs[0]!
    const rejected = outbox.attention.value.find(({ state }) => state === 'rejected')
    if (rejected === undefined) return
    if (how === 'retry') await outbox.retry(rejected.key)
    else await outbox.discard(rejected.key, 'by hand')
  }

  /** The network is well again: what the queue is when nothing is left to send. */
  async end(): Promise<readonly ShownEntry[]> {
    this.appliance.weather = 'fine'
    this.wake()
    const { outbox } = await this.open().then(tab => this.tabs[this.tabs.push(tab) - 1]!)
    const isSettled = () =>
      outbox.entries.value?.every(({ state }) => state !== 'queued' && state !== 'sending') === true &&
      [...this.kept].every(key => outbox.entry(key) !== undefined) &&
      // An appliance that was just restored is asked what it has, and gets back what it lacks.
      outbox.entries.value.filter(({ state }) => state === 'acked').length === this.appliance.done.length
    await until(isSettled)
    await Promise.all(this.tabs.map(tab => tab.close()))
    return outbox.entries.value!
  }
}

/** What is done of a lane is done in its order; behind a refusal everything is parked, and before one nothing. */
function expectOrder(lane: readonly ShownEntry[], done: readonly string[]): void {
  const plain = lane.filter(entry => !isSafeEntry(entry))
  const acked = plain.filter(({ state }) => state === 'acked').map(({ key }) => key)
  expect(done.filter(key => plain.some(entry => entry.key === key))).toEqual(acked)
  const first = lane.findIndex(({ state }) => state === 'rejected')
  const before = first === -1 ? lane.length : first
  for (const entry of lane.slice(0, before)) expect(entry.state).not.toBe('parked')
  for (const entry of lane.slice(before))
    if (!isSafeEntry(entry)) expect(['rejected', 'parked', 'given-up']).toContain(entry.state)
}

test('whatever the network, the tabs and the appliance do, each command is done once, in its order, or is seen to be refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async steps => {
      const life = new Life()
      await life.begin()
      for (const one of steps) await life.live(one)
      const entries = await life.end()
      const { appliance, kept, restored } = life
      const byKey = new Map(entries.map(entry => [entry.key, entry]))
      for (const key of kept) expect(byKey.has(key)).toBe(true)

      const acked = entries.filter(({ state }) => state === 'acked').map(({ key }) => key)
      expect(appliance.done.toSorted()).toEqual(acked.toSorted())

      for (const lane of ['lot_id:lot-0', 'lot_id:lot-1', 'lot_id:lot-2'])
        expectOrder(
          entries.filter(entry => entry.lane === lane),
          appliance.lane(lane),
        )
      const seqs = entries.flatMap(({ seq }) => (seq === null ? [] : [seq]))
      expect(seqs.toSorted((a, b) => a - b)).toEqual(seqs.map((_, n) => n + 1))
      // A number that the appliance could never read, or has forgotten, is one that it misses.
      if (!restored && entries.every(({ body }) => body.note !== 'spoilt')) expect(appliance.skipped).toEqual([])
    }),
    { numRuns: 60, endOnFailure: false },
  )
}, 120_000)
