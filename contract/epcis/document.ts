import { OWN_CONTEXT } from './namespace.ts'

export const SCHEMA_VERSION = '2.0'
export const CBV_VERSION = '2.0'

/** A document of events of this plant. */
export function epcisDocument(events: readonly unknown[], creationDate: string) {
  return {
    '@context': OWN_CONTEXT,
    type: 'EPCISDocument',
    schemaVersion: SCHEMA_VERSION,
    creationDate,
    epcisBody: { eventList: events },
  }
}

/** The answer to a query. */
export function queryDocument(events: readonly unknown[], creationDate: string) {
  return {
    '@context': OWN_CONTEXT,
    type: 'EPCISQueryDocument',
    schemaVersion: SCHEMA_VERSION,
    creationDate,
    epcisBody: { queryResults: { queryName: 'SimpleEventQuery', resultsBody: { eventList: events } } },
  }
}
