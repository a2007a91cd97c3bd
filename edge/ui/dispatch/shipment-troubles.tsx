import type { ShownEntry } from '../outbox/entry.ts'
import { troubleWords } from '../word/trouble-word.ts'
import { say } from './words.ts'

/** What the appliance refused of a shipment, with the lots that are in its way. */
export function ShipmentTroubles({ refused }: { refused: readonly Pick<ShownEntry, 'key' | 'problem'>[] }) {
  return (
    <>
      {refused.map(({ key, problem }) => {
        const lots = inTheWay(problem)
        return (
          <div key={key} class="notice" data-tone="alarm" role="alert">
            <b>{say('refused', { title: problem === null ? '' : troubleWords(problem).title })}</b>
            {lots !== '' && <span>{say('in_the_way', { lots })}</span>}
            <a class="button" href="/sync">
              {say('decide')}
            </a>
          </div>
        )
      })}
    </>
  )
}

function inTheWay(problem: ShownEntry['problem']): string {
  const { in_the_way } = (problem ?? {}) as { in_the_way?: readonly { lot_code: string }[] }
  return [...new Set((in_the_way ?? []).map(({ lot_code }) => lot_code))].join(', ')
}
