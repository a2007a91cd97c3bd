/** What a picture is looked through for. Ready when it is made. */
export interface BarcodeReader {
  /** `native`: the browser's own; `wasm`: ZXing, from this appliance. */
  kind: 'native' | 'wasm'
  /** The codes in a picture, with their AIM identifiers where the reader tells them, GS as U+001D. */
  read: (picture: ImageData) => Promise<string[]>
}
