import { FlowError } from '@flowviz/contract/error'
import Type from 'typebox'
import type { PrintedPlan } from '../print/plan.ts'
import { planView } from '../store/fsma-record.ts'
import { recordOf } from './audit-record.ts'
import type { Doors } from './door.ts'
import { signedInOf } from './identity.ts'
import type { AppParts } from './parts.ts'
import { pdfAnswer, sendPdf } from './pdf.ts'
import type { SignedIn } from './token.ts'

/** A version of the traceability plan as a PDF, with its signature. */
export function tracePlan(app: Doors, parts: AppParts): void {
  app.get(
    '/api/v1/fsma/plans/:version/pdf',
    {
      schema: {
        operationId: 'printTracePlan',
        tags: ['fsma'],
        description: 'The traceability plan (21 CFR 1.1315) as it was issued.',
        params: Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
        response: pdfAnswer('The plan.'),
      },
    },
    async (request, reply) => {
      const { version } = request.params
      const pdf = await parts.printer.print(await printed(parts, version, signedInOf(request)))
      const name = `traceability-plan-${parts.site}-v${version}.pdf`
      return sendPdf(reply, name, pdf)
    },
  )
}

/** @throws FlowError record_not_found */
async function printed(parts: AppParts, version: number, who: SignedIn): Promise<PrintedPlan> {
  const stored = parts.reader.record('trace_plan', `v${version}`)
  if (stored === null) throw new FlowError('record_not_found', `There is no traceability plan ${version} at this site.`)
  const plan = planView(stored)
  const { site, site_name, printed_at, printed_by, signatures } = await recordOf(
    parts,
    { subject: `trace_plan:v${version}` },
    who,
  )
  const issued_by = parts.audit.nameOf(plan.issued_by) ?? plan.issued_by
  return { site, site_name, plan, issued_by, printed_at, printed_by, signatures }
}
