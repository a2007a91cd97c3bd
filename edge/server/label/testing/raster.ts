const RECTANGLE = /M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g

/** The barcodes of an SVG label as pixels, black on white: the rectangles of its paths, so many pixels a millimetre. */
export function rasterOf(svg: string, px: number): ImageData {
  const [, width = '0', height = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  const size = { width: Number(width) * px, height: Number(height) * px }
  const data = new Uint8ClampedArray(size.width * size.height * 4).fill(255)
  for (const [, ...numbers] of svg.matchAll(RECTANGLE)) {
    const [x = 0, y = 0, w = 0, h = 0] = numbers.map(Number)
    for (let row = Math.round(y * px); row < Math.round((y + h) * px); row += 1)
      for (let column = Math.round(x * px); column < Math.round((x + w) * px); column += 1)
        data.fill(0, (row * size.width + column) * 4, (row * size.width + column) * 4 + 3)
  }
  return { ...size, data, colorSpace: 'srgb' } as ImageData
}
