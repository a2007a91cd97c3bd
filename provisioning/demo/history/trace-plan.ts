import type { TracePlanText } from '@flowviz/contract/event/fsma'

type Place = Pick<TracePlanText['place'], 'business' | 'phone' | 'street' | 'city' | 'region' | 'postal_code' | 'gln'>

/** The traceability plan of a demo plant: what differs is where it stands, and whom to call. */
export function tracePlan(place: Place, contactPhone: string): TracePlanText {
  return {
    place: { ...place, country: 'DE', ffrn: null, source_url: null },
    contact: { name_or_title: 'Head of quality', phone: contactPhone },
    time_zone: 'Europe/Berlin',
    procedures:
      'Every record is an event in the hash-chained ledger of the appliance in this plant. Headquarters and the replica ' +
      'hold copies. Records are kept for five years, and the appliance hands them out without the internet.',
    identification: 'An item that stands on the Food Traceability List carries its category in the master data.',
    assignment:
      'The appliance gives a code to each lot that a run produces. Goods that come keep the code of their supplier.',
    farm_map: null,
  }
}
