import type { AnyEvent } from '@flowviz/contract/event'
import type { SignedCommand, TabletCommand } from '@flowviz/contract/tablet'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { startPlant, type TestPlant } from '../testing/plant.ts'
import { setUpTablet, type TestTablet } from '../testing/tablet.ts'

vi.setConfig({ testTimeout: 240_000 })

/** A command that a tablet wrote down: some are bound to be refused, some give their lot a code of the server. */
const wish = fc.constantFrom(
  { weight_kg: '1.000' },
  { weight_kg: '1.500' },
  { weight_kg: '-1' },
  { weight_kg: '1.000', lot_code: 'SAME' },
  { weight_kg: '2.000', colour: 'red' },
)
/** What the air makes of it: which commands go in a batch, in which order, and whether the box ends after it. */
const flight = fc.record({
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  forged: fc.boolean(),
  restart: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

/** A code that only one lot of this tablet can have. */
function named(body: Record<string, unknown>, { code_prefix }: TestTablet): Record<string, unknown> {
  return { lot_type: 'RAW', ...body, ...('lot_code' in body ? { lot_code: `${code_prefix}-0001` } : {}) }
}

interface Told {
  key: string
  verdict: string
  code: string | undefined
}

/** Keys of the commands of a tablet that registered a lot, each as often as one did. */
async function registered(plant: TestPlant, { tablet_id }: TestTablet): Promise<string[]> {
  const response = await plant.ask('AUDITOR', '/api/v1/ledger/events?type=lot.registered&limit=100')
  type Registered = AnyEvent & { command?: string; actor: { device: string | null } }
  const { events } = (await response.json()) as { events: { event: Registered }[] }
  return events.filter(({ event }) => event.actor.device === tablet_id).map(({ event }) => event.command ?? 'none')
}

async function fly(plant: TestPlant, tablet: TestTablet, batch: SignedCommand[]): Promise<Told[]> {
  const { verdicts } = await tablet.send(batch, plant)
  return verdicts.map(({ verdict, problem }, n) => ({
    key: (JSON.parse(batch[n]!.text) as TabletCommand).key,
    verdict,
    code: problem?.code,
  }))
}

test('however a queue arrives, in pieces, twice, out of order, over a restart, each command is there once or refused', async () => {
  let plant = await startPlant()
  await fc.assert(
    fc.asyncProperty(
      fc.array(wish, { minLength: 5, maxLength: 25 }),
      fc.array(flight, { minLength: 1, maxLength: 8 }),
      async (wishes, flights) => {
        const tablet = await setUpTablet(plant)
        const queue = wishes.map(body => tablet.command('register-lot', { body: named(body, tablet) }))
        const last = new Map<string, Told>()
        const note = (told: Told[]) => {
          for (const one of told) {
            const before = last.get(one.key)
            // What was done stays done, and says so again.
            if (before?.verdict === 'done') expect(one.verdict).toBe('done')
            last.set(one.key, one)
          }
        }
        for (const { picks, forged, restart } of flights) {
          const batch = picks.map(pick => queue[pick % queue.length]!)
          const [first] = batch
          const foreign = { ...first!, text: first!.text.replace('"weight_kg":"', '"weight_kg":"9') }
          const told = await fly(plant, tablet, forged ? [...batch, foreign] : batch)
          if (forged) expect(told.pop()).toMatchObject({ verdict: 'refused', code: 'tablet_signature_wrong' })
          note(told)
          if (!restart) continue
          await plant.stop()
          plant = await startPlant(plant.files)
        }
        note(await fly(plant, tablet, queue))
        const done = [...last.values()].filter(({ verdict }) => verdict === 'done').map(({ key }) => key)
        expect(last.size).toBe(queue.length)
        expect((await registered(plant, tablet)).sort()).toEqual(done.sort())
        const { received_seq, missing } = await tablet.send([queue[0]!], plant)
        expect([received_seq, missing]).toEqual([queue.length, []])
      },
    ),
    { numRuns: 12 },
  )
})
