import { useMemo } from 'preact/hooks'
import { COLUMNS, createTouchTest, type Miss, ROWS, type TouchTest } from './touch-test.ts'
import { say } from './words.ts'

const PLACES = Array.from({ length: COLUMNS * ROWS }, (_, place) => place)

/** A field of targets, touched one by one with gloves; where a finger landed beside is marked. */
export function TouchPad() {
  const test = useMemo(createTouchTest, [])
  const target = test.target.value
  const misses = test.misses.value
  const counts = { hits: test.hits.value, misses: misses.length }
  return (
    <section class="panel touch-test" aria-labelledby="touch-test">
      <h2 id="touch-test">{say('touch')}</h2>
      <p class="quiet">{say('touch_how')}</p>
      <div class="field-of-targets" onPointerDown={event => touchAt(test, event)}>
        {PLACES.map(place => (
          <button
            key={place}
            type="button"
            class="target"
            data-wanted={place === target}
            aria-label={place === target ? say('touch_target') : undefined}
            aria-hidden={place !== target}
            tabIndex={place === target ? 0 : -1}
          />
        ))}
        {misses.map((miss, at) => (
          <Mark key={`${at} ${miss.place}`} miss={miss} />
        ))}
      </div>
      <p role="status">
        {say('touch_count', counts)}
        {target === null && ` ${say(misses.length === 0 ? 'touch_good' : 'touch_bad')}`}
      </p>
      <button type="button" class="button" onClick={test.restart}>
        {say('restart')}
      </button>
    </section>
  )
}

/** An SVG of its own, as the policy of the page allows no styles in the markup. */
const Mark = ({ miss: { x, y } }: { miss: Miss }) => (
  <svg class="miss" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    <ellipse cx={x * 100} cy={y * 100} rx="1" ry="2.4" />
  </svg>
)

function touchAt(test: TouchTest, event: PointerEvent & { currentTarget: HTMLElement }): void {
  const box = event.currentTarget.getBoundingClientRect()
  test.touch({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height })
}
