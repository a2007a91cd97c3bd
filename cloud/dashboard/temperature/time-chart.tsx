import { useEffect, useRef, useState } from 'preact/hooks'
import type { Drawing } from './chart-series.ts'
import { usableLanguage } from './usable-language.ts'

/** Draws a chart as large as its frame. The drawing library comes only when there is something to draw. */
export function TimeChart({ drawing }: { drawing: Drawing }) {
  const frame = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let gone = false
    let clear = () => {}
    // uPlot asks Intl with this property as it loads, and the chart would not come at all.
    const language = usableLanguage(navigator.language)
    if (language !== navigator.language) Object.defineProperty(navigator, 'language', { value: language })
    import('./draw-chart.ts')
      .then(({ drawChart }) => {
        if (!gone) clear = drawChart(element, drawing)
      })
      .catch(() => setFailed(true))
    return () => {
      gone = true
      clear()
    }
  }, [drawing])
  if (failed)
    return (
      <div class="notice" data-tone="warn" role="alert">
        <b>The chart could not be loaded.</b>
        <span class="next">Reload the page; until then the table shows the same readings.</span>
      </div>
    )
  return <div ref={frame} class="canvas" />
}
