import { timeText, unitText } from '@flowviz/contract/screen/format'
import uPlot from 'uplot'
import { chartSeries, type Drawing } from './chart-series.ts'

const DAY_S = 86_400

/** Draws points and limit lines into an element; gives the way to take the drawing away. */
export function drawChart(element: HTMLElement, drawing: Drawing): () => void {
  const { unit, since, until } = drawing
  const { times, values } = chartSeries(drawing.points, drawing.bucket_ms)
  const limits = [drawing.limits.low, drawing.limits.high].filter(limit => limit !== undefined).map(Number)
  const style = getComputedStyle(element)
  const color = (name: string) => style.getPropertyValue(name).trim()
  const axis: uPlot.Axis = {
    stroke: color('--muted'),
    grid: { stroke: color('--hairline'), width: 1 },
    font: `13px ${style.fontFamily}`,
  }
  const plot = new uPlot(
    {
      width: element.clientWidth,
      height: element.clientHeight,
      legend: { show: false },
      cursor: { drag: { x: false, y: false } },
      scales: {
        x: { time: true, range: [since / 1000, until / 1000] },
        y: { range: (_, low, high) => spread([low, high, ...limits]) },
      },
      axes: [
        { ...axis, values: (_, ticks) => ticks.map(tick => tickText(tick, until - since)) },
        { ...axis, size: 64, values: (_, ticks) => ticks.map(tick => `${tick} ${unitText(unit)}`) },
      ],
      series: [
        {},
        {
          stroke: color('--action'),
          width: 2,
          points: { show: times.length < 80, size: 6 },
          spanGaps: false,
        },
      ],
      hooks: { draw: [drawn => limitLines(drawn, limits, color('--alarm-fill'))] },
    },
    [times, values],
    element,
  )
  const watch = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: element.clientHeight }))
  watch.observe(element)
  return () => {
    watch.disconnect()
    plot.destroy()
  }
}

function tickText(seconds: number, span: number): string {
  const at = new Date(seconds * 1000)
  return span > DAY_S * 1000 ? `${at.getDate()}. ${timeText(at.getTime())}` : timeText(at.getTime())
}

/** A range that holds values and limits with a little room around them. */
function spread(numbers: (number | null)[]): [number, number] {
  const known = numbers.filter(number => number !== null && Number.isFinite(number)) as number[]
  const low = Math.min(...known)
  const high = Math.max(...known)
  const room = Math.max(0.5, (high - low) * 0.1)
  return [low - room, high + room]
}

function limitLines(plot: uPlot, limits: number[], stroke: string): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.strokeStyle = stroke
  ctx.lineWidth = 2
  ctx.setLineDash([8, 6])
  for (const limit of limits) {
    const y = Math.round(plot.valToPos(limit, 'y', true))
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
  }
  ctx.restore()
}
