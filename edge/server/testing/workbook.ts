import readWorkbook from 'read-excel-file/node'

/** The sheets of a workbook in their order, read by a reader that is not ours. */
export async function sheetsOf(path: string): Promise<Map<string, unknown[][]>> {
  const sheets = await readWorkbook(path)
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]))
}
