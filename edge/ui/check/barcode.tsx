interface BarcodeProps {
  title: string
}

const QUIET = 10
const HEIGHT = 40
const MATRIX_QUIET = 2

/** Bars and spaces in turn, in modules, with the quiet zone that a reader needs; black on white by night too. */
export function Bars({ title, widths }: BarcodeProps & { widths: string }) {
  let x = QUIET
  let path = ''
  for (const [at, width] of [...widths].entries()) {
    if (at % 2 === 0) path += `M${x} 0h${width}v${HEIGHT}h-${width}z`
    x += Number(width)
  }
  const width = x + QUIET
  return <Drawing title={title} box={`0 0 ${width} ${HEIGHT}`} modules={width} path={path} />
}

/** Rows of modules, dark ones as 1. */
export function Matrix({ title, rows }: BarcodeProps & { rows: readonly string[] }) {
  const path = rows.flatMap((row, y) => [...row].map((dark, x) => (dark === '1' ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const size = rows.length + 2 * MATRIX_QUIET
  return <Drawing title={title} box={`-${MATRIX_QUIET} -${MATRIX_QUIET} ${size} ${size}`} modules={size} path={path} />
}

/** How many pixels a module has is said by the style: a whole number, for bars of uneven widths are what no scanner reads. */
const Drawing = ({ title, box, modules, path }: BarcodeProps & { box: string; modules: number; path: string }) => (
  <figure class="barcode">
    <svg
      viewBox={box}
      style={{ '--modules': String(modules) }}
      role="img"
      aria-label={title}
      shape-rendering="crispEdges"
      preserveAspectRatio="none"
    >
      <path d={path} />
    </svg>
    <figcaption>{title}</figcaption>
  </figure>
)
