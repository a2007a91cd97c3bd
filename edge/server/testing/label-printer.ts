import { LabelPrinter } from '@flowviz/firmware-adapters/simulator/label-printer'
import { onTestFinished } from 'vitest'

/** A pretended printer that is there until the test ends. */
export async function startLabelPrinter(): Promise<{ printer: LabelPrinter; port: number }> {
  const printer = new LabelPrinter()
  const port = await printer.listen()
  onTestFinished(() => printer.close())
  return { printer, port }
}
