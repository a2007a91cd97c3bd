import { FlowError } from '@flowviz/contract/error'
import { buildBracketed } from '@flowviz/contract/gs1/build'
import type { LabelContent } from '@flowviz/contract/label'
import { arrange } from './arrange.ts'
import type { Layout } from './layout.ts'
import { wordsOf } from './words.ts'

/**
 * Where everything of a label stands on the paper. Its barcodes are sound: what GS1 would refuse is never printed.
 * @throws FlowError label_incomplete, label_too_small.
 */
export function layoutOf(content: LabelContent, paper: { width_mm: number; height_mm: number }): Layout {
  const words = wordsOf(content)
  const built = buildBracketed(words.matrix)
  if (!built.ok) {
    const ai = words.matrix[built.at]?.ai ?? 'elements'
    throw new FlowError('label_incomplete', built.message, { extra: { missing: [`(${ai})`] } })
  }
  return arrange(words, { width: paper.width_mm, height: paper.height_mm })
}
