import type { PlaceDescription } from '@flowviz/contract/event/fsma'
import type { Address, Location } from '@flowviz/contract/plant/location'
import type { Party } from '@flowviz/contract/plant/party'
import type { RecordStore } from '../store/record-store.ts'

/** A location description in one cell, and how it is found again on the sheet of locations. */
export interface Place {
  id: string
  text: string
  /** GLN, FFRN or address of the web. */
  reference: string | null
}

interface Known {
  records: RecordStore
  site: string
  site_name: string
  /** The plant itself, as the traceability plan describes it. */
  place: PlaceDescription | null
}

export type PlaceReader = ReturnType<typeof placeReader>

/** Reads places of the plant and of its partners as 21 CFR 1.1310 wants them described. */
export function placeReader({ records, site, site_name, place }: Known) {
  const plant: Place = {
    id: site,
    text: place === null ? site_name : addressText(place),
    reference: place === null ? null : referenceOf(place),
  }
  const places = new Map<string, Place>()
  const parties = new Map<string, Place | null>()

  function placeOf(location_id: string): Place {
    const seen = new Set<string>()
    let at: string | undefined = location_id
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      const location = records.get('location', at)?.body.location as Location | undefined
      const { address, parent_id }: Partial<Location> = location ?? {}
      if (address !== undefined) return { id: at, text: addressText(address), reference: address.gln ?? null }
      at = parent_id
    }
    return plant
  }
  return {
    plant,
    /** The street address at which a place of the plant stands. */
    of(location_id: string): Place {
      let found = places.get(location_id)
      if (found === undefined) {
        found = placeOf(location_id)
        places.set(location_id, found)
      }
      return found
    },
    /** A partner by its id; null when there is none. */
    party(party_id: string): Place | null {
      let found = parties.get(party_id)
      if (found === undefined) {
        const party = records.get('party', party_id)?.body.party as Party | undefined
        found = party === undefined ? null : { id: party_id, text: partyText(party), reference: party.gln ?? null }
        parties.set(party_id, found)
      }
      return found
    },
  }
}

const joined = (...parts: (string | undefined)[]) => parts.filter(part => part !== undefined && part !== '').join(', ')

function addressText(address: Address | PlaceDescription): string {
  const { business, phone, street, city, region, postal_code, country } = address
  return joined(business, street, city, `${region} ${postal_code}`, country, phone)
}

function partyText({ title, street, city, region, postal_code, country, phone }: Party): string {
  return joined(title, street, city, joined(region, postal_code).replace(', ', ' '), country, phone)
}

function referenceOf({ ffrn, gln, source_url }: PlaceDescription): string | null {
  if (ffrn !== null) return `FFRN ${ffrn}`
  if (gln !== null) return `GLN ${gln}`
  return source_url
}
