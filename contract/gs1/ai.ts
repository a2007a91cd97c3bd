import { ITEM } from './ai-item.ts'
import { LOGISTICS } from './ai-logistics.ts'
import { MEASURES } from './ai-measure.ts'
import { OTHER } from './ai-other.ts'
import { PRICE } from './ai-price.ts'
import { PROCESS } from './ai-process.ts'
import type { AiLine, Piece } from './ai-row.ts'

/** One Application Identifier, as the tables spell it. */
export interface Ai {
  ai: string
  title: string
  pieces: readonly Piece[]
  predefined: boolean
  attribute: boolean
  requires: readonly (readonly string[])[]
  excludes: readonly string[]
  /** The sequences of qualifiers of a primary key of a Digital Link; null when it is none. */
  key: readonly (readonly string[])[] | null
  length_min: number
  length_max: number
}

/** All tables in one. */
export const AI_LINES: readonly AiLine[] = [...ITEM, ...MEASURES, ...PRICE, ...LOGISTICS, ...PROCESS, ...OTHER]

const words = (text = '') => text.split(' ').filter(word => word !== '')

function aiOf(ai: string, [, title, pieces, traits]: AiLine): Ai {
  const needed = pieces.filter(piece => !piece.optional)
  return {
    ai,
    title,
    pieces,
    predefined: traits.predefined === true,
    attribute: traits.attribute === true,
    requires: words(traits.requires).map(group => group.split('+')),
    excludes: words(traits.excludes),
    key: traits.key?.map(sequence => words(sequence)) ?? null,
    length_min: needed.reduce((sum, piece) => sum + piece.length_min, 0),
    length_max: pieces.reduce((sum, piece) => sum + piece.length_max, 0),
  }
}

/** 3100-3105 as six, 91-99 as nine. */
function spread(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  const count = Number(last) - Number(first) + 1
  return Array.from({ length: count }, (_, step) => String(Number(first) + step).padStart(first.length, '0'))
}

const AIS: ReadonlyMap<string, Ai> = new Map(
  AI_LINES.flatMap(line => spread(line[0]).map(ai => [ai, aiOf(ai, line)] as const)),
)

/** Every AI there is. */
export function allAis(): Ai[] {
  return [...AIS.values()]
}

/** The AI of exactly these digits. */
export function findAi(ai: string): Ai | undefined {
  return AIS.get(ai)
}

/** The AI that a text begins with at an offset. No AI begins another one, so there is at most one. */
export function aiAt(text: string, at: number): Ai | undefined {
  for (let length = 2; length <= 4; length++) {
    const found = AIS.get(text.slice(at, at + length))
    if (found !== undefined) return found
  }
  return undefined
}
