import type { BarcodeReader } from './reader.ts'

/** The part of the Barcode Detection API that is used; TypeScript does not know it. */
interface Detector {
  detect: (picture: ImageData) => Promise<{ rawValue: string }[]>
}
interface DetectorMaker {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

const NATIVE_FORMATS = ['data_matrix', 'code_128', 'qr_code', 'ean_13', 'ean_8', 'upc_a', 'itf']
/** Without these two no label of a plant can be read. */
const NEEDED = ['data_matrix', 'code_128']

/** The browser's own reader, where it reads what plants print; else ZXing. Rejects when that cannot be fetched. */
export async function openReader(): Promise<BarcodeReader> {
  return (await nativeReader()) ?? (await import('./zxing-reader.ts')).zxingReader()
}

async function nativeReader(): Promise<BarcodeReader | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker }
  const known = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  if (BarcodeDetector === undefined || !NEEDED.every(format => known.includes(format))) return null
  const detector = new BarcodeDetector({ formats: NATIVE_FORMATS.filter(format => known.includes(format)) })
  return {
    kind: 'native',
    read: async picture => (await detector.detect(picture)).map(({ rawValue }) => rawValue).filter(code => code !== ''),
  }
}
