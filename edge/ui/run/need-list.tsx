import { say } from './consume-words.ts'
import { kgText } from './mass.ts'
import type { Need } from './need.ts'

/** What the recipe still needs, line by line: how far it is as a bar, what is to go as the figure. */
export function NeedList({ needs }: { needs: readonly Need[] | null }) {
  if (needs === null) return <p class="notice">{say('no_recipe')}</p>
  return (
    <section class="need-list" aria-label={say('needs')}>
      <h2>{say('needs')}</h2>
      <ul>
        {needs.map(need => (
          <li key={need.item_id} data-done={need.left_mg === 0}>
            <b>{need.title}</b>
            <span class="left">
              {need.left_mg === 0 ? say('need_done') : say('need_left', { kg: kgText(need.left_mg) })}
            </span>
            <span class="bar" aria-hidden="true">
              <i style={{ width: share(need.used_mg - need.waiting_mg, need) }} />
              <i class="waits" style={{ width: share(need.waiting_mg, need) }} />
            </span>
            <span class="of">{say('need_of', { used: kgText(need.used_mg), target: kgText(need.target_mg) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const share = (mg: number, { target_mg, used_mg }: Need): string =>
  `${Math.max(0, (100 * mg) / Math.max(target_mg, used_mg, 1))}%`
