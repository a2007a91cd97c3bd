import { useEffect, useRef } from 'preact/hooks'
import type { ChartPage } from './temperature-state.ts'

/** Draws a chart as large as its frame. The drawing library comes only when there is something to draw. */
export function TimeChart({ chart }: { chart: ChartPage }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let gone = false
    let clear = () => {}
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!gone) clear = drawChart(element, chart)
    })
    return () => {
      gone = true
      clear()
    }
  }, [chart])
  return <div ref={frame} class="canvas" />
}
