import Type from 'typebox'
import { REFUSAL } from './door.ts'

/** The answers of a door that gives a PDF. */
export const pdfAnswer = (description: string) => ({
  200: {
    description,
    content: { 'application/pdf': { schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) } },
  },
  ...REFUSAL,
})

interface Reply<T> {
  headers(values: Record<string, string>): unknown
  send(bytes: never): T
}

/** Gives a PDF as a file with a name. */
export function sendPdf<T>(reply: Reply<T>, name: string, pdf: Uint8Array): T {
  reply.headers({ 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` })
  return reply.send(Buffer.from(pdf) as never)
}
