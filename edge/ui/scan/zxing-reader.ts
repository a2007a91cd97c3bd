import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import address from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { BarcodeReader } from './reader.ts'

const OPTIONS: ReaderOptions = {
  formats: ['DataMatrix', 'Code128', 'QRCode', 'EAN13', 'EAN8', 'UPCA', 'ITF'],
  // GS1 text as it is in the symbol: HRI would put brackets in, and drop the separators.
  textMode: 'Plain',
  maxNumberOfSymbols: 4,
  tryHarder: true,
}

/** ZXing as WebAssembly, from our own origin: by itself the package asks a public CDN, which no plant reaches. */
export async function zxingReader(): Promise<BarcodeReader> {
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true })
  return {
    kind: 'wasm',
    read: async picture => {
      const found = await readBarcodes(picture, OPTIONS)
      return found
        .filter(({ isValid, text }) => isValid && text !== '')
        .map(({ symbologyIdentifier, text }) => symbologyIdentifier + text)
    },
  }
}
