import type { Element } from '@flowviz/contract/gs1/element'

/** One thing on a label. Lengths in mm from its upper left corner. */
export type Mark =
  | { kind: 'text'; x: number; y: number; size: number; bold: boolean; text: string }
  | { kind: 'frame'; x: number; y: number; width: number; height: number; line: number }
  /** Bars of GS1-128. The quiet zones lie outside of it. */
  | { kind: 'bars'; x: number; y: number; height: number; module: number; elements: readonly Element[] }
  /** GS1 DataMatrix. */
  | { kind: 'matrix'; x: number; y: number; module: number; elements: readonly Element[] }
  /** QR code of a web address. */
  | { kind: 'qr'; x: number; y: number; module: number; text: string }

/** A label, said once: preview, office printer and label printer draw the same. */
export interface Layout {
  width: number
  height: number
  marks: readonly Mark[]
}

/** Millimetres of the paper. */
export interface Paper {
  width: number
  height: number
}
