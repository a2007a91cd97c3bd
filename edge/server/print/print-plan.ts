import type { TracePlan } from '@flowviz/contract/fsma'
import type { PrintedPlan } from './plan.ts'
import { Sheet } from './sheet.ts'

/** The traceability plan (21 CFR 1.1315) as a PDF: what people wrote of it, and what the configuration says. */
export function printPlan(printed: PrintedPlan): Promise<Uint8Array> {
  const { site, site_name, plan, printed_at, printed_by } = printed
  const sheet = new Sheet({
    title: `Traceability plan of ${site_name}, version ${plan.version}`,
    author: site_name,
    created: printed_at,
    foot: `${site_name} (${site}) · traceability plan v${plan.version} · printed ${timeOf(printed_at)} by ${printed_by}`,
  })
  head(sheet, printed)
  written(sheet, plan)
  configured(sheet, plan)
  signed(sheet, printed)
  return sheet.finish()
}

function head(sheet: Sheet, { site, site_name, plan, issued_by }: PrintedPlan): void {
  sheet.text(site_name, { font: 'bold', size: 15 })
  sheet.text(`Traceability plan, version ${plan.version} (21 CFR 1.1315)`, { font: 'bold', size: 11, above: 2 }).rule(4)
  sheet.pair('Plant', `${site_name} (${site})`)
  sheet.pair('Issued', `${timeOf(plan.issued_at)} by ${issued_by}`)
  sheet.pair(
    'Standing',
    plan.superseded_at === null
      ? 'This version is in force.'
      : `Superseded ${timeOf(plan.superseded_at)}; kept at least until ${timeOf(plan.kept_until ?? plan.superseded_at)}.`,
  )
}

function written(sheet: Sheet, { plan: { place, contact, ...text } }: TracePlan): void {
  title(sheet, 'Location')
  sheet.pair('Business', place.business)
  sheet.pair('Address', `${place.street}, ${place.city}, ${place.region} ${place.postal_code}, ${place.country}`)
  sheet.pair('Phone', place.phone)
  for (const [label, value] of [
    ['GLN', place.gln],
    ['FDA registration', place.ffrn],
    ['TLC source reference', place.source_url],
  ] as const)
    if (value !== null) sheet.pair(label, value)
  title(sheet, 'Point of contact')
  sheet.pair('Name or title', contact.name_or_title)
  sheet.pair('Phone', contact.phone)
  title(sheet, 'How records are kept, in which form and where')
  sheet.text(text.procedures)
  title(sheet, 'How foods of the Food Traceability List are identified')
  sheet.text(text.identification)
  title(sheet, 'How traceability lot codes are assigned')
  sheet.text(text.assignment)
  title(sheet, 'Farm map')
  sheet.text(text.farm_map === null ? 'Nothing is grown here.' : `Attached, SHA-256 ${text.farm_map}`)
}

function configured(sheet: Sheet, { setup, plan }: TracePlan): void {
  title(sheet, 'As the system was set up when this version was issued')
  sheet.pair('Generated lot codes', setup.lot_code_pattern)
  sheet.pair('Dates of the spreadsheet', plan.time_zone)
  sheet.pair('Retention', `at least ${setup.retention_months} months; nothing is deleted`)
  for (const { record, where } of setup.record_types) sheet.pair(record, where)
  title(sheet, `Foods of the list (${setup.ftl_items.length})`)
  if (setup.ftl_items.length === 0) sheet.text('None.')
  for (const { item_id, title: name, ftl_category } of setup.ftl_items) sheet.pair(item_id, `${name}: ${ftl_category}`)
  title(sheet, `Places (${setup.locations.length})`)
  if (setup.locations.length === 0) sheet.text('None.')
  for (const { location_id, title: name, kind } of setup.locations) sheet.pair(location_id, `${name}: ${kind}`)
}

function signed(sheet: Sheet, { signatures }: PrintedPlan): void {
  title(sheet, 'Signatures')
  for (const { printed_name, signer_id, signed_at, meaning, valid, problem } of signatures) {
    sheet.pair('Signed by', printed_name ?? `name withheld, person ${signer_id}`)
    sheet.pair('Date and time', timeOf(signed_at))
    sheet.pair('Meaning', meaning)
    sheet.pair('Status', valid ? 'VALID' : `NOT VALID: ${problem ?? 'it does not fit what it signs'}`).rule(4)
  }
}

const title = (sheet: Sheet, text: string) => sheet.need(40).text(text, { font: 'bold', size: 10, above: 10 }).rule(2)
const timeOf = (timestamp: string) => timestamp.replace('T', ' ').replace('Z', ' UTC')
