import type { TracePlan } from '@flowviz/contract/fsma'
import type { SignatureView } from '@flowviz/contract/signature'

/** A version of the traceability plan as it goes to paper. */
export interface PrintedPlan {
  site: string
  site_name: string
  plan: TracePlan
  issued_by: string
  printed_at: string
  printed_by: string
  signatures: SignatureView[]
}
