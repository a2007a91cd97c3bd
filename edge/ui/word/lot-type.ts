import type { LotType } from '@flowviz/contract/lot-word'
import { words } from './words.ts'

const say = words(
  {
    RAW: 'Raw material',
    WIP: 'Semi-finished',
    FG: 'Finished product',
    REWORK: 'Rework',
    PACKAGING: 'Packaging',
  },
  {
    RAW: 'Materia prima',
    WIP: 'Semielaborado',
    FG: 'Producto terminado',
    REWORK: 'Reproceso',
    PACKAGING: 'Material de envase',
  },
)

const KNOWN: ReadonlySet<string> = new Set<LotType>(['RAW', 'WIP', 'FG', 'REWORK', 'PACKAGING'])

/** What a lot is, as a person says it; a type that a newer server has keeps its code. Codes are for scans and searches. */
export const lotTypeWord = (type: string): string => (KNOWN.has(type) ? say(type as LotType) : type)
