import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Element } from '@flowviz/contract/gs1/element'
import { readElementString } from '@flowviz/contract/gs1/element-string'
import { parseScan } from '@flowviz/contract/gs1/scan'
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import { bracketed } from '../element.ts'

const OPTIONS: ReaderOptions = { formats: ['Code128', 'DataMatrix', 'QRCode'], tryHarder: true, maxNumberOfSymbols: 8 }

/** What a scanner reads on a label, by symbology; elements in brackets, each once, sorted. */
export interface ReadLabel {
  bars: string[]
  matrix: string[]
  links: string[]
}

/** Loads the decoder from disk: by itself it would fetch it. */
export async function loadDecoder(): Promise<void> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true })
}

/** What a scanner sends for each symbol on an image of a label. */
export async function symbolsOn(image: Uint8Array | ImageData): Promise<string[]> {
  const found = await readBarcodes(image, OPTIONS)
  return found.map(({ symbologyIdentifier, bytes }) => symbologyIdentifier + Buffer.from(bytes).toString('latin1'))
}

/** Looks at an image of a label as a scanner does. Throws when a symbol is none that GS1 knows. */
export async function readLabel(image: Uint8Array | ImageData): Promise<ReadLabel> {
  const read: Record<string, string[]> = {}
  for (const { format, symbologyIdentifier, bytes } of await readBarcodes(image, OPTIONS)) {
    const text = Buffer.from(bytes).toString('latin1')
    read[format] ??= []
    if (format === 'QRCode') read[format].push(text)
    else read[format].push(...elementsIn(format, symbologyIdentifier, text).map(element => bracketed([element])))
  }
  const of = (format: string) => [...new Set(read[format] ?? [])].sort()
  return { bars: of('Code128'), matrix: of('DataMatrix'), links: of('QRCode') }
}

function elementsIn(format: string, symbology: string, text: string): readonly Element[] {
  // A row of bars of several is read by itself: what it needs stands in the others.
  const found = format === 'Code128' ? readElementString(text) : parseScan(symbology + text)
  if (Array.isArray(found)) return found
  if ('elements' in found) return found.elements
  throw new Error(`${found.message}: ${text}`)
}
